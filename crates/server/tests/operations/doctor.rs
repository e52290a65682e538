//! A house in order is told so, and each thing that breaks is found.

use crate::house::{House, OPERATOR, said};
use accounts::SendLink;
use serde_json::Value;
use server::doctor::{Finding, State, examine};
use std::{
    fs::{self, File, Permissions},
    io::{Seek, SeekFrom, Write},
    os::unix::fs::PermissionsExt,
};
use testkit::{Engine, both_engines, smtp::Step};

/// Of SQLite.
const PAGE: i64 = 4096;

impl House {
    async fn found(&self, name: &str) -> Finding {
        let report = examine(&self.settings(), &self.ground.time.clock(), &self.ground.chance).await;
        report.find(name).cloned().unwrap_or_else(|| panic!("nothing about {name}:\n{report}"))
    }
    async fn fails(&self, name: &str, words: &str) {
        self.is(State::Fail, name, words).await;
    }
    async fn warns(&self, name: &str, words: &str) {
        self.is(State::Warn, name, words).await;
    }
    async fn is(&self, state: State, name: &str, words: &str) {
        let found = self.found(name).await;
        assert_eq!(found.state, state, "{found:?}");
        let said = format!("{} {}", found.says, found.advice);
        assert!(said.contains(words), "{words}: {said}");
        assert_eq!(found.advice.is_empty(), state == State::Ok, "{found:?}");
    }
    fn settle(&self, from: &str, to: &str) {
        let text = self.settings_text();
        assert!(text.contains(from), "{from}: {text}");
        fs::write(self.settings(), text.replace(from, to)).expect("settings");
    }
}

#[both_engines]
async fn a_house_in_order_is_told_so(house: House) {
    let found = house.platsd("doctor", [""; 0]);
    assert!(found.status.success(), "{}", said(&found));
    for name in
        ["settings", "public_url", "keys", "database", "schema", "operator", "jobs", "mails", "builds"]
    {
        let line = format!("ok    {name} ");
        assert!(said(&found).contains(&line), "{line}: {}", said(&found));
    }
    let found = house.platsd("doctor", ["--json"]);
    let json: Value = serde_json::from_slice(&found.stdout).expect("JSON");
    assert_ne!(json["worst"], "fail");
    assert!(json["findings"].as_array().expect("findings").iter().all(|finding| finding["says"].is_string()));
}

#[both_engines]
async fn what_is_wrong_ends_in_exit_code_1_and_a_line_that_says_what_to_do(house: House) {
    house.settle("http://localhost", "http://account.nordkad.example");
    let found = house.platsd("doctor", [""; 0]);
    assert_eq!(found.status.code(), Some(1));
    let line = said(&found).lines().find(|line| line.starts_with("FAIL")).map(str::to_owned);
    assert!(line.expect("a line").contains("write https:// into the settings"));
    let json: Value = serde_json::from_slice(&house.platsd("doctor", ["--json"]).stdout).expect("JSON");
    assert_eq!(json["worst"], "fail");
}

#[both_engines]
async fn settings_that_cannot_be_are_found(house: House) {
    house.settle("[vendor]", "colour = 'red'\n[vendor]");
    house.fails("settings", "colour").await;
    house.settle("http://localhost", "https://account.nordkad.example");
    house.warns("proxy", "behind_proxy = true").await;
    house.settle("smtp://127.0.0.1", "smtp://mail.nordkad.example");
    house.fails("mail_server", "in clear").await;
}

#[both_engines]
async fn files_that_are_not_as_they_should_be_are_found(house: House) {
    let key = house.data().join("keys/lease.seed");
    fs::set_permissions(&key, Permissions::from_mode(0o644)).expect("rights");
    house.fails("keys", "chmod 600").await;
    fs::remove_file(&key).expect("a key to go");
    house.fails("keys", "lease.seed").await;
    assert!(!key.exists(), "who only looks draws no key");

    fs::write(house.build_file(), "cut").expect("a build");
    house.fails("builds", "has 3 bytes and not 14").await;
    fs::remove_file(house.build_file()).expect("a build to go");
    house.fails("builds", "is missing").await;

    let data = house.data().display().to_string();
    house.settle(&format!("'{data}'"), &format!("'{}/x'", house.settings().display()));
    house.fails("data", "cannot be written").await;
}

#[both_engines]
async fn a_mail_server_that_is_away_is_found(mut house: House) {
    house.is(State::Ok, "mail_server", "calls itself test").await;
    assert_eq!(house.mail.caught().len(), 0, "no mail is sent");
    house.mail.down().await;
    house.fails("mail_server", "cannot be reached").await;
}

#[both_engines]
async fn a_schema_of_another_program_is_found(house: House) {
    house.sql("UPDATE migrations SET name = '9999_later' WHERE name = '0011_oauth'").await;
    house.fails("schema", "9999_later").await;
    let report = examine(&house.settings(), &house.ground.time.clock(), &house.ground.chance).await;
    assert!(report.find("builds").is_none(), "nothing is asked of a schema that is not ours");
}

#[both_engines]
async fn jobs_and_mails_that_came_to_nothing_are_found(house: House) {
    let node = house.node().await;
    house.mail.next(Step::Refuse("550 no such mailbox"));
    let ask = SendLink { email: OPERATOR.into(), lang: "en".into(), time_zone: "UTC".into(), names: None };
    house.act(move |cx| accounts::ask_for_link(cx, &ask, "192.0.2.1")).await;
    house.ground.time.wait(kernel::clock::hours(1));
    house.warns("jobs", "60 minutes").await;
    node.jobs.run_all_due(&node.db).await.expect("jobs to run");
    house.warns("mails", "1 failed").await;

    house
        .sql(
            "INSERT INTO jobs (id, kind, payload, created_at, run_at, attempts, dead_at, last_error)
              VALUES ('job_1', 'old', 'null', 0, 0, 40, 1, 'the disk was full')",
        )
        .await;
    house.warns("jobs", "old: the disk was full").await;
}

#[both_engines]
async fn a_database_that_is_not_there_or_broken_is_found(house: House) {
    match house.ground.engine {
        Engine::Postgres => {
            house.fails("clock", "time server").await;
            let settings =
                house.settings_text().replace(&house.ground.database(), "postgres://localhost:1/plats");
            fs::write(house.settings(), settings).expect("settings");
            house.fails("database", "does not answer").await;
        }
        Engine::Sqlite => {
            let copy = house.ground.folder().join("copy");
            assert!(house.platsd("backup", [&copy]).status.success());
            let file = copy.join("plats.db");
            house.settle(&house.ground.database(), &format!("sqlite:{}", file.display()));
            house.is(State::Ok, "integrity", "whole").await;
            let mut broken = File::options().write(true).open(&file).expect("a file");
            // The last page is one of the schema, without which nothing opens.
            broken.seek(SeekFrom::End(-2 * PAGE)).expect("the page before its last");
            broken.write_all(&[0xa5; PAGE as usize]).expect("noise");
            house.fails("integrity", "restore the last backup").await;
            fs::write(&file, "this was a database").expect("noise");
            house.fails("database", "the last backup restored").await;
            fs::remove_file(&file).expect("a file to go");
            house.warns("database", "there is no file").await;
        }
    }
}

#[both_engines]
async fn hosts_on_which_one_sign_in_does_not_count_are_named(house: House) {
    house.is(State::Ok, "sign-in", "counts everywhere").await;
    let areas = "public_url = 'http://account.nordkad.example'\n\
        areas.manage = 'http://manage.nordkad.example'\nareas.profile = 'http://account.nordkad.example:8080'\n";
    let home = "public_url = 'http://localhost'\n";
    house.settle(home, areas);
    house.warns("sign-in", "people sign in on manage.nordkad.example once more").await;
    house.settle(home, &format!("{areas}cookie_domain = 'nordkad.example'\n"));
    house.is(State::Ok, "sign-in", "counts everywhere").await;
    house.settle(home, &format!("{areas}cookie_domain = 'account.nordkad.example'\n"));
    house.fails("sign-in", "manage.nordkad.example is not within cookie_domain").await;
}
