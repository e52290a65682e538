//! Two admins, two tabs, one moment.

use crate::TestApp;
use axum::http::StatusCode;
use std::sync::Arc;
use testkit::{both_engines, statuses_at_once};

#[both_engines]
async fn two_admins_invite_the_same_address_at_once(app: TestApp) {
    let sara = app.user("Sara", "sara@bygg.example").await;
    app.change_role(app.maja, sara, "secondary_admin").await;
    let app = Arc::new(app);
    for round in 0..4 {
        let statuses = statuses_at_once(&app, 6, |app, n| async move {
            let who = if n % 2 == 0 { app.maja } else { sara };
            let email = format!("ada{round}@bygg.example");
            let email = if n % 3 == 0 { email.to_uppercase() } else { email };
            app.invite(who, app.team, "Ada", &email).await
        })
        .await;
        assert_eq!(statuses, [303, 409, 409, 409, 409, 409]);
    }
    assert_eq!(app.count("SELECT COUNT(*) FROM invitations").await, 4);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE kind = 'invitation'").await, 4);
    assert_eq!(app.count("SELECT COUNT(*) FROM people WHERE email_key LIKE 'ada%'").await, 4);
}

#[both_engines]
async fn two_teams_invite_the_same_address_at_once(app: TestApp) {
    let app = Arc::new(app);
    let statuses = statuses_at_once(&app, 2, |app, n| async move {
        let (who, team) = if n == 0 { (app.maja, app.team) } else { (app.eve, app.lund) };
        app.invite(who, team, "Ada", "ada@bygg.example").await
    })
    .await;
    assert_eq!(statuses, [303, 303]);
    assert_eq!(app.count("SELECT COUNT(*) FROM people WHERE email_key = 'ada@bygg.example'").await, 1);
    assert_eq!(app.mails_to("ada@bygg.example").await.len(), 2);
}

#[both_engines]
async fn a_form_posted_from_two_tabs_makes_one_team(app: TestApp) {
    let app = Arc::new(app);
    let statuses = statuses_at_once(&app, 5, |app, _| async move {
        let path = format!("/manage/organizations/{}/teams/new", app.organization);
        app.post(app.maja, &path, &[("name", "Göteborg")]).await
    })
    .await;
    assert_eq!(statuses, [303, 409, 409, 409, 409]);
    assert_eq!(app.count("SELECT COUNT(*) FROM teams").await, 3);
}

#[both_engines]
async fn everybody_takes_the_role_of_pa_at_once_and_one_has_it(app: TestApp) {
    let mut people = vec![];
    for n in 0..6 {
        let sa = app.user(&format!("Sara{n}"), &format!("sara{n}@bygg.example")).await;
        app.change_role(app.maja, sa, "secondary_admin").await;
        people.push(sa);
    }
    let app = Arc::new(app);
    let statuses = statuses_at_once(&app, 6, |app, n| {
        let who = people[n];
        async move { app.change_role(who, who, "primary_admin").await }
    })
    .await;
    assert_eq!(statuses, [303; 6]);
    assert_eq!(app.count("SELECT COUNT(*) FROM memberships WHERE role = 'primary_admin'").await, 2);
    let malmo = app.roles().await;
    assert_eq!(malmo.iter().filter(|role| role.ends_with("primary_admin")).count(), 1, "{malmo:?}");
    assert!(malmo.contains(&"Maja secondary_admin".to_owned()));
}

/// Only the newest of the links works, and the row of the invitation is the one of its mail.
#[both_engines]
async fn sent_anew_from_many_tabs_one_link_works(app: TestApp) {
    let ada = app.invited("Ada", "ada@bygg.example").await;
    let app = Arc::new(app);
    let statuses =
        statuses_at_once(&app, 6, |app, _| async move { app.resend(app.maja, app.team, ada).await }).await;
    assert_eq!(statuses, [303; 6]);
    assert_eq!(app.count("SELECT COUNT(*) FROM links WHERE revoked_at IS NULL").await, 1);
    let waiting =
        "SELECT COUNT(*) FROM mails x JOIN invitations i ON i.mail_id = x.id WHERE x.status = 'queued'";
    assert_eq!(app.count(waiting).await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE status = 'queued'").await, 1);
    let link = app.newest_link("ada@bygg.example").await;
    assert_eq!(app.choose_password(&link).await.status, StatusCode::SEE_OTHER);
}

/// Maja sends anew while Ada follows the link: Ada is in, and no link is left that would take her password from her.
#[both_engines]
async fn sent_anew_while_it_is_followed(app: TestApp) {
    let app = Arc::new(app);
    for round in 0..6 {
        let email = format!("ada{round}@bygg.example");
        let ada = app.invited("Ada", &email).await;
        let link = app.newest_link(&email).await;
        let statuses = statuses_at_once(&app, 2, |app, n| {
            let link = link.clone();
            async move {
                match n {
                    0 => {
                        let form = "password=tre+gula+stolar+i+regn";
                        app.send(axum::http::Method::POST, &link, None, "", form).await
                    }
                    _ => app.resend(app.maja, app.team, ada).await,
                }
            }
        })
        .await;
        // Ada was first, or Maja was, or Maja was while Ada was on the way.
        assert!([[303, 303], [303, 409], [303, 410]].contains(&[statuses[0], statuses[1]]), "{statuses:?}");
        app.work().await;
        let open = app
            .count(
                "SELECT COUNT(*) FROM links l JOIN people p ON p.id = l.person_id
                 WHERE p.password_hash IS NOT NULL AND l.used_at IS NULL AND l.revoked_at IS NULL",
            )
            .await;
        assert_eq!(open, 0);
    }
    let waiting = "SELECT COUNT(*) FROM invitations i JOIN people p ON p.id = i.person_id
                   WHERE i.accepted_at IS NULL AND p.password_hash IS NOT NULL";
    assert_eq!(app.count(waiting).await, 0);
}

/// She is invited by a second team in the moment in which she chooses her password for the first.
#[both_engines]
async fn invited_by_another_team_while_she_comes_in(app: TestApp) {
    let app = Arc::new(app);
    for round in 0..6 {
        let email = format!("ada{round}@bygg.example");
        app.invited("Ada", &email).await;
        let link = app.newest_link(&email).await;
        let statuses = statuses_at_once(&app, 2, |app, n| {
            let (link, email) = (link.clone(), email.clone());
            async move {
                match n {
                    0 => app.choose_password(&link).await,
                    _ => app.invite(app.eve, app.lund, "Ada", &email).await,
                }
            }
        })
        .await;
        assert_eq!(statuses, [303, 303]);
        app.work().await;
    }
    assert_eq!(app.count("SELECT COUNT(*) FROM invitations WHERE accepted_at IS NULL").await, 0);
    assert_eq!(app.count("SELECT COUNT(*) FROM links WHERE used_at IS NULL AND revoked_at IS NULL").await, 0);
}
