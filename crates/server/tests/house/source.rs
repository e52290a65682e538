//! The source of the workspace, for the guards that read it: files, and what stands in them.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::path::{Path, PathBuf};

pub struct File {
    /// From the folder of the workspace.
    pub path: String,
    pub text: String,
}

/// A word, a sign or a text of Rust, with its line. Comments and documentation are left out.
pub struct Token {
    pub line: usize,
    pub text: String,
    /// What a string says.
    pub says: Option<String>,
}

/// All at once, so that one run tells all that is to mend.
#[track_caller]
pub fn none(offences: Vec<String>) {
    assert!(offences.is_empty(), "\n{}", offences.join("\n"));
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files of the crates, tools and examples whose name ends so; tests too.
pub fn files(end: &str) -> Vec<File> {
    let mut files = vec![];
    let mut folders: Vec<_> = ["crates", "xtask", "examples"].map(PathBuf::from).into();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).expect("a folder").filter_map(Result::ok) {
            let path = folder.join(entry.file_name());
            let is_source = !["target", "node_modules"].iter().any(|name| path.ends_with(name));
            if entry.path().is_dir() && is_source {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(end) {
                let text = std::fs::read_to_string(entry.path()).expect("text");
                files.push(File { path: path.to_string_lossy().into_owned(), text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The Rust of the crates themselves, without that of their tests.
pub fn rust() -> Vec<File> {
    let mut files = files(".rs");
    files.retain(|file| file.path.contains("/src/"));
    for file in &mut files {
        // Tests of a module stand at its end.
        let end = file.text.find("#[cfg(test)]\nmod ").unwrap_or(file.text.len());
        file.text.truncate(end);
    }
    files
}

impl File {
    /// The crate.
    pub fn room(&self) -> &str {
        self.path.split('/').nth(1).unwrap_or_default()
    }
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }
    pub fn tokens(&self) -> Vec<Token> {
        let stream: TokenStream = self.text.parse().unwrap_or_else(|why| panic!("{}: {why}", self.path));
        let mut tokens = vec![];
        flatten(stream, &mut tokens);
        tokens
    }
    /// What the strings say, with their lines.
    pub fn strings(&self) -> Vec<(usize, String)> {
        self.tokens().into_iter().filter_map(|token| Some((token.line, token.says?))).collect()
    }
}

fn flatten(stream: TokenStream, into: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        let mut put = |text: &str, says| into.push(Token { line, text: text.to_owned(), says });
        match tree {
            TokenTree::Group(group) if is_documentation(&group) => {}
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                put(open, None);
                flatten(group.stream(), into);
                into.push(Token { line, text: close.to_owned(), says: None });
            }
            other => {
                let text = other.to_string();
                put(&text, said(&text));
            }
        }
    }
}

/// `/// words` is `#[doc = "words"]`.
fn is_documentation(group: &Group) -> bool {
    let mut inside = group.stream().into_iter().map(|tree| tree.to_string());
    group.delimiter() == Delimiter::Bracket
        && inside.next().as_deref() == Some("doc")
        && inside.next().as_deref() == Some("=")
}

fn said(literal: &str) -> Option<String> {
    let raw = literal.strip_prefix('r').map(|raw| raw.trim_matches('#'));
    let inside = raw.unwrap_or(literal).strip_prefix('"')?.strip_suffix('"')?;
    Some(if raw.is_some() { inside.to_owned() } else { inside.replace("\\\"", "\"") })
}
