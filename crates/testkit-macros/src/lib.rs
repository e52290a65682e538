//! The attribute that runs one story on both engines.
//!
//! It refuses to know what a test is made of: it names `testkit::run` and `testkit::Engine` and nothing else.
//! Start at [`both_engines`]; `tests/both_engines.rs` shows what it expands to.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

/// Keeps the function and adds a module of the same name with one test for each engine.
///
/// ```text
/// /// Two people ask for the last seat at the same time.
/// #[both_engines]
/// async fn the_last_seat_goes_to_one_of_two(app: TestApp) { ... }
/// ```
///
/// gives the tests `the_last_seat_goes_to_one_of_two::sqlite` and `the_last_seat_goes_to_one_of_two::postgres`.
/// `#[ignore]` and `#[should_panic]` move to the two tests, `#[cfg]` holds for everything, and all other
/// attributes stay with the function.
#[proc_macro_attribute]
pub fn both_engines(arguments: TokenStream, item: TokenStream) -> TokenStream {
    if let Some(argument) = arguments.into_iter().next() {
        return refusal(argument.span(), "#[both_engines] takes no arguments");
    }
    match Story::parse(item) {
        Ok(story) => story.expand(),
        Err((span, why)) => refusal(span, why),
    }
}

struct Story {
    name: Ident,
    /// Attributes that only a test understands.
    for_tests: TokenStream,
    /// `#[cfg]`: a module must not outlive its function.
    for_both: TokenStream,
    function: TokenStream,
}

impl Story {
    fn parse(item: TokenStream) -> Result<Self, (Span, &'static str)> {
        let mut tokens = item.into_iter().peekable();
        let (mut for_tests, mut for_both, mut function) =
            (TokenStream::new(), TokenStream::new(), TokenStream::new());

        while let Some(TokenTree::Punct(hash)) = tokens.next_if(|token| is_punct(token, '#')) {
            let Some(TokenTree::Group(body)) = tokens.next() else {
                return Err((hash.span(), "an attribute is expected after `#`"));
            };
            let place = match first_word(&body).as_deref() {
                Some("ignore" | "should_panic") => &mut for_tests,
                Some("cfg") => &mut for_both,
                _ => &mut function,
            };
            place.extend([TokenTree::Punct(hash), TokenTree::Group(body)]);
        }

        let mut is_async = false;
        for token in tokens.by_ref() {
            let word = if let TokenTree::Ident(word) = &token { word.to_string() } else { String::new() };
            function.extend([token]);
            is_async |= word == "async";
            if word == "fn" {
                break;
            }
        }
        let Some(TokenTree::Ident(name)) = tokens.next() else {
            return Err((Span::call_site(), "#[both_engines] stands on a function"));
        };
        if !is_async {
            return Err((name.span(), "a story is an `async fn` that takes the TestApp"));
        }
        function.extend([TokenTree::Ident(name.clone())]);
        function.extend(tokens);
        Ok(Self { name, for_tests, for_both, function })
    }

    fn expand(self) -> TokenStream {
        let mut tests = TokenStream::new();
        for (test, engine) in [("sqlite", "Sqlite"), ("postgres", "Postgres")] {
            tests.extend(source("#[test]"));
            tests.extend(self.for_tests.clone());
            tests.extend(source(&format!("fn {test}()")));
            let mut call = source(&format!("::testkit::Engine::{engine}, super::"));
            call.extend([TokenTree::Ident(self.name.clone())]);
            let mut body = source("::testkit::run");
            body.extend([TokenTree::Group(Group::new(Delimiter::Parenthesis, call))]);
            tests.extend([TokenTree::Group(Group::new(Delimiter::Brace, body))]);
        }

        let mut all = self.for_both.clone();
        all.extend(self.function);
        all.extend(self.for_both);
        all.extend(source("mod"));
        all.extend([TokenTree::Ident(self.name), TokenTree::Group(Group::new(Delimiter::Brace, tests))]);
        all
    }
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

fn first_word(attribute: &Group) -> Option<String> {
    attribute.stream().into_iter().next().map(|token| token.to_string())
}

/// Text of this file as tokens; it is Rust by construction.
fn source(text: &str) -> TokenStream {
    text.parse().expect("the macro writes Rust")
}

/// A compile error at the place that is wrong.
fn refusal(span: Span, why: &str) -> TokenStream {
    let error = source(&format!("::core::compile_error! {{ {why:?} }}"));
    error
        .into_iter()
        .map(|mut token| {
            token.set_span(span);
            token
        })
        .collect()
}
