//! A team, its people, its seats.

use crate::world::World;

#[test]
fn kalle_is_invited_gets_a_seat_and_gives_it_back() {
    let world = World::new().with_ritbord();
    let team = world.team_of_elin();
    assert!(world.plats(&["team", "show", &team]).fine().contains("Byggkonsult Öresund AB (org_"));
    assert!(world.plats(&["team", "list", "--search", "ÖRESUND"]).fine().contains(&team));
    assert_eq!(world.plats(&["team", "list", "--search", "Ystad"]).fine(), "There is nothing.\n");

    let invite =
        ["--first-name", "Kalle", "--last-name", "Berg", "--email", "kalle@bygg.example", "--language", "sv"];
    let invite = [&["invite", &team], &invite[..]].concat();
    let said = world.plats(&invite).fine();
    assert!(said.starts_with("kalle@bygg.example is invited and gets in by the mail (user_"), "{said}");
    assert_eq!(world.plats(&invite).code, 1);
    let members = world.plats(&["member", "list", &team]).fine();
    assert!(members.contains("Kalle Berg") && members.contains("primary admin"), "{members}");
    assert!(!world.plats(&["member", "list", &team, "--search", "berg"]).fine().contains("Elin"));

    let pool = world.json(&["pool", "list", &team])["items"][0]["id"].as_str().unwrap().to_owned();
    assert!(world.plats(&["pool", "list", &team]).fine().contains(&pool));
    let said = world.plats(&["seat", "assign", &pool, "kalle@bygg.example", "elin@bygg.example"]).fine();
    assert_eq!(said, "2 people have a seat now.\n");
    assert!(world.plats(&["seat", "list", &pool]).fine().contains("kalle@bygg.example"));
    let said = world.plats(&["seat", "assign", &pool, "nobody@bygg.example"]).failed(1);
    assert!(said.contains("people[0]: "), "{said}");

    let release = ["seat", "release", &pool, "Kalle@bygg.example"];
    assert_eq!(world.plats(&release).fine(), "The seat of Kalle@bygg.example is free.\n");
    let said = world.plats(&release).failed(1);
    assert!(said.contains("has no seat of this pool"), "{said}");
    assert!(!world.plats(&["seat", "list", &pool]).fine().contains("kalle@bygg.example"));
}

#[test]
fn a_partner_does_not_see_into_a_team() {
    let world = World::new().with_ritbord();
    let team = world.team_of_elin();
    for words in [["team", "show", &team], ["member", "list", &team], ["pool", "list", &team]] {
        world.as_partner(&words).failed(1);
    }
    assert_eq!(world.as_partner(&["team", "list"]).fine(), "There is nothing.\n");
}
