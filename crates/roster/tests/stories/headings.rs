//! Which column is which.

use crate::world::{all_told, layout, refused, rows};
use kernel::Lang;
use roster::{Field, Refused, template};

/// The fields of the columns, by their codes.
fn fields(file: &str) -> Vec<&'static str> {
    layout(file).columns.iter().map(|column| column.field.map_or("-", Field::code)).collect()
}

#[test]
fn headings_are_known_in_both_languages_in_any_order_and_however_they_are_written() {
    let file = "E-postadress;Förnamn;EFTERNAMN;Grupp(er);produkt;Användar-ID;Roll\nx@y.example;;;;;;";
    assert_eq!(fields(file), ["email", "first-name", "last-name", "groups", "products", "user-id", "role"]);
    let file = "user_id,Role,Given Name,Surname,E-Mail Address,Full name:\n,,,,x@y.example,";
    assert_eq!(fields(file), ["user-id", "role", "first-name", "last-name", "email", "name"]);
    // As a Mac writes ö and å: the letter, then its dots or its ring.
    assert_eq!(fields("Fo\u{308}rnamn;Mejl\nA;x@y.example"), ["first-name", "email"]);
    for mail in ["mail", "Mejl", "epost", " \"E-post\" ", "EMAIL", "e.mail"] {
        assert_eq!(fields(&format!("{mail}\nx@y.example")), ["email"], "{mail}");
    }
}

#[test]
fn each_field_is_known_by_the_heading_that_we_write_ourselves() {
    for lang in Lang::ALL {
        for field in Field::ALL.into_iter().filter(|field| *field != Field::Email) {
            let file = format!("{};{}\n;x@y.example", field.heading(lang), Field::Email.heading(lang));
            assert_eq!(fields(&file), [field.code(), "email"]);
        }
        let filled = format!("{}Noora;Aalto;noora@bygg.example", template(lang).replace(',', ";"));
        assert_eq!(fields(&filled), ["first-name", "last-name", "email", "role", "groups", "products"]);
    }
}

#[test]
fn columns_that_nobody_reads_are_told_by_name() {
    let layout = layout("Skonummer,Mail,,Hobby\n38,noora@bygg.example,x,segling,more");
    assert_eq!(layout.ignored().collect::<Vec<_>>(), [(1, "Skonummer"), (3, ""), (4, "Hobby"), (5, "")]);
}

#[test]
fn without_headings_the_address_is_found_and_names_stand_in_their_order() {
    for (file, fits) in [
        ("Noora,Aalto,noora@x.example", "1 Noora|Aalto|noora@x.example"),
        ("noora@x.example;Noora;Aalto", "1 Noora|Aalto|noora@x.example"),
        ("Noora\tnoora@x.example\tAalto\tRitare", "1 Noora|Aalto|noora@x.example"),
        ("noora@x.example", "1 ||noora@x.example"),
        ("Noora Aalto;noora@x.example", "1 Noora|Aalto|noora@x.example"),
        ("\"Aalto, Noora\",noora@x.example", "1 Noora|Aalto|noora@x.example"),
        ("Noora Aalto <noora@x.example>", "1 Noora|Aalto|noora@x.example"),
    ] {
        assert!(!layout(file).headings);
        assert_eq!(all_told(&rows(file)), [fits], "{file}");
    }
}

/// A slip in the first row hides neither the separator nor the column.
#[test]
fn a_first_row_with_a_slip_is_a_row_like_others() {
    let rows = rows("Noora;Aalto;noora@bygg,example\nBo;Berg;bo@bygg.example\n");
    assert_eq!(all_told(&rows), ["1 email email-form", "2 Bo|Berg|bo@bygg.example"]);
}

#[test]
fn headings_that_we_do_not_know_do_not_hide_the_addresses() {
    assert_eq!(fields("Namn;Kontakt\nNoora Aalto;noora@x.example"), ["name", "email"]);
}

#[test]
fn without_addresses_there_is_nobody_to_find() {
    assert_eq!(refused("Förnamn;Efternamn\nNoora;Aalto").code(), "no-address-column");
    assert_eq!(refused("Noora;Aalto\nBo;Berg").code(), "no-address-column");
}

#[test]
fn two_columns_for_one_field_are_refused_by_their_numbers() {
    let refused = refused("Mail;Namn;E-post\na@x.example;Noora Aalto;b@x.example");
    let Refused::HeadingTwice { field, columns } = refused else { panic!("{refused}") };
    assert_eq!((field, columns, refused.code()), (Field::Email, (1, 3), "heading-twice"));
}

#[test]
fn headings_alone_are_nobody() {
    assert_eq!(refused(template(Lang::Sv)).code(), "no-rows");
}
