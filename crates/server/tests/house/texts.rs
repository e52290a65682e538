//! Rule 13: every text is there in every language, and every refusal has a sentence.

use crate::source::{File, Token, files, none, rust};
use std::collections::{BTreeMap, BTreeSet};

/// The messages of a file, each with the names of its parameters.
fn messages(file: &File) -> BTreeMap<String, BTreeSet<String>> {
    if let Err((_, errors)) = fluent_syntax::parser::parse(file.text.as_str()) {
        panic!("{}: {errors:?}", file.path);
    }
    let mut messages = BTreeMap::<_, BTreeSet<_>>::new();
    let mut name = String::new();
    for line in file.text.lines().filter(|line| !line.starts_with('#')) {
        let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some((key, _)) = line.split_once('=').filter(|_| begins) {
            name = key.trim().to_owned();
            assert!(!messages.contains_key(&name), "{} has {name} twice", file.path);
        }
        let parameters = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect::<String>()
        });
        messages.entry(name.clone()).or_default().extend(parameters);
    }
    messages.remove("");
    messages
}

#[test]
fn every_text_is_there_in_both_languages() {
    let all = files(".ftl");
    for english in all.iter().filter(|file| file.path.contains("/en/")) {
        let path = english.path.replace("/en/", "/sv/");
        let swedish =
            all.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("there is no {path}"));
        let (en, sv) = (messages(english), messages(swedish));
        let lacks = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| -> Vec<String> {
            a.keys().filter(|key| !b.contains_key(*key)).cloned().collect()
        };
        assert!(lacks(&en, &sv).is_empty(), "{path} lacks {:?}", lacks(&en, &sv));
        assert!(lacks(&sv, &en).is_empty(), "{} lacks {:?}", english.path, lacks(&sv, &en));
        for (key, known) in &en {
            let unknown: Vec<_> = sv[key].difference(known).collect();
            assert!(unknown.is_empty(), "{path}: {key} asks for {unknown:?}, which English does not");
        }
    }
}

#[test]
fn no_text_is_unused() {
    let mut unused = vec![];
    for file in files(".ftl").iter().filter(|file| file.path.contains("/en/")) {
        let sources = rust().into_iter().filter(|source| source.room() == file.room());
        let said: BTreeSet<_> = sources.flat_map(|source| source.strings()).map(|(_, text)| text).collect();
        let keys = messages(file).into_keys().filter(|key| !said.contains(key));
        unused.extend(keys.map(|key| format!("{}: {key}", file.path)));
    }
    none(unused);
}

/// A code that no arm of `field_sentence` knows would read "not understood".
#[test]
fn every_code_of_a_field_has_a_sentence() {
    let all = rust();
    let problem = all.iter().find(|file| file.path == "crates/web/src/problem.rs").expect("the sentences");
    let known: BTreeSet<_> = problem.strings().into_iter().map(|(_, text)| text).collect();
    let mut unknown = vec![];
    for file in &all {
        let tokens = file.tokens();
        for (at, five) in tokens.windows(5).enumerate() {
            let words: Vec<_> = five.iter().map(|token| token.text.as_str()).collect();
            let makes =
                matches!(words[..], ["FieldError", ":", ":", "new", "("] | ["Error", ":", ":", "field", "("]);
            let code = second(&tokens[at + 5..]).and_then(|code| code.says.clone());
            let Some(code) = code.filter(|_| makes) else { continue };
            if !known.contains(&code) && code != "not-understood" {
                unknown.push(format!("{}:{} {code}", file.path, five[0].line));
            }
        }
    }
    none(unknown);
}

/// The second argument; the first may be a call itself.
fn second(arguments: &[Token]) -> Option<&Token> {
    let mut depth = 0;
    let comma = arguments.iter().position(|token| {
        depth += match token.text.as_str() {
            "(" | "[" | "{" => 1,
            ")" | "]" | "}" => -1,
            _ => 0,
        };
        depth == 0 && token.text == ","
    });
    arguments.get(comma? + 1)
}

/// A code names one fact, so that a program can tell refusals apart.
#[test]
fn every_refusal_has_a_code_of_its_own() {
    let (mut owners, mut wrong) = (BTreeMap::new(), vec![]);
    for file in rust().iter().filter(|file| file.text.contains("Refusal for ")) {
        let place = |line: usize| format!("{}:{line}", file.path);
        for (code, line) in codes(&file.tokens()) {
            // The standard names those of the authorization server, with underscores.
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if !code.chars().all(fits) {
                wrong.push(format!("{} {code} has not the form of a code", place(line)));
            }
            if let Some(other) = owners.insert(code.clone(), place(line)) {
                wrong.push(format!("{} {code} is also the code at {other}", place(line)));
            }
        }
    }
    none(wrong);
    assert!(owners.len() > 30, "{owners:?}");
}

/// The texts in the body of each `fn code(&self)`.
fn codes(tokens: &[Token]) -> Vec<(String, usize)> {
    let begins = |three: &[Token]| three[0].text == "fn" && three[1].text == "code" && three[2].text == "(";
    let starts = tokens.windows(3).enumerate().filter(|(_, three)| begins(three)).map(|(at, _)| at + 1);
    let bodies = starts.map(|at| tokens[at..].iter().take_while(|token| token.text != "fn"));
    bodies.flatten().filter_map(|token| Some((token.says.clone()?, token.line))).collect()
}
