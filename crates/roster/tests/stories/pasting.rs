//! What people put into a text box.

use crate::world::{Told, all_told};
use roster::{Field, Limits, paste};

fn pasted(text: &str) -> Vec<Told> {
    paste(text, Limits::default()).expect("people").rows
}

#[test]
fn bare_addresses_in_any_separation() {
    let both = ["1 ||noora@x.example", "1 ||bo@x.example"];
    for between in [",", ", ", ";", " ; ", " ", "\t", ",,", "> <"] {
        assert_eq!(all_told(&pasted(&format!("noora@x.example{between}bo@x.example"))), both, "{between:?}");
    }
    for between in ["\n", "\r\n", "\r", ",\n", ";\r\n"] {
        let text = format!("noora@x.example{between}bo@x.example\n");
        assert_eq!(all_told(&pasted(&text)), ["1 ||noora@x.example", "2 ||bo@x.example"], "{between:?}");
    }
}

#[test]
fn one_person_as_mails_lists_and_spreadsheets_write_them() {
    for text in [
        "Noora, Aalto, noora@x.example",
        "Noora;Aalto;noora@x.example",
        "Noora\tAalto\tnoora@x.example",
        "noora@x.example;Noora;Aalto",
        "noora@x.example, Noora Aalto",
        "Noora Aalto <noora@x.example>",
        "Aalto, Noora <noora@x.example>;",
        "\"Aalto, Noora\" <noora@x.example>",
        "Noora, Aalto, <noora@x.example>",
        "Noora Aalto noora@x.example",
        "Noora Aalto, noora@x.example,",
        "Name;Mail\nNoora Aalto;noora@x.example",
    ] {
        let told = all_told(&pasted(text));
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert!(told[0].ends_with(" Noora|Aalto|noora@x.example"), "{text}: {told:?}");
    }
}

#[test]
fn the_receivers_of_a_mail_stand_in_one_line() {
    for line in [
        "Noora Aalto <noora@x.example>, Bo Berg <bo@x.example>",
        "Aalto, Noora <noora@x.example>; Berg, Bo <bo@x.example>",
        "Noora, Aalto, noora@x.example; Bo, Berg, bo@x.example",
        "noora@x.example;Noora;Aalto; bo@x.example;Bo;Berg",
    ] {
        let told = all_told(&pasted(line));
        assert_eq!(told, ["1 Noora|Aalto|noora@x.example", "1 Bo|Berg|bo@x.example"], "{line}");
    }
}

#[test]
fn what_is_no_address_is_told_by_its_line() {
    let rows = pasted("noora@x.example\n\nHej Bo,\nBo, Berg, bo@bygg,example\neva@bygg, eva@x.example\n");
    assert_eq!(
        all_told(&rows),
        [
            "1 ||noora@x.example",
            "3 email email-form",
            "4 email email-form",
            "5 email email-form",
            "5 ||eva@x.example"
        ]
    );
    let suggested = |row: &Told| row.as_ref().unwrap_err().faults[0].suggestion.clone();
    assert_eq!(suggested(&rows[2]).as_deref(), Some("bo@bygg.example"));
    assert_eq!(suggested(&rows[3]), None);
    assert_eq!(rows[2].as_ref().unwrap_err().cells, ["Bo", "Berg", "bo@bygg,example"]);
}

#[test]
fn twice_in_one_line_is_twice() {
    let rows = pasted("noora@x.example, NOORA@x.example");
    assert_eq!(all_told(&rows), ["1 ||noora@x.example", "1 email duplicate"]);
    assert_eq!(rows[1].as_ref().unwrap_err().faults[0].first, Some(1));
}

#[test]
fn a_formula_is_no_name_here_either() {
    assert_eq!(all_told(&pasted("=1+1, Aalto, noora@x.example")), ["1 first-name formula"]);
}

#[test]
fn a_spreadsheet_brings_its_headings_and_all_its_fields() {
    let rows = pasted("E-post\tRoll\tGrupper\nnoora@x.example\tanvändare\tRitare, Malmö\n");
    let noora = rows[0].as_ref().unwrap();
    assert_eq!((noora.number, noora.groups.len()), (2, 2));
    assert_eq!(noora.role.as_ref().unwrap().as_str(), "användare");
}

#[test]
fn a_text_box_has_limits_too() {
    let limits = Limits { bytes: 200, rows: 2, characters: 30, ..Limits::default() };
    let refused = |text: &str| paste(text, limits).unwrap_err().code();
    assert_eq!(refused(" \n\t\n"), "empty-file");
    assert_eq!(refused("a@x.example\0"), "binary-file");
    assert_eq!(refused(&"x".repeat(201)), "file-too-large");
    assert_eq!(refused("a@x.example b@x.example c@x.example"), "too-many-rows");
    assert_eq!(refused(&"x".repeat(31)), "cell-too-long");
    assert_eq!(refused("Mail, E-post\na@x.example, b@x.example"), "heading-twice");
}

#[test]
fn the_cells_of_pasted_people_have_a_layout() {
    let pasted = paste("Noora Aalto <noora@x.example>", Limits::default()).unwrap();
    assert_eq!(pasted.layout.column_of(Field::Email), Some(2));
    assert_eq!(pasted.rows[0].as_ref().unwrap().cells, ["Noora", "Aalto", "noora@x.example"]);
}
