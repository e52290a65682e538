//! Publish a new version of what people accept before a program tells anything of their device.

use crate::{
    PrivacyStatement, Refused, Version, ask,
    checks::{self, Checks},
    events::PrivacyStatementAdded,
    queries,
};
use kernel::{FieldError, Lang, Permission, Result, Scope};
use store::Command;
use web::{Ask, Fields};

pub const LONGEST_STATEMENT: usize = 50_000;

#[derive(Debug, Clone)]
pub struct AddPrivacyStatement {
    pub version: Version,
    /// English is always there: whoever has no text in the own language reads this one.
    pub english: String,
    pub swedish: Option<String>,
}

impl AddPrivacyStatement {
    pub fn parse(version: &str, english: &str, swedish: &str) -> Result<Self, Vec<FieldError>> {
        let mut checks = Checks::default();
        let version = checks.take(Version::parse("version", version));
        let english = checks.take(checks::some_prose("en", english, LONGEST_STATEMENT));
        let swedish = checks.take(checks::prose("sv", swedish, LONGEST_STATEMENT));
        checks.done(|| {
            let swedish = swedish.filter(|text| !text.is_empty());
            Some(AddPrivacyStatement { version: version?, english: english?, swedish })
        })
    }
    fn texts(&self) -> Vec<(Lang, &str)> {
        let swedish = self.swedish.as_deref().map(|text| (Lang::Sv, text));
        [Some((Lang::En, self.english.as_str())), swedish].into_iter().flatten().collect()
    }
}

impl Ask for AddPrivacyStatement {
    fn read(fields: &mut Fields) -> Option<Self> {
        let parsed = Self::parse(fields.raw("version"), fields.raw("en"), fields.raw("sv"));
        checks::give(fields, parsed)
    }
}

/// The same version with the same texts, once more, changes nothing.
pub fn add_privacy_statement(cx: &mut Command, slug: &str, add: &AddPrivacyStatement) -> Result<()> {
    cx.require(Permission::ManageCatalog, Scope::Vendor)?;
    let product = ask::product_by_slug(cx, slug)?;
    let there = queries::statements_of(cx, product.id, &add.version)?;
    if !there.is_empty() {
        let held: Vec<_> =
            there.iter().map(|statement| (statement.language, statement.text.as_str())).collect();
        return if held == add.texts() { Ok(()) } else { Err(Refused::StatementTaken.into()) };
    }
    let created_at = cx.now();
    for (language, text) in add.texts() {
        let statement =
            PrivacyStatement { version: add.version.clone(), language, text: text.to_owned(), created_at };
        if !queries::insert_statement(cx, product.id, &statement)? {
            return Err(Refused::StatementTaken.into());
        }
    }
    cx.record(PrivacyStatementAdded {
        product: product.id,
        slug: product.slug.to_string(),
        version: add.version.to_string(),
        languages: add.texts().iter().map(|(lang, _)| lang.tag().to_owned()).collect(),
    });
    Ok(())
}
