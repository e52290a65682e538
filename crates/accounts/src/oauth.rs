//! Programs that sign people in: the authorization server (OAuth 2.0 by RFC 9700) and OpenID provider.
//! A program gets tokens by a code through the browser or by a code on another device; all that it holds hangs on one
//! grant, and ends with it. Start with [`allow_program`] and [`exchange_code`].

mod access;
mod allow;
mod api;
mod authorization;
mod client;
mod device_code;
pub mod device_request;
mod end_grant;
mod endpoints;
mod events;
mod grant;
mod introspect;
mod oauth_error;
mod pages;
mod parameters;
mod pkce;
mod program;
mod queries;
mod redirect;
mod refusal;
mod register_program;
pub mod rotation;
mod scope;
mod signing;
mod tokens;
mod user_code;

pub use access::{LicenseAccess, ProgramAccess, ProgramToken, is_access_token, program_token};
pub use allow::{AllowProgram, allow_program};
pub use authorization::{Authorization, Prompt};
pub use client::{ClientProof, authenticate};
pub use device_code::{
    BeginDevice, DecideDevice, DeviceBegun, PollDevice, begin_device, decide_device, device_asked,
    poll_device,
};
pub use end_grant::{end_grants_of, end_program, forget_program, revoke_token};
pub use events::{
    ProgramAllowed, ProgramEnded, ProgramForgotten, ProgramRegistered, ProgramSecretChanged, SigningKeyMade,
};
pub use grant::Connected;
pub use introspect::introspect;
pub use oauth_error::OAuthError;
pub use parameters::Parameters;
pub use pkce::Challenge;
pub use program::{Program, ProgramKind, RegisterProgram, TypedProgram};
pub(crate) use queries::program as known_program;
pub use redirect::RedirectUri;
pub use refusal::ProgramRefused;
pub use register_program::{Registered, change_program_secret, program, programs, register_program};
pub use scope::{ProgramScope, Scopes};
pub use tokens::{ExchangeCode, RefreshTokens, TokensGiven, exchange_code, refresh_tokens};
pub use user_code::UserCode;

use kernel::clock::hours;
use utoipa_axum::router::OpenApiRouter;
use web::Site;

pub fn routes() -> OpenApiRouter<Site> {
    api::routes().merge(endpoints::routes()).merge(pages::routes())
}

/// Sweeps out codes and tokens a day after their end.
pub fn jobs(jobs: &mut store::Jobs) {
    jobs.every("accounts.sweep-program-tokens", hours(6), |work| async move {
        for spent in queries::SPENT {
            spent.sweep(&work).await?;
        }
        Ok(())
    });
}
