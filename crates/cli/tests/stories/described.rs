//! The API says of itself what the command line relies on.

use crate::world::World;
use serde_json::Value;
use std::{
    io::{Read, Write},
    net::TcpStream,
};

/// Operation, path, statuses, request schema: what `plats` sends and reads.
const USED: [(&str, &str, &[&str], &str); 48] = [
    ("get", "/api/v1/orders", &["200"], ""),
    ("post", "/api/v1/orders", &["200", "201", "409", "422"], "NewOrder"),
    ("get", "/api/v1/orders/{order}", &["200", "404"], ""),
    ("get", "/api/v1/me", &["200", "401"], ""),
    ("get", "/api/v1/contracts", &["200", "401", "422"], ""),
    ("get", "/api/v1/contracts/{contract}", &["200", "404"], ""),
    ("put", "/api/v1/contracts/{contract}/manager", &["200", "404", "422"], "NewManager"),
    ("get", "/api/v1/teams/{team}/groups", &["200", "404"], ""),
    ("post", "/api/v1/teams/{team}/groups", &["201", "409", "422"], "NewGroup"),
    ("delete", "/api/v1/groups/{group}", &["200", "404"], ""),
    ("get", "/api/v1/groups/{group}/members", &["200", "404"], ""),
    ("post", "/api/v1/groups/{group}/members", &["200", "409", "422"], "NewGroupMembers"),
    ("delete", "/api/v1/groups/{group}/members/{person}", &["200", "404"], ""),
    ("put", "/api/v1/groups/{group}/products/{pool}", &["200", "404"], ""),
    ("delete", "/api/v1/groups/{group}/products/{pool}", &["200", "404"], ""),
    ("put", "/api/v1/teams/{team}/members/{person}/role", &["200", "404", "409", "422"], "NewRole"),
    ("delete", "/api/v1/teams/{team}/members/{person}", &["204", "404", "409"], ""),
    ("post", "/api/v1/teams/{team}/members/{person}/return", &["200", "404", "409"], ""),
    ("get", "/api/v1/products", &["200"], ""),
    ("post", "/api/v1/products", &["201", "409", "422"], "NewProduct"),
    ("get", "/api/v1/products/{slug}", &["200", "404"], ""),
    ("get", "/api/v1/products/{slug}/releases", &["200", "404"], ""),
    ("post", "/api/v1/products/{slug}/releases", &["201", "404", "409", "422"], "NewRelease"),
    ("get", "/api/v1/products/{slug}/releases/{version}", &["200", "404"], ""),
    ("get", "/api/v1/offerings", &["200"], ""),
    ("post", "/api/v1/offerings", &["201", "409", "422"], "NewOffering"),
    ("get", "/api/v1/offerings/{sku}", &["200", "404"], ""),
    ("patch", "/api/v1/offerings/{sku}", &["200", "404", "422"], "OfferingPatch"),
    ("get", "/api/v1/programs", &["200"], ""),
    ("post", "/api/v1/programs", &["201"], "NewProgram"),
    ("get", "/api/v1/products/{slug}/privacy", &["200", "404"], ""),
    ("put", "/api/v1/products/{slug}/privacy", &["200", "401", "404", "409", "422"], "NewPrivacyStatement"),
    ("get", "/api/v1/teams", &["200", "401", "422"], ""),
    ("get", "/api/v1/teams/{team}", &["200", "404"], ""),
    ("post", "/api/v1/teams/{team}/invitations", &["201", "409", "422"], "NewInvitation"),
    ("get", "/api/v1/teams/{team}/pools", &["200", "404"], ""),
    ("post", "/api/v1/pools/{pool}/assignments", &["201", "409", "422"], "NewAssignments"),
    ("delete", "/api/v1/pools/{pool}/assignments/{person}", &["204", "404", "409"], ""),
    ("get", "/api/v1/teams/{team}/groups", &["200", "404"], ""),
    ("get", "/api/v1/teams/{team}/imports", &["200", "404"], ""),
    ("post", "/api/v1/teams/{team}/imports", &["201", "403", "404", "422"], ""),
    ("get", "/api/v1/imports/{import}", &["200", "404"], ""),
    ("delete", "/api/v1/imports/{import}", &["204", "404", "409"], ""),
    ("get", "/api/v1/imports/{import}/rows", &["200", "404"], ""),
    ("get", "/api/v1/imports/{import}/to-mend", &["200", "404"], ""),
    ("put", "/api/v1/imports/{import}/confirmation", &["202", "404", "409"], ""),
    ("delete", "/api/v1/imports/{import}/confirmation", &["202", "404", "409"], ""),
    ("put", "/api/v1/imports/{import}/undo", &["202", "404", "409", "410"], ""),
];

/// The parameters of lists and of the upload.
const PARAMETERS: [(&str, &str, &[&str]); 10] = [
    ("get", "/api/v1/orders", &["q", "number", "cursor", "limit"]),
    ("get", "/api/v1/contracts", &["q", "number", "cursor", "limit"]),
    ("get", "/api/v1/teams", &["q", "cursor", "limit"]),
    ("post", "/api/v1/orders", &["dry_run"]),
    ("get", "/api/v1/products", &["cursor", "limit"]),
    ("get", "/api/v1/teams/{team}/members", &["team", "q", "cursor", "limit"]),
    (
        "post",
        "/api/v1/teams/{team}/imports",
        &["team", "act", "pools", "groups", "role", "language", "file_name"],
    ),
    ("get", "/api/v1/imports/{import}/rows", &["import", "show", "cursor", "limit"]),
    ("get", "/api/v1/pools/{pool}/assignments", &["pool", "q", "cursor", "limit"]),
    (
        "put",
        "/api/v1/products/{slug}/releases/{version}/builds/{platform}/{language}",
        &["slug", "version", "platform", "language", "file_name", "replace", "Repr-Digest"],
    ),
];

#[test]
fn the_document_describes_every_call_of_the_command_line() {
    let document = document(&World::new());
    for (method, path, statuses, body) in USED {
        let operation = &document["paths"][path][method];
        assert!(operation.is_object(), "{method} {path} is not described");
        for status in statuses {
            assert!(operation["responses"][status].is_object(), "{method} {path} lacks {status}");
        }
        let schema = &operation["requestBody"]["content"]["application/json"]["schema"]["$ref"];
        assert!(schema.as_str().unwrap_or_default().ends_with(body), "{method} {path} takes {schema}");
    }
    for (method, path, names) in PARAMETERS {
        let described = document["paths"][path][method]["parameters"].as_array().unwrap();
        for name in names {
            assert!(
                described.iter().any(|parameter| parameter["name"] == **name),
                "{method} {path} lacks {name}"
            );
        }
    }
}

#[test]
fn the_document_says_whose_it_is_and_names_each_operation_once() {
    let document = document(&World::new());
    assert_eq!(document["info"]["title"], "Plats");
    assert_eq!(document["components"]["securitySchemes"]["bearer"]["scheme"], "bearer");
    assert_eq!(document["security"], serde_json::json!([{"bearer": []}]));
    let paths = document["paths"].as_object().unwrap();
    let operations = paths.values().flat_map(|path| path.as_object().unwrap().values());
    let mut ids: Vec<_> = operations.map(|operation| operation["operationId"].as_str().unwrap()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    assert!(ids.iter().all(|id| id.contains('_')), "a verb and a noun: {ids:?}");
    let plan = &document["components"]["schemas"]["OrderPlan"]["properties"];
    assert!(plan["landing"].is_object());
}

fn document(world: &World) -> Value {
    let host = world.url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(host).unwrap();
    write!(stream, "GET /api/v1/openapi.json HTTP/1.0\r\nHost: {host}\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}
