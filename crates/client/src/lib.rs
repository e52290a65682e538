//! The SDK that a vendor puts into a program: sign in, get the lease, work online and offline.
//! It refuses to know what the program does with the answer, and it never stops work over a doubt or a dead network.
//! Start with [`Licensing`]: build it once, call [`Licensing::start`], and follow the error when there is one.
//!
//! ```no_run
//! # fn main() -> Result<(), client::LicenseError> {
//! use client::{LicenseError, Licensing};
//!
//! let licensing = Licensing::builder()
//!     .server("https://account.example.com")
//!     .client_id("ritbord")
//!     .product("ritbord")
//!     .version("2027.1")
//!     .root_key("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
//!     .store("/home/maja/.config/ritbord")
//!     .build()?;
//! let license = match licensing.start() {
//!     Err(LicenseError::SignedOut) => {
//!         if let Some(statement) = licensing.privacy_statement("sv")? {
//!             licensing.accept_privacy(&statement.version)?; // after it was shown, and there was a yes
//!         }
//!         licensing.sign_in_with_browser()?;
//!         licensing.obtain()?
//!     }
//!     other => other?,
//! };
//! # let _ = license; Ok(()) }
//! ```

mod advice;
mod browser;
mod builder;
mod device;
mod device_code;
mod error;
mod http;
mod license;
mod licensing;
mod loopback;
mod machine;
mod mark;
mod metadata;
mod obtain;
mod privacy;
mod session;
mod sign_out;
mod store;
mod token;
mod world;

pub use builder::Builder;
pub use device_code::DeviceCode;
pub use error::{Language, LicenseError};
pub use lease::{Lease, LeaseKind, Refused, Standing};
pub use license::License;
pub use licensing::Licensing;
pub use sign_out::SignedOut;
pub use wire::{DeviceFacts, PrivacyStatement};

pub type Result<T, E = LicenseError> = std::result::Result<T, E>;
