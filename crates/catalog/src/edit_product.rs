//! Change what people read about a product. Its slug stays: programs are built with it.

use crate::{
    Glyph, Product, ask,
    checks::{self, Checks},
    create_product::LONGEST_DESCRIPTION,
    events::ProductEdited,
    queries,
};
use kernel::{FieldError, Name, Permission, Result, Scope};
use store::Command;
use web::{Ask, Fields};

#[derive(Debug, Clone)]
pub struct EditProduct {
    pub name: Name,
    pub description: String,
    pub icon: Glyph,
}

impl EditProduct {
    pub fn parse(name: &str, description: &str, icon: &str) -> Result<Self, Vec<FieldError>> {
        let mut checks = Checks::default();
        let name = checks.take(Name::parse("name", name));
        let description = checks.take(checks::prose("description", description, LONGEST_DESCRIPTION));
        let icon = checks.take(icon.parse());
        checks.done(|| Some(EditProduct { name: name?, description: description?, icon: icon? }))
    }
}

impl Ask for EditProduct {
    fn read(fields: &mut Fields) -> Option<Self> {
        let parsed = Self::parse(fields.raw("name"), fields.raw("description"), fields.raw("icon"));
        checks::give(fields, parsed)
    }
}

pub fn edit_product(cx: &mut Command, slug: &str, edit: &EditProduct) -> Result<Product> {
    cx.require(Permission::ManageCatalog, Scope::Vendor)?;
    let before = ask::product_by_slug(cx, slug)?;
    let product = Product {
        name: edit.name.clone(),
        description: edit.description.clone(),
        icon: edit.icon,
        ..before.clone()
    };
    if product == before {
        return Ok(before);
    }
    queries::update_product(cx, &product)?;
    cx.record(ProductEdited {
        product: product.id,
        slug: product.slug.to_string(),
        name: product.name.to_string(),
        description: product.description.clone(),
        icon: product.icon.to_string(),
    });
    Ok(product)
}
