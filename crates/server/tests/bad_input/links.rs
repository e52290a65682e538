//! Links from mails that are used again, too old, somebody else's or nobody's.

use crate::world::{PASSWORD, World, done};
use kernel::clock::{days, hours};
use testkit::both_engines;

const PASSWORDS: &str = "SELECT COUNT(*) FROM people WHERE password_hash IS NOT NULL";

/// What a browser and a scanner do with a link.
async fn assert_is_dead(world: &World, token: &str, says: &str) {
    let before = (world.rows().await, world.count(PASSWORDS).await);
    let path = format!("/welcome/{token}");
    let nobody = world.nobody();
    let looked = done(nobody.get(&path), 410);
    assert!(looked.text.contains(says), "{}", looked.text);
    let used = done(nobody.submit(&path, &[("password", "en helt annan hemlighet")]), 410);
    assert_eq!(used.header("set-cookie"), "");
    assert_eq!((world.rows().await, world.count(PASSWORDS).await), before, "{token}");
}

#[both_engines]
async fn a_link_lets_in_once(world: World) {
    let token = world.link("ada@bygg.example").await;
    let path = format!("/welcome/{token}");
    // Scanners of mail look at every link, more than once.
    (0..3).for_each(|_| drop(done(world.nobody().get(&path), 200)));
    let before = world.rows().await;
    for (password, why) in
        [("", "empty"), ("kort", "short"), ("password1234", "guessed"), (&"x".repeat(2000), "long")]
    {
        let answer = world.nobody().submit(&path, &[("password", password)]).expect("an answer");
        assert_eq!(answer.status, 422, "{why}");
    }
    assert_eq!(world.rows().await, before);

    done(world.nobody().submit(&path, &[("password", PASSWORD)]), 303);
    assert_is_dead(&world, &token, "used").await;
    let sign_in = [("email", "ada@bygg.example"), ("password", PASSWORD)];
    done(world.nobody().submit("/sign-in", &sign_in), 303);
}

#[both_engines]
async fn a_link_that_is_too_old_leads_to_a_new_one(world: World) {
    let token = world.link("ada@bygg.example").await;
    world.ground.time.wait(days(7));
    assert_is_dead(&world, &token, &format!("/welcome/{token}/renewal")).await;

    done(world.nobody().submit(&format!("/welcome/{token}/renewal"), &[]), 303);
    let new = world.link("ada@bygg.example").await;
    assert_ne!(new, token);
    done(world.nobody().submit(&format!("/welcome/{new}"), &[("password", PASSWORD)]), 303);
    let again = world.nobody().submit(&format!("/welcome/{token}/renewal"), &[]);
    assert!(matches!(again.expect("an answer").status, 400..500));
}

#[both_engines]
async fn a_link_that_a_newer_one_replaced_is_dead(world: World) {
    let old = world.link("ada@bygg.example").await;
    world.ground.time.wait(hours(1));
    done(world.maja.submit(&world.path("/manage/teams/{team}/users/{person}/invitation"), &[]), 303);
    let new = world.link("ada@bygg.example").await;
    assert_ne!(new, old);
    assert_is_dead(&world, &old, "/sign-in").await;
    done(world.nobody().get(&format!("/welcome/{new}")), 200);
}

#[both_engines]
async fn tokens_that_are_no_links_open_nothing(world: World) {
    let link = world.link("ada@bygg.example").await;
    let (kind, secret) = link.rsplit_once('_').expect("a token");
    let foreign = [
        "x".to_owned(),
        "%00".into(),
        "%ff%fe".into(),
        "..%2f..%2fvendor".into(),
        link.to_uppercase(),
        format!("{link}x"),
        link[..link.len() - 1].to_owned(),
        format!("{kind}_{}", secret.chars().rev().collect::<String>()),
        format!("plats_key_{secret}"),
        "y".repeat(20_000),
    ];
    let before = world.rows().await;
    for token in foreign {
        for answer in [
            world.nobody().get(&format!("/welcome/{token}")),
            world.nobody().submit(&format!("/welcome/{token}"), &[("password", PASSWORD)]),
            world.nobody().submit(&format!("/welcome/{token}/renewal"), &[]),
        ] {
            let answer = answer.expect("an answer");
            assert!((400..500).contains(&answer.status), "{} for {token}", answer.status);
        }
    }
    // A link is no API key and no session either.
    for caller in [world.nobody().bearer(&link), world.nobody().with("cookie", format!("session={link}"))] {
        assert_eq!(caller.get("/api/v1/me/products").expect("an answer").status, 401);
    }
    assert_eq!(world.rows().await, before);
    done(world.nobody().get(&format!("/welcome/{link}")), 200);
}
