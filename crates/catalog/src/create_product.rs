//! Add a product to the catalog.

use crate::{
    Glyph, Product, Refused, Slug,
    checks::{self, Checks},
    events::ProductCreated,
    queries,
};
use kernel::{FieldError, Name, Permission, Result, Scope};
use store::Command;
use web::{Ask, Fields};

pub const LONGEST_DESCRIPTION: usize = 2000;

#[derive(Debug, Clone)]
pub struct CreateProduct {
    pub slug: Slug,
    pub name: Name,
    pub description: String,
    pub icon: Glyph,
}

impl CreateProduct {
    pub fn parse(slug: &str, name: &str, description: &str, icon: &str) -> Result<Self, Vec<FieldError>> {
        let mut checks = Checks::default();
        let name = checks.take(Name::parse("name", name));
        let slug = checks.take(Slug::parse("slug", slug));
        let description = checks.take(checks::prose("description", description, LONGEST_DESCRIPTION));
        let icon = checks.take(icon.parse());
        checks
            .done(|| Some(CreateProduct { slug: slug?, name: name?, description: description?, icon: icon? }))
    }
}

impl Ask for CreateProduct {
    fn read(fields: &mut Fields) -> Option<Self> {
        let [slug, name, description, icon] =
            ["slug", "name", "description", "icon"].map(|field| fields.raw(field));
        let parsed = Self::parse(slug, name, description, icon);
        checks::give(fields, parsed)
    }
}

pub fn create_product(cx: &mut Command, ask: &CreateProduct) -> Result<Product> {
    cx.require(Permission::ManageCatalog, Scope::Vendor)?;
    let product = Product {
        id: cx.id(),
        slug: ask.slug.clone(),
        name: ask.name.clone(),
        description: ask.description.clone(),
        icon: ask.icon,
        created_at: cx.now(),
    };
    if !queries::insert_product(cx, &product)? {
        return Err(Refused::SlugTaken.into());
    }
    cx.record(ProductCreated {
        product: product.id,
        slug: product.slug.to_string(),
        name: product.name.to_string(),
    });
    Ok(product)
}
