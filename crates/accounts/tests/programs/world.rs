//! Nordkad with an operator, Ada who has an account, two programs; a browser, and a clock that the test moves.

use crate::answers::{Answer, query_of};
use accounts::oauth::{self, LicenseAccess, RegisterProgram, TypedProgram};
use axum::{
    Router,
    body::Body,
    http::{Method, Request, header},
    middleware::from_fn_with_state,
    routing::get,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use kernel::{Actor, Email, Grant, House, PersonId, Result, Role, Scope, Timestamp};
use std::{collections::HashMap, sync::Arc, time::Duration};
use store::{Command, Db, Jobs};
use testkit::{Ground, Setting, chance};
use tower::ServiceExt;

pub const ISSUER: &str = "https://account.nordkad.example";
pub const BACK: &str = "http://127.0.0.1:51004/callback";
pub const SHOP_BACK: &str = "https://shop.example/back?from=plats";
pub const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
pub const DEVICE: &str = "urn:ietf:params:oauth:grant-type:device_code";

pub struct World {
    pub db: Db,
    pub jobs: Arc<Jobs>,
    pub operator: Actor,
    pub ada: PersonId,
    /// The cookie of Ada's browser.
    pub browser: String,
    pub shop_secret: String,
    ground: Ground,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let mut jobs = Jobs::new();
        oauth::jobs(&mut jobs);
        let house = House { public_url: ISSUER.into(), vendor: "Nordkad".into(), ..House::default() };
        let db = ground.open(house, &jobs);
        let mut world = World {
            db,
            jobs: Arc::new(jobs),
            operator: Actor::nobody(),
            ada: PersonId::new(Timestamp::from_millis(0), &chance()),
            browser: String::new(),
            shop_secret: String::new(),
            ground,
        };
        let vendor = Grant { role: Role::Operator, scope: Scope::Vendor };
        let operator = world.person("Olle", "operator@nordkad.example").await;
        world.operator = Actor::person(operator, "operator@nordkad.example", vec![vendor]);
        world.ada = world.person("Ada", "ada@bygg.example").await;
        world.browser = world.session(world.ada).await;
        world.register(ritbord()).await.expect("Ritbord");
        let shop = world.register(shop()).await.expect("the shop");
        world.shop_secret = shop.secret.expect("a secret").expose().to_owned();
        world
    }
}

impl World {
    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }
    pub fn seconds(&self, seconds: u64) {
        self.wait(Duration::from_secs(seconds));
    }

    pub async fn person(&self, first: &str, email: &str) -> PersonId {
        let (first, email) = (first.to_owned(), Email::parse("email", email).expect("an address"));
        let add = move |cx: &mut Command| {
            cx.quiet();
            let (id, now): (PersonId, _) = (cx.id(), cx.now());
            cx.execute(
                "INSERT INTO people (id, email, email_key, first_name, last_name, sort_name, language, time_zone,
                    scheme, verified_at, created_at)
                 VALUES ($1, $2, $2, $3, 'Berg', 'berg', 'en', 'Europe/Stockholm', 'device', $4, $4)",
                &[&id, &email.key(), &first, &now],
            )?;
            Ok(id)
        };
        self.command(&Actor::system("test"), add).await.expect("a person")
    }
    /// Signs in; the value of the cookie.
    pub async fn session(&self, person: PersonId) -> String {
        let begin = move |cx: &mut Command| {
            cx.quiet();
            web::session::begin(cx, person, false, "a browser", "192.0.2.1")
        };
        let (_, token) = self.command(&Actor::system("test"), begin).await.expect("a session");
        token.expose().to_owned()
    }
    pub async fn register(&self, typed: TypedProgram<'_>) -> Result<oauth::Registered> {
        let ask = RegisterProgram::read(typed).expect("a program");
        self.command(&self.operator, move |cx| oauth::register_program(cx, &ask)).await
    }
    pub async fn command<T: Send + 'static>(
        &self,
        actor: &Actor,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.db.command(actor, verb).await
    }
    /// Rows of one text each.
    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        let rows = self.db.read(&Actor::nobody(), move |cx| cx.all::<(String,)>(sql, &[])).await;
        rows.expect("rows").into_iter().map(|(text,)| text).collect()
    }
    /// How grants ended, in order.
    pub async fn endings(&self) -> Vec<String> {
        self.texts("SELECT ended_by FROM program_grants WHERE ended_at IS NOT NULL ORDER BY ended_at, id")
            .await
    }
    /// What the audit log says about programs, by the time and then by the alphabet: the clock stands still.
    pub async fn audit(&self) -> Vec<String> {
        self.texts("SELECT action FROM audit WHERE action LIKE 'program.%' ORDER BY at, action").await
    }

    /// A page in Ada's browser.
    pub async fn page(&self, path: &str) -> Answer {
        self.get_as(&self.browser, path).await
    }
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.submit_as(&self.browser, path, fields).await
    }
    pub async fn get_as(&self, cookie: &str, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, format!("__Host-session={cookie}"));
        self.send(request.body(Body::empty()).expect("a request")).await
    }
    pub async fn submit_as(&self, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header(header::COOKIE, format!("__Host-session={cookie}"));
        self.send(request.body(form(fields)).expect("a request")).await
    }
    /// A program calls; without a cookie, and without a secret unless the form has it.
    pub async fn call(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(form(fields)).expect("a request")).await
    }
    /// The shop calls, with its secret in the header.
    pub async fn shop_calls(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let proof = BASE64_STANDARD.encode(format!("shop:{}", self.shop_secret));
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::AUTHORIZATION, format!("Basic {proof}"));
        self.send(request.body(form(fields)).expect("a request")).await
    }
    pub async fn bearer(&self, method: Method, path: &str, token: &str) -> Answer {
        let request = Request::builder().method(method).uri(path).header(header::ACCEPT, "application/json");
        let request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        self.send(request.body(Body::empty()).expect("a request")).await
    }
    pub async fn json(&self, path: &str, body: &str) -> Answer {
        let operator = self.session(self.operator.person_id().expect("a person")).await;
        let request = Request::post(path)
            .header(header::COOKIE, format!("__Host-session={operator}"))
            .header(header::CONTENT_TYPE, "application/json");
        self.send(request.body(Body::from(body.to_owned())).expect("a request")).await
    }

    /// Ritbord opens this address in the browser.
    pub fn wish(more: &str) -> String {
        format!(
            "/oauth/authorize?response_type=code&client_id=ritbord&redirect_uri=http%3A%2F%2F127.0.0.1%3A51004%2Fcallback\
             &scope=openid+profile+email+offline_access+license&state=s1&nonce=n1&code_challenge={CHALLENGE}\
             &code_challenge_method=S256{more}"
        )
    }
    /// Ada presses a button of the consent page behind this address; what the program hears.
    pub async fn decides(&self, wish: &str, decision: &str) -> HashMap<String, String> {
        let query = wish.split_once('?').expect("a query").1;
        let person = self.ada.to_string();
        let fields = [("query", query), ("person", person.as_str()), ("decision", decision)];
        let answer = self.submit("/oauth/authorize", &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        query_of(&answer.location)
    }
    pub async fn code(&self) -> String {
        self.decides(&Self::wish(""), "allow").await["code"].clone()
    }
    pub async fn exchange(&self, code: &str) -> Answer {
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", BACK),
            ("code_verifier", VERIFIER),
            ("client_id", "ritbord"),
        ];
        self.call("/oauth/token", &fields).await
    }
    /// Ritbord signed in: access and refresh token.
    pub async fn signed_in(&self) -> (String, String) {
        let code = self.code().await;
        self.exchange(&code).await.tokens()
    }
    pub async fn refresh(&self, token: &str) -> Answer {
        let fields = [("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", "ritbord")];
        self.call("/oauth/token", &fields).await
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let hooks = web::Hooks {
            bearer: accounts::api_key_caller,
            is_programs: oauth::is_access_token,
            ..web::Hooks::NONE
        };
        let site = web::Site::new(web::SiteFacts::new(self.db.clone(), hooks));
        let (router, _) = oauth::routes().merge(accounts::api_routes()).split_for_parts();
        let door = site
            .doors(Router::new().merge(router).route("/api/v1/seat", get(seat)))
            .layer(from_fn_with_state(site.clone(), web::headers::secure));
        Answer::of(door.oneshot(request).await.expect("an answer")).await
    }
}

/// A door of another room that asks for the scope `license`.
async fn seat(LicenseAccess(access): LicenseAccess) -> String {
    format!("{} {}", access.actor.label, access.token.product.unwrap_or_default())
}

pub fn ritbord() -> TypedProgram<'static> {
    TypedProgram {
        client_id: "ritbord",
        name: "Ritbord",
        product: "ritbord",
        kind: "public",
        redirect_uris: &["http://127.0.0.1/callback"],
        scopes: &["openid", "profile", "email", "offline_access", "license"],
    }
}

fn shop() -> TypedProgram<'static> {
    TypedProgram {
        client_id: "shop",
        name: "Nordkad's shop",
        product: "",
        kind: "confidential",
        redirect_uris: &[SHOP_BACK],
        scopes: &["openid", "email"],
    }
}

fn form(fields: &[(&str, &str)]) -> Body {
    Body::from(form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish())
}
