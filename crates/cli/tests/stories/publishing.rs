//! A build goes into a release.

use crate::world::World;
use serde_json::json;

/// Larger than what connections hold back.
fn setup() -> Vec<u8> {
    (0..3_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

const PLACE: [&str; 4] = ["--platform", "windows-x64", "--language", "mul"];

#[test]
fn the_command_of_the_release_page_publishes_a_file_once() {
    let world = World::new().with_ritbord();
    let file = world.machine.file("Setup.msi", setup());
    let publish = [&["publish", "ritbord", "2027.1"], &PLACE[..], &[&file]].concat();

    let said = world.plats(&publish).failed(1);
    assert!(said.contains("has no release 2027.1") && said.contains("--create-release"), "{said}");
    let said = world.plats(&[&publish[..], &["--create-release", "--kind", "feature"]].concat()).fine();
    assert!(
        said.starts_with(
            "ritbord 2027.1 is announced.\nritbord 2027.1 windows-x64 mul: Setup.msi is published"
        ),
        "{said}"
    );
    let release = world.json(&["release", "show", "ritbord", "2027.1"]);
    assert_eq!(release["kind"], "feature");
    let build = &release["builds"][0];
    assert_eq!((&build["file_name"], &build["size"]), (&json!("Setup.msi"), &json!(3_000_000)));
    assert!(said.contains(build["sha256"].as_str().unwrap()), "{said}");

    let again = world.plats(&publish).fine();
    assert!(again.contains("the same file is there already (Setup.msi). Nothing was sent."), "{again}");
    assert_eq!(world.builds(), 1);
}

#[test]
fn another_file_takes_the_place_only_when_that_is_said() {
    let world = World::new().with_ritbord();
    let file = world.machine.file("Setup.msi", "one");
    let publish = [&["publish", "ritbord", "2027.1"], &PLACE[..], &[&file]].concat();
    world.plats(&[&publish[..], &["--create-release"]].concat()).fine();
    world.machine.file("Setup.msi", "two");
    let said = world.plats(&publish).failed(1);
    assert!(said.contains("another file is there") && said.contains("--replace"), "{said}");
    let said = world.plats(&[&publish[..], &["--replace"]].concat()).fine();
    assert!(said.contains("is published"), "{said}");
}

#[test]
fn several_files_go_in_one_command() {
    let world = World::new().with_ritbord();
    let windows = format!("windows-x64/mul={}", world.machine.file("Setup.msi", "windows"));
    let linux = format!("linux-x64/sv={}", world.machine.file("ritbord.tar.gz", "linux"));
    let publish =
        ["publish", "ritbord", "2027.1", "--create-release", "--build", &windows, "--build", &linux];
    let said = world.plats(&publish).fine();
    assert_eq!(said.lines().count(), 3, "{said}");
    let release = world.json(&publish);
    assert_eq!(release["builds"].as_array().unwrap().len(), 2);

    let twice = ["publish", "ritbord", "2027.1", "--build", &windows, "--build", &windows];
    let said = world.plats(&twice).failed(2);
    assert!(said.contains("Two files for windows-x64 and mul"), "{said}");
}

#[test]
fn a_refused_upload_stops_before_the_file_is_sent() {
    let world = World::new().with_ritbord();
    let file = world.machine.file("Setup.msi", setup());
    world.plats(&["release", "create", "ritbord", "2027.1"]).fine();
    let publish =
        |place: [&'static str; 4]| [&["publish", "ritbord", "2027.1"], &place[..], &[&file]].concat();

    let said = world.plats(&publish(["--platform", "beos-x86", "--language", "mul"])).failed(1);
    assert!(said.contains("platform: "), "{said}");
    let said = world.as_partner(&publish(PLACE)).failed(1);
    assert!(said.starts_with("plats: "), "{said}");
    assert_eq!(world.builds(), 0);

    let said = world.plats(&[&["publish", "paintbord", "1"], &PLACE[..], &[&file]].concat()).failed(1);
    assert!(said.contains("There is no product paintbord"), "{said}");
}

#[test]
fn what_is_no_file_is_found_before_anything_is_sent() {
    let world = World::new();
    let empty = world.machine.file("empty.msi", "");
    for (file, expected) in [("none.msi", "cannot be read"), (&empty, "is empty"), (".", "is not a file")] {
        let said = world.plats(&[&["publish", "ritbord", "1"], &PLACE[..], &[file]].concat()).failed(2);
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(world.plats(&["publish", "ritbord", "1", "Setup.msi"]).code, 2);
    assert_eq!(world.plats(&["publish", "ritbord", "1"]).code, 2);
}
