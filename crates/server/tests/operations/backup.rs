//! A copy of everything, while the server runs; and back again by the lines that the copy itself tells.

use crate::house::{House, OPERATOR, PASSWORD, PLATSD, said};
use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};
use testkit::{Engine, both_engines, http::Caller, process::Program};

/// The indented lines of the instruction, for the shell.
fn restore(backup: &Path) -> Output {
    let text = fs::read_to_string(backup.join("RESTORE.txt")).expect("an instruction");
    let lines: String = text
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .fold(String::new(), |script, line| format!("{script}{line}\n"));
    let bin = Path::new(PLATSD).parent().expect("a folder").to_owned();
    let postgres = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let postgres = postgres.map(|entry| entry.path().join("bin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([bin].into_iter().chain(postgres).chain(env::split_paths(&path)));
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", &lines]).current_dir(backup).env("PATH", path.expect("a path"));
    shell.output().expect("a shell")
}

#[both_engines]
async fn a_backup_of_a_running_server_brings_everything_back(house: House) {
    let (mut server, url) = Program::serve(PLATSD, &house.settings(), &[]);
    let target = house.ground.folder().join("backup");
    let made = house.platsd("backup", [&target]);
    assert!(made.status.success(), "{}", said(&made));
    for words in ["the database", "1 builds", "RESTORE.txt", &target.display().to_string()] {
        assert!(said(&made).contains(words), "{words}: {}", said(&made));
    }
    let root = fs::read_to_string(house.data().join("keys/root.pub")).expect("a root key");

    // Then somebody adds a product, and the disk goes.
    house.product("fasad").await;
    server.terminate();
    assert!(server.ended().success());
    fs::remove_dir_all(house.data().join("keys")).expect("keys to go");
    fs::write(house.build_file(), "ruined").expect("a build to go");
    match house.ground.engine {
        Engine::Sqlite => fs::write(house.ground.folder().join("plats.db"), "ruined").expect("a file"),
        Engine::Postgres => house.sql("DELETE FROM builds").await,
    }

    let restored = restore(&target);
    assert!(restored.status.success(), "{}", said(&restored));
    assert!(said(&restored).contains("all 1 files are there"), "{}", said(&restored));
    assert_eq!(fs::read_to_string(house.data().join("keys/root.pub")).expect("a root key"), root);
    assert_eq!(fs::read(house.build_file()).expect("a build"), b"all of Ritbord");
    let (_server, url) = {
        drop(url);
        Program::serve(PLATSD, &house.settings(), &[])
    };
    let nobody = Caller::nobody(&url);
    let in_again =
        nobody.submit("/sign-in", &[("email", OPERATOR), ("password", PASSWORD)]).expect("an answer");
    assert_eq!(in_again.status, 303, "{}", in_again.text);
    let products = nobody.signed_in(&in_again).get("/vendor/products").expect("an answer").text;
    assert!(products.contains("ritbord") && !products.contains("fasad"), "{products}");
}

#[both_engines]
async fn nothing_is_overwritten_and_nothing_half_done_carries_the_name(house: House) {
    let target = house.ground.folder().join("backup");
    fs::create_dir(&target).expect("a folder");
    fs::write(target.join("mine"), "mine").expect("a file");
    let refused = house.platsd("backup", [&target]);
    assert!(!refused.status.success());
    assert!(said(&refused).contains("is there already"), "{}", said(&refused));
    assert_eq!(fs::read_dir(&target).expect("a folder").count(), 1);

    let within = house.data().join("builds/backup");
    assert!(said(&house.platsd("backup", [&within])).contains("within what is to be copied"));

    fs::remove_file(house.build_file()).expect("a build to go");
    fs::create_dir(house.data().join("keys/unreadable")).expect("a folder");
    fs::write(house.settings(), house.settings_text().replace("plats", "nowhere")).expect("settings");
    let other = house.ground.folder().join("other");
    assert!(!house.platsd("backup", [&other]).status.success());
    let left: Vec<_> = fs::read_dir(house.ground.folder()).expect("a folder").flatten().collect();
    assert!(left.iter().all(|entry| !entry.file_name().to_string_lossy().starts_with("other")), "{left:?}");
}

#[both_engines]
async fn secrets_in_a_backup_are_for_its_owner_alone(house: House) {
    let target = house.ground.folder().join("backup");
    let made = house.platsd("backup", [target.as_os_str(), "--without-database".as_ref()]);
    assert!(said(&made).contains("NOT the database"), "{}", said(&made));
    let mut shell = Command::new("find");
    let open = shell.arg(&target).args(["-perm", "/077"]).output().expect("find");
    assert_eq!(String::from_utf8_lossy(&open.stdout), "");
    let sums =
        Command::new("sha256sum").args(["--check", "--quiet", "SHA256SUMS"]).current_dir(&target).status();
    assert!(sums.expect("sha256sum").success());
}
