//! Byggkonsult with the team Malmö and Maja, its primary admin; Skissera with Lund and Eve; a mailbox and a clock.

use accounts::{NewPerson, Passwords, Person, SetupCode};
use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use kernel::{Actor, Email, Grant, House, Lang, Name, OrganizationId, PersonId, Result, Role, Scope, TeamId};
use notifications::mailbox::Stored;
use serde_json::Value;
use std::{path::Path, sync::Arc, time::Duration};
use store::{Command, Db, Jobs, Read};
use testkit::{Answer, Ground, Setting};
use tower::ServiceExt;

pub struct World {
    pub db: Db,
    pub jobs: Arc<Jobs>,
    pub organization: OrganizationId,
    pub team: TeamId,
    pub maja: PersonId,
    /// The admin of another organization's team.
    pub eve: PersonId,
    pub lund: TeamId,
    door: Router,
    ground: Ground,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let jobs = jobs(ground.folder());
        let house = House {
            public_url: "http://account.nordkad.example".into(),
            vendor: "Nordkad".into(),
            legal: "Nordkad AB, Luleå".into(),
            time_zone: "Europe/Stockholm".into(),
            ..House::default()
        };
        let db = ground.open(house, &jobs);
        let (organization, team, maja, lund, eve) =
            db.command(&Actor::system("test"), found).await.expect("two organizations");
        let door = door(&db, Passwords::new(ground.chance.clone()).expect("a hashing pool"));
        World { db, jobs: Arc::new(jobs), organization, team, maja, eve, lund, door, ground }
    }
}

impl World {
    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }
    /// Carries out what is due, also what that leaves behind.
    pub async fn work(&self) {
        self.jobs.run_all_due(&self.db).await.unwrap();
    }
    /// What came to the address, the oldest first.
    pub async fn mails_to(&self, address: &str) -> Vec<Stored> {
        self.work().await;
        let mut mails = notifications::mailbox::to(&self.ground.folder().join("mails"), address).unwrap();
        mails.reverse();
        mails
    }
    /// The path behind the main link of the newest mail.
    pub async fn newest_link(&self, address: &str) -> String {
        let mails = self.mails_to(address).await;
        let link = mails.last().and_then(|mail| mail.link.clone()).expect("a mail with a link");
        link.strip_prefix("http://account.nordkad.example").expect("a link to Plats").to_owned()
    }

    /// Somebody with a User ID and a password, of no team.
    pub async fn known(&self, first: &str, email: &str) -> PersonId {
        let (first, email) = (first.to_owned(), email.to_owned());
        self.act(move |cx| active(cx, &first, &email).map(|person| person.id)).await
    }
    /// A user of the team Malmö who has been in.
    pub async fn user(&self, first: &str, email: &str) -> PersonId {
        let (first, email, team) = (first.to_owned(), email.to_owned(), self.team);
        self.act(move |cx| {
            let person = active(cx, &first, &email)?;
            let team = organizations::team(cx, team)?;
            organizations::add_member(cx, &team, person.id).map(|_| person.id)
        })
        .await
    }
    /// Olle, who runs Plats.
    pub async fn operator(&self) -> PersonId {
        self.act(|cx| {
            let olle = NewPerson {
                email: Email::parse("email", "olle@nordkad.example").expect("an address"),
                first_name: name("Olle"),
                last_name: name("Nord"),
                lang: Lang::En,
                time_zone: "Europe/Stockholm".into(),
            };
            accounts::add_staff(cx, &olle, None)
        })
        .await
    }
    /// Presses "Send invite" for somebody by the last name of Berg; the mail is in Swedish.
    pub async fn invite(&self, who: PersonId, team: TeamId, first: &str, email: &str) -> Answer {
        let fields = [("first", first), ("last", "Berg"), ("email", email), ("language", "sv")];
        self.post(who, &format!("/manage/teams/{team}/users/invite"), &fields).await
    }
    /// Maja invites to Malmö; the User ID.
    pub async fn invited(&self, first: &str, email: &str) -> PersonId {
        let answer = self.invite(self.maja, self.team, first, email).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        answer.location.rsplit('/').next().unwrap().parse().expect("the panel of the person")
    }
    pub async fn resend(&self, who: PersonId, team: TeamId, person: PersonId) -> Answer {
        self.post(who, &format!("/manage/teams/{team}/users/{person}/invitation"), &[]).await
    }
    pub async fn change_role(&self, who: PersonId, person: PersonId, role: &str) -> Answer {
        let path = format!("/manage/teams/{}/users/{person}/role", self.team);
        self.post(who, &path, &[("role", role)]).await
    }
    /// Opens the link and chooses this password.
    pub async fn choose_password(&self, link: &str) -> Answer {
        let opened = self.send(Method::GET, link, None, "", "").await;
        assert_eq!(opened.status, StatusCode::OK, "{}", opened.body);
        self.send(Method::POST, link, None, "", "password=tre+gula+stolar+i+regn").await
    }

    pub async fn see(&self, who: PersonId, path: &str) -> Answer {
        self.send(Method::GET, path, Some(who), "", "").await
    }
    pub async fn post(&self, who: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, Some(who), "", &form).await
    }
    pub async fn call(&self, who: PersonId, method: Method, path: &str, json: &Value) -> Answer {
        let body = if json.is_null() { String::new() } else { json.to_string() };
        self.send(method, path, Some(who), "application/json", &body).await
    }
    /// In the browser or by a program, signed in or not.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        who: Option<PersonId>,
        kind: &str,
        body: &str,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if let Some(person) = who {
            request = request.header(header::COOKIE, format!("session={}", self.session(person).await));
        }
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        Answer::of(self.door.clone().oneshot(request).await.expect("an answer")).await
    }
    async fn session(&self, person: PersonId) -> String {
        let begin = move |cx: &mut Command| {
            cx.quiet();
            web::session::begin(cx, person, false, "a browser", "192.0.2.1")
        };
        self.act(begin).await.1.expose().to_owned()
    }

    /// Somebody with the rights that their roles give them now.
    pub async fn by<T: Send + 'static>(
        &self,
        who: PersonId,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let held =
            "SELECT m.role, t.id, t.organization_id FROM memberships m JOIN teams t ON t.id = m.team_id
                    WHERE m.person_id = $1";
        let held =
            self.read(move |cx| cx.all::<(Role, TeamId, OrganizationId)>(held, &[&who])).await.into_iter();
        let grants =
            held.map(|(role, team, organization)| Grant { role, scope: Scope::Team(team, organization) });
        let email = self.read(move |cx| accounts::person(cx, who)).await.email;
        self.db.command(&Actor::person(who, email, grants.collect()), verb).await
    }
    pub async fn reads_swedish(&self, person: PersonId) {
        let swedish = "UPDATE people SET language = 'sv' WHERE id = $1";
        self.act(move |cx| {
            cx.quiet();
            cx.execute(swedish, &[&person])
        })
        .await;
    }
    pub async fn remove(&self, who: PersonId, person: PersonId) -> Result<()> {
        let team = self.team;
        self.by(who, move |cx| organizations::remove_member(cx, team, person).map(|_| ())).await
    }
    pub async fn bring_back(&self, who: PersonId, person: PersonId) -> Result<String> {
        let team = self.team;
        self.by(who, move |cx| organizations::return_member(cx, team, person)).await
    }
    /// How many people the team Malmö says it has.
    pub async fn counted(&self) -> i64 {
        self.count("SELECT people FROM teams WHERE name = 'Malmö'").await
    }

    pub async fn act<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> T {
        self.db.command(&Actor::system("test"), verb).await.expect("an act of the test")
    }
    async fn read<T: Send + 'static>(&self, ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static) -> T {
        self.db.read(&Actor::system("test"), ask).await.expect("rows")
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.read(move |cx| cx.one::<(i64,)>(sql, &[])).await.0
    }
    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        self.read(move |cx| cx.all::<(String,)>(sql, &[])).await.into_iter().map(|(text,)| text).collect()
    }
    /// Who is what in the team Malmö, as `Maja primary_admin`, by first name.
    pub async fn roles(&self) -> Vec<String> {
        let team = self.team;
        let sql =
            "SELECT p.first_name || ' ' || m.role FROM memberships m JOIN people p ON p.id = m.person_id
                   WHERE m.team_id = $1 ORDER BY p.first_name";
        let rows = self.read(move |cx| cx.all::<(String,)>(sql, &[&team])).await;
        rows.into_iter().map(|(text,)| text).collect()
    }
    /// What was done since the beginning by people and jobs, but for mails: `maja@bygg.example invitation.sent x@y`.
    pub async fn audit(&self) -> Vec<String> {
        self.texts(
            "SELECT actor_label || ' ' || action || ' ' || subject_label FROM audit
             WHERE action NOT LIKE 'mail%' AND actor_label <> 'test' ORDER BY id",
        )
        .await
    }
    /// Rows that a refused ask must not leave.
    pub async fn made(&self) -> i64 {
        self.count(
            "SELECT (SELECT COUNT(*) FROM people) + (SELECT COUNT(*) FROM memberships) + (SELECT COUNT(*) FROM teams)
             + (SELECT COUNT(*) FROM invitations) + (SELECT COUNT(*) FROM links) + (SELECT COUNT(*) FROM mails)
             + (SELECT COUNT(*) FROM audit)",
        )
        .await
    }
}

fn jobs(folder: &Path) -> Jobs {
    let mut jobs = Jobs::new();
    let mails = format!("folder:{}", folder.join("mails").display());
    let transport = notifications::Transport::parse(&mails).expect("a folder for mails");
    let sender = notifications::Sender::new(transport, "Nordkad <account@nordkad.example>");
    notifications::jobs(&mut jobs, sender.expect("a sender"));
    accounts::jobs(&mut jobs);
    organizations::jobs(&mut jobs);
    jobs
}

fn door(db: &Db, passwords: Passwords) -> Router {
    let site = web::Site::new(web::SiteFacts::new(db.clone(), web::Hooks::NONE));
    let (api, _) = organizations::api_routes().split_for_parts();
    let rooms = accounts::routes(passwords, SetupCode(None)).merge(organizations::routes()).merge(api);
    site.doors(rooms)
}

type Founded = (OrganizationId, TeamId, PersonId, TeamId, PersonId);

fn found(cx: &mut Command) -> Result<Founded> {
    let maja = active(cx, "Maja", "maja@bygg.example")?.id;
    let eve = active(cx, "Eve", "eve@skissera.example")?.id;
    let (bygg, _) = organizations::organization_for(cx, "1001", &name("Byggkonsult"))?;
    let (skissera, _) = organizations::organization_for(cx, "1002", &name("Skissera"))?;
    let malmo = organizations::found_team(cx, bygg.id, "Malmö", maja)?;
    let lund = organizations::found_team(cx, skissera.id, "Lund", eve)?;
    Ok((bygg.id, malmo.id, maja, lund.id, eve))
}

/// Reads English, and has a password that nobody knows.
fn active(cx: &mut Command, first: &str, email: &str) -> Result<Person> {
    let new = NewPerson {
        email: Email::parse("email", email).expect("an address"),
        first_name: name(first),
        last_name: name("Ek"),
        lang: Lang::En,
        time_zone: "Europe/Stockholm".into(),
    };
    let (person, _) = accounts::person_for(cx, &new)?;
    cx.execute("UPDATE people SET password_hash = 'a hash' WHERE id = $1", &[&person.id])?;
    accounts::person(cx, person.id)
}

fn name(text: &str) -> Name {
    Name::parse("name", text).expect("a name")
}
