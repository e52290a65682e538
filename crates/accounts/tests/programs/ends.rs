//! How it ends: by the program, by the person, by a new password. And what tokens never open.

use crate::TestApp;
use accounts::oauth;
use axum::http::Method;
use kernel::{Actor, Secret};
use testkit::both_engines;

#[both_engines]
async fn a_program_gives_its_token_back(app: TestApp) {
    for unknown in ["x", "plats_rt_x", "plats_at_x"] {
        let answer = app.call("/oauth/revoke", &[("token", unknown), ("client_id", "ritbord")]).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    }
    let (access, refresh) = app.signed_in().await;
    assert_eq!(app.shop_calls("/oauth/revoke", &[("token", &refresh)]).await.status, 200);
    assert!(app.endings().await.is_empty(), "not the shop's to end");
    assert_eq!(app.call("/oauth/revoke", &[("token", &refresh)]).await.error(), "invalid_client");

    let fields =
        [("token", refresh.as_str()), ("token_type_hint", "refresh_token"), ("client_id", "ritbord")];
    assert_eq!(app.call("/oauth/revoke", &fields).await.status, 200);
    assert_eq!(app.endings().await, ["program"]);
    assert_eq!(app.bearer(Method::GET, "/oauth/userinfo", &access).await.status, 401);
    assert_eq!(app.call("/oauth/revoke", &fields).await.status, 200);
    let (access, refresh) = app.signed_in().await;
    app.call("/oauth/revoke", &[("token", &access), ("client_id", "ritbord")]).await;
    assert_eq!(app.refresh(&refresh).await.error(), "invalid_grant");
}

#[both_engines]
async fn a_program_with_a_secret_asks_about_its_own_tokens(app: TestApp) {
    let (foreign, refresh) = app.signed_in().await;
    for token in [foreign.as_str(), &refresh, "x"] {
        let said = app.shop_calls("/oauth/introspect", &[("token", token)]).await;
        assert_eq!((said.status, said.body.as_str()), (200, "{\"active\":false}"));
    }
    let public = app.call("/oauth/introspect", &[("token", &foreign), ("client_id", "ritbord")]).await;
    assert_eq!(public.error(), "unauthorized_client");

    let wish = "/oauth/authorize?response_type=code&client_id=shop&scope=openid&nonce=n\
                &redirect_uri=https%3A%2F%2Fshop.example%2Fback%3Ffrom%3Dplats";
    let code = app.decides(wish, "allow").await.remove("code").unwrap();
    let fields =
        [("grant_type", "authorization_code"), ("code", &code), ("redirect_uri", crate::world::SHOP_BACK)];
    let (own, _) = app.shop_calls("/oauth/token", &fields).await.tokens();
    let said = app.shop_calls("/oauth/introspect", &[("token", &own)]).await.json();
    assert_eq!((&said["active"], &said["sub"]), (&true.into(), &app.ada.to_string().into()));
    assert_eq!((&said["client_id"], &said["token_type"]), (&"shop".into(), &"Bearer".into()));
    app.seconds(3600);
    let said = app.shop_calls("/oauth/introspect", &[("token", &own)]).await;
    assert_eq!(said.body, "{\"active\":false}");
}

#[both_engines]
async fn ada_ends_what_she_allowed(app: TestApp) {
    let empty = app.page("/profile/programs").await;
    assert!(empty.body.contains("No program is signed in"));
    let (_, refresh) = app.signed_in().await;
    let id = app.texts("SELECT id FROM program_grants").await.remove(0);
    let end = format!("/profile/programs/{id}/end");
    let bob = app.person("Bob", "bob@bygg.example").await;
    let bobs = app.session(bob).await;
    assert_eq!(app.submit_as(&bobs, &end, &[]).await.status, 404);
    assert!(app.page("/profile/programs").await.body.contains(&end));
    assert_eq!(app.submit(&end, &[]).await.location, "/profile/programs");
    assert_eq!(app.refresh(&refresh).await.error(), "invalid_grant");
    assert_eq!(app.submit(&end, &[]).await.status, 303, "twice does no harm");
    assert_eq!(app.endings().await, ["person"]);

    let wish = "/oauth/authorize?response_type=code&client_id=shop&scope=openid&nonce=n\
                &redirect_uri=https%3A%2F%2Fshop.example%2Fback%3Ffrom%3Dplats";
    app.decides(wish, "allow").await;
    assert!(app.page("/profile/programs").await.body.contains("Nordkad's shop"));
    assert_eq!(app.submit("/profile/programs/forgotten", &[("client_id", "shop")]).await.status, 303);
    assert_eq!(app.page(wish).await.status, 200, "asked again");
    assert_eq!(app.submit("/profile/programs/forgotten", &[("client_id", "shop")]).await.status, 404);
    assert_eq!(app.endings().await, ["person", "person"]);
}

#[both_engines]
async fn a_new_password_ends_every_program(app: TestApp) {
    let ([(_, one), (_, two)], ada) = ([app.signed_in().await, app.signed_in().await], app.ada);
    let unused = app.code().await;
    let bob = app.person("Bob", "bob@bygg.example").await;
    let of = async |person| {
        app.command(&Actor::system("test"), move |cx| oauth::end_grants_of(cx, person)).await.unwrap()
    };
    assert_eq!(of(bob).await, 0);
    assert_eq!(of(ada).await, 3);
    for token in [one, two] {
        assert_eq!(app.refresh(&token).await.error(), "invalid_grant");
    }
    assert_eq!(app.exchange(&unused).await.error(), "invalid_grant");
}

#[both_engines]
async fn a_token_opens_no_page_of_its_person(app: TestApp) {
    let (access, refresh) = app.signed_in().await;
    for path in ["/profile/programs", "/vendor/programs", "/api/v1/programs"] {
        assert_eq!(app.bearer(Method::GET, path, &access).await.status, 401, "{path}");
    }
    for path in ["/oauth/userinfo", "/api/v1/seat"] {
        assert_eq!(
            app.bearer(Method::GET, path, &refresh).await.status,
            401,
            "a refresh token is no access token"
        );
        let none = app.get_as("", path).await;
        assert_eq!((none.status, none.challenge.as_str()), (401, "Bearer"));
    }
}

#[both_engines]
async fn a_program_never_acts_as_an_admin(app: TestApp) {
    let operator = app.operator.person_id().unwrap();
    let cookie = app.session(operator).await;
    let (wish, person) = (TestApp::wish(""), operator.to_string());
    let fields = [("query", &wish[17..]), ("person", person.as_str()), ("decision", "allow")];
    let answer = app.submit_as(&cookie, "/oauth/authorize", &fields).await;
    let code = crate::answers::query_of(&answer.location).remove("code").unwrap();
    let (access, _) = app.exchange(&code).await.tokens();
    let token = Secret::new(access);
    let look_up = move |cx: &mut store::Command| oauth::program_token(cx, &token);
    let (found, _) = app.command(&Actor::nobody(), look_up).await.unwrap().unwrap();
    assert_eq!((found.person, found.product.as_deref()), (operator, Some("ritbord")));
    assert!(found.actor().grants.is_empty());
}

#[both_engines]
async fn a_new_password_by_a_link_signs_the_programs_out(app: TestApp) {
    let (access, refresh) = app.signed_in().await;
    let ada = app.ada;
    let follow = move |cx: &mut store::Command| {
        let (token, _) = accounts::issue_link(cx, accounts::Purpose::Reset, ada, None, cx.now())?;
        let from = accounts::From { user_agent: "Firefox".into(), address: "192.0.2.7".into(), before: None };
        accounts::follow_link(cx, &token, "a hash", &from)
    };
    app.command(&Actor::system("test"), follow).await.unwrap();
    assert_eq!(app.endings().await, ["password"]);
    assert_eq!(app.bearer(Method::GET, "/oauth/userinfo", &access).await.status, 401);
    assert_eq!(app.refresh(&refresh).await.error(), "invalid_grant");
}
