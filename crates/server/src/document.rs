//! What the API says of itself besides its operations: its name, and how a caller says who it is.

use axum::http::StatusCode;
use utoipa::{
    Modify, OpenApi,
    openapi::{
        Content, OpenApi as Document, PathItem, Ref, RefOr, Response,
        path::Operation,
        security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme},
    },
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Plats",
        description = "The account portal of a software vendor. Refusals are `application/problem+json` (RFC 9457), \
            in the language of `Accept-Language`, with a stable `code`."
    ),
    modifiers(&Callers),
    security(("bearer" = []))
)]
pub(crate) struct Described;

struct Callers;

impl Modify for Callers {
    fn modify(&self, document: &mut Document) {
        let bearer = |words: &str| {
            let mut bearer = Http::new(HttpAuthScheme::Bearer);
            bearer.description = Some(words.to_owned());
            SecurityScheme::Http(bearer)
        };
        let cookie = ApiKeyValue::with_description("session", "A person who is signed in in the browser.");
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", bearer("An API key of the vendor or of a partner."));
        components
            .add_security_scheme("program", bearer("A program's access token with the scope `license`."));
        components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// What all operations have in common: every refusal is a problem, whoever has to say who it is may fail to, and an
/// answer without words of its own has those of its status (OpenAPI wants some).
pub(crate) fn finished(mut document: Document) -> Document {
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        // Without a word of its own an operation has the security of the whole; an empty one is for everyone.
        let is_open =
            operation.security.as_ref().is_some_and(|all| all.iter().any(|one| *one == Default::default()));
        let responses = &mut operation.responses.responses;
        if !is_open {
            let refused = Response::new("Nobody, or a token that is unknown or over");
            responses.entry("401".to_owned()).or_insert(RefOr::T(refused));
        }
        for (status, response) in responses {
            let RefOr::T(response) = response else { continue };
            if response.description.is_empty() {
                response.description = in_words(status);
            }
            if status.starts_with(['4', '5']) {
                let problem = Content::new(Some(Ref::from_schema_name("Problem")));
                response.content = [("application/problem+json".to_owned(), RefOr::T(problem))].into();
            }
        }
    }
    document
}

fn operations(path: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut path.get, &mut path.post, &mut path.put, &mut path.patch, &mut path.delete].into_iter().flatten()
}

fn in_words(status: &str) -> String {
    let known = StatusCode::from_bytes(status.as_bytes()).ok();
    known.and_then(|status| status.canonical_reason()).unwrap_or(status).to_owned()
}
