//! Many people at once: looked at, carried out, mended, undone; and all of them written out.

use crate::world::{Said, World};
use serde_json::json;
use std::fs;

/// Kalle and Noora can be taken, Bo's address is broken.
const PEOPLE: &str = "Förnamn;Efternamn;E-post\r\nKalle;Berg;kalle@bygg.example\r\n\
    Noora;Aalto;noora@bygg.example\r\nBo;Berg;bo@bygg,example\r\n";

/// The team of Elin, who is alone in it and has bought five seats of Ritbord.
struct Story {
    world: World,
    team: String,
}

impl Story {
    fn new() -> Story {
        let world = World::new().with_ritbord();
        let team = world.team_of_elin();
        Story { world, team }
    }

    fn create(&self, file: &str, more: &[&str]) -> Said {
        self.world.plats(&[&["import", "create", file, "--team", &self.team], more].concat())
    }
    fn members(&self) -> String {
        self.world.plats(&["member", "list", &self.team]).fine()
    }
    fn pool(&self) -> String {
        self.world.json(&["pool", "list", &self.team])["items"][0]["id"].as_str().unwrap().to_owned()
    }
}

/// The id in what was said of an import.
fn id(said: &str) -> String {
    let from = said.find("imp_").unwrap();
    said[from..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
}

/// What was said by a command that did a part of it: on the standard output, and in the error.
#[track_caller]
fn partly(said: Said) -> (String, String) {
    assert!(said.code == 1 && !said.out.is_empty(), "{said:?}");
    (said.out, said.err)
}

#[test]
fn what_would_happen_is_told_before_anything_does() {
    let story = Story::new();
    let file = story.world.machine.file("people.csv", PEOPLE);
    let said = story.create(&file, &["--act", "invite", "--language", "sv"]).fine();
    let import = id(&said);
    for expected in [
        &format!("Invite people, people.csv {import}: nothing has happened yet\n"),
        "  To be carried out  2\n  To mend            1\n",
        "4 bo@bygg,example To mend",
        "Did you mean bo@bygg.example?",
        &format!("  plats import confirm {import}"),
        &format!("  plats import discard {import}"),
        &format!("  plats import to-mend {import} -o to-mend.csv"),
    ] {
        let expected: &str = expected;
        let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(bare(&said).contains(&bare(expected)), "{expected} is missing in {said}");
    }
    assert!(!story.members().contains("kalle@bygg.example"));

    assert_eq!(story.world.plats(&["import", "show", &import]).fine(), said);
    let list = story.world.plats(&["import", "list", &story.team]).fine();
    assert!(list.contains("Invite people, people.csv") && list.contains(&import), "{list}");
    let rows = story.world.plats(&["import", "rows", &import, "--show", "changes"]).fine();
    assert!(rows.contains("Kalle Berg") && rows.contains("is invited") && !rows.contains("Bo "), "{rows}");

    let gone = story.world.plats(&["import", "discard", &import]).fine();
    assert_eq!(gone, format!("{import} is thrown away. Nothing has happened.\n"));
    story.world.plats(&["import", "show", &import]).failed(1);
    assert!(!story.members().contains("kalle@bygg.example"));
}

#[test]
fn a_yes_carries_it_out_the_rest_is_mended_and_once_more_changes_nothing() {
    let story = Story::new();
    let file = story.world.machine.file("people.csv", PEOPLE);
    let import = id(&story.create(&file, &["--act", "invite"]).fine());
    let (said, err) = partly(story.world.plats(&["import", "confirm", &import]));
    assert!(said.contains(&format!("{import}: done\n")) && said.contains("  Done     2\n"), "{said}");
    assert!(said.contains("bo@bygg,example") && said.contains("plats import undo imp_"), "{said}");
    assert_eq!(err, "plats: One row was not carried out.\n");
    assert!(story.members().contains("kalle@bygg.example") && story.members().contains("noora@bygg.example"));

    let mend = story.world.machine.file("to-mend.csv", "an older one");
    let said = story.world.plats(&["import", "to-mend", &import, "-o", &mend]).fine();
    assert!(said.contains(&mend), "{said}");
    let rows = fs::read_to_string(&mend).unwrap();
    assert!(rows.starts_with("\u{feff}Förnamn;Efternamn;E-post;To mend\r\nBo;Berg;"), "{rows}");
    assert_eq!(story.world.plats(&["import", "to-mend", &import]).fine(), rows);

    let mended = story.world.machine.file("mended.csv", rows.replace("bygg,example", "bygg.example"));
    let said = story.create(&mended, &["--act", "invite", "--yes"]).fine();
    assert!(said.contains(": done\n") && said.contains("  Done  1\n"), "{said}");
    assert!(story.members().contains("bo@bygg.example"));

    let said = story.create(&mended, &["--act", "invite", "--yes"]).fine();
    assert_eq!(said, "There is nothing to do: the row asks for what is so already.\n");
    let list = story.world.json(&["import", "list", &story.team]);
    assert_eq!(list["items"].as_array().unwrap().len(), 2, "what nobody has to look at is not kept");
}

#[test]
fn all_that_was_done_is_undone() {
    let story = Story::new();
    let file = story.world.machine.file("people.csv", "kalle@bygg.example\nnoora@bygg.example\n");
    let done = story.create(&file, &["--act", "invite", "--role", "secondary-admin", "--yes"]).fine();
    assert!(story.members().contains("secondary admin"));
    let said = story.world.plats(&["import", "undo", &id(&done)]).fine();
    assert!(said.contains(": undone\n") && said.contains("  Undone  2\n"), "{said}");
    assert!(!story.members().contains("kalle@bygg.example"));
    story.world.plats(&["import", "undo", &id(&done)]).fine();
    let said = story.world.plats(&["import", "confirm", &id(&done)]).failed(1);
    assert!(said.starts_with("plats: "), "{said}");
    story.world.plats(&["import", "stop", &id(&done)]).failed(1);
    story.world.plats(&["import", "discard", &id(&done)]).failed(1);
}

#[test]
fn seats_are_held_against_what_is_free() {
    let story = Story::new();
    let people: Vec<_> = (1..=6).map(|n| format!("user{n}@bygg.example")).collect();
    let file = story.world.machine.file("people.csv", people.join("\n"));
    story.create(&file, &["--act", "invite", "--yes"]).fine();
    let assign = ["--act", "assign", "--pool", &story.pool()];
    let said = story.create(&file, &assign).fine();
    assert!(said.contains("Ritbord, named user: 6 needed, 5 free, 1 missing\n"), "{said}");
    assert!(said.contains("user6@bygg.example"), "{said}");

    let json = [&assign[..], &["--yes", "--json"]].concat();
    let (out, err) = partly(story.create(&file, &json));
    let import: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&import["state"], &import["rows"]), (&json!("done"), &json!({"done": 5, "faulty": 1})));
    assert_eq!(err, "plats: One row was not carried out.\n");
    let rows = story.world.plats(&["import", "rows", import["id"].as_str().unwrap()]).fine();
    assert!(rows.contains("gets Ritbord, named user"), "{rows}");

    let said = story.create(&file, &["--act", "unassign", "--pool", &story.pool()]).fine();
    assert!(said.contains("Ritbord, named user: 5 become free"), "{said}");
}

#[test]
fn a_workbook_an_act_without_an_object_and_an_empty_file_are_refused() {
    let story = Story::new();
    let workbook = story.world.machine.file("people.xlsx", b"PK\x03\x04 and much more");
    let said = story.create(&workbook, &["--act", "invite"]).failed(1);
    assert!(said.contains("CSV"), "{said}");
    let raw = story.create(&workbook, &["--act", "invite", "--json"]);
    assert!(raw.code == 1 && raw.out.contains("\"workbook\""), "{raw:?}");

    let file = story.world.machine.file("people.csv", PEOPLE);
    let said = story.create(&file, &["--act", "assign"]).failed(1);
    assert!(said.contains("pool: "), "{said}");
    let said = story.create(&file, &["--act", "assign", "--pool", "Ritbord"]).failed(1);
    assert!(said.contains("pools: "), "{said}");
    assert_eq!(story.create(&file, &["--act", "paint"]).code, 2);
    let empty = story.world.machine.file("empty.csv", "");
    assert!(story.create(&empty, &["--act", "invite"]).failed(2).contains("is empty"));
    assert!(story.create("none.csv", &["--act", "invite"]).failed(2).contains("cannot be read"));
    assert!(story.create(".", &["--act", "invite"]).failed(2).contains("is not a file"));
    let list = story.world.plats(&["import", "list", &story.team]).fine();
    assert_eq!(list, "There is nothing.\n");
}

#[test]
fn a_table_comes_out_of_a_pipe_in_swedish() {
    let story = Story::new();
    let words = ["import", "create", "-", "--team", &story.team, "--act", "invite"];
    let mut plats = story.world.machine.plats(&words);
    plats.env("PLATS_API_KEY", story.world.vendor.expose()).env("LANG", "sv_SE.UTF-8");
    let said = story.world.run(&mut plats, PEOPLE).fine();
    assert!(said.starts_with("Bjud in personer imp_"), "{said}");
    for expected in [": ingenting har hänt än\n", "Menade du bo@bygg.example?", "Gå vidare:\n"] {
        assert!(said.contains(expected), "{expected} is missing in {said}");
    }
}

#[test]
fn the_team_of_somebody_else_takes_no_import() {
    let story = Story::new();
    let file = story.world.machine.file("people.csv", PEOPLE);
    let import = id(&story.create(&file, &["--act", "invite"]).fine());
    let create = ["import", "create", &file, "--team", &story.team, "--act", "invite", "--yes"];
    for words in [
        &create[..],
        &["import", "list", &story.team],
        &["import", "show", &import],
        &["import", "rows", &import],
        &["import", "confirm", &import],
        &["import", "stop", &import],
        &["import", "undo", &import],
        &["import", "discard", &import],
        &["import", "to-mend", &import],
        &["member", "export", &story.team],
    ] {
        story.world.as_partner(words).failed(1);
    }
    assert!(!story.members().contains("kalle@bygg.example"));
}

#[test]
fn everybody_is_written_out_and_read_back_as_nothing_to_do() {
    let story = Story::new();
    let people: Vec<_> = (1..=250).map(|n| format!("user{n}@bygg.example")).collect();
    let file = story.world.machine.file("people.csv", people.join("\n"));
    story.create(&file, &["--act", "invite", "--yes"]).fine();
    let named = ["--first-name", "=1+1", "--last-name", "Berg, \"Bo\"", "--email", "bo@bygg.example"];
    story.world.plats(&[&["invite", &story.team], &named[..]].concat()).fine();

    let export = story.world.machine.file("members.csv", "an older one");
    let said = story.world.plats(&["member", "export", &story.team, "-o", &export]).fine();
    assert_eq!(said, format!("252 people are in {export}.\n"));
    let table = fs::read_to_string(&export).unwrap();
    assert!(table.starts_with("\u{feff}First name,Last name,Email,Role,Status,User ID\r\n"), "{table}");
    assert!(table.contains("Elin,Asp,elin@bygg.example,primary admin,"), "{table}");
    assert!(table.contains("\r\n'=1+1,\"Berg, \"\"Bo\"\"\",bo@bygg.example,user,invited,user_"), "{table}");
    assert_eq!(story.world.plats(&["member", "export", &story.team]).fine(), table);

    let said = story.create(&export, &["--act", "invite"]).fine();
    assert!(said.contains("  Is so already  252\nThere is nothing to do.\n"), "{said}");
    assert!(!said.contains("To mend") && !said.contains("import confirm"), "{said}");

    let mut swedish = story.world.machine.plats(&["member", "export", &story.team]);
    swedish.env("PLATS_API_KEY", story.world.vendor.expose()).env("LANG", "sv_SE.UTF-8");
    let table = story.world.run(&mut swedish, "").fine();
    assert!(table.contains("Elin;Asp;elin@bygg.example;primär administratör;"), "{table}");
    let file = story.world.machine.file("medlemmar.csv", table);
    let said = story.create(&file, &["--act", "invite", "--yes"]).fine();
    assert_eq!(said, "There is nothing to do: all 252 rows ask for what is so already.\n");

    let pages = story.world.plats(&["member", "export", &story.team, "--json"]).fine();
    assert_eq!(pages.lines().count(), 2);
    let said = story.world.plats(&["member", "export", &story.team, "-o", "no/such/folder.csv"]).failed(2);
    assert!(said.contains("cannot be saved"), "{said}");
}
