//! Every door of the server, from the router itself. axum cannot list its routes, but it prints them.

use axum::Router;
use std::{collections::BTreeMap, fmt};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Door {
    pub path: String,
    pub method: String,
}

impl Door {
    pub fn is_get(&self) -> bool {
        self.method == "GET"
    }
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }
}

impl fmt::Display for Door {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// The doors by path; HEAD comes with every GET and is left out.
///
/// # Panics
/// When the router holds something that does not say its methods (`any`, `nest_service`), or prints itself otherwise
/// than it used to: a list that may lack a door is worth nothing.
pub fn doors(router: &Router) -> Vec<Door> {
    let text = format!("{router:?}");
    let (routes, _) = text.split_once("fallback_router:").expect("a router prints its fallback");
    let (mut methods, mut paths) = (BTreeMap::new(), BTreeMap::new());
    for entry in routes.split("RouteId(").skip(1) {
        let (id, entry) = entry.split_once("): ").expect("an entry has an id");
        match entry.strip_prefix('"') {
            Some(path) => paths.insert(id, path.split('"').next().expect("a path ends")),
            None => methods.insert(id, allowed(entry)),
        };
    }
    assert_eq!(
        methods.keys().collect::<Vec<_>>(),
        paths.keys().collect::<Vec<_>>(),
        "a route without methods, or the other way"
    );
    let doors = paths.iter().flat_map(|(id, path)| {
        let methods = methods[id].split(',').filter(|method| *method != "HEAD");
        methods.map(|method| Door { path: (*path).to_owned(), method: method.to_owned() })
    });
    let mut doors: Vec<_> = doors.collect();
    doors.sort();
    doors
}

fn allowed(entry: &str) -> &str {
    let methods = entry.split_once("allow_header: Bytes(b\"").and_then(|(_, rest)| rest.split('"').next());
    methods.unwrap_or_else(|| panic!("a route that does not say its methods: {entry}"))
}
