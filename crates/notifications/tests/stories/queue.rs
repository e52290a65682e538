//! Into the queue, out of it, and who may look.

use crate::world::{World, mail, organization, person};
use kernel::{
    Actor, Error, Grant, Kind, Role, Scope,
    clock::{days, minutes},
};
use notifications::{Mail, Status};
use testkit::smtp::{MailServer, Step};

#[tokio::test]
async fn a_mail_is_queued_with_all_the_rest_or_not_at_all() {
    let world = World::with_folder();
    let refused = world
        .command(|cx| {
            notifications::send(cx, mail("maja@bygg.example"))?;
            Err::<(), _>(Error::forbidden())
        })
        .await;
    assert!(refused.is_err());
    assert_eq!(world.work().await, 0);
}

#[tokio::test]
async fn a_canceled_mail_stays_here_and_its_token_goes() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    let id = world.send(mail("maja@bygg.example")).await;
    for _ in 0..2 {
        world.command(move |cx| notifications::cancel(cx, id)).await.unwrap();
    }
    world.work().await;
    assert_eq!((world.fared(id).await.status, server.caught().len()), (Status::Canceled, 0));
    assert_eq!(world.kept_secret(id).await, None);
    assert_eq!(world.audited(id).await, ["mail.queued", "mail.canceled"]);
}

#[tokio::test]
async fn a_mail_that_has_left_cannot_be_taken_back() {
    let world = World::with_folder();
    let id = world.send(mail("maja@bygg.example")).await;
    world.work().await;
    world.command(move |cx| notifications::cancel(cx, id)).await.unwrap();
    assert_eq!(world.fared(id).await.status, Status::Sent);
}

#[tokio::test]
async fn only_a_deferred_mail_can_be_tried_sooner() {
    let server = MailServer::start().await;
    let world = World::with_server(server.port);
    server.next(Step::Refuse("451 later"));
    let id = world.send(mail("maja@bygg.example")).await;
    let retry = move |cx: &mut store::Command| notifications::retry_now(cx, id);
    let refused = world.command(retry).await.unwrap_err();
    assert_eq!((refused.kind(), refused.code()), (Kind::Conflict, "mail-not-deferred"));

    world.work().await;
    assert_eq!(world.fared(id).await.status, Status::Deferred);
    world.command(retry).await.unwrap();
    world.work().await;
    assert_eq!(world.fared(id).await.status, Status::Sent);

    // The job of the put-off try comes to nothing.
    world.wait(minutes(10));
    world.work().await;
    assert_eq!(server.caught().len(), 1);
}

#[tokio::test]
async fn admins_see_their_organizations_mails_and_strangers_nothing() {
    let world = World::with_folder();
    let (bygg, other, maja) = (organization(1), organization(2), person(3));
    let hers = Mail { organization: Some(bygg), person: Some(maja), ..mail("maja@bygg.example") };
    let first = world.send(hers.clone()).await;
    world.wait(minutes(1));
    let second = world.send(hers).await;
    world.send(mail("elsewhere@other.example")).await;

    let holding = |role, organization| {
        Actor::person(person(9), "someone", vec![Grant { role, scope: Scope::Organization(organization) }])
    };
    let ask = |actor: Actor| {
        let db = world.db.clone();
        async move { db.read(&actor, move |cx| notifications::deliveries(cx, bygg)).await }
    };
    let seen: Vec<_> =
        ask(holding(Role::PrimaryAdmin, bygg)).await.unwrap().iter().map(|mail| mail.id).collect();
    assert_eq!(seen, [second, first]);
    assert_eq!(ask(holding(Role::User, bygg)).await.unwrap_err().kind(), Kind::Forbidden);
    assert_eq!(ask(holding(Role::PrimaryAdmin, other)).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(ask(Actor::nobody()).await.unwrap_err().kind(), Kind::SignInNeeded);

    let older = world.read(move |cx| notifications::older_deliveries(cx, bygg, second)).await.unwrap();
    assert_eq!(older.iter().map(|mail| mail.id).collect::<Vec<_>>(), [first]);

    let latest = |actor: Actor| {
        let db = world.db.clone();
        async move { db.read(&actor, move |cx| notifications::latest_to(cx, maja, "welcome")).await.unwrap() }
    };
    assert_eq!(latest(Actor::person(maja, "maja", vec![])).await.map(|mail| mail.id), Some(second));
    assert_eq!(latest(holding(Role::SecondaryAdmin, bygg)).await.map(|mail| mail.id), Some(second));
    assert_eq!(latest(holding(Role::PrimaryAdmin, other)).await, None);
    let stranger = holding(Role::PrimaryAdmin, other);
    let refused = world.db.read(&stranger, move |cx| notifications::delivery(cx, first)).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::NotFound);
}

#[tokio::test]
async fn after_ninety_days_only_the_fact_is_left() {
    let world = World::with_folder();
    world.jobs.schedule(&world.db).await.unwrap();
    let id = world.send(mail("maja@bygg.example")).await;
    world.work().await;
    let body = || async {
        let rows = world
            .read(move |cx| cx.one::<(String, String)>("SELECT text, html FROM mails WHERE id = $1", &[&id]));
        rows.await.unwrap()
    };
    world.wait(days(89));
    world.work().await;
    assert!(body().await.0.contains("{secret}"), "the token was never written into it");
    world.wait(days(2));
    world.work().await;
    assert_eq!(body().await, (String::new(), String::new()));
    let fared = world.fared(id).await;
    assert_eq!((fared.status, fared.subject.as_str()), (Status::Sent, "Välkommen till Nordkad"));
}
