//! Signing in a device that has no browser (RFC 8628): it shows a code, and its person enters that code elsewhere.

use super::{
    allow,
    client::{ClientProof, authenticate},
    device_request::{Heard, INTERVAL, LIFETIME},
    end_grant::end_grant,
    grant::{CODE_LIFETIME, Grant, NewGrant},
    oauth_error::{Kept, OAuthError},
    queries,
    scope::Scopes,
    tokens::{self, Next, TokensGiven},
    user_code::UserCode,
};
use kernel::{Error, Result, Secret, SessionId, Timestamp, clock::minutes};
use store::{Command, FromRow, Row};
use web::throttle;

#[derive(Debug, Clone)]
pub struct BeginDevice {
    pub client: ClientProof,
    pub scope: Option<String>,
    pub device_name: Option<String>,
    pub program_version: Option<String>,
    pub address: String,
}

#[derive(Debug, Clone)]
pub struct DeviceBegun {
    pub device_code: Secret,
    pub user_code: UserCode,
}

pub(super) struct NewDeviceCode {
    pub user_code: UserCode,
    pub client_id: String,
    pub scopes: Scopes,
    pub device_name: Option<String>,
    pub program_version: Option<String>,
    pub address: String,
    pub expires_at: Timestamp,
    pub interval: i64,
}

/// A device that waits, as its person sees it.
#[derive(Debug, Clone)]
pub struct AskedDevice {
    pub client_id: String,
    pub program: String,
    pub scopes: Scopes,
    pub device_name: Option<String>,
    pub program_version: Option<String>,
    pub address: String,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub user_code: String,
}

impl FromRow for AskedDevice {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(AskedDevice {
            client_id: row.take()?,
            program: row.take()?,
            scopes: row.take()?,
            device_name: row.take()?,
            program_version: row.take()?,
            address: row.take()?,
            created_at: row.take()?,
            expires_at: row.take()?,
            user_code: row.take()?,
        })
    }
}

/// A class room behind one address may begin at once; a flood may not.
const MOST_BEGUN: i64 = 300;

pub fn begin_device(cx: &mut Command, ask: &BeginDevice) -> Result<DeviceBegun> {
    cx.quiet();
    throttle::count(
        cx,
        &format!("device-begin:{}", throttle::prefix(&ask.address)),
        MOST_BEGUN,
        minutes(15),
    )?;
    let program = authenticate(cx, &ask.client)?;
    let scopes = program.scopes_of(ask.scope.as_deref());
    if scopes.is_empty() {
        return Err(OAuthError::invalid_scope("none of these scopes can be had").into());
    }
    let device_code = cx.secret("dc");
    let mut new = NewDeviceCode {
        user_code: UserCode::random(cx.chance()),
        client_id: program.client_id,
        scopes,
        device_name: ask.device_name.clone(),
        program_version: ask.program_version.clone(),
        address: ask.address.clone(),
        expires_at: cx.now().plus(LIFETIME),
        interval: INTERVAL,
    };
    // Of 25,600,000,000 codes one is rarely taken, and hardly ever twice.
    for _ in 0..8 {
        if queries::insert_device_code(cx, &device_code, &new)? {
            return Ok(DeviceBegun { device_code, user_code: new.user_code });
        }
        new.user_code = UserCode::random(cx.chance());
    }
    Err(Error::busy())
}

const MOST_TRIES: i64 = 10;
const MOST_TRIES_FROM_ONE_ADDRESS: i64 = 100;

/// The device behind a code. Tries are counted for the person and for the address, so that codes cannot be guessed;
/// None stands for a refusal whose count is kept.
pub fn device_asked(cx: &mut Command, code: &UserCode, address: &str) -> Result<Option<AskedDevice>> {
    cx.quiet();
    let person = cx.actor().signed_in()?;
    let tries = format!("device-code:{person}");
    throttle::count(cx, &tries, MOST_TRIES, minutes(15))?;
    let place = format!("device-code:{}", throttle::prefix(address));
    throttle::count(cx, &place, MOST_TRIES_FROM_ONE_ADDRESS, minutes(15))?;
    let now = cx.now();
    let found = queries::device_by_user_code(cx, code)?.filter(|found| found.expires_at > now);
    if found.is_some() {
        throttle::clear(cx, &tries)?;
    }
    Ok(found)
}

#[derive(Debug, Clone)]
pub struct DecideDevice {
    pub code: UserCode,
    pub allow: bool,
    pub session: SessionId,
    pub address: String,
}

/// The person has seen which program asks, on which device and from where, and says yes or no.
pub fn decide_device(cx: &mut Command, ask: &DecideDevice) -> Result<Option<AskedDevice>> {
    let Some(device) = device_asked(cx, &ask.code, &ask.address)? else { return Ok(None) };
    let person = cx.actor().signed_in()?;
    let mut grant = None;
    if ask.allow {
        let new = NewGrant {
            person,
            client_id: device.client_id.clone(),
            scopes: device.scopes.clone(),
            device_name: device.device_name.clone(),
            program_version: device.program_version.clone(),
            address: device.address.clone(),
            signed_in_at: queries::signed_in_at(cx, person, ask.session)?,
            expires_at: device.expires_at.plus(CODE_LIFETIME),
        };
        grant = Some(allow::grant(cx, &new, &device.program)?);
    }
    // Somebody else was quicker: what was granted here is rolled back.
    if queries::decide_device(cx, &ask.code, grant)? { Ok(Some(device)) } else { Err(Error::not_found()) }
}

#[derive(Debug, Clone)]
pub struct PollDevice {
    pub client: ClientProof,
    pub code: Secret,
}

const DEAD: OAuthError = OAuthError::invalid_grant("the device code is unknown or used");

pub fn poll_device(cx: &mut Command, ask: &PollDevice) -> Result<Kept<TokensGiven>> {
    cx.quiet();
    let program = authenticate(cx, &ask.client)?;
    let request = queries::device_request(cx, &ask.code, &program.client_id)?.ok_or(DEAD)?;
    let refused = match request.heard(cx.now()) {
        Heard::Allowed(grant) => {
            queries::note_poll(cx, &ask.code, request.interval, true)?;
            let grant = queries::grant(cx, grant)?.filter(Grant::is_alive);
            let grant = grant.ok_or(OAuthError::access_denied("it was ended before it began"))?;
            let scopes = grant.scopes.clone();
            return tokens::give(cx, &grant, scopes, Next { generation: 1, used: 0, nonce: None }).map(Ok);
        }
        Heard::Used(grant) => {
            end_grant(cx, grant, "replayed-code")?;
            return Ok(Err(DEAD));
        }
        Heard::Denied => OAuthError::access_denied("the person said no"),
        Heard::Expired => OAuthError::expired_token("the code is over, begin anew"),
        Heard::SlowDown(interval) => {
            queries::note_poll(cx, &ask.code, interval, false)?;
            return Ok(Err(OAuthError::slow_down("wait five seconds more between two questions")));
        }
        Heard::Pending => OAuthError::authorization_pending("the person has not decided yet"),
    };
    queries::note_poll(cx, &ask.code, request.interval, false)?;
    Ok(Err(refused))
}
