//! Where one is signed in: listed, ended, all at once (mission B17).

use crate::{TestApp, browser::Browser};
use axum::http::StatusCode;
use kernel::clock::minutes;
use testkit::both_engines;

const ADA: &str = "ada@bygg.example";

async fn enter(app: &TestApp, browser: Browser) -> Browser {
    browser.keep("lang", "en");
    app.enter(&browser, ADA, crate::world::PASSWORD).await;
    browser
}

/// The ways to end a session, in the order of the list.
async fn ends(browser: &Browser) -> Vec<String> {
    let page = browser.get("/profile/sessions").await;
    let parts = page.body.split("action=\"").skip(1).filter_map(|part| part.split('"').next());
    parts.filter(|path| path.starts_with("/profile/sessions/")).map(str::to_owned).collect()
}

#[both_engines]
async fn each_is_listed_with_its_browser_and_ended_by_one_click(app: TestApp) {
    app.known("Ada", ADA).await;
    let edge =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36 Edg/143.0";
    let work = enter(&app, app.browser().on(edge).at("198.51.100.4")).await;
    app.wait(minutes(90));
    let home = enter(&app, app.browser()).await;
    let list = home.get("/profile/sessions").await;
    for words in ["Firefox, Linux", "This one", "Edge, Windows", "from 198.51.100.4", "from 192.0.2.7"] {
        assert!(list.says(words), "{words}");
    }
    let end = ends(&home).await;
    assert_eq!(end.len(), 1, "the present one is ended by signing out");
    assert_eq!(home.post(&end[0], &[]).await.location, "/profile/sessions");
    assert!(!app.is_in(&work).await && app.is_in(&home).await);
    assert!(!home.get("/profile/sessions").await.says("Edge, Windows"));
    assert_eq!(app.audit().await.last().unwrap(), &format!("{ADA} person.signed-out {ADA}"));
    assert_eq!(home.post(&end[0], &[]).await.status, StatusCode::NOT_FOUND, "it has ended already");
}

#[both_engines]
async fn all_others_end_at_once(app: TestApp) {
    app.known("Ada", ADA).await;
    app.known("Bo", "bo@bygg.example").await;
    let bo = app.signed_in("bo@bygg.example").await;
    let here = enter(&app, app.browser()).await;
    let mut others = vec![];
    for _ in 0..3 {
        others.push(enter(&app, app.browser()).await);
    }
    assert_eq!(here.post("/profile/sessions", &[]).await.location, "/profile/sessions");
    for other in &others {
        assert!(!app.is_in(other).await);
    }
    assert!(app.is_in(&here).await && app.is_in(&bo).await);
    assert!(!here.get("/profile/sessions").await.says("Sign out everywhere else</button>"));
}

#[both_engines]
async fn nobody_ends_the_session_of_another(app: TestApp) {
    app.known("Ada", ADA).await;
    app.known("Eve", "eve@bygg.example").await;
    let (ada, second) = (enter(&app, app.browser()).await, enter(&app, app.browser()).await);
    let end = ends(&ada).await.remove(0);
    let eve = app.signed_in("eve@bygg.example").await;
    assert_eq!(eve.post(&end, &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.browser().post(&end, &[]).await.location, "/sign-in?next=%2F");
    for strange in ["/profile/sessions/x/end", "/profile/sessions/user_01h455vb4pex5vsknk084sn02q/end"] {
        assert!(eve.post(strange, &[]).await.status.is_client_error());
    }
    assert!(app.is_in(&second).await);
    assert!(eve.get("/profile/sessions").await.says("This one"));
    assert_eq!(ends(&eve).await.len(), 0);
}

#[both_engines]
async fn a_name_that_a_browser_gives_itself_does_no_harm(app: TestApp) {
    app.known("Ada", ADA).await;
    let odd = enter(&app, app.browser().on("<script>alert(1)</script>")).await;
    let list = odd.get("/profile/sessions").await;
    assert!(list.says("&lt;script&gt;") && !list.says("<script>alert"));
}
