//! Byggkonsult with the team Malmö, another organization, Ritbord with a version and files; a clock that stands still.

use accounts::{NewPerson, Person};
use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode, header},
    response::Response,
};
use bytes::Bytes;
use catalog::{AddBuild, CreateOffering, CreateProduct, CreateRelease, Files};
use kernel::{
    Actor, Email, House, Lang, Name, OfferingId, OrganizationId, PersonId, PoolId, ProductId, Result, Role,
    TeamId,
};
use std::{sync::Arc, time::Duration};
use store::{Command, Db, Jobs};
use testkit::{Ground, Setting};
use tower::ServiceExt;

pub struct World {
    pub db: Db,
    pub organization: OrganizationId,
    pub team: TeamId,
    pub maja: PersonId,
    /// The admin of another organization's team.
    pub eve: PersonId,
    pub olle: PersonId,
    jobs: Arc<Jobs>,
    ground: Ground,
    files: Files,
}

#[derive(Clone, Copy)]
pub struct Product {
    pub id: ProductId,
    pub offering: OfferingId,
}

impl Setting for World {
    async fn on(ground: Ground) -> World {
        let mut jobs = Jobs::new();
        seats::jobs(&mut jobs);
        let db = ground.open(house(), &jobs);
        let founded = db.command(&system(), found).await.expect("two organizations and an operator");
        let (organization, team, maja, eve, olle) = founded;
        let files =
            Files::open(ground.folder().join("files").to_str().expect("a path")).expect("a folder for files");
        World { db, jobs: Arc::new(jobs), organization, team, maja, eve, olle, files, ground }
    }
}

impl World {
    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }
    /// Carries out what is due, also what that leaves behind.
    pub async fn work(&self) {
        self.jobs.run_all_due(&self.db).await.expect("jobs to run");
    }
    pub async fn act<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> T {
        self.db.command(&system(), verb).await.expect("an act of the test")
    }

    /// A user of the team Malmö who has been in.
    pub async fn user(&self, first: &str, last: &str) -> PersonId {
        let (team, first, last) = (self.team, first.to_owned(), last.to_owned());
        self.act(move |cx| {
            let person = person(cx, &first, &last)?;
            let team = organizations::team(cx, team)?;
            organizations::add_member(cx, &team, person.id)?;
            Ok(person.id)
        })
        .await
    }
    /// Somebody without any team, who has been in.
    pub async fn stranger(&self) -> PersonId {
        self.act(|cx| person(cx, "Sten", "Främling").map(|person| person.id)).await
    }
    pub async fn invite(&self, first: &str, last: &str) -> PersonId {
        let team = self.team;
        let (email, first, last) = (address(first, last), first.to_owned(), last.to_owned());
        self.act(move |cx| {
            let ask = organizations::Invite {
                team,
                email: email.clone(),
                first_name: name(&first),
                last_name: name(&last),
                lang: Lang::Sv,
                time_zone: ZONE.into(),
            };
            organizations::invite(cx, &ask).map(|invited| invited.person)
        })
        .await
    }
    /// The mail server refuses the newest mail to the person.
    pub async fn bounce(&self, person: PersonId) {
        self.act(move |cx| {
            cx.quiet();
            cx.execute(
                "UPDATE mails SET status = 'failed', answer = '550 no such mailbox', secret = NULL
                 WHERE id = (SELECT MAX(id) FROM mails WHERE person_id = $1)",
                &[&person],
            )
        })
        .await;
    }

    /// A product with one version and nothing to download yet.
    pub async fn product(&self, name: &str, version: &str, kind: &str) -> Product {
        let (name, version, kind) = (name.to_owned(), version.to_owned(), kind.to_owned());
        self.act(move |cx| {
            let slug = name.to_lowercase();
            let icon = format!("p-{slug}");
            let product = CreateProduct::parse(&slug, &name, "Ritar hus.", &icon).expect("a product");
            let product = catalog::create_product(cx, &product)?;
            let policy = ["3", "30", "24"];
            let offering =
                CreateOffering::parse(&slug, [&format!("{slug}-1"), "Named user"], "named", policy);
            let offering = catalog::create_offering(cx, &offering.expect("an offering"))?;
            let release =
                CreateRelease::parse(&version, &kind, "Sheet sets, faster regeneration").expect("a release");
            catalog::create_release(cx, &slug, &release)?;
            Ok(Product { id: product.id, offering: offering.id })
        })
        .await
    }
    pub async fn build(
        &self,
        slug: &'static str,
        version: &'static str,
        place: [&'static str; 2],
    ) -> kernel::BuildId {
        let content = Bytes::from(format!("{slug} {version} {place:?}"));
        let body = futures_util::stream::iter([Ok::<_, std::io::Error>(content)]);
        let staged = self.files.stage(&place.concat(), body).await.expect("a staged file");
        let stored = self.files.keep(staged).await.expect("a kept file");
        let add = AddBuild::parse([slug, version], place, &format!("{slug}-{version}.msi"), false)
            .expect("a build");
        self.act(move |cx| catalog::add_build(cx, &add, &stored).map(|(build, _)| build.id)).await
    }
    pub async fn pool(&self, product: Product, capacity: i64) -> PoolId {
        let team = self.team;
        self.act(move |cx| seats::set_capacity(cx, team, product.offering, capacity)).await
    }
    pub async fn assign(&self, pool: PoolId, people: &[PersonId]) {
        let people = people.to_vec();
        self.act(move |cx| seats::assign_people(cx, pool, &people)).await;
    }

    pub async fn see(&self, person: PersonId, path: &str) -> Answer {
        self.send(Some(person), Method::GET, path).await
    }
    pub async fn post(&self, person: PersonId, path: &str) -> Answer {
        self.send(Some(person), Method::POST, path).await
    }
    pub async fn send(&self, person: Option<PersonId>, method: Method, path: &str) -> Answer {
        self.ask(person, (method, path), String::new()).await
    }
    pub async fn submit(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.ask(Some(person), (Method::POST, path), form).await
    }
    async fn ask(&self, person: Option<PersonId>, (method, path): (Method, &str), form: String) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::USER_AGENT, "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605")
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(person) = person {
            let (_, token) = self
                .act(move |cx| {
                    cx.quiet();
                    web::session::begin(cx, person, false, "a browser", "192.0.2.1")
                })
                .await;
            request = request.header(header::COOKIE, format!("session={}", token.expose()));
        }
        let request = request.body(Body::from(form)).expect("a request");
        Answer::of(self.door().oneshot(request).await.expect("an answer")).await
    }

    /// The portal with the rooms that its links lead to.
    pub fn door(&self) -> Router {
        let site = web::Site::new(web::SiteFacts {
            areas: vec![("/manage", "http://manage.nordkad.example".into())],
            ..web::SiteFacts::new(
                self.db.clone(),
                web::Hooks { navigation: portal::navigation, ..web::Hooks::NONE },
            )
        });
        let (seats, _) = seats::routes().split_for_parts();
        let (catalog, _) = catalog::routes(self.files.clone()).split_for_parts();
        site.doors(
            Router::new().merge(portal::routes()).merge(seats).merge(catalog).merge(organizations::routes()),
        )
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub kind: String,
    pub body: String,
}

impl Answer {
    async fn of(response: Response) -> Answer {
        let header = |name| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let (status, location, kind) =
            (response.status(), header(header::LOCATION), header(header::CONTENT_TYPE));
        let body = axum::body::to_bytes(response.into_body(), 1 << 22).await.expect("a body");
        Answer { status, location, kind, body: String::from_utf8_lossy(&body).into_owned() }
    }
    pub fn shows(&self, text: &str) -> bool {
        self.body.contains(text)
    }
    /// The address behind the words of a link.
    pub fn link(&self, words: &str) -> String {
        let end = self.body.find(words).unwrap_or_else(|| panic!("no link {words} in {}", self.body));
        let tag = self.body[..end].rfind("<a ").expect("a link before the words");
        let href = self.body[tag..end].split("href=\"").nth(1).and_then(|rest| rest.split('"').next());
        href.expect("an address").replace("&amp;", "&")
    }
}

const ZONE: &str = "Europe/Stockholm";

fn system() -> Actor {
    Actor::system("test")
}

fn house() -> House {
    House {
        public_url: "http://account.nordkad.example".into(),
        vendor: "Nordkad".into(),
        legal: "Nordkad AB, Luleå".into(),
        time_zone: ZONE.into(),
        ..House::default()
    }
}

type Founded = (OrganizationId, TeamId, PersonId, PersonId, PersonId);

fn found(cx: &mut Command) -> Result<Founded> {
    let maja = person(cx, "Maja", "Lindqvist")?.id;
    let (bygg, _) = organizations::organization_for(cx, "1001", &name("Byggkonsult"))?;
    let malmo = organizations::found_team(cx, bygg.id, "Malmö", maja)?;
    let eve = person(cx, "Eve", "Ek")?.id;
    let (skissera, _) = organizations::organization_for(cx, "1002", &name("Skissera"))?;
    organizations::found_team(cx, skissera.id, "Lund", eve)?;
    let olle = accounts::create_first_operator(cx, &new_person("Olle", "Operatör"), "a hash")?;
    Ok((bygg.id, malmo.id, maja, eve, olle))
}

fn person(cx: &mut Command, first: &str, last: &str) -> Result<Person> {
    let (person, _) = accounts::person_for(cx, &new_person(first, last))?;
    cx.execute("UPDATE people SET password_hash = 'a hash' WHERE id = $1", &[&person.id])?;
    Ok(person)
}

fn new_person(first: &str, last: &str) -> NewPerson {
    NewPerson {
        email: address(first, last),
        first_name: name(first),
        last_name: name(last),
        lang: Lang::En,
        time_zone: ZONE.into(),
    }
}

fn name(text: &str) -> Name {
    Name::parse("name", text).expect("a name")
}

fn address(first: &str, last: &str) -> Email {
    let ascii = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let text: String = format!("{first}.{last}")
        .to_lowercase()
        .split('.')
        .map(|word| word.chars().map(ascii).collect::<String>())
        .collect::<Vec<_>>()
        .join(".");
    Email::parse("email", &format!("{text}@bygg.example")).expect("an address")
}

/// Makes somebody else the admin, for stories about admins.
pub async fn make_admin(app: &World, person: PersonId, role: Role) {
    let team = app.team;
    app.act(move |cx| organizations::change_role(cx, team, person, role)).await;
}
