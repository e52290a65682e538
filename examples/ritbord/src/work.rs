//! At the table: a line in, a line done.

use crate::{
    command::{self, Command},
    grid::Grid,
    svg,
    table::{Table, Wrong},
    texts::Texts,
};
use client::{LicenseError, Licensing};
use std::io::{self, BufRead, IsTerminal, Write};

/// Reads commands until `quit` or the end of the input.
pub fn until_quit(licensing: &Licensing, texts: &Texts) {
    let mut table = Table::default();
    loop {
        prompt();
        let mut line = String::new();
        // An input that ends or breaks ends the work; nothing is lost that was saved.
        if !io::stdin().lock().read_line(&mut line).is_ok_and(|read| read > 0) {
            return;
        }
        match command::parse(&line) {
            Ok(Command::Quit) => return,
            Ok(Command::License) => println!("{}", check(licensing, texts)),
            Ok(command) => {
                let answer = done(&mut table, command, texts).unwrap_or_else(|wrong| texts.wrong(&wrong));
                if !answer.is_empty() {
                    println!("{answer}");
                }
            }
            Err(wrong) => println!("{}", texts.wrong(&wrong)),
        }
    }
}

fn done(table: &mut Table, command: Command, texts: &Texts) -> Result<String, Wrong> {
    match command {
        Command::Draw(shape) => table.draw(shape),
        Command::Undo => table.undo()?,
        Command::Show => return Ok(Grid::of(table).to_string()),
        Command::Save(file) => return Ok(save(table, &file, texts)),
        Command::Help => return Ok(texts.help().to_owned()),
        Command::License | Command::Quit | Command::Nothing => {}
    }
    Ok(String::new())
}

fn save(table: &Table, file: &str, texts: &Texts) -> String {
    match std::fs::write(file, svg::picture(table)) {
        Ok(()) => texts.saved(file),
        Err(error) => texts.not_saved(file, &error.to_string()),
    }
}

/// Asks the server now, if there is one; a program that is open goes on either way, so that work can be saved.
fn check(licensing: &Licensing, texts: &Texts) -> String {
    let asked = match licensing.refresh() {
        Err(LicenseError::ServerUnreachable(_)) => licensing.start(),
        decided => decided,
    };
    match asked {
        Ok(license) => texts.licensed(&license),
        Err(error) => texts.not_licensed(&error),
    }
}

fn prompt() {
    if io::stdin().is_terminal() {
        print!("> ");
        let _ = io::stdout().flush();
    }
}
