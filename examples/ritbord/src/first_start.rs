//! From nothing to a license: the part to copy.

use crate::{arguments::Arguments, texts::Texts};
use client::{License, LicenseError, Licensing};
use std::io::Write;

/// A lease that holds starts the program at once; otherwise the person is asked for what is missing.
pub fn license(licensing: &Licensing, arguments: &Arguments, texts: &Texts) -> Result<License, LicenseError> {
    match licensing.start() {
        Err(LicenseError::SignedOut | LicenseError::SessionEnded) => {
            consent(licensing, arguments, texts)?;
            sign_in(licensing, arguments, texts)?;
        }
        Err(LicenseError::PrivacyNotAccepted) => consent(licensing, arguments, texts)?,
        decided => return decided,
    }
    match licensing.obtain() {
        // The statement changed since it was accepted here.
        Err(LicenseError::PrivacyNotAccepted) => {
            consent(licensing, arguments, texts)?;
            licensing.obtain()
        }
        decided => decided,
    }
}

/// Shows the privacy statement, if there is one, and waits for a yes; nothing about the device is sent before it.
fn consent(licensing: &Licensing, arguments: &Arguments, texts: &Texts) -> Result<(), LicenseError> {
    if licensing.accepted_privacy().is_some() {
        return Ok(());
    }
    let Some(statement) = licensing.privacy_statement(texts.language.tag())? else { return Ok(()) };
    println!("{}\n\n{}\n", texts.privacy_title(&statement.version), statement.text);
    if arguments.accept_privacy || is_yes(&ask(texts.privacy_question())) {
        licensing.accept_privacy(&statement.version)
    } else {
        Err(LicenseError::PrivacyNotAccepted)
    }
}

fn sign_in(licensing: &Licensing, arguments: &Arguments, texts: &Texts) -> Result<(), LicenseError> {
    if arguments.device {
        return with_code(licensing, texts);
    }
    if arguments.no_browser {
        return licensing.sign_in_through(|url| {
            say(&texts.open_this(url));
            Ok(())
        });
    }
    say(texts.browser_opens());
    match licensing.sign_in_with_browser() {
        Err(error @ LicenseError::NoBrowser(_)) => {
            say(&licensing.advice(&error));
            with_code(licensing, texts)
        }
        done => done,
    }
}

fn with_code(licensing: &Licensing, texts: &Texts) -> Result<(), LicenseError> {
    licensing.sign_in_with_device_code(|code| say(&texts.enter_code(&code.url, &code.code)))
}

/// Prints at once, also into a pipe: somebody is waiting for it.
fn say(text: &str) {
    println!("{text}");
    // A closed output is noticed at the next line.
    let _ = std::io::stdout().flush();
}

fn ask(question: &str) -> String {
    print!("{question} ");
    let _ = std::io::stdout().flush();
    let mut answer = String::new();
    // No answer is a no.
    let _ = std::io::stdin().read_line(&mut answer);
    answer
}

fn is_yes(answer: &str) -> bool {
    matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "j" | "ja")
}
