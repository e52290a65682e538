//! Forms that the page of another site sends in a visitor's name are refused, by what the browser says of their origin.

use crate::{problem::Fault, site::Site, texts};
use axum::response::{IntoResponse, Response};
use i18n_embed_fl::fl;
use kernel::{Error, Kind, Lang, Refusal, Result};
use tower_http::csrf::{CsrfLayer, ProtectionError};

type Guard = CsrfLayer<fn(ProtectionError) -> Response>;

/// A layer inside of [`Site::doors`]. The hosts of the areas are no strangers to each other.
pub fn own_forms(site: &Site) -> Result<Guard> {
    let mut layer = CsrfLayer::new().add_trusted_origin(&site.house().public_url).map_err(Error::fault)?;
    for (_, base) in &site.areas {
        layer = layer.add_trusted_origin(base).map_err(Error::fault)?;
    }
    Ok(layer.with_rejection_response(refuse))
}

fn refuse(_: ProtectionError) -> Response {
    Fault::from(Error::from(FromElsewhere)).into_response()
}

#[derive(Debug)]
struct FromElsewhere;

impl Refusal for FromElsewhere {
    fn kind(&self) -> Kind {
        Kind::Forbidden
    }
    fn code(&self) -> &'static str {
        "form-from-elsewhere"
    }
    fn sentence(&self, lang: Lang) -> String {
        fl!(texts(lang), "error-form-from-elsewhere")
    }
}
