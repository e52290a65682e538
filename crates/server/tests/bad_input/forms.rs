//! Every form of every page, posted as no page would.

use crate::world::World;
use std::collections::BTreeSet;
use testkit::{
    both_engines,
    http::{Answer, Caller, Method},
};

/// Every door of the server; another test keeps the list true.
const ROUTES: &str = include_str!("../../../../generated/routes.txt");
const FORM: &str = "application/x-www-form-urlencoded";

/// The pages that are posted to, with who may do that.
fn pages(world: &World) -> Vec<(&'static str, String, Caller)> {
    let lines = ROUTES.lines().filter(|line| !line.starts_with('#'));
    let posts = lines.filter_map(|line| line.strip_prefix("POST")).filter_map(|line| {
        let mut words = line.split_whitespace();
        let template = words.next().filter(|path| !path.starts_with("/api/"))?;
        // Signing out would end the session of the test itself.
        (template != "/sign-out").then(|| (template, words.any(|word| word == "operator")))
    });
    let caller = |by_operator| if by_operator { &world.operator } else { &world.maja }.clone();
    posts.map(|(template, by_operator)| (template, world.path(template), caller(by_operator))).collect()
}

/// Who is refused leaves nothing, whatever it was; whether it was refused.
async fn is_refused(world: &World, what: &str, send: impl FnOnce() -> Answer) -> bool {
    let before = world.rows().await;
    let answer = send();
    assert!(answer.status < 500, "{} for {what}: {}", answer.status, answer.text);
    if answer.status >= 400 {
        assert_eq!(world.rows().await, before, "{what}");
    }
    answer.status >= 400
}

#[both_engines]
async fn what_is_no_form_is_refused_and_leaves_nothing(world: World) {
    let bodies: [(&str, Vec<u8>); 7] = [
        (FORM, vec![]),
        (FORM, b"\xff\xfe\0=\0&%ff=%00&%".to_vec()),
        (FORM, b"{\"name\": \"x\"}".to_vec()),
        (FORM, "x=1&".repeat(10_000).into_bytes()),
        (FORM, vec![b'='; 40_000]),
        ("application/json", b"{}".to_vec()),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n".to_vec()),
    ];
    for (template, path, caller) in pages(&world) {
        for (kind, body) in &bodies {
            let what = format!("{template} {kind} of {}", body.len());
            let send = || caller.send(Method::POST, &path, kind, body.clone()).expect("an answer");
            is_refused(&world, &what, send).await;
        }
    }
}

/// No name, number, day, address or choice holds such words.
const UNREADABLE: [&str; 3] = ["a\0b", "a\u{202e}b", "a\u{200b}\u{7}b"];
/// A line break is folded, and a quote is a letter like others.
const ODD: [&str; 6] = ["\r\nBcc: eve@evil.example", "' OR 1=1 --", "<script>", "-1", "1e12", "99999-99-99"];

#[both_engines]
async fn hostile_words_in_every_field_are_refused_and_leave_nothing(world: World) {
    let mut tried = BTreeSet::new();
    for (template, path, caller) in pages(&world) {
        let page = caller.get(&path).expect("an answer");
        let names = fields(&page.text);
        // A button alone has no fields, such as one that ends other sessions, or a page that asks once more; those found
        // belong to the frame of the page.
        let is_button =
            template == "/profile/sessions" || ["/end", "/removal"].iter().any(|end| template.ends_with(end));
        if page.status != 200 || is_button {
            continue;
        }
        let long = "x".repeat(3_000);
        for word in UNREADABLE.into_iter().chain([long.as_str()]).chain(ODD) {
            let typed: Vec<_> = names.iter().map(|name| (name.as_str(), word)).collect();
            let what = format!("{template} with {:?}", word.chars().take(30).collect::<String>());
            let send = || caller.submit(&path, &typed).expect("an answer");
            assert!(is_refused(&world, &what, send).await || ODD.contains(&word), "{what}");
        }
        tried.insert(template);
    }
    assert!(tried.len() > 20, "{tried:?}");
}

/// The names of what can be typed or chosen in a page.
fn fields(page: &str) -> BTreeSet<String> {
    let tags = ["<input ", "<select ", "<textarea ", "<button "];
    let tags = tags.iter().flat_map(|tag| page.split(tag).skip(1));
    let name = |tag: &str| {
        let (inside, _) = tag.split_once('>')?;
        let (_, rest) = inside.split_once(" name=\"").or_else(|| inside.split_once("name=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    tags.filter_map(name).collect()
}

#[both_engines]
async fn a_form_of_two_megabytes_is_too_large(world: World) {
    let before = world.rows().await;
    let mut too_large = 0;
    for (template, path, caller) in pages(&world) {
        if template.ends_with("/builds") {
            continue;
        }
        let body = vec![b'x'; 2 << 20];
        // Heard to its end although nobody wants it: whoever is still sending would not get to see the answer.
        let answer = caller.send(Method::POST, &path, FORM, body).expect("an answer");
        assert!(answer.status < 500, "{template} {}", answer.status);
        too_large += usize::from(answer.status == 413);
    }
    assert!(too_large > 20, "{too_large}");
    assert_eq!(world.rows().await["people"], before["people"]);
}
