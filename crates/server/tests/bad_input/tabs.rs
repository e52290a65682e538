//! Two tabs show the same form, and both are posted.

use crate::world::{PASSWORD, World, done};
use std::thread;
use testkit::{
    both_engines,
    http::{Answer, Caller},
};

type Typed<'a> = &'a [(&'a str, &'a str)];

/// Both at the same time, in the order of their statuses.
fn post_twice(caller: &Caller, path: &str, fields: Typed) -> [Answer; 2] {
    thread::scope(|scope| {
        let tabs = [0, 1].map(|_| scope.spawn(|| caller.submit(path, fields).expect("an answer")));
        let mut answers = tabs.map(|tab| tab.join().expect("an answer"));
        answers.sort_by_key(|answer| answer.status);
        answers
    })
}

fn statuses(answers: &[Answer; 2]) -> [u16; 2] {
    answers.each_ref().map(|answer| answer.status)
}

#[both_engines]
async fn what_is_made_once_is_made_once(world: World) {
    let invite = world.path("/manage/teams/{team}/users/invite");
    let assign = world.path("/manage/teams/{team}/products/{pool}/assign");
    let teams = world.path("/manage/organizations/{organization}/teams/new");
    let ada = world.ids["person"].clone();
    let forms: [(&Caller, &str, Typed, &str); 8] = [
        (
            &world.maja,
            &invite,
            &[("first", "Bo"), ("last", "Al"), ("email", "bo@bygg.example"), ("language", "sv")],
            "memberships",
        ),
        (&world.maja, &assign, &[("person", &ada)], "assignments"),
        (&world.maja, &teams, &[("name", "Lund")], "teams"),
        (&world.operator, "/vendor/products/new", &[("slug", "fasad"), ("name", "Fasad")], "products"),
        (
            &world.operator,
            "/vendor/products/ritbord/releases/new",
            &[("version", "2027.2"), ("kind", "update")],
            "releases",
        ),
        (
            &world.operator,
            "/vendor/offerings/new",
            &[
                ("sku", "R-2"),
                ("product", "ritbord"),
                ("name", "Two"),
                ("license_model", "named"),
                ("max_devices", "3"),
                ("offline_days", "30"),
                ("refresh_hours", "24"),
            ],
            "offerings",
        ),
        (&world.operator, "/vendor/partners", &[("name", "Skissera"), ("number", "skissera")], "partners"),
        (
            &world.operator,
            "/vendor/staff",
            &[("first", "Pia"), ("last", "Al"), ("email", "pia@nordkad.example"), ("language", "en")],
            "staff",
        ),
    ];
    for (caller, path, fields, table) in forms {
        let before = world.rows().await;
        let answers = post_twice(caller, path, fields);
        assert_eq!(world.rows().await[table], before[table] + 1, "{path} {}", answers[1].text);
        assert_eq!(answers[0].status, 303, "{path} {}", answers[0].text);
        assert!(matches!(answers[1].status, 409 | 422), "{path} {:?}", statuses(&answers));
        // The form comes back with what was typed, and says why.
        assert!(answers[1].text.contains("<form"), "{path}");
    }
}

#[both_engines]
async fn an_order_that_is_posted_twice_is_one_order(world: World) {
    let fields = [
        ("number", "PO-1"),
        ("customer.number", "556712-0487"),
        ("customer.name", "Bygg AB"),
        ("contract_manager.first_name", "Maja"),
        ("contract_manager.last_name", "Berg"),
        ("contract_manager.email", "maja@bygg.example"),
        ("contract_manager.language", "en"),
        ("contract_manager.time_zone", "Europe/Stockholm"),
        ("lines.0.sku", "RITBORD-NAMED"),
        ("lines.0.quantity", "5"),
        ("lines.0.term_months", "12"),
        ("act", "place"),
    ];
    let before = world.rows().await;
    let answers = post_twice(&world.operator, "/orders/new", &fields);
    assert_eq!(statuses(&answers), [303, 303], "{}", answers[1].text);
    assert_eq!(answers[0].header("location"), answers[1].header("location"));
    let after = world.rows().await;
    for table in ["orders", "contracts", "subscriptions"] {
        assert_eq!(after[table], before[table] + 1, "{table}");
    }
    assert_eq!(after["mails"], before["mails"] + 2);
}

#[both_engines]
async fn a_link_that_is_used_in_two_tabs_sets_one_password(world: World) {
    let token = world.link("ada@bygg.example").await;
    let answers = post_twice(&world.nobody(), &format!("/welcome/{token}"), &[("password", PASSWORD)]);
    assert_eq!(statuses(&answers), [303, 410]);
    assert_eq!(world.count("SELECT COUNT(*) FROM audit WHERE action = 'person.password-set'").await, 1);
}

#[both_engines]
async fn there_is_one_first_operator(world: World) {
    // Olle has been made one beside the page, after the server had started.
    let code = world.app.setup.clone().expect("a code");
    let fields = [
        ("code", code.expose()),
        ("email", "eva@nordkad.example"),
        ("first", "Eva"),
        ("last", "Al"),
        ("password", PASSWORD),
    ];
    let before = world.rows().await;
    let answers = post_twice(&world.nobody(), "/setup", &fields);
    assert!(answers.iter().all(|answer| (400..500).contains(&answer.status)), "{:?}", statuses(&answers));
    assert_eq!(world.rows().await, before);
    done(world.nobody().get("/setup"), 404);
}
