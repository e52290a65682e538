//! Refresh tokens change with every use.

use crate::TestApp;
use axum::http::Method;
use kernel::clock::days;
use testkit::both_engines;

#[both_engines]
async fn a_token_goes_round_and_the_old_one_is_dead(app: TestApp) {
    let (access, first) = app.signed_in().await;
    let (newer, second) = app.refresh(&first).await.tokens();
    assert!(access != newer && first != second);
    let (_, third) = app.refresh(&second).await.tokens();
    assert_eq!(app.refresh(&first).await.error(), "invalid_grant");
    assert_eq!(app.endings().await, ["reused-token"], "somebody has a copy");
    assert_eq!(app.refresh(&third).await.error(), "invalid_grant");
    assert_eq!(app.bearer(Method::GET, "/oauth/userinfo", &newer).await.status, 401);
}

#[both_engines]
async fn an_answer_that_got_lost_is_given_again(app: TestApp) {
    let (_, first) = app.signed_in().await;
    app.refresh(&first).await.tokens();
    let (_, again) = app.refresh(&first).await.tokens();
    app.refresh(&again).await.tokens();
    assert!(app.endings().await.is_empty());
    assert_eq!(app.refresh(&first).await.error(), "invalid_grant");
}

#[both_engines]
async fn two_processes_at_once_both_go_on(app: TestApp) {
    let (_, shared) = app.signed_in().await;
    let (one, two) = tokio::join!(app.refresh(&shared), app.refresh(&shared));
    let (one, two) = (one.tokens().1, two.tokens().1);
    assert_ne!(one, two);
    app.refresh(&one).await.tokens();
    app.refresh(&two).await.tokens();
}

#[both_engines]
async fn ninety_days_without_use_and_it_is_over(app: TestApp) {
    let (_, mut token) = app.signed_in().await;
    for _ in 0..3 {
        app.wait(days(89));
        token = app.refresh(&token).await.tokens().1;
    }
    app.wait(days(90));
    assert_eq!(app.refresh(&token).await.error(), "invalid_grant");
}

#[both_engines]
async fn an_access_token_lives_for_an_hour_and_may_do_less(app: TestApp) {
    let (access, refresh) = app.signed_in().await;
    app.seconds(3599);
    assert_eq!(app.bearer(Method::GET, "/api/v1/seat", &access).await.status, 200);
    app.seconds(1);
    assert_eq!(app.bearer(Method::GET, "/api/v1/seat", &access).await.status, 401);

    let fields = |scope: &'static str, token: &str| {
        [
            ("grant_type", "refresh_token".to_owned()),
            ("refresh_token", token.to_owned()),
            ("client_id", "ritbord".to_owned()),
            ("scope", scope.to_owned()),
        ]
    };
    let ask = async |scope, token: &str| {
        let fields = fields(scope, token);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        app.call("/oauth/token", &fields).await
    };
    assert_eq!(ask("root", &refresh).await.error(), "invalid_scope");
    let less = ask("profile", &refresh).await;
    assert_eq!((less.text("scope"), less.text("id_token")), ("profile".into(), String::new()));
    let (less, refresh) = less.tokens();
    let refused = app.bearer(Method::GET, "/api/v1/seat", &less).await;
    assert_eq!(refused.status, 403);
    assert!(refused.challenge.contains("insufficient_scope"), "{}", refused.challenge);
    assert_eq!(refused.text("code"), "forbidden");
    let info = app.bearer(Method::GET, "/oauth/userinfo", &less).await;
    assert_eq!((info.text("name"), info.text("email")), ("Ada Berg".into(), String::new()));
    let all = ask("openid license", &refresh).await;
    assert_eq!(all.text("scope"), "openid license", "what was granted once can be had again");
}
