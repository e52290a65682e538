//! Put something on sale: a product under an article number, with a license model and a policy.

use crate::{
    LicenseModel, Offering, OfferingPolicy, Refused, Sku, Slug, ask,
    checks::{self, Checks},
    events::OfferingCreated,
    queries,
};
use kernel::{Error, FieldError, Kind, Name, Permission, Result, Scope};
use store::Command;
use web::{Ask, Fields};

#[derive(Debug, Clone)]
pub struct CreateOffering {
    pub sku: Sku,
    /// The product's slug.
    pub product: String,
    pub name: Name,
    pub license_model: LicenseModel,
    pub policy: OfferingPolicy,
}

impl CreateOffering {
    /// `policy` is devices, days and hours as they were typed.
    pub fn parse(
        product: &str,
        [sku, name]: [&str; 2],
        model: &str,
        [devices, offline, refresh]: [&str; 3],
    ) -> Result<Self, Vec<FieldError>> {
        let mut checks = Checks::default();
        let product = match product {
            "" => checks.take(Err(FieldError::new("product", "missing"))),
            slug => {
                let known = Slug::parse("product", slug).map_err(|_| FieldError::new("product", "unknown"));
                checks.take(known.map(|slug| slug.to_string()))
            }
        };
        let sku = checks.take(Sku::parse("sku", sku));
        let name = checks.take(Name::parse("name", name));
        let license_model = checks.take(model.parse());
        let policy = checks.take_all(OfferingPolicy::parse(devices, offline, refresh));
        checks.done(|| {
            Some(CreateOffering {
                sku: sku?,
                product: product?,
                name: name?,
                license_model: license_model?,
                policy: policy?,
            })
        })
    }
}

impl Ask for CreateOffering {
    fn read(fields: &mut Fields) -> Option<Self> {
        let names = ["sku", "name"].map(|field| fields.raw(field));
        let policy = ["max_devices", "offline_days", "refresh_hours"].map(|field| fields.raw(field));
        let parsed = Self::parse(fields.raw("product"), names, fields.raw("license_model"), policy);
        checks::give(fields, parsed)
    }
}

pub fn create_offering(cx: &mut Command, new: &CreateOffering) -> Result<Offering> {
    cx.require(Permission::ManageCatalog, Scope::Vendor)?;
    let product = ask::product_by_slug(cx, &new.product).map_err(|error| match error.kind() {
        Kind::NotFound => Error::field("product", "unknown"),
        _ => error,
    })?;
    let offering = Offering {
        id: cx.id(),
        sku: new.sku.clone(),
        product_id: product.id,
        name: new.name.clone(),
        license_model: new.license_model,
        policy: new.policy,
        created_at: cx.now(),
    };
    if !queries::insert_offering(cx, &offering)? {
        return Err(Refused::SkuTaken.into());
    }
    cx.record(OfferingCreated {
        offering: offering.id,
        sku: offering.sku.to_string(),
        product: product.id,
        license_model: offering.license_model.to_string(),
        max_devices: offering.policy.max_devices,
        offline_days: offering.policy.offline_days,
        refresh_hours: offering.policy.refresh_hours,
    });
    Ok(offering)
}
