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
fn a_group_brings_its_people_a_product() {
    let world = World::new().with_ritbord();
    let team = world.team_of_elin();
    assert_eq!(world.plats(&["group", "list", &team]).fine(), "There is nothing.\n");
    let made = world.json(&["group", "create", &team, "Site office"]);
    let group = made["id"].as_str().unwrap();
    world.plats(&["group", "create", &team, "Site office"]).failed(1);
    assert!(world.plats(&["group", "list", &team]).fine().contains(group));

    let said = world.plats(&["group", "add", group, "elin@bygg.example"]).fine();
    assert_eq!(said, "One person.\n");
    let pool = world.json(&["pool", "list", &team])["items"][0]["id"].as_str().unwrap().to_owned();
    let said = world.plats(&["group", "bring", group, &pool]).fine();
    assert_eq!(said, "Done.\nOne seat was given.\n");
    assert!(world.plats(&["group", "members", group]).fine().contains("elin@bygg.example"));
    assert!(world.plats(&["seat", "list", &pool]).fine().contains("elin@bygg.example"));

    let said = world.plats(&["group", "remove", group, "Elin@bygg.example"]).fine();
    assert_eq!(said, "One person.\nOne seat was taken back.\n");
    let said = world.plats(&["group", "remove", group, "elin@bygg.example"]).failed(1);
    assert!(said.contains("is not in this group"), "{said}");
    world.plats(&["group", "withdraw", group, &pool]).fine();
    world.plats(&["group", "delete", group]).fine();
    assert_eq!(world.plats(&["group", "list", &team]).fine(), "There is nothing.\n");
}

#[test]
fn kalle_gets_a_role_leaves_the_team_and_comes_back() {
    let world = World::new().with_ritbord();
    let team = world.team_of_elin();
    let invite = ["--first-name", "Kalle", "--last-name", "Berg", "--email", "kalle@bygg.example"];
    world.plats(&[&["invite", &team], &invite[..]].concat()).fine();
    let said = world.plats(&["member", "role", &team, "kalle@bygg.example", "secondary-admin"]).fine();
    assert_eq!(said, "kalle@bygg.example is now secondary admin.\n");
    let said = world.plats(&["member", "role", &team, "nobody@bygg.example", "user"]).failed(1);
    assert!(said.contains("is not in this team"), "{said}");
    world.plats(&["member", "remove", &team, "elin@bygg.example"]).failed(1);

    let said = world.plats(&["member", "remove", &team, "kalle@bygg.example"]).fine();
    let way = said.trim().rsplit("plats ").next().unwrap().to_owned();
    assert!(!world.plats(&["member", "list", &team]).fine().contains("kalle@bygg.example"));
    let back = world.plats(&way.split(' ').collect::<Vec<_>>()).fine();
    assert!(back.ends_with("is back in the team.\n"), "{back}");
    assert!(world.plats(&["member", "list", &team]).fine().contains("kalle@bygg.example"));
}

#[test]
fn a_contract_gets_another_manager() {
    let world = World::new().with_ritbord();
    let team = world.team_of_elin();
    let number = world.json(&["contract", "list"])["items"][0]["number"].as_str().unwrap().to_owned();
    let stranger = world.plats(&["contract", "manager", &number, "kalle@bygg.example"]).failed(1);
    assert!(stranger.contains("Invite the person first"), "{stranger}");
    let invite = ["--first-name", "Kalle", "--last-name", "Berg", "--email", "kalle@bygg.example"];
    world.plats(&[&["invite", &team], &invite[..]].concat()).fine();
    let said = world.plats(&["contract", "manager", &number, "kalle@bygg.example"]).fine();
    assert_eq!(said, format!("Kalle Berg is now contract manager of {number}.\n"));
    assert!(world.plats(&["contract", "show", &number]).fine().contains("Kalle Berg"));
    world.as_partner(&["contract", "manager", &number, "elin@bygg.example"]).failed(1);
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
