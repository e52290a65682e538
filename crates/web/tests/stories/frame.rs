//! The frame around every page promises what is there.

use kernel::Lang;
use maud::html;
use web::layout::{Frame, FramePerson, page};

#[test]
fn the_menu_of_a_person_names_the_password_and_nothing_that_is_not_there() {
    for (lang, word) in [(Lang::En, ">Password<"), (Lang::Sv, ">Lösenord<")] {
        let ada = FramePerson { first: "Ada".into(), last: "Berg".into(), email: "ada@bygg.example".into() };
        let frame = Frame { lang, person: Some(ada), ..Frame::default() };
        let page = page(&frame, "Home", html! {}).into_string();
        assert!(page.contains(word), "{page}");
        for absent in ["passkey", "nycklar"] {
            assert!(!page.to_lowercase().contains(absent), "{absent}");
        }
    }
}
