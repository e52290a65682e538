//! The rows that were not taken go back to who brought them, and come again.

use crate::world::{Told, all_told, layout, opened, rows};
use kernel::Lang;
use roster::{Field, Limits, ToMend, paste, template};

/// The file of the rows with a problem, each with its first code as the reason.
fn to_mend(file: &str, lang: Lang) -> String {
    let layout = layout(file);
    let to_mend = ToMend { layout: &layout, lang };
    let problems = rows(file).into_iter().filter_map(Result::err);
    let lines = problems.map(|problem| to_mend.row(&problem.cells, problem.faults[0].code));
    to_mend.head() + &lines.collect::<String>()
}

#[test]
fn templates_open_in_the_spreadsheets_of_their_language() {
    let swedish = "\u{feff}Förnamn;Efternamn;E-post;Roll;Grupper;Produkter\r\n";
    assert_eq!(template(Lang::Sv), swedish);
    assert_eq!(template(Lang::En), "First name,Last name,Email,Role,Groups,Products\r\n");
}

#[test]
fn rows_to_mend_are_as_they_were_with_a_reason_behind_them() {
    let file =
        "Sko;E-post;Namn\n38;noora@x,example;\"Aalto; \"\"Nooa\"\"\"\n39;bo@x.example;Bo Berg\n40;eva@x;Ek\n";
    let expected = "\u{feff}Sko;E-post;Namn;Att rätta\r\n\
                    38;\"noora@x,example\";\"Aalto; \"\"Nooa\"\"\";email-form\r\n\
                    40;eva@x;Ek;email-form\r\n";
    assert_eq!(to_mend(file, Lang::Sv), expected);
}

/// The column of reasons is not read, not told as ignored, and written anew the second time.
#[test]
fn a_mended_file_comes_back_and_may_go_round_again() {
    let once = to_mend("Mail,Name\n\"noora@x,example\",Noora Aalto\neva@x,Eva Ek\n", Lang::En);
    let mended = once.replace("\"noora@x,example\"", "noora@x.example");
    assert_eq!(all_told(&rows(&mended)), ["2 Noora|Aalto|noora@x.example", "3 email email-form"]);
    assert_eq!(layout(&mended).ignored().count(), 0);
    let twice = to_mend(&mended, Lang::Sv);
    assert_eq!(twice, "\u{feff}Mail,Name,Att rätta\r\neva@x,Eva Ek,email-form\r\n");
}

#[test]
fn a_file_without_headings_goes_back_with_them() {
    let once = to_mend("bo@x.example\nnoora@x,example\n", Lang::En);
    assert_eq!(once, "\u{feff}Email;To mend\r\n\"noora@x,example\";email-form\r\n");
    assert_eq!(all_told(&rows(once)), ["2 email email-form"]);
    let contact = to_mend("Namn;Kontakt\nBo Berg;bo@x.example\nEva Ek;nobody\n", Lang::Sv);
    assert_eq!(contact, "\u{feff}Namn;E-post;Att rätta\r\nEva Ek;nobody;email-form\r\n");
}

#[test]
fn pasted_people_can_be_mended_as_a_file() {
    let pasted = paste("Noora, Aalto, noora@x\n", Limits::default()).unwrap();
    let to_mend = ToMend { layout: &pasted.layout, lang: Lang::En };
    let problem = pasted.rows[0].as_ref().unwrap_err();
    let file = to_mend.head() + &to_mend.row(&problem.cells, "?");
    assert_eq!(file, "\u{feff}First name,Last name,Email,To mend\r\nNoora,Aalto,noora@x,?\r\n");
}

#[test]
fn nothing_that_is_written_runs_in_a_spreadsheet() {
    let file = to_mend("Mail,Name,=cmd\nx,\"=HYPERLINK(\"\"http://evil.example\"\")\",\"\t+1\"\n", Lang::En);
    let expected = "\u{feff}Mail,Name,'=cmd,To mend\r\n\
                    x,\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"'\t+1\",email-form\r\n";
    assert_eq!(file, expected);
    // The marks stay one, however often the file goes round.
    assert_eq!(to_mend(&file, Lang::En).matches('\'').count(), 3);
}

/// Rows that the room above refuses go the same way.
#[test]
fn a_good_row_can_be_sent_back_too() {
    let mut roster = opened("Mail\nnoora@x.example\n");
    let layout = roster.layout().clone();
    let good: Vec<Told> = roster.rows().unwrap().collect::<Result<_, _>>().unwrap();
    let line =
        ToMend { layout: &layout, lang: Lang::En }.row(&good[0].as_ref().unwrap().cells, "no-free-seat");
    assert_eq!(line, "noora@x.example,no-free-seat\r\n");
    assert_eq!(layout.column_of(Field::Email), Some(0));
}
