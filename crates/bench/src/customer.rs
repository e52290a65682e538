//! The customer whose people, seats and programs are measured, and Maja, who looks after them.

use crate::{
    load::{ask, post},
    place::Server,
    seed::Seats,
    time,
};
use accounts::{NewPerson, Passwords, create_first_operator};
use bytes::Bytes;
use http_body_util::Full;
use hyper::header;
use kernel::{
    Actor, Email, Error, Lang, Name, OfferingId, OrganizationId, PersonId, PoolId, ProductId, Result, Role,
    Secret, TeamId,
};
use std::net::SocketAddr;
use store::{Bind, Command, Db};

pub const PRODUCT: &str = "ritbord";
pub const PRIVACY: &str = "2026-10";

const OPERATOR: &str = "maja@nordkad.example";
const PASSWORD: &str = "mellan hägg och syren";

pub struct Customer {
    pub team: TeamId,
    pub product: ProductId,
    pub pool: PoolId,
}

impl Customer {
    pub fn seats(&self) -> Seats {
        let Customer { team, product, pool } = *self;
        Seats { team, product, pool, nth: 0 }
    }
}

/// Byggkonsult with the team Malmö, and seats of Ritbord without end.
pub async fn customer(db: &Db) -> Result<Customer> {
    db.command(&Actor::system("bench"), found).await
}

fn found(cx: &mut Command) -> Result<Customer> {
    let (organization, offering): (OrganizationId, OfferingId) = (cx.id(), cx.id());
    let (team, product, now) = (cx.id(), cx.id(), cx.now());
    let founding: [(&str, &[&dyn Bind]); 5] = [
        (
            "INSERT INTO organizations (id, number, name, created_at) VALUES ($1, 'K1', 'Byggkonsult', $2)",
            &[&organization, &now],
        ),
        (
            "INSERT INTO teams (id, organization_id, name, created_at) VALUES ($1, $2, 'Malmö', $3)",
            &[&team, &organization, &now],
        ),
        (
            "INSERT INTO products (id, slug, name, description, icon, created_at)
             VALUES ($1, $2, 'Ritbord', '', 'p-ritbord', $3)",
            &[&product, &PRODUCT, &now],
        ),
        (
            "INSERT INTO offerings (id, sku, product_id, name, license_model, max_devices, offline_days,
                refresh_hours, created_at)
             VALUES ($1, 'RIT-N', $2, 'Named user', 'named', 3, 30, 24, $3)",
            &[&offering, &product, &now],
        ),
        (
            "INSERT INTO privacy_statements (product_id, version, language, text, created_at)
             VALUES ($1, $2, 'en', 'We keep your name.', $3)",
            &[&product, &PRIVACY, &now],
        ),
    ];
    for (sql, params) in founding {
        cx.execute(sql, params)?;
    }
    cx.execute(
        "INSERT INTO programs (client_id, name, product_slug, kind, redirect_uris, scopes, created_at)
         VALUES ($1, $1, $1, 'public', '', 'openid license', $2)",
        &[&PRODUCT, &now],
    )?;
    let pool = seats::set_capacity(cx, team, offering, 10_000_000)?;
    Ok(Customer { team, product, pool })
}

/// Maja, who is operator and primary admin of the team; her cookie, as her browser sends it.
pub async fn admin(server: &Server, team: TeamId) -> Result<String> {
    let hash = Passwords::new(time::chance())?.hash(Secret::new(PASSWORD)).await?;
    let refused = |error| Error::fields(vec![error]);
    let new = NewPerson {
        email: Email::parse("email", OPERATOR).map_err(refused)?,
        first_name: Name::parse("name", "Maja").map_err(refused)?,
        last_name: Name::parse("name", "Lind").map_err(refused)?,
        lang: Lang::En,
        time_zone: "Europe/Stockholm".into(),
    };
    let make = move |cx: &mut Command| {
        let (maja, now): (PersonId, _) = (create_first_operator(cx, &new, &hash)?, cx.now());
        cx.execute(
            "INSERT INTO memberships (team_id, person_id, role, sort_name, created_at) VALUES ($1, $2, $3, 'lind maja', $4)",
            &[&team, &maja, &Role::PrimaryAdmin, &now],
        )
    };
    server.db.command(&Actor::system("bench"), make).await?;
    sign_in(server.at).await
}

/// The cookie of a fresh session of Maja's.
pub async fn sign_in(at: SocketAddr) -> Result<String> {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("email", OPERATOR)
        .append_pair("password", PASSWORD)
        .finish();
    let request = post("/sign-in").header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.body(Full::new(Bytes::from(form))).map_err(Error::fault)?;
    let answer = ask(at, request).await?;
    let cookies = answer.headers().get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
    let cookie = cookies.filter_map(|line| line.split(';').next()).find(|pair| pair.starts_with("session="));
    cookie
        .map(str::to_owned)
        .ok_or_else(|| Error::fault(format!("the sign-in was answered {}", answer.status())))
}
