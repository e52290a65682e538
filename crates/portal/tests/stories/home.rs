//! Home: what needs one, the own programs, and the next step for those who have none.

use crate::TestApp;
use contracts::{
    Draft, NewOrder,
    takeover::{Apply, Document, apply},
};
use kernel::{Actor, ContractId, Error, Grant, Role, Scope, clock::days};
use testkit::both_engines;

#[both_engines]
async fn maja_sees_what_needs_her(app: TestApp) {
    let quiet = app.see(app.maja, "/account").await;
    assert!(quiet.shows("Good morning, Maja"), "{}", quiet.body);
    assert!(quiet.shows("No products of your own"));

    let cia = app.invite("Cia", "Dahl").await;
    app.invite("Dan", "Ek").await;
    app.bounce(cia).await;
    let page = app.see(app.maja, "/account").await;
    assert!(
        page.shows("Tuesday 24\u{a0}November. One thing needs you; the rest runs by itself."),
        "{}",
        page.body
    );
    assert!(page.shows("cia.dahl@bygg.example: 550 no such mailbox"));
    assert_eq!(page.link("Look at it"), format!("/manage/teams/{}/users/{cia}", app.team));

    app.wait(days(8));
    let later = app.see(app.maja, "/account").await;
    assert!(later.shows("Two things need you"), "{}", later.body);
    assert!(later.shows("An invitation has expired") && later.shows("Dan Ek, in the team Malmö."));
    assert!(!app.see(app.eve, "/account").await.shows("Cia"));
}

#[both_engines]
async fn ada_learns_who_can_give_her_a_product_and_then_has_it(app: TestApp) {
    let ada = app.user("Ada", "Berg").await;
    let before = app.see(ada, "/account").await;
    assert!(before.shows("No products yet"), "{}", before.body);
    assert!(before.shows("mailto:maja.lindqvist@bygg.example?subject=May%20I%20have%20a%20seat%3F"));
    assert!(!before.shows("href=\"/manage"));

    let ritbord = app.product("Ritbord", "2027.1", "feature").await;
    app.build("ritbord", "2027.1", ["windows-x64", "sv"]).await;
    let pool = app.pool(ritbord, 1).await;
    app.assign(pool, &[ada]).await;
    let after = app.see(ada, "/account").await;
    for text in [
        "Your programs",
        "Not on any device yet",
        "seat of the team Malmö",
        "/download\"",
        "New versions",
        "Sheet sets",
    ] {
        assert!(after.shows(text), "{text} {}", after.body);
    }
}

#[both_engines]
async fn who_belongs_nowhere_is_told_what_to_check(app: TestApp) {
    let sten = app.stranger().await;
    let page = app.see(sten, "/account").await;
    assert!(page.shows("sten.fr-mling@bygg.example appear here by themselves"), "{}", page.body);
}

#[both_engines]
async fn the_root_leads_home(app: TestApp) {
    assert_eq!(app.see(app.maja, "/").await.location, "/account");
    assert!(app.send(None, axum::http::Method::GET, "/account").await.location.starts_with("/sign-in"));
}

/// Mission B1: the contract manager is asked on the home page as well, then those who decide.
#[both_engines]
async fn an_application_to_take_over_a_contract_needs_one_after_the_other(app: TestApp) {
    app.product("Ritbord", "2027.1", "feature").await;
    let ada = app.user("Ada", "Berg").await;
    let contract = app.act(ordered).await;
    crate::world::make_admin(&app, ada, Role::PrimaryAdmin).await;
    let grant = Grant { role: Role::PrimaryAdmin, scope: Scope::Team(app.team, app.organization) };
    let actor = Actor::person(ada, "ada.berg@bygg.example", vec![grant]);
    let document = Document::parse("letter.txt", b"Maja has left.".to_vec()).unwrap();
    let ask = Apply { contract, reason: "Maja has left.".into(), document };
    let applied = app.db.command(&actor, move |cx| apply(cx, &ask)).await.unwrap().takeover;

    let page = app.see(app.maja, "/account").await;
    assert!(page.shows("Ada Berg wants to take over contract"), "{}", page.body);
    assert_eq!(page.link("Answer"), format!("/takeovers/{}/answer", applied.id));
    assert!(!app.see(app.olle, "/account").await.shows("waits for a decision"));

    app.wait(days(7));
    assert!(!app.see(app.maja, "/account").await.shows("wants to take over"));
    let page = app.see(app.olle, "/account").await;
    assert!(page.shows("One application to take over a contract waits for a decision"), "{}", page.body);
    assert_eq!(page.link("Look at them"), "/takeovers");
}

/// Maja, who runs Malmö, is the manager of what was ordered.
fn ordered(cx: &mut store::Command) -> kernel::Result<ContractId> {
    let draft = Draft::from_json(
        br#"{"number": "PO-1", "customer": {"number": "1001", "name": "Byggkonsult"},
        "contract_manager": {"first_name": "Maja", "last_name": "Lindqvist",
            "email": "maja.lindqvist@bygg.example", "language": "en", "time_zone": "Europe/Stockholm"},
        "lines": [{"sku": "ritbord-1", "quantity": 5, "term_months": 12}]}"#,
    );
    let order =
        NewOrder::parse(&draft.map_err(|error| Error::fields(vec![error]))?).map_err(Error::fields)?;
    Ok(contracts::place_order(cx, &order)?.order.contract)
}
