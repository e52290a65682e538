//! What becomes of a mail between the queue and the server.

use crate::world::{World, mail};
use kernel::clock::{hours, minutes};
use notifications::{Mail, Status};
use std::{collections::HashSet, time::Duration};
use testkit::{
    MORNING,
    smtp::{MailServer, Step, header},
};

const fn seconds(n: u64) -> Duration {
    Duration::from_secs(n)
}

#[tokio::test]
async fn a_mail_goes_at_once_with_both_parts_and_its_link() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    let id = world.send(mail("maja@bygg.example")).await;
    assert_eq!(world.kept_secret(id).await.as_deref(), Some("plats_wel_abc"));
    world.work().await;

    let caught = server.caught();
    let [sent] = &*caught else { panic!("{} mails", caught.len()) };
    assert_eq!(header(sent, "From"), "Nordkad <no-reply@nordkad.example>");
    assert!(header(sent, "To").ends_with("<maja@bygg.example>"), "{}", header(sent, "To"));
    assert!(header(sent, "To").starts_with("=?utf-8?"), "{}", header(sent, "To"));
    assert_eq!(header(sent, "Message-ID"), format!("<{id}@nordkad.example>"));
    assert_eq!(header(sent, "Date"), "Tue, 24 Nov 2026 08:30:00 +0000");
    assert_eq!(header(sent, "Auto-Submitted"), "auto-generated");
    assert_eq!(header(sent, "Content-Language"), "sv");
    assert!(header(sent, "Content-Type").starts_with("multipart/alternative;"), "{sent}");
    assert!(sent.contains("Content-Type: text/plain") && sent.contains("Content-Type: text/html"), "{sent}");
    assert!(sent.contains("\nhttps://id.nordkad.example/welcome?token=plats_wel_abc\n"), "{sent}");
    assert!(sent.contains("https://id.nordkad.example/welcome?token=3Dplats_wel_abc"), "{sent}");

    let fared = world.fared(id).await;
    assert_eq!((fared.status, fared.answer.as_deref()), (Status::Sent, Some("250 2.0.0 queued as 4711")));
    assert_eq!(world.kept_secret(id).await, None);
    assert_eq!(world.audited(id).await, ["mail.queued", "mail.sent"]);
}

#[tokio::test]
async fn a_mail_for_nine_goes_at_nine() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    let nine = MORNING.plus(minutes(30));
    let id = world.send(Mail { send_at: Some(nine), ..mail("maja@bygg.example") }).await;

    world.wait(minutes(29));
    assert_eq!(world.work().await, 0);
    assert_eq!(world.fared(id).await.next_try, Some(nine));

    world.wait(minutes(1));
    world.work().await;
    assert_eq!((world.fared(id).await.status, server.caught().len()), (Status::Sent, 1));
}

#[tokio::test]
async fn a_server_that_is_down_puts_off_and_the_retry_is_the_same_mail() {
    let mut server = MailServer::start().await;
    let world = World::with_server(server.port);
    server.down().await;
    let id = world.send(mail("maja@bygg.example")).await;
    world.work().await;
    let fared = world.fared(id).await;
    assert_eq!((fared.status, fared.next_try), (Status::Deferred, Some(MORNING.plus(seconds(5)))));
    assert!(fared.answer.unwrap_or_default().to_lowercase().contains("connection"));
    assert!(world.kept_secret(id).await.is_some(), "the retry needs it");

    server.up().await;
    server.next(Step::Refuse("451 4.7.1 greylisted"));
    world.wait(seconds(5));
    world.work().await;
    let fared = world.fared(id).await;
    assert_eq!((fared.status, fared.answer.as_deref()), (Status::Deferred, Some("451 4.7.1 greylisted")));

    server.next(Step::DropInData);
    world.wait(seconds(30));
    world.work().await;
    assert_eq!((world.fared(id).await.status, server.caught().len()), (Status::Deferred, 0));

    world.wait(minutes(2));
    world.work().await;
    assert_eq!(world.fared(id).await.status, Status::Sent);
    assert_eq!(header(&server.caught()[0], "Message-ID"), format!("<{id}@nordkad.example>"));
    assert_eq!(world.audited(id).await, ["mail.queued", "mail.sent"], "to be put off is no event");
}

#[tokio::test]
async fn a_mail_that_nobody_wants_fails_and_its_token_is_gone() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    server.next(Step::Refuse("550 5.1.1 no such user"));
    let id = world.send(mail("nobody@bygg.example")).await;
    world.work().await;

    let fared = world.fared(id).await;
    assert_eq!((fared.status, fared.answer.as_deref()), (Status::Failed, Some("550 5.1.1 no such user")));
    assert_eq!((fared.next_try, world.kept_secret(id).await), (None, None));
    assert_eq!(world.audited(id).await, ["mail.queued", "mail.failed"]);
    world.wait(hours(100));
    world.work().await;
    assert_eq!((server.caught().len(), world.fared(id).await.attempts), (0, 1));
}

#[tokio::test]
async fn a_wrong_password_is_no_fault_of_the_mail() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    server.next(Step::Refuse("530 5.7.0 authenticate first"));
    let id = world.send(mail("maja@bygg.example")).await;
    world.work().await;
    assert_eq!(world.fared(id).await.status, Status::Deferred);
}

#[tokio::test]
async fn after_three_days_of_later_it_is_never() {
    let mut server = MailServer::start().await;
    let world = World::with_server(server.port);
    server.down().await;
    let id = world.send(mail("maja@bygg.example")).await;
    let mut tries = 0;
    while world.fared(id).await.status != Status::Failed {
        tries += world.work().await;
        world.wait(hours(2));
        assert!(tries < 60, "it never ends");
    }
    assert_eq!((tries, world.kept_secret(id).await), (43, None));
}

#[tokio::test]
async fn a_job_that_runs_twice_sends_once() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    let id = world.send(mail("maja@bygg.example")).await;
    let again = move |cx: &mut store::Command| {
        for _ in 0..5 {
            cx.enqueue(&notifications::DeliverMail { mail: id });
        }
        Ok(())
    };
    world.command(again).await.unwrap();
    assert!(world.work().await >= 6);
    world.command(again).await.unwrap();
    world.work().await;
    world.wait(hours(1));
    world.work().await;
    assert_eq!((server.caught().len(), world.fared(id).await.attempts), (1, 1));
}

#[tokio::test]
async fn a_mail_that_waits_for_a_slow_server_is_not_claimed_meanwhile() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    for n in 0..11 {
        world.send(mail(&format!("p{n}@bygg.example"))).await;
    }
    (0..10).for_each(|_| server.next(Step::KeepAndWait));
    let (jobs, db) = (world.jobs.clone(), world.db.clone());
    let working = tokio::spawn(async move { jobs.run_due(&db).await });
    while server.caught().len() < 10 {
        server.came().await;
    }
    let claimed =
        |cx: &mut store::Read| cx.one::<(i64,)>("SELECT COUNT(*) FROM mails WHERE attempts > 0", &[]);
    assert_eq!(world.read(claimed).await.unwrap(), (10,), "a claim runs out, and who waits is not at it yet");
    (0..10).for_each(|_| server.go_on());
    working.await.unwrap().unwrap();
    world.work().await;
    assert_eq!(server.caught().len(), 11);
}

#[tokio::test]
async fn killed_between_sending_and_noting_it_sends_again_under_one_id() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    server.next(Step::KeepAndHang);
    let id = world.send(mail("maja@bygg.example")).await;
    tokio::select! {
        _ = world.jobs.run_due(&world.db) => panic!("the server never answers"),
        () = server.came() => {}
    }

    // The program starts again: what it had claimed is free, but not yet the mail itself.
    world.jobs.schedule(&world.db).await.unwrap();
    world.work().await;
    assert_eq!((world.fared(id).await.status, server.caught().len()), (Status::Queued, 1));
    world.wait(minutes(5));
    world.work().await;
    let ids: Vec<_> = server.caught().iter().map(|mail| header(mail, "Message-ID").to_owned()).collect();
    assert_eq!((world.fared(id).await.status, ids.len()), (Status::Sent, 2));
    assert_eq!(ids[0], ids[1]);
}

#[tokio::test]
async fn four_hundred_names_with_line_ends_inject_nothing() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    for n in 0..400 {
        let evil =
            ["\r\nBcc: eve@evil.example", "\nSubject: pwned", "\r\n\r\nBody", "\u{2028}\0\u{b}Bcc: x@y.z"];
        let to_name = format!("Maja{}", evil[n % evil.len()]);
        let subject = format!("Hello{}", evil[(n + 1) % evil.len()]);
        world.send(Mail { to_name, subject, ..mail(&format!("maja{n}@bygg.example")) }).await;
    }
    world.work().await;

    let caught = server.caught();
    let ids: HashSet<_> = caught.iter().map(|mail| header(mail, "Message-ID")).collect();
    assert_eq!((caught.len(), ids.len()), (400, 400));
    for mail in caught {
        let head = mail.split("\n\n").next().unwrap();
        let names: Vec<_> = head
            .lines()
            .filter(|line| !line.starts_with([' ', '\t']))
            .filter_map(|line| line.split_once(':'))
            .collect();
        let count = |name: &str| names.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name)).count();
        assert_eq!((count("Bcc"), count("Subject"), count("To")), (0, 1, 1), "{head}");
        assert!(head.contains("Content-Type: multipart/alternative"), "{head}");
    }
    assert!(server.connections() <= 40, "{} connections", server.connections());
}
