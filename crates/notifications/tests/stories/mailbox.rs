//! The folder that stands for a mailbox.

use crate::world::{World, mail};
use kernel::clock::minutes;
use notifications::{Mail, mailbox};
use std::{collections::HashSet, fs};
use testkit::MORNING;

#[tokio::test]
async fn the_newest_mail_comes_first_with_its_link_and_its_letters() {
    let world = World::with_folder();
    let folder = world.ground.folder().join("mails");
    assert_eq!(mailbox::list(&folder).unwrap(), []);
    world.send(mail("maja@bygg.example")).await;
    world.work().await;
    world.wait(minutes(1));
    let id = world
        .send(Mail { text: "Hej Åsa: ingen länk".into(), secret: None, ..mail("asa@bygg.example") })
        .await;
    world.work().await;

    let mails = mailbox::list(&folder).unwrap();
    let [newest, first] = &*mails else { panic!("{mails:?}") };
    assert_eq!((newest.id, newest.number, newest.at), (id, 2, MORNING.plus(minutes(1))));
    assert_eq!((newest.text.as_str(), newest.link.as_deref()), ("Hej Åsa: ingen länk", None));
    assert_eq!((first.to.as_str(), first.to_name.as_str()), ("maja@bygg.example", "Maja Öberg"));
    assert_eq!(first.link.as_deref(), Some("https://id.nordkad.example/welcome?token=plats_wel_abc"));
    assert!(first.html.contains("token=plats_wel_abc"));

    let eml = folder.join(format!("002_20261124T083100Z_{id}.eml"));
    assert!(fs::read_to_string(eml).unwrap().contains(&format!("Message-ID: <{id}@nordkad.example>")));
    assert_eq!(world.fared(id).await.answer.unwrap(), format!("kept as 002_20261124T083100Z_{id}.eml"));
}

#[tokio::test]
async fn many_mails_at_once_and_foreign_files_confuse_nobody() {
    let world = World::with_folder();
    let folder = world.ground.folder().join("mails");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("notes.json"), "{\"mine\": true}").unwrap();
    fs::write(folder.join("broken.json"), "{").unwrap();
    for n in 0..60 {
        world.send(mail(&format!("maja{n}@bygg.example"))).await;
    }
    world.work().await;
    let mails = mailbox::list(&folder).unwrap();
    let numbers: Vec<_> = mails.iter().map(|mail| mail.number).collect();
    assert_eq!(numbers, (1..=60).rev().collect::<Vec<_>>());
    assert_eq!(mails.iter().map(|mail| &mail.to).collect::<HashSet<_>>().len(), 60);
    assert!(fs::read_dir(&folder).unwrap().all(|file| !file.unwrap().path().ends_with(".part")));
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_puts_the_mail_off() {
    let world = World::with_folder();
    fs::write(world.ground.folder().join("mails"), "a file in the way").unwrap();
    let id = world.send(mail("maja@bygg.example")).await;
    world.work().await;
    let fared = world.fared(id).await;
    assert_eq!(fared.status, notifications::Status::Deferred);
    assert!(fared.answer.unwrap().starts_with("the folder cannot be written"));
}
