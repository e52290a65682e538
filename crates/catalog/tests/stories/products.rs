//! Describing what is sold: by the verbs, and as the rooms above read it.

use crate::TestApp;
use catalog::{
    AddPrivacyStatement, CreateOffering, CreateProduct, CreateRelease, EditOffering, EditProduct,
    OfferingPolicy, Version,
};
use kernel::{Actor, Kind, Lang, Result};
use store::Command;
use testkit::both_engines;

async fn by<T: Send + 'static>(
    app: &TestApp,
    actor: &Actor,
    verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
) -> Result<T> {
    app.db.command(actor, verb).await
}

fn ritbord() -> CreateProduct {
    CreateProduct::parse("ritbord", "Ritbord", "", "p-ritbord").unwrap()
}

async fn release(app: &TestApp, version: &'static str) -> Result<catalog::Release> {
    let new = CreateRelease::parse(version, "update", "").unwrap();
    by(app, &app.olle, move |cx| catalog::create_release(cx, "ritbord", &new)).await
}

#[both_engines]
async fn olle_describes_a_product_from_its_name_to_what_is_sold(app: TestApp) {
    let product = by(&app, &app.olle, |cx| catalog::create_product(cx, &ritbord())).await.unwrap();
    let edit = EditProduct::parse("Ritbord Pro", "För arkitekter", "").unwrap();
    by(&app, &app.olle, move |cx| catalog::edit_product(cx, "ritbord", &edit)).await.unwrap();
    for version in ["2026.10", "2027.1", "2026.9", "2027.2-beta"] {
        release(&app, version).await.unwrap();
    }
    let usual = ["3", "30", "24"];
    let new = CreateOffering::parse("ritbord", ["rit-1y", "Ritbord, 1 år"], "named", usual).unwrap();
    let offering = by(&app, &app.olle, move |cx| catalog::create_offering(cx, &new)).await.unwrap();
    let stricter = EditOffering::parse("Ritbord, 1 år", ["2", "14", "12"]).unwrap();
    by(&app, &app.olle, move |cx| catalog::edit_offering(cx, "RIT-1Y", &stricter)).await.unwrap();

    let (id, offering) = (product.id, offering.id);
    let (seen, releases, latest, offered) = app
        .read(move |cx| {
            let seen = catalog::products_by_ids(cx, &[id])?.remove(0);
            let releases = catalog::releases(cx, id)?;
            Ok((seen, releases, catalog::latest_release(cx, id)?, catalog::offering(cx, offering)?))
        })
        .await;
    assert_eq!((seen.name.as_str(), seen.slug.as_str()), ("Ritbord Pro", "ritbord"));
    let order: Vec<_> = releases.iter().map(|release| release.version.as_str()).collect();
    assert_eq!(order, ["2027.2-beta", "2027.1", "2026.10", "2026.9"]);
    assert_eq!(latest.unwrap().version.as_str(), "2027.1", "a preview is not the latest");
    assert_eq!(offered.policy, OfferingPolicy { max_devices: 2, offline_days: 14, refresh_hours: 12 });
    let log = app.audit().await;
    assert_eq!(log.first().unwrap(), "product.created");
    assert_eq!(log.last().unwrap(), "offering.edited");
    assert_eq!(log.len(), 8, "{log:?}");
}

#[both_engines]
async fn what_is_taken_is_refused_by_name(app: TestApp) {
    by(&app, &app.olle, |cx| catalog::create_product(cx, &ritbord())).await.unwrap();
    let twice = by(&app, &app.olle, |cx| catalog::create_product(cx, &ritbord())).await.unwrap_err();
    assert_eq!((twice.kind(), twice.code()), (Kind::Conflict, "slug-taken"));
    release(&app, "2027.1").await.unwrap();
    assert_eq!(
        release(&app, "2027.01").await.unwrap_err().code(),
        "version-taken",
        "in another spelling too"
    );

    let sell = |product: &'static str, sku: &'static str| {
        let new = CreateOffering::parse(product, [sku, "Ritbord"], "named", ["3", "30", "24"]).unwrap();
        by(&app, &app.olle, move |cx| catalog::create_offering(cx, &new))
    };
    sell("ritbord", "RIT").await.unwrap();
    assert_eq!(sell("ritbord", "rit").await.unwrap_err().code(), "sku-taken");
    let unknown = sell("fasad", "FAS").await.unwrap_err();
    assert_eq!(unknown.field_errors()[0].field, "product");
    assert_eq!(app.audit().await.len(), 3, "what is refused leaves no trace");
}

#[both_engines]
async fn only_one_of_two_gets_the_same_slug(app: TestApp) {
    let make = || by(&app, &app.olle, |cx| catalog::create_product(cx, &ritbord()));
    let (one, two) = tokio::join!(make(), make());
    assert_eq!(one.is_ok() as u8 + two.is_ok() as u8, 1);
    assert_eq!([one, two].into_iter().find_map(Result::err).unwrap().code(), "slug-taken");
}

#[both_engines]
async fn nobody_but_the_operator_changes_the_catalog(app: TestApp) {
    by(&app, &app.olle, |cx| catalog::create_product(cx, &ritbord())).await.unwrap();
    for (actor, kind) in
        [(&Actor::nobody(), Kind::SignInNeeded), (&app.ada, Kind::NotFound), (&app.rut, Kind::NotFound)]
    {
        let edit = EditProduct::parse("Min", "", "").unwrap();
        let refused =
            by(&app, actor, move |cx| catalog::edit_product(cx, "ritbord", &edit)).await.unwrap_err();
        assert_eq!(refused.kind(), kind);
        let refused = by(&app, actor, |cx| catalog::create_product(cx, &ritbord())).await.unwrap_err();
        assert_eq!(refused.kind(), kind);
    }
    assert_eq!(app.audit().await, ["product.created"]);
}

#[both_engines]
async fn a_statement_stands_for_one_text_and_speaks_english_where_it_must(app: TestApp) {
    let product = by(&app, &app.olle, |cx| catalog::create_product(cx, &ritbord())).await.unwrap().id;
    let say = |version: &'static str, english: &'static str, swedish: &'static str| {
        let add = AddPrivacyStatement::parse(version, english, swedish).unwrap();
        by(&app, &app.olle, move |cx| catalog::add_privacy_statement(cx, "ritbord", &add))
    };
    let in_force = |lang| app.read(move |cx| catalog::privacy_statement(cx, product, lang));
    assert_eq!(in_force(Lang::Sv).await, None);
    say("1", "We see your device.", "Vi ser din enhet.").await.unwrap();
    say("1", "We see your device.", "Vi ser din enhet.").await.unwrap();
    assert_eq!(say("1", "We see everything.", "").await.unwrap_err().code(), "statement-taken");
    assert_eq!(in_force(Lang::Sv).await.unwrap().text, "Vi ser din enhet.");

    app.wait(kernel::clock::days(1));
    say("2", "We see less.", "").await.unwrap();
    let now = in_force(Lang::Sv).await.unwrap();
    assert_eq!((now.version, now.text.as_str()), (Version::parse("version", "2").unwrap(), "We see less."));
    assert_eq!(app.audit().await.len(), 3);
}
