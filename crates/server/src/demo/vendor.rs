//! What the vendor does: the catalog with its files, the programs, the reseller.

use super::{
    builds,
    cast::{self, FASAD, FASAD_FIELD, MATVERK, OPERATOR, PARTNER, Player, RITBORD},
    stage::{Stage, taken},
};
use accounts::{
    NewPerson,
    oauth::{RegisterProgram, TypedProgram, register_program},
};
use bytes::Bytes;
use catalog::{AddBuild, AddPrivacyStatement, CreateOffering, CreateProduct, CreateRelease};
use futures_util::stream;
use kernel::{Actor, Email, Name, Result, secret::hex};
use std::convert::Infallible;
use store::Command;

pub(super) const PARTNER_NUMBER: &str = "P-1107";

pub(super) fn new_person(player: &Player) -> Result<NewPerson> {
    Ok(NewPerson {
        email: taken(Email::parse("email", player.email))?,
        first_name: taken(Name::parse("first", player.first))?,
        last_name: taken(Name::parse("last", player.last))?,
        lang: player.lang,
        time_zone: "Europe/Stockholm".into(),
    })
}

/// The first operator, as `platsd init` makes it; a colleague, a reseller and its people.
pub(super) async fn staff(stage: &Stage, password_hash: String) -> Result<Actor> {
    let first = new_person(&OPERATOR)?;
    let init = move |cx: &mut Command| accounts::create_first_operator(cx, &first, &password_hash);
    stage.act(&Actor::system("init"), init).await?;
    let operator = stage.actor(OPERATOR.email).await?;

    let colleague = new_person(&cast::SECOND_OPERATOR)?;
    stage.act(&operator, move |cx| accounts::add_staff(cx, &colleague, None)).await?;
    stage.follow_link(cast::SECOND_OPERATOR.email).await?;

    let name = taken(Name::parse("name", "Skissera AB"))?;
    let number = taken(Name::parse("number", PARTNER_NUMBER))?;
    let desk = taken(Email::parse("desk", "license@skissera.example"))?;
    let create = move |cx: &mut Command| accounts::create_partner(cx, &name, &number, Some(&desk));
    let partner = stage.act(&operator, create).await?;
    for player in [&PARTNER, &cast::SECOND_PARTNER] {
        let person = new_person(player)?;
        stage.act(&operator, move |cx| accounts::add_staff(cx, &person, Some(partner))).await?;
        stage.follow_link(player.email).await?;
    }
    let name = taken(Name::parse("name", "Skissera, order system"))?;
    stage.act(&operator, move |cx| accounts::create_api_key(cx, &name, Some(partner))).await?;
    Ok(operator)
}

struct ProductText {
    slug: &'static str,
    name: &'static str,
    description: &'static str,
    icon: &'static str,
}

const PRODUCTS: [ProductText; 3] = [
    ProductText {
        slug: "ritbord",
        name: "Ritbord",
        description: "The drawing table: plans, sections and sheet sets.",
        icon: "p-ritbord",
    },
    ProductText {
        slug: "fasad",
        name: "Fasad",
        description: "Facades, windows and their schedules, from the drawing.",
        icon: "p-fasad",
    },
    ProductText {
        slug: "matverk",
        name: "Mätverk",
        description: "Surveys and point clouds, measured and cleaned.",
        icon: "p-matverk",
    },
];

/// Products, their privacy statements, the programs that sign in, and what is on sale.
pub(super) async fn products(stage: &Stage, operator: &Actor) -> Result<()> {
    for ProductText { slug, name, description, icon } in PRODUCTS {
        let product = taken(CreateProduct::parse(slug, name, description, icon))?;
        stage.act(operator, move |cx| catalog::create_product(cx, &product).map(|_| ())).await?;
        let [english, swedish] = privacy_statement(name);
        let statement = taken(AddPrivacyStatement::parse("2025-11", &english, &swedish))?;
        stage.act(operator, move |cx| catalog::add_privacy_statement(cx, slug, &statement)).await?;
        let program = taken(RegisterProgram::read(TypedProgram {
            client_id: slug,
            name,
            product: slug,
            kind: "public",
            redirect_uris: &["http://127.0.0.1/callback", "http://[::1]/callback"],
            scopes: &["openid", "profile", "email", "offline_access", "license"],
        }))?;
        stage.act(operator, move |cx| register_program(cx, &program).map(|_| ())).await?;
    }
    for (product, sku, name, policy) in [
        ("ritbord", RITBORD, "Named user", ["3", "30", "24"]),
        ("ritbord", "RITBORD-STUDIO", "One workstation", ["1", "7", "24"]),
        ("fasad", FASAD, "Named user", ["3", "30", "24"]),
        ("fasad", FASAD_FIELD, "Field work, long offline", ["2", "180", "168"]),
        ("matverk", MATVERK, "Named user", ["2", "14", "24"]),
    ] {
        let offering = taken(CreateOffering::parse(product, [sku, name], "named", policy))?;
        stage.act(operator, move |cx| catalog::create_offering(cx, &offering).map(|_| ())).await?;
    }
    Ok(())
}

fn privacy_statement(product: &str) -> [String; 2] {
    [
        format!(
            "{product} tells Nordkad the name of this device, its operating system, the version of the program and \
             when it asks for a license. Nothing of your drawings leaves this device.\n\n\
             Nordkad keeps this for as long as you have a seat, and 90 days longer. The admins of your team see on how \
             many devices you work and until when a license lasts; they do not see what you draw.\n\n\
             Questions: privacy@nordkad.example."
        ),
        format!(
            "{product} berättar för Nordkad vad enheten heter, vilket operativsystem den har, vilken version programmet \
             är och när det ber om licens. Ingenting av dina ritningar lämnar enheten.\n\n\
             Nordkad sparar detta så länge du har en plats, och 90 dagar till. Administratörerna i ditt team ser hur \
             många enheter du arbetar på och hur länge en licens gäller; de ser inte vad du ritar.\n\n\
             Frågor: privacy@nordkad.example."
        ),
    ]
}

/// A version, and for which platforms and languages there are files.
pub(super) struct NewRelease {
    pub slug: &'static str,
    pub version: &'static str,
    pub kind: &'static str,
    pub notes: &'static str,
}

const PLATFORMS: [(&str, &[&str]); 4] = [
    ("windows-x64", &["sv", "en"]),
    ("macos-arm64", &["sv", "en"]),
    ("macos-x64", &["en"]),
    ("linux-x64", &["mul"]),
];

/// Uploads the files one by one, as the page does. A preview comes for one system.
pub(super) async fn release(stage: &Stage, operator: &Actor, new: NewRelease, start: &str) -> Result<()> {
    let NewRelease { slug, version, kind, notes } = new;
    let announced = taken(CreateRelease::parse(version, kind, notes))?;
    stage.act(operator, move |cx| catalog::create_release(cx, slug, &announced).map(|_| ())).await?;
    let name = PRODUCTS.iter().find(|product| product.slug == slug).map_or(slug, |product| product.name);
    let previewed = |platform: &str| !version.contains('-') || platform == "linux-x64";
    for (platform, languages) in PLATFORMS.into_iter().filter(|(platform, _)| previewed(platform)) {
        for language in languages {
            let build = builds::Build { product: name, slug, version, platform, language, start };
            add_build(stage, operator, &build).await?;
        }
    }
    Ok(())
}

async fn add_build(stage: &Stage, operator: &Actor, build: &builds::Build<'_>) -> Result<()> {
    let place = [build.platform, build.language];
    let add = taken(AddBuild::parse([build.slug, build.version], place, &build.file_name(), false))?;
    let upload = hex(&stage.chance().bytes::<16>());
    let body = stream::iter([Ok::<_, Infallible>(Bytes::from(build.bytes()?))]);
    let staged = stage.files.stage(&upload, body).await?;
    let stored = stage.files.keep(staged).await?;
    stage.act(operator, move |cx| catalog::add_build(cx, &add, &stored).map(|_| ())).await
}
