//! Which server and with which key; and what is said when that is wrong.

use crate::world::{Machine, World, run};
use kernel::Secret;
use std::{fs, net::TcpListener};

#[test]
fn a_saved_profile_is_for_its_owner_and_for_its_server() {
    let world = World::new();
    let said =
        run(&mut world.machine.plats(&["configure", "--server", &world.url]), world.vendor.expose()).fine();
    let file = world.machine.profile("default");
    assert!(said.contains(&file.display().to_string()) && !said.contains(world.vendor.expose()), "{said}");
    assert!(said.starts_with("The key is build server and acts for the vendor, Nordkad.\n"), "{said}");
    assert_eq!(mode(&file), 0o600);

    run(&mut world.machine.plats(&["product", "list"]), "").fine();

    let elsewhere = ["product", "list", "--server", "https://other.example"];
    let said = run(&mut world.machine.plats(&elsewhere), "").failed(2);
    assert!(said.contains("it is not sent to https://other.example"), "{said}");

    open_to_others(&file);
    let said = run(&mut world.machine.plats(&["product", "list"]), "").failed(2);
    assert!(said.contains("chmod 600"), "{said}");
}

#[test]
fn profiles_have_names_and_a_named_one_is_meant() {
    let world = World::new();
    let configure = ["configure", "--server", &world.url, "--profile", "test"];
    let said = run(&mut world.machine.plats(&configure), &format!("{}\n", world.partner.expose())).fine();
    assert!(said.starts_with("The key is Skissera's shop and acts for the partner Skissera.\n"), "{said}");
    let list = ["product", "list", "--profile", "test"];
    run(world.machine.plats(&list).env("PLATS_SERVER", "https://production.example"), "").fine();
    run(world.machine.plats(&["product", "list"]).env("PLATS_PROFILE", "test"), "").fine();

    let said = run(&mut world.machine.plats(&["product", "list", "--profile", "live"]), "").failed(2);
    assert!(said.contains("plats configure --profile live"), "{said}");
    let said = run(&mut world.machine.plats(&["product", "list", "--profile", "../x"]), "").failed(2);
    assert!(said.contains("The name of a profile"), "{said}");
}

#[test]
fn a_key_that_the_server_does_not_know_is_not_saved() {
    let world = World::new();
    let wrong = Secret::random("key", &testkit::chance());
    let said =
        run(&mut world.machine.plats(&["configure", "--server", &world.url]), wrong.expose()).failed(1);
    assert!(said.contains("does not know this API key"), "{said}");
    assert!(!world.machine.profile("default").exists());
    let said = world.as_somebody(&wrong, &["order", "list"]).failed(1);
    assert!(said.contains("does not know this API key") && !said.contains(wrong.expose()), "{said}");

    let said = run(&mut world.machine.plats(&["configure", "--server", &world.url]), " \n").failed(2);
    assert!(said.contains("not an API key"), "{said}");
}

#[test]
fn a_key_comes_from_a_file_and_never_from_the_command_line() {
    let world = World::new();
    let file = world.machine.file("key", format!("{}\n", world.vendor.expose()));
    run(&mut world.machine.plats(&["product", "list", "--server", &world.url, "--api-key-file", &file]), "")
        .fine();
    let argument = ["product", "list", "--server", &world.url, "--api-key", world.vendor.expose()];
    let said = run(&mut world.machine.plats(&argument), "").failed(2);
    assert!(said.contains("--api-key-file"), "{said}");
}

#[test]
fn without_a_server_or_a_key_the_way_to_one_is_said() {
    let machine = Machine::new();
    let said = run(&mut machine.plats(&["product", "list"]), "").failed(2);
    assert!(said.contains("Which server?") && said.contains("plats configure"), "{said}");
    let said = run(&mut machine.plats(&["product", "list", "--server", "http://localhost:1"]), "").failed(2);
    assert!(said.contains("With which API key?"), "{said}");
    let insecure = ["configure", "--server", "http://account.vendor.example"];
    let said = run(&mut machine.plats(&insecure), "plats_key_x").failed(2);
    assert!(said.contains("would travel in clear"), "{said}");
}

#[test]
fn a_server_that_is_not_there_is_told_from_one_that_refuses() {
    let machine = Machine::new();
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut plats = machine.plats(&["product", "list"]);
    plats.env("PLATS_SERVER", format!("http://{free}")).env("PLATS_API_KEY", "plats_key_x");
    let said = run(&mut plats, "").failed(3);
    assert!(said.contains("Nothing listens at"), "{said}");
    let said = run(plats.env("LANG", "sv_SE.UTF-8"), "").failed(3);
    assert!(said.contains("Ingenting lyssnar på"), "{said}");
}

#[test]
fn completions_and_help_need_no_server() {
    let machine = Machine::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = run(&mut machine.plats(&["completions", shell]), "").fine();
        assert!(said.contains("publish"), "{shell}");
    }
    assert!(
        run(&mut machine.plats(&["help", "publish"]), "")
            .fine()
            .contains("Example:\n  plats publish ritbord")
    );
    assert_eq!(run(&mut machine.plats(&["paint"]), "").code, 2);
}

#[cfg(unix)]
fn mode(file: &std::path::Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).unwrap().permissions().mode() & 0o777
}

#[cfg(unix)]
fn open_to_others(file: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o644)).unwrap();
}
