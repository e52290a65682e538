//! Ritbord (Swedish for *drawing table*): a small real program that is licensed by Plats, to copy from.
//! It refuses to know how a license works: all of that is in the crate `client`, and the use of it in `first_start`.
//! Start with [`run`].

mod arguments;
mod command;
mod first_start;
mod grid;
mod svg;
mod table;
mod texts;
mod work;

use arguments::{Arguments, Task};
use client::{LicenseError, Licensing, SignedOut};
use std::process::ExitCode;
use texts::Texts;

/// The root key of the demo vendor that `platsd demo` plays. A real vendor's private root key is kept offline.
const DEMO_ROOT_KEY: &str = "OHpdlWqjDr2e9pEyg2Np9QVc3kk98btHsKUw9kV1DwY";
const VERSION: &str = "2027.1";

const WRONG_USAGE: u8 = 2;
const NOT_LICENSED: u8 = 3;

fn main() -> ExitCode {
    match arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => {
            let texts = Texts::new(&arguments.language);
            run(&arguments, &texts).unwrap_or_else(|error| {
                eprintln!("{}", texts.not_licensed(&error));
                ExitCode::from(NOT_LICENSED)
            })
        }
        Err(wrong) => {
            eprintln!("{wrong}\n\n{}", arguments::USAGE);
            ExitCode::from(WRONG_USAGE)
        }
    }
}

fn run(arguments: &Arguments, texts: &Texts) -> Result<ExitCode, LicenseError> {
    if arguments.task == Task::Help {
        println!("{}", arguments::USAGE);
        return Ok(ExitCode::SUCCESS);
    }
    let licensing = licensing(arguments)?;
    match arguments.task {
        Task::SignOut => {
            let everywhere = licensing.sign_out()? == SignedOut::Everywhere;
            println!("{}", texts.signed_out(everywhere));
        }
        Task::Status => return status(&licensing, texts),
        Task::Work | Task::Help => {
            let license = first_start::license(&licensing, arguments, texts)?;
            println!("{}", texts.licensed(&license));
            work::until_quit(&licensing, texts);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn licensing(arguments: &Arguments) -> Result<Licensing, LicenseError> {
    let builder = Licensing::builder()
        .server(&arguments.server)
        .client_id("ritbord")
        .product("ritbord")
        .version(VERSION)
        .root_key(&arguments.root_key)
        .store(&arguments.store)
        .language(&arguments.language);
    match &arguments.device_id {
        Some(id) => builder.device_id(id).build(),
        None => builder.build(),
    }
}

/// What is known without asking anybody.
fn status(licensing: &Licensing, texts: &Texts) -> Result<ExitCode, LicenseError> {
    let license = licensing.status()?;
    if license.standing.may_work() {
        println!("{}", texts.licensed(&license));
        Ok(ExitCode::SUCCESS)
    } else {
        println!("{}", texts.not_standing(license.standing));
        Ok(ExitCode::from(NOT_LICENSED))
    }
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    #[test]
    fn the_demo_root_key_is_the_one_that_everybody_can_derive() {
        let seed = Sha256::digest("plats demo root key, not secret").into();
        assert_eq!(lease::SigningKey::from_seed(seed).public().to_base64url(), super::DEMO_ROOT_KEY);
    }
}
