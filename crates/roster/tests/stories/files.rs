//! The same list, saved by different programs.

use crate::world::{all_told, layout, opened, refused, rows, utf_16, windows_1252};
use roster::Encoding;

const LIST: &str = "Förnamn;Efternamn;E-post\r\nÅsa;Öberg;asa@bygg.example\r\nBo;Berg;bo@bygg.example\r\n";
const PEOPLE: [&str; 2] = ["2 Åsa|Öberg|asa@bygg.example", "3 Bo|Berg|bo@bygg.example"];

#[test]
fn asas_list_reads_the_same_in_every_encoding() {
    let saved = [
        (LIST.as_bytes().to_vec(), Encoding::Utf8),
        (format!("\u{feff}{LIST}").into_bytes(), Encoding::Utf8),
        (windows_1252(LIST), Encoding::Windows1252),
        (utf_16(LIST, true, u16::to_le_bytes), Encoding::Utf16Le),
        (utf_16(LIST, true, u16::to_be_bytes), Encoding::Utf16Be),
        (utf_16(LIST, false, u16::to_le_bytes), Encoding::Utf16Le),
        (utf_16(LIST, false, u16::to_be_bytes), Encoding::Utf16Be),
    ];
    for (file, encoding) in saved {
        assert_eq!(layout(&file).encoding, encoding);
        assert_eq!(all_told(&rows(&file)), PEOPLE, "{}", encoding.name());
    }
}

#[test]
fn asas_list_reads_the_same_with_every_separator_and_line_end() {
    for separator in [",", ";", "\t"] {
        for end in ["\r\n", "\n", "\r"] {
            let list = LIST.replace(';', separator).replace("\r\n", end);
            assert_eq!(layout(&list).separator.to_string(), separator);
            assert_eq!(all_told(&rows(&list)), PEOPLE, "{separator:?} {end:?}");
            let unended = list.strip_suffix(end).unwrap();
            assert_eq!(all_told(&rows(unended)), PEOPLE, "without a last line end");
        }
    }
}

#[test]
fn commas_in_the_cells_are_not_taken_for_the_separator() {
    let list = "noora@bygg.example;a, b, c, d\nbo@bygg.example;e, f, g, h\n";
    assert_eq!((layout(list).separator, layout(list).columns.len()), (';', 2));
    let named = "E-post;Namn, hela\nnoora@bygg.example;\"Aalto; Noora\"\n";
    assert_eq!(layout(named).separator, ';');
}

/// Spreadsheets neither show nor count that line.
#[test]
fn a_line_that_names_the_separator_is_no_row() {
    let list = format!("\u{feff}sep=;\r\n{LIST}");
    assert_eq!(all_told(&rows(&list)), PEOPLE);
    assert_eq!(refused("sep=;\r\n").code(), "empty-file");
}

/// The one letter that is not UTF-8 stands far behind what is read to find the columns.
#[test]
fn one_letter_at_the_end_of_a_long_list_decides_the_encoding() {
    let many: String = (0..20_000).map(|n| format!("Bo;Berg;bo{n}@bygg.example\n")).collect();
    let list = windows_1252(&format!("{many}Åsa;Öberg;asa@bygg.example"));
    let mut roster = opened(&list);
    assert_eq!((roster.layout().encoding, roster.layout().rows), (Encoding::Windows1252, 20_001));
    let last = roster.rows().unwrap().last().unwrap().unwrap().unwrap();
    assert_eq!(last.last_name.unwrap().as_str(), "Öberg");
}

#[test]
fn letters_that_lie_across_the_pieces_of_a_stream_are_whole() {
    for shift in 0..4 {
        let list = format!("{}namn,mail\nBo,bo@bygg.example\n{}", " ".repeat(shift), "😀å,x\n".repeat(8000));
        let layout = layout(&list);
        assert_eq!((layout.encoding, layout.rows), (Encoding::Utf8, 8001), "{shift}");
    }
}

#[test]
fn damaged_utf_8_is_refused_and_not_taken_for_windows_1252() {
    let mut list = LIST.as_bytes().to_vec();
    list.extend(b"Ingrid\xe5;Dahl;ingrid@bygg.example\r\n");
    assert_eq!(refused(&list).code(), "broken-text");
    let marked = [b"\xef\xbb\xbf", &windows_1252(LIST)[..]].concat();
    assert_eq!(refused(marked).code(), "broken-text");
    let mut halved = utf_16(LIST, true, u16::to_le_bytes);
    halved.pop();
    assert_eq!(refused(halved).code(), "broken-text");
}

#[test]
fn the_numbers_are_those_of_a_spreadsheet() {
    let list = concat!(
        "\n",                                              // 1
        "Name,Email,Note\r\n",                             // 2
        "Noora Aalto,noora@bygg.example,\"two\nlines\"\n", // 3, in two lines
        "\r\n",                                            // 4
        ",,\n",                                            // 5
        "  \n",                                            // 6
        "Bo Berg,bo@bygg.example\r",                       // 7
        "\r",                                              // 8
        "\"Ek, Eva\",eva@bygg.example,\"say \"\"hi\"\"\"", // 9
    );
    let rows = rows(list);
    let people =
        ["3 Noora|Aalto|noora@bygg.example", "7 Bo|Berg|bo@bygg.example", "9 Eva|Ek|eva@bygg.example"];
    assert_eq!(all_told(&rows), people);
    assert_eq!(rows[0].as_ref().unwrap().cells[2], "two\nlines");
    assert_eq!(rows[2].as_ref().unwrap().cells[2], "say \"hi\"");
    assert_eq!(layout(list).rows, 3);
}

#[test]
fn a_list_can_be_read_again_from_the_beginning() {
    let mut roster = opened(LIST);
    for _ in 0..2 {
        assert_eq!(roster.rows().unwrap().filter(|row| row.as_ref().unwrap().is_ok()).count(), 2);
    }
}
