//! The people of a team: the list, its pages and filters, the panel, the export.

use crate::{TestApp, world::make_admin};
use axum::http::StatusCode;
use kernel::{Role, clock::days};
use testkit::both_engines;

fn list(app: &TestApp, rest: &str) -> String {
    format!("/manage/teams/{}/users{rest}", app.team)
}

#[both_engines]
async fn the_list_pages_forth_and_back(app: TestApp) {
    for n in 0..120 {
        app.user("Ada", &format!("Berg{n:03}")).await;
    }
    let first = app.see(app.maja, &list(&app, "")).await;
    assert!(first.shows("121 people in Malmö, Byggkonsult"), "{}", first.body);
    assert!(first.shows("Berg000") && first.shows("Berg049") && !first.shows("Berg050"));
    let second = app.see(app.maja, &first.link("Next 50")).await;
    assert!(second.shows("Berg050") && second.shows("Berg099") && !second.shows("Berg049"));
    let third = app.see(app.maja, &second.link("Next 50")).await;
    assert!(third.shows("Berg119") && third.shows("<b>Lindqvist</b>") && !third.shows("Berg099"));
    let back = app.see(app.maja, &third.link("Previous 50")).await;
    assert!(back.shows("Berg050") && back.shows("Berg099") && !back.shows("Berg100"));
    let start = app.see(app.maja, &back.link("Previous 50")).await;
    assert!(start.shows("Berg000") && !start.shows("Berg050"));

    let letter = app.see(app.maja, &list(&app, "?from=l")).await;
    assert!(letter.shows("<b>Lindqvist</b>") && !letter.shows("Berg"), "{}", letter.body);
    let far = app.see(app.maja, &list(&app, "?from=z")).await;
    assert!(far.shows("Nobody comes after this"), "{}", far.body);
}

#[both_engines]
async fn filters_find_by_name_address_role_state_and_product(app: TestApp) {
    let (ada, bo) = (app.user("Ada", "Berg").await, app.user("Bo", "Öberg").await);
    let cia = app.invite("Cia", "Dahl").await;
    let dan = app.invite("Dan", "Ek").await;
    app.bounce(dan).await;
    make_admin(&app, bo, Role::SecondaryAdmin).await;
    let ritbord = app.product("Ritbord", "1", "feature").await;
    let pool = app.pool(ritbord, 5).await;
    app.assign(pool, &[ada, cia]).await;

    let maja = app.maja;
    let named = [
        ("Ada", "ada.berg@"),
        ("Bo", "bo."),
        ("Cia", "cia.dahl@"),
        ("Dan", "dan.ek@"),
        ("Maja", "maja.lindqvist@"),
    ];
    for (rest, wanted) in [
        ("?q=ada+berg".to_owned(), vec!["Ada"]),
        // His address is bo.-berg@.
        ("?q=BERG".into(), vec!["Ada", "Bo"]),
        ("?q=%C3%B6b".into(), vec!["Bo"]),
        ("?q=oberg+b".into(), vec!["Bo"]),
        ("?q=dan.e".into(), vec!["Dan"]),
        ("?q=Cia.Dahl%40bygg.example".into(), vec!["Cia"]),
        (format!("?q={maja}"), vec!["Maja"]),
        ("?q=100%25".into(), vec![]),
        ("?role=secondary_admin".into(), vec!["Bo"]),
        ("?status=active".into(), vec!["Ada", "Bo", "Maja"]),
        ("?status=invited".into(), vec!["Cia"]),
        ("?status=mail-failed".into(), vec!["Dan"]),
        ("?status=expired".into(), vec![]),
        (format!("?product={pool}"), vec!["Ada", "Cia"]),
        (format!("?product={pool}&status=invited&q=dahl"), vec!["Cia"]),
        ("?role=king&status=x&product=y&after=z".into(), vec!["Ada", "Bo", "Cia", "Dan", "Maja"]),
    ] {
        let page = app.see(app.maja, &list(&app, &rest)).await;
        assert_eq!(page.status, StatusCode::OK, "{rest} {}", page.body);
        let cells = |address: &str| page.shows(&format!("<span class=\"sub\">{address}"));
        let found: Vec<&str> =
            named.iter().filter(|(_, email)| cells(email)).map(|(name, _)| *name).collect();
        assert_eq!(found, wanted, "{rest}");
    }
    app.wait(days(8));
    let late = app.see(app.maja, &list(&app, "?status=expired")).await;
    assert!(late.shows("cia.dahl@") && !late.shows("dan.ek@") && late.shows("Invitation expired"));
}

#[both_engines]
async fn a_group_is_a_filter_and_stands_in_the_panel(app: TestApp) {
    let (ada, cia) = (app.user("Ada", "Berg").await, app.user("Cia", "Dahl").await);
    app.user("Bo", "Ek").await;
    let ritbord = app.product("Ritbord", "1", "feature").await;
    let (pool, team) = (app.pool(ritbord, 5).await, app.team);
    let group = app
        .act(move |cx| {
            let cad = kernel::Name::parse("name", "CAD").expect("a name");
            let group = seats::groups::create_group(cx, team, &cad)?.id;
            seats::groups::bring_product(cx, group, pool)?;
            seats::groups::add_to_group(cx, group, &[ada, cia])?;
            Ok(group)
        })
        .await;
    for rest in [format!("?group={group}"), format!("?group={group}&product={pool}")] {
        let page = app.see(app.maja, &list(&app, &rest)).await;
        assert!(page.shows("ada.berg@") && page.shows("cia.dahl@") && !page.shows("bo.ek@"), "{}", page.body);
        assert!(page.shows("CAD"), "the chip");
    }
    let behind = app.see(app.maja, &list(&app, &format!("?group={group}&after={ada}"))).await;
    assert!(behind.shows("cia.dahl@") && !behind.shows("ada.berg@"), "{}", behind.body);
    let panel = app.see(app.maja, &list(&app, &format!("/{ada}"))).await;
    assert!(panel.shows("Comes along") && panel.shows(&seats::paths::group(team, group)), "{}", panel.body);
}

#[both_engines]
async fn the_panel_shows_the_person_and_leads_on(app: TestApp) {
    let (ada, cia) = (app.user("Ada", "Berg").await, app.invite("Cia", "Dahl").await);
    let ritbord = app.product("Ritbord", "1", "feature").await;
    let pool = app.pool(ritbord, 5).await;
    app.assign(pool, &[ada]).await;

    let panel = app.see(app.maja, &list(&app, &format!("/{ada}?q=berg"))).await;
    for text in [
        "data-show=\"detail\"",
        "Ada Berg",
        "Member since",
        "24\u{a0}November 2026",
        &ada.to_string(),
        "Has a seat",
    ] {
        assert!(panel.shows(text), "{text} {}", panel.body);
    }
    assert_eq!(panel.link("All users"), list(&app, "?q=berg"));
    assert_eq!(panel.body.matches("btn-main").count(), 1);
    assert!(!panel.shows("/invitation"));
    // The seat is taken back from here, and one comes back here.
    let release =
        panel.body.split("action=\"").find(|part| part.contains("/releases?next=")).expect("a form");
    let release = release.split('"').next().expect("its address");
    let back = app.submit(app.maja, release, &[("person", &ada.to_string())]).await;
    assert_eq!(back.location, list(&app, &format!("/{ada}?q=berg")));
    assert!(app.see(app.maja, &back.location).await.shows("No seat yet."));

    let invited = app.see(app.maja, &list(&app, &format!("/{cia}"))).await;
    assert!(
        invited.shows("Has not been in yet") && invited.shows("The link works until 1\u{a0}December 2026")
    );
    let again = app.post(app.maja, &list(&app, &format!("/{cia}/invitation"))).await;
    assert_eq!(again.location, list(&app, &format!("/{cia}")));
    let mails = app.see(app.maja, &list(&app, &format!("/{cia}/emails"))).await;
    assert_eq!(mails.body.matches("bjuder in dig").count(), 2, "{}", mails.body);
}

#[both_engines]
async fn strangers_find_no_list_and_users_may_not_see_it(app: TestApp) {
    let (ada, sten) = (app.user("Ada", "Berg").await, app.stranger().await);
    for rest in [String::new(), ".csv".into(), format!("/{ada}"), format!("/{ada}/emails")] {
        let path = list(&app, &rest);
        let of = async |person| app.see(person, &path).await.status;
        assert_eq!(of(app.eve).await, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(of(sten).await, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(of(ada).await, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(of(app.olle).await, StatusCode::OK, "{path}");
        assert!(app.send(None, axum::http::Method::GET, &path).await.location.starts_with("/sign-in"));
    }
    assert_eq!(app.see(app.maja, &list(&app, &format!("/{}", app.eve))).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.see(app.maja, "/manage").await.location, list(&app, ""));
    assert_eq!(app.see(ada, "/manage").await.status, StatusCode::NOT_FOUND);
}

#[both_engines]
async fn the_export_holds_everybody_and_no_formula(app: TestApp) {
    app.user("=1+1", "Berg").await;
    for n in 0..3 {
        app.user("Ada", &format!("Öberg{n}")).await;
    }
    let file = app.see(app.maja, &list(&app, ".csv")).await;
    assert_eq!((file.status, file.kind.as_str()), (StatusCode::OK, "text/csv; charset=utf-8"));
    assert!(file.body.starts_with("\u{feff}First name,Last name,Email,User ID,"), "{}", file.body);
    assert_eq!(file.body.lines().count(), 6);
    assert!(file.shows("\r\n'=1+1,Berg,"), "{}", file.body);
    let some = app.see(app.maja, &list(&app, ".csv?q=%C3%B6berg1")).await;
    assert_eq!(some.body.lines().count(), 2, "{}", some.body);
}

/// The addresses of a page of the list, in its order.
fn shown(body: &str) -> Vec<String> {
    let cells = body.split("<span class=\"sub\">").skip(1).filter_map(|rest| rest.split('<').next());
    cells.filter(|text| text.contains('@')).map(str::to_owned).collect()
}

#[both_engines]
async fn every_order_leads_forth_and_back_past_everybody_once(app: TestApp) {
    for n in 0..124 {
        app.wait(kernel::clock::minutes(n % 3));
        app.user("Ada", &format!("Berg{:03}", n * 37 % 124)).await;
    }
    // Many were seen at the same time, and some never.
    app.act(|cx| {
        cx.quiet();
        let sql = "UPDATE people SET seen_at = CASE WHEN substr(sort_name, 7, 1) IN ('0', '5') THEN NULL
            ELSE 1790000000000 + CAST(substr(sort_name, 7, 1) AS BIGINT) END WHERE sort_name LIKE 'berg%'";
        cx.execute(sql, &[])
    })
    .await;
    let mut orders = vec![];
    for sort in ["", "-name", "seen", "-seen", "since", "-since"] {
        let (mut pages, mut path) = (vec![], list(&app, &format!("?sort={sort}")));
        loop {
            let page = app.see(app.maja, &path).await;
            pages.push(shown(&page.body));
            if pages.len() == 3 {
                path = page.link("Previous 50");
                break;
            }
            path = page.link("Next 50");
        }
        let people: std::collections::BTreeSet<_> = pages.iter().flatten().collect();
        assert_eq!((people.len(), pages[2].len()), (125, 25), "{sort}");
        let back = app.see(app.maja, &path).await;
        assert_eq!(shown(&back.body), pages[1], "{sort}");
        assert_eq!(shown(&app.see(app.maja, &back.link("Previous 50")).await.body), pages[0], "{sort}");
        let file = app.see(app.maja, &list(&app, &format!(".csv?sort={sort}"))).await;
        let order: Vec<_> = pages.into_iter().flatten().collect();
        let exported: Vec<_> =
            file.body.lines().skip(1).filter_map(|line| line.split(',').nth(2)).map(str::to_owned).collect();
        assert_eq!(exported, order, "{sort}");
        orders.push(order);
    }
    for two in orders.chunks(2) {
        let turned: Vec<_> = two[1].iter().rev().cloned().collect();
        assert_eq!(two[0], turned);
    }
}

#[both_engines]
async fn people_are_found_in_any_order_and_in_any_letters(app: TestApp) {
    let (bo, ada) = (app.user("Bo", "Åkesson").await, app.user("Ada", "Ørsted").await);
    app.invite("Cia", "Åker").await;
    for (rest, wanted) in [
        ("?q=ak&sort=-name", vec!["bo.-kesson@bygg.example", "cia.-ker@bygg.example"]),
        ("?q=AKE&sort=-since", vec!["cia.-ker@bygg.example", "bo.-kesson@bygg.example"]),
        ("?q=ake&status=invited&sort=seen", vec!["cia.-ker@bygg.example"]),
        ("?q=orsted", vec!["ada.-rsted@bygg.example"]),
        ("?q=%25", vec![]),
    ] {
        let page = app.see(app.maja, &list(&app, rest)).await;
        assert_eq!(shown(&page.body), wanted, "{rest}");
    }
    for (rest, whom) in [(format!("?q={bo}&sort=seen"), "bo."), (format!("?q={ada}"), "ada.")] {
        let page = app.see(app.maja, &list(&app, &rest)).await;
        assert!(
            shown(&page.body).iter().all(|email| email.starts_with(whom)) && page.body.contains(whom),
            "{rest}"
        );
    }
    let found = app.see(app.maja, "/search?q=akesson").await;
    assert!(found.shows("bo.-kesson@"), "{}", found.body);
}

#[both_engines]
async fn who_was_removed_is_a_filter_with_a_way_back(app: TestApp) {
    for n in 0..52 {
        let (team, person) = (app.team, app.user("Ada", &format!("Berg{n:02}")).await);
        app.act(move |cx| seats::leave_team(cx, team, person).map(|_| ())).await;
    }
    app.user("Bo", "Ek").await;
    let first = app.see(app.maja, &list(&app, "?status=removed")).await;
    assert_eq!(shown(&first.body).len(), 50, "{}", first.body);
    assert!(
        !first.shows("bo.ek@")
            && first.shows("Undo the removal of Ada Berg00")
            && first.shows("Recently removed")
    );
    let second = app.see(app.maja, &first.link("Next 50")).await;
    assert_eq!(shown(&second.body), ["ada.berg50@bygg.example", "ada.berg51@bygg.example"]);
    assert_eq!(shown(&app.see(app.maja, &second.link("Previous 50")).await.body), shown(&first.body));

    let found = app.see(app.maja, &list(&app, "?status=removed&q=berg51")).await;
    let undo = found.body.split("action=\"").find(|part| part.contains("/return")).expect("a form");
    let undone = app.submit(app.maja, undo.split('"').next().expect("its address"), &[]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.body);
    assert!(shown(&app.see(app.maja, &list(&app, "?status=removed&q=berg51")).await.body).is_empty());
    assert_eq!(shown(&app.see(app.maja, &list(&app, "?q=berg51")).await.body).len(), 1);
    let file = app.see(app.maja, &list(&app, ".csv?status=removed&q=berg1")).await;
    assert_eq!(file.body.lines().count(), 11, "{}", file.body);
    assert!(file.shows("Recently removed,User,"), "{}", file.body);
}

#[both_engines]
async fn the_groups_of_each_person_stand_in_the_list_and_in_the_export(app: TestApp) {
    let (ada, bo, team) = (app.user("Ada", "Berg").await, app.user("Bo", "Ek").await, app.team);
    app.act(move |cx| {
        for (name, people) in [("CAD", vec![ada, bo]), ("Arkitekter", vec![ada]), ("Nya", vec![ada])] {
            let name = kernel::Name::parse("name", name).expect("a name");
            let group = seats::groups::create_group(cx, team, &name)?.id;
            seats::groups::add_to_group(cx, group, &people)?;
        }
        Ok(())
    })
    .await;
    let page = app.see(app.maja, &list(&app, "")).await;
    assert!(page.shows("Arkitekter, CAD +1"), "{}", page.body);
    let file = app.see(app.maja, &list(&app, ".csv?sort=-name")).await;
    let rows: Vec<&str> = file.body.lines().collect();
    assert!(rows[2].starts_with("Bo,Ek,") && rows[2].contains(",,CAD,"), "{}", rows[2]);
    assert!(rows[3].contains("\"Arkitekter, CAD, Nya\""), "{}", rows[3]);
}
