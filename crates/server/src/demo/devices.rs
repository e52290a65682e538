//! What people's programs do: sign in on a device and ask for a lease, step by step as the `client` crate does it.

use super::stage::Stage;
use accounts::oauth::{
    self, AllowProgram, Authorization, ClientProof, ExchangeCode, Parameters, ProgramToken,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kernel::{Actor, Error, Lang, Result, Secret, SessionId, secret::hex};
use lease::SigningKey;
use licensing::AskForLease;
use sha2::{Digest, Sha256};
use store::Command;
use wire::{DeviceFacts, NewLease};

/// A program on a machine.
#[derive(Clone, Copy)]
pub(super) struct Start {
    pub email: &'static str,
    pub device: &'static str,
    pub platform: &'static str,
    pub product: &'static str,
    pub version: &'static str,
}

const REDIRECT: &str = "http://127.0.0.1:49152/callback";

/// The person has to be signed in in a browser; the program is allowed there, and gets its lease.
pub(super) async fn start(stage: &Stage, start: Start) -> Result<()> {
    let person = stage.actor(start.email).await?;
    let session = open_session(stage, &person).await?;
    let token = sign_in(stage, &person, session, start).await?;
    let asks = token.actor();
    let request = request(stage, &person, start).await?;
    let ask = AskForLease::read(&token, &request, None)?;
    stage.act(&asks, move |cx| licensing::grant_lease(cx, &ask).map(|_| ())).await
}

async fn open_session(stage: &Stage, person: &Actor) -> Result<SessionId> {
    let id = person.signed_in()?;
    let sessions = stage.read(person, move |cx| web::session::open_sessions(cx, id)).await?;
    sessions.first().map(|session| session.id).ok_or_else(Error::sign_in_needed)
}

/// Authorization code with PKCE, through a loopback address.
async fn sign_in(stage: &Stage, person: &Actor, session: SessionId, start: Start) -> Result<ProgramToken> {
    let verifier = BASE64_URL_SAFE_NO_PAD.encode(stage.chance().bytes::<32>());
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&verifier));
    let allow = move |cx: &mut Command| {
        let client = ClientProof { client_id: start.product.into(), secret: None };
        let program = oauth::authenticate(cx, &client)?;
        let asked = wish(&challenge, start);
        let redirect = REDIRECT.parse().map_err(Error::fault)?;
        let asked = Authorization::read(&Parameters::parse(asked.as_bytes()), &program, redirect)?;
        let address = "192.0.2.17".into();
        oauth::allow_program(cx, &AllowProgram { program, asked, session, address })
    };
    let code = stage.act(person, allow).await?;
    let ask = ExchangeCode {
        client: ClientProof { client_id: start.product.into(), secret: None },
        code,
        redirect_uri: Some(REDIRECT.into()),
        verifier: Some(verifier),
    };
    let given = stage.act(&Actor::nobody(), move |cx| oauth::exchange_code(cx, &ask)).await?;
    let access: Secret = given.map_err(Error::from)?.access;
    let found = stage.read(&Actor::nobody(), move |cx| oauth::program_token(cx, &access)).await?;
    found.map(|(token, _)| token).ok_or_else(Error::sign_in_needed)
}

/// What the program puts behind `/oauth/authorize?`.
fn wish(challenge: &str, start: Start) -> String {
    form_urlencoded::Serializer::new(String::new())
        .append_pair("response_type", "code")
        .append_pair("scope", "openid profile email offline_access license")
        .append_pair("code_challenge", challenge)
        .append_pair("code_challenge_method", "S256")
        .append_pair("device_name", start.device)
        .append_pair("program_version", start.version)
        .finish()
}

async fn request(stage: &Stage, person: &Actor, start: Start) -> Result<NewLease> {
    let statement = stage
        .read(person, move |cx| {
            let product = catalog::product_by_slug(cx, start.product)?;
            catalog::privacy_statement(cx, product.id, Lang::En)
        })
        .await?;
    let fingerprint = Sha256::digest(format!("demo device {}", start.device));
    Ok(NewLease {
        product: start.product.into(),
        version: start.version.into(),
        privacy: statement.map(|statement| statement.version.to_string()).unwrap_or_default(),
        device: DeviceFacts {
            fingerprint: hex(&fingerprint),
            key: SigningKey::from_seed(stage.chance().bytes()).public().to_base64url(),
            name: Some(start.device.into()),
            platform: start.platform.into(),
        },
    })
}
