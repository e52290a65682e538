//! What a row says, and what may be the matter with it.

use crate::world::{Told, all_told, rows};
use roster::{Fault, Field};

/// One row in the columns `name, email`.
fn row(name: &str, email: &str) -> Told {
    let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
    rows(format!("Name,Email\n{},{}\n", quoted(name), quoted(email))).remove(0)
}

fn fault(told: Told) -> Fault {
    let mut faults = told.expect_err("a problem").faults;
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults.remove(0)
}

#[test]
fn an_address_with_a_slip_is_told_with_what_was_meant() {
    for (written, meant) in [
        ("noora.aalto@byggkonsult,example", "noora.aalto@byggkonsult.example"),
        ("noora@bygg;example", "noora@bygg.example"),
        ("noora@bygg.example.", "noora@bygg.example"),
        ("noora@bygg.example,", "noora@bygg.example"),
        ("noora @ bygg.example", "noora@bygg.example"),
        ("noora@bygg. example", "noora@bygg.example"),
        ("mailto:noora@bygg.example", "noora@bygg.example"),
        ("MAILTO:noora@bygg.example", "noora@bygg.example"),
        ("noora@@bygg.example", "noora@bygg.example"),
        ("noora..aalto@bygg..example", "noora.aalto@bygg.example"),
        ("<noora@bygg.example", "noora@bygg.example"),
        ("Noora Aalto noora@bygg.example", "noora@bygg.example"),
    ] {
        let fault = fault(row("", written));
        assert_eq!((fault.field, fault.code), (Field::Email, "email-form"), "{written}");
        assert_eq!(fault.suggestion.as_deref(), Some(meant), "{written}");
    }
    let unseen = fault(row("", "noora\u{200b}@bygg.example"));
    assert_eq!((unseen.code, unseen.suggestion.as_deref()), ("email-letters", Some("noora@bygg.example")));
}

#[test]
fn nothing_is_guessed_where_several_things_could_be_meant() {
    for (written, code) in [
        ("noora", "email-form"),
        ("noora@bygg", "email-form"),
        ("@bygg.example", "email-form"),
        ("nöra@bygg.example", "email-letters"),
        ("a@bygg.example, b@bygg.example", "email-several"),
        ("a@bygg.example b@bygg.example", "email-several"),
    ] {
        let fault = fault(row("", written));
        assert_eq!((fault.code, fault.suggestion), (code, None), "{written}");
    }
    assert_eq!(fault(row("Noora Aalto", "")).code, "missing");
    assert_eq!(fault(row("", &format!("{}@x.example", "n".repeat(300)))).bound, Some(254));
}

#[test]
fn a_name_may_stand_before_the_address_and_spaces_around_it() {
    for (name, email) in [
        ("", "Noora Aalto <noora@x.example>"),
        ("", "\"Aalto, Noora\" <noora@x.example>"),
        ("Noora Aalto", "  noora@x.example\u{a0}"),
        ("Noora Aalto", "Somebody Else <noora@x.example>"),
        ("Noora", "Nora Aalto <noora@x.example>"),
    ] {
        assert_eq!(all_told(&[row(name, email)]), ["2 Noora|Aalto|noora@x.example"], "{name} {email}");
    }
}

#[test]
fn names_in_one_cell_are_taken_apart_as_people_would() {
    for (written, fits) in [
        ("Noora Aalto", "2 Noora|Aalto|n@x.example"),
        ("  Aalto ,  Noora ", "2 Noora|Aalto|n@x.example"),
        ("Anna Maria Berg", "2 Anna Maria|Berg|n@x.example"),
        ("Carl von Essen", "2 Carl|von Essen|n@x.example"),
        ("Ana de la Cruz", "2 Ana|de la Cruz|n@x.example"),
        ("noora aalto", "2 noora|aalto|n@x.example"),
        ("Noora", "2 Noora||n@x.example"),
        ("-", "2 ||n@x.example"),
    ] {
        assert_eq!(all_told(&[row(written, "n@x.example")]), [fits], "{written}");
    }
}

#[test]
fn a_name_that_would_run_in_a_spreadsheet_is_refused() {
    for formula in ["=HYPERLINK(\"http://evil.example\")", "+1+1", "@SUM(1)", "-2", " =1", "＝1", "Berg, =1"]
    {
        assert_eq!(fault(row(formula, "n@x.example")).code, "formula", "{formula}");
    }
    // The mark that our exports put there makes it text; in front of other signs it is part of the name.
    assert_eq!(all_told(&[row("'=Noora", "n@x.example")]), ["2 =Noora||n@x.example"]);
    assert_eq!(all_told(&[row("'t Hooft", "n@x.example")]), ["2 't|Hooft|n@x.example"]);
}

#[test]
fn what_cannot_be_a_name_is_refused_as_the_pages_do() {
    assert_eq!(fault(row("No\u{202e}ora", "n@x.example")).code, "unreadable");
    let long = fault(row(&"n".repeat(121), "n@x.example"));
    assert_eq!((long.field, long.code, long.bound), (Field::Name, "too-long", Some(120)));
    assert_eq!(fault(row("b@x.example", "n@x.example")).code, "address-in-name");
}

#[test]
fn all_that_is_the_matter_with_a_row_is_told_at_once() {
    let rows = rows("First name,Last name,Email,User ID\n=1,\u{7},noora@bygg,user_7\n");
    assert_eq!(
        all_told(&rows),
        ["2 email email-form first-name formula last-name unreadable user-id user-id-form"]
    );
    assert_eq!(rows[0].as_ref().unwrap_err().cells, ["=1", "\u{7}", "noora@bygg", "user_7"]);
}

#[test]
fn a_person_who_stands_there_twice_is_taken_once() {
    let rows = rows("Mail\nnoora@x.example\nbo@x.example\nNoora@X.example\nnoora@x.example\n");
    assert_eq!(
        all_told(&rows),
        ["2 ||noora@x.example", "3 ||bo@x.example", "4 email duplicate", "5 email duplicate"]
    );
    for told in &rows[2..] {
        assert_eq!(told.as_ref().unwrap_err().faults[0].first, Some(2));
    }
}

/// Her first row could not be taken, so the second one is no duplicate.
#[test]
fn a_row_with_a_fault_does_not_stand_in_the_way_of_a_good_one() {
    let rows = rows("Name,Mail\n=1,noora@x.example\nNoora Aalto,noora@x.example\n");
    assert_eq!(all_told(&rows), ["2 name formula", "3 Noora|Aalto|noora@x.example"]);
}

#[test]
fn lists_in_a_cell_are_taken_apart() {
    let file = "Mail;Roll;Grupper;Produkter\nn@x.example;Sekundär administratör;\"Ritare; Malmö,,\nBygg\";Ritbord | Vy\n";
    let row = rows(file).remove(0).unwrap();
    let words = |names: &[kernel::Name]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(row.role.unwrap().as_str(), "Sekundär administratör");
    assert_eq!(words(&row.groups), ["Ritare", "Malmö", "Bygg"]);
    assert_eq!(words(&row.products), ["Ritbord", "Vy"]);
}

/// As `crates/portal` writes it: ids, words of a language, lists, and columns that nobody reads here.
#[test]
fn our_own_export_reads_back() {
    let id = "user_01kb3q6v7me3ztkx1m1kd2yq3n";
    let file = format!(
        "\u{feff}First name,Last name,Email,User ID,Status,Role,Products,Member since,Last seen\r\n\
         '=Noora,Aalto,noora@x.example,{id},Active,User,\"Ritbord, Vy\",2026-11-24T12:00:00Z,\r\n"
    );
    let row = rows(file).remove(0).unwrap();
    assert_eq!((row.first_name.unwrap().as_str(), row.products.len()), ("=Noora", 2));
    assert_eq!(row.user_id.unwrap().to_string(), id);
}
