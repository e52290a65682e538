//! The catalog is filled from the command line.

use crate::world::World;

#[test]
fn a_product_is_described_released_and_put_on_sale() {
    let world = World::new();
    assert_eq!(world.plats(&["product", "list"]).fine(), "There is nothing.\n");
    let create = ["product", "create", "ritbord", "--name", "Ritbord", "--description", "Draws"];
    assert_eq!(world.plats(&create).fine(), "Ritbord (ritbord) is in the catalog.\n");
    let said = world.plats(&create).failed(1);
    assert!(said.starts_with("plats: "), "{said}");
    assert!(world.plats(&["product", "list"]).fine().contains("ritbord  Ritbord"));
    assert!(world.plats(&["product", "show", "ritbord"]).fine().contains("Draws"));

    let notes = world.machine.file("NOTES.md", "Faster lines.\nFewer clicks.\n");
    let create = ["release", "create", "ritbord", "2027.1", "--kind", "feature", "--notes-file", &notes];
    assert_eq!(world.plats(&create).fine(), "ritbord 2027.1 is announced.\n");
    let shown = world.plats(&["release", "show", "ritbord", "2027.1"]).fine();
    assert_eq!(shown, "ritbord 2027.1 (feature)\n\nFaster lines.\nFewer clicks.\n\nNo builds yet.\n");
    assert!(world.plats(&["release", "list", "ritbord"]).fine().contains("2027.1   feature"));

    let create = [
        "offering",
        "create",
        "RITBORD-NAMED",
        "--product",
        "ritbord",
        "--name",
        "Ritbord",
        "--max-devices",
        "2",
    ];
    let said = world.plats(&create).fine();
    assert!(said.starts_with("RITBORD-NAMED is on sale.\n"), "{said}");
    let changed = world.json(&["offering", "change", "RITBORD-NAMED", "--offline-days", "14"]);
    assert_eq!(
        (&changed["policy"]["max_devices"], &changed["policy"]["offline_days"]),
        (&2.into(), &14.into())
    );
    assert!(world.plats(&["offering", "list"]).fine().contains("RITBORD-NAMED"));
    assert_eq!(world.plats(&["offering", "show", "NO-SUCH"]).code, 1);
    assert_eq!(world.json(&["offering", "show", "RITBORD-NAMED"])["sku"], "RITBORD-NAMED");
}

#[test]
fn a_privacy_statement_is_published_in_both_languages() {
    let world = World::new().with_ritbord();
    let english = world.machine.file("en.txt", "We see your device.\nNothing else.\n");
    let swedish = world.machine.file("sv.txt", "Vi ser din enhet.\n");
    assert_eq!(world.plats(&["privacy", "show", "ritbord"]).code, 1, "there is none yet");
    let publish = ["privacy", "publish", "ritbord", "2026-11", "--english", &english, "--swedish", &swedish];
    for _ in 0..2 {
        let said = world.plats(&publish).fine();
        assert_eq!(said, "The privacy statement of ritbord, version 2026-11, is in force.\n");
    }
    let shown = world.plats(&["privacy", "show", "ritbord"]).fine();
    assert_eq!(shown, "ritbord 2026-11 (en)\n\nWe see your device.\nNothing else.\n");
    let mut show = world.machine.plats(&["privacy", "show", "ritbord"]);
    show.env("PLATS_API_KEY", world.vendor.expose()).env("LANG", "sv_SE.UTF-8");
    assert!(world.run(&mut show, "").fine().contains("Vi ser din enhet."));

    let said = world.plats(&["privacy", "publish", "ritbord", "2026-11", "--english", &swedish]).failed(1);
    assert!(said.starts_with("plats: "), "{said}");
    world.plats(&["privacy", "publish", "ritbord", "2026-12", "--english", "nowhere.txt"]).failed(2);
    world.as_partner(&publish).failed(1);
}

#[test]
fn a_program_is_registered_and_its_secret_shown_once() {
    let world = World::new().with_ritbord();
    let register = |id: &str, kind: &str| {
        let redirect = "http://127.0.0.1/callback";
        let words = ["--name", "Ritbord", "--kind", kind, "--redirect-uri", redirect, "--scope", "openid"];
        world.plats(&[&["program", "register", id], &words[..]].concat()).fine()
    };
    assert_eq!(register("ritbord", "public"), "Ritbord is registered as ritbord.\n");
    assert!(register("ritbord-web", "confidential").contains("Its secret, shown this once: plats_"));
    let list = world.plats(&["program", "list"]).fine();
    assert!(list.contains("ritbord-web") && !list.contains("plats_"), "{list}");
}
