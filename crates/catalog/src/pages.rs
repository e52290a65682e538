//! The operator's pages: products with their releases and builds, and offerings.

mod edit_product;
mod new_offering;
mod new_product;
mod new_release;
mod offering;
mod offerings;
mod privacy;
mod product;
mod products;
mod release;

use axum::{
    extract::DefaultBodyLimit,
    routing::{get, post},
};
use kernel::{Lang, Permission, Result, Scope};
use maud::{Markup, html};
use store::Read;
use utoipa_axum::router::OpenApiRouter;
use web::{
    Filled,
    components::{Is, crumbs, field::Field, note},
};

use crate::texts;
use i18n_embed_fl::fl;

pub(crate) fn routes() -> OpenApiRouter<web::Site> {
    OpenApiRouter::new()
        .route(PRODUCTS, get(products::get))
        .route("/vendor/products/new", get(new_product::get).post(new_product::post))
        .route("/vendor/products/{slug}", get(product::get))
        .route("/vendor/products/{slug}/edit", get(edit_product::get).post(edit_product::post))
        .route("/vendor/products/{slug}/privacy", get(privacy::get).post(privacy::post))
        .route("/vendor/products/{slug}/releases/new", get(new_release::get).post(new_release::post))
        .route("/vendor/products/{slug}/releases/{version}", get(release::get))
        .route(
            "/vendor/products/{slug}/releases/{version}/builds",
            // The file is streamed to the store, which has a limit of its own.
            post(release::post).layer(DefaultBodyLimit::disable()),
        )
        .route(OFFERINGS, get(offerings::get))
        .route("/vendor/offerings/new", get(new_offering::get).post(new_offering::post))
        .route("/vendor/offerings/{sku}", get(offering::get).post(offering::post))
}

const PRODUCTS: &str = "/vendor/products";
const OFFERINGS: &str = "/vendor/offerings";

fn product_path(slug: impl std::fmt::Display) -> String {
    format!("{PRODUCTS}/{slug}")
}
fn release_path(slug: impl std::fmt::Display, version: impl std::fmt::Display) -> String {
    format!("{PRODUCTS}/{slug}/releases/{version}")
}
fn offering_path(sku: impl std::fmt::Display) -> String {
    format!("{OFFERINGS}/{sku}")
}

/// All pages of the room are for those who keep the catalog.
fn may_see(cx: &Read) -> Result<()> {
    cx.require(Permission::ManageCatalog, Scope::Vendor)
}

/// As typed, and with what is wrong about it.
fn filled_in(field: Field, name: &str, filled: &Filled) -> Field {
    field.value(filled.value(name)).error(filled.error(name))
}

/// What stands above a form that was refused as a whole.
fn refusal(filled: &Filled) -> Markup {
    html! { @if let Some(refusal) = filled.refusal() { (note(Is::Bad, "", refusal).alert()) } }
}

/// The way to a page of one product.
fn way_of(lang: Lang, product: &crate::Product, here: &str) -> Markup {
    let name = product.name.to_string();
    let way = [(fl!(texts(lang), "products"), PRODUCTS.to_owned()), (name, product_path(&product.slug))];
    crumbs(lang, way.into_iter().chain([(here.to_owned(), String::new())]))
}
