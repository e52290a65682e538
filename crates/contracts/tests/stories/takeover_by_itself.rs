//! The same at a vendor whose policy grants it: three days, then by itself.

use crate::{
    takeover::{ELIN, MAJA, applied, decide, manager, say, state},
    world::ByItself,
};
use kernel::{Role, clock::days};
use testkit::both_engines;

#[both_engines]
async fn agreement_hands_the_role_over_at_once(app: ByItself) {
    let (contract, takeover) = applied(&app).await;
    assert_eq!(say(&app, ELIN, &takeover, "agree").await.json()["state"], "granted");
    assert_eq!(manager(&app, &contract).await, MAJA);
    // Pressed twice.
    assert_eq!(say(&app, ELIN, &takeover, "agree").await.status, 200);
    assert_eq!(app.count("SELECT COUNT(*) FROM audit WHERE action = 'contract.manager-changed'").await, 1);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE kind = 'takeover_to_decide'").await, 0);
}

#[both_engines]
async fn silence_hands_it_over_after_the_days_of_the_policy(app: ByItself) {
    let (contract, takeover) = applied(&app).await;
    app.wait(days(1));
    app.work().await;
    assert_eq!(app.count("SELECT COUNT(*) FROM mails WHERE kind = 'takeover_reminder'").await, 1);
    assert_eq!(manager(&app, &contract).await, ELIN);
    app.wait(days(2));
    app.work().await;
    assert_eq!(
        (state(&app, &takeover).await, manager(&app, &contract).await),
        ("granted".into(), MAJA.into())
    );
    assert!(app.told(MAJA, "You are now contract manager of contract NK-1").await);
    assert!(app.told(MAJA, "Changed by Nordkad").await);
}

#[both_engines]
async fn it_lapses_when_the_applicant_is_primary_admin_no_longer(app: ByItself) {
    let (contract, takeover) = applied(&app).await;
    app.member("Sara", "sara@bygg.example", Role::PrimaryAdmin).await;
    app.wait(days(3));
    app.work().await;
    assert_eq!(
        (state(&app, &takeover).await, manager(&app, &contract).await),
        ("lapsed".into(), ELIN.into())
    );
    assert!(app.told(MAJA, "has lapsed").await);
    let late = decide(&app, "olle@nordkad.example", &takeover, "grant").await;
    assert_eq!(late.json()["code"], "takeover-over");
}
