//! What the API says of itself besides its operations: its name, and how a caller says who it is.

use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Plats",
        description = "The account portal of a software vendor. Refusals are `application/problem+json` (RFC 9457), \
            in the language of `Accept-Language`, with a stable `code`."
    ),
    modifiers(&Bearer),
    security(("bearer" = []))
)]
pub(crate) struct Described;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut Document) {
        let mut bearer = Http::new(HttpAuthScheme::Bearer);
        bearer.description = Some(
            "An API key of the vendor or of a partner; for leases and the own devices a program's access token."
                .into(),
        );
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    }
}
