//! Byggkonsult with the team Malmö and its people, a second organization, two products; a clock that the test moves.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
    response::Response,
};
use kernel::{
    Actor, Email, Grant, House, OfferingId, OrganizationId, PersonId, PoolId, ProductId, Result, Role, Scope,
    TeamId,
};
use seats::Pool;
use std::{sync::Arc, time::Duration};
use store::{Command, Db, Jobs, Read};
use testkit::{Ground, Setting};
use tower::ServiceExt;

pub struct World {
    pub db: Db,
    pub jobs: Arc<Jobs>,
    pub organization: OrganizationId,
    pub team: TeamId,
    pub maja: Actor,
    /// The admin of another organization's team.
    pub eve: Actor,
    pub strangers: TeamId,
    pub ritbord: Product,
    pub fasad: Product,
    ground: Ground,
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
        let house = House {
            public_url: "http://account.nordkad.example".into(),
            vendor: "Nordkad".into(),
            legal: "Nordkad AB, Luleå".into(),
            ..House::default()
        };
        let db = ground.open(house, &jobs);
        let founded = db.command(&Actor::system("test"), found).await.expect("two organizations");
        let (organization, team, other, strangers, ritbord, fasad) = founded;
        let mut world = World {
            db,
            jobs: Arc::new(jobs),
            organization,
            team,
            maja: Actor::nobody(),
            eve: Actor::nobody(),
            strangers,
            ritbord,
            fasad,
            ground,
        };
        let maja = world.member_as(team, Role::PrimaryAdmin, "Maja", "Lindqvist").await;
        let eve = world.member_as(strangers, Role::PrimaryAdmin, "Eve", "Ek").await;
        world.maja = admin(maja, "maja@bygg.example", Scope::Team(team, organization));
        world.eve = admin(eve, "eve@skissera.example", Scope::Team(strangers, other));
        world
    }
}

impl World {
    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }

    /// A user of the team Malmö.
    pub async fn user(&self, first: &str, last: &str) -> PersonId {
        self.member_as(self.team, Role::User, first, last).await
    }
    pub async fn users<const N: usize>(&self) -> [PersonId; N] {
        let mut people = Vec::new();
        for n in 0..N {
            people.push(self.user("Ada", &format!("Berg{n:03}")).await);
        }
        people.try_into().expect("as many as were asked for")
    }
    pub async fn member_as(&self, team: TeamId, role: Role, first: &str, last: &str) -> PersonId {
        let email = format!("{}.{}@bygg.example", ascii(first), ascii(last));
        let (first, last) = (first.to_owned(), last.to_owned());
        let add = move |cx: &mut Command| {
            cx.quiet();
            let (id, now, sort): (PersonId, _, _) = (cx.id(), cx.now(), accounts::sort_name(&first, &last));
            let key = Email::parse("email", &email).expect("an address");
            let words = kernel::fold::words(&format!("{first} {last} {email}"));
            let line = format!(" {}", words.join(" "));
            cx.execute(
                "INSERT INTO people (id, email, email_key, first_name, last_name, sort_name, language, time_zone,
                    scheme, created_at)
                 VALUES ($1, $2, $3, $4, $5, $6, 'sv', 'Europe/Stockholm', 'device', $7)",
                &[&id, &email, &key.key(), &first, &last, &sort, &now],
            )?;
            cx.execute(
                "INSERT INTO memberships (team_id, person_id, role, sort_name, words, created_at)
                 VALUES ($1, $2, $3, $4, $6, $5)",
                &[&team, &id, &role, &sort, &now, &line],
            )?;
            for word in &words {
                cx.execute(
                    "INSERT INTO member_words (team_id, word, sort_name, person_id) VALUES ($1, $2, $3, $4)",
                    &[&team, word, &sort, &id],
                )?;
            }
            Ok(id)
        };
        self.db.command(&Actor::system("test"), add).await.expect("a member")
    }
    pub async fn leaves_the_team(&self, person: PersonId) {
        let (team, leave) = (self.team, "DELETE FROM memberships WHERE team_id = $1 AND person_id = $2");
        let leave = move |cx: &mut Command| {
            cx.quiet();
            cx.execute(leave, &[&team, &person])
        };
        self.db.command(&Actor::system("test"), leave).await.expect("a membership that ends");
    }

    /// So many seats of the product in the team Malmö.
    pub async fn pool(&self, product: Product, capacity: i64) -> PoolId {
        let team = self.team;
        let set = move |cx: &mut Command| seats::set_capacity(cx, team, product.offering, capacity);
        self.db.command(&Actor::system("order"), set).await.expect("a pool")
    }
    pub async fn see(&self, pool: PoolId) -> Pool {
        self.read(&self.maja, move |cx| seats::pool(cx, pool)).await.expect("a pool to see")
    }
    pub async fn assign(&self, pool: PoolId, people: &[PersonId]) -> Result<usize> {
        let people = people.to_vec();
        let give = move |cx: &mut Command| seats::assign_people(cx, pool, &people);
        self.db.command_on(pool, &self.maja, give).await.map(|given| given.len())
    }
    pub async fn release(&self, pool: PoolId, people: &[PersonId]) -> Result<seats::Released> {
        let people = people.to_vec();
        let take = move |cx: &mut Command| seats::release_seats(cx, pool, &people);
        self.db.command_on(pool, &self.maja, take).await
    }
    pub async fn pin(&self, pool: PoolId, person: PersonId) -> Result<()> {
        let pin = move |cx: &mut Command| seats::pin_seat(cx, pool, person, None);
        self.db.command_on(pool, &self.maja, pin).await
    }
    pub async fn unpin(&self, pool: PoolId, person: PersonId) -> Result<Option<kernel::Timestamp>> {
        let unpin = move |cx: &mut Command| seats::unpin_seat(cx, pool, person);
        self.db.command_on(pool, &self.maja, unpin).await
    }
    /// Who works on a seat, and who waits for one, in the order of their names.
    pub async fn holders(&self, pool: PoolId) -> (Vec<PersonId>, Vec<PersonId>) {
        let window = seats::Window { size: 1000, ..seats::Window::default() };
        let list = self.read(&self.maja, move |cx| seats::holders(cx, pool, &window)).await.expect("a list");
        let (active, waiting): (Vec<_>, Vec<_>) =
            list.rows.into_iter().partition(|holder| holder.suspended_at.is_none());
        let ids = |list: Vec<seats::Holder>| list.into_iter().map(|holder| holder.person).collect();
        (ids(active), ids(waiting))
    }

    pub async fn read<T: Send + 'static>(
        &self,
        actor: &Actor,
        ask: impl FnOnce(&mut Read) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.db.read(actor, ask).await
    }
    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        let rows = self.read(&self.maja, move |cx| cx.all::<(String,)>(sql, &[])).await.expect("rows");
        rows.into_iter().map(|(text,)| text).collect()
    }
    pub async fn count(&self, sql: &'static str) -> i64 {
        self.read(&self.maja, move |cx| cx.one::<(i64,)>(sql, &[])).await.expect("a number").0
    }
    /// The actions of the audit log that are about seats, in their order.
    pub async fn audit(&self) -> Vec<String> {
        let sql = "SELECT action FROM audit WHERE action LIKE 'seat.%' OR action LIKE 'pool.%' ORDER BY id";
        self.texts(sql).await
    }

    /// Signed in as this person in the browser; a path, and fields to post.
    pub async fn visit(&self, actor: &Actor, path: &str, fields: Option<&[(&str, &str)]>) -> Answer {
        let person = actor.person_id();
        let method = if fields.is_some() { Method::POST } else { Method::GET };
        let mut request = Request::builder().method(method).uri(path);
        if let Some(person) = person {
            request = request.header(header::COOKIE, format!("session={}", self.session(person).await));
        }
        let fields = fields.unwrap_or_default();
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(request.body(Body::from(body)).expect("a request")).await
    }
    pub async fn call(&self, actor: &Actor, method: Method, path: &str, json: &str) -> Answer {
        let session = self.session(actor.person_id().expect("a person")).await;
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, format!("session={session}"))
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(json.to_owned()));
        self.send(request.expect("a request")).await
    }
    /// A table of people, sent by a program; what shall happen stands in the path.
    pub async fn send_table(&self, actor: &Actor, path: &str, table: impl Into<Vec<u8>>) -> Answer {
        let session = self.session(actor.person_id().expect("a person")).await;
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::COOKIE, format!("session={session}"))
            .header(header::CONTENT_TYPE, "text/csv")
            .body(Body::from(table.into()));
        self.send(request.expect("a request")).await
    }
    /// A form in parts: fields, and perhaps a file.
    pub async fn upload(
        &self,
        actor: &Actor,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Answer {
        let mut body = vec![];
        for (name, value) in fields {
            let part =
                format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let (name, bytes) = file.unwrap_or(("", b""));
        let head = format!(
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        let session = self.session(actor.person_id().expect("a person")).await;
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::COOKIE, format!("session={session}"))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body));
        self.send(request.expect("a request")).await
    }
    /// What is due is carried out, and what that leaves behind.
    pub async fn work(&self) {
        self.jobs.run_all_due(&self.db).await.expect("jobs that are carried out");
    }
    async fn session(&self, person: PersonId) -> String {
        let begin = move |cx: &mut Command| {
            cx.quiet();
            web::session::begin(cx, person, false, "a browser", "192.0.2.1")
        };
        let (_, token) = self.db.command(&Actor::system("test"), begin).await.expect("a session");
        token.expose().to_owned()
    }
    async fn send(&self, request: Request<Body>) -> Answer {
        let site = web::Site::new(web::SiteFacts::new(self.db.clone(), web::Hooks::NONE));
        let (router, _) = seats::routes().split_for_parts();
        let door = site.doors(router);
        Answer::of(door.oneshot(request).await.expect("an answer")).await
    }
}

pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    /// The way of Undo in the sentence that the next page shows.
    pub undo: String,
    pub link: String,
    pub body: String,
}

impl Answer {
    async fn of(response: Response) -> Answer {
        let header = |name| {
            let value = response.headers().get(name).and_then(|value| value.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        let (location, link, cookie) =
            (header(header::LOCATION), header(header::LINK), header(header::SET_COOKIE));
        let toast =
            cookie.strip_prefix("toast=").and_then(|toast| toast.split(';').next()).unwrap_or_default();
        let undo = toast.rsplit('|').next().unwrap_or_default();
        let undo = percent_encoding::percent_decode_str(undo).decode_utf8_lossy().into_owned();
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        Answer { status, location, undo, link, body: String::from_utf8_lossy(&body).into_owned() }
    }
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect("JSON")
    }
}

type Founded = (OrganizationId, TeamId, OrganizationId, TeamId, Product, Product);

fn found(cx: &mut Command) -> Result<Founded> {
    cx.quiet();
    let (bygg, malmo) = organization(cx, "Byggkonsult", "Malmö")?;
    let (skissera, lund) = organization(cx, "Skissera", "Lund")?;
    Ok((bygg, malmo, skissera, lund, product(cx, "Ritbord")?, product(cx, "Fasad")?))
}

fn organization(cx: &mut Command, name: &str, team_name: &str) -> Result<(OrganizationId, TeamId)> {
    let (id, team, now) = (cx.id(), cx.id(), cx.now());
    cx.execute(
        "INSERT INTO organizations (id, number, name, created_at) VALUES ($1, $2, $2, $3)",
        &[&id, &name, &now],
    )?;
    cx.execute(
        "INSERT INTO teams (id, organization_id, name, created_at) VALUES ($1, $2, $3, $4)",
        &[&team, &id, &team_name, &now],
    )?;
    Ok((id, team))
}

fn product(cx: &mut Command, name: &str) -> Result<Product> {
    let (id, offering, now): (ProductId, OfferingId, _) = (cx.id(), cx.id(), cx.now());
    let slug = name.to_lowercase();
    cx.execute(
        "INSERT INTO products (id, slug, name, description, icon, created_at) VALUES ($1, $2, $3, '', '', $4)",
        &[&id, &slug, &name, &now],
    )?;
    cx.execute(
        "INSERT INTO offerings (id, sku, product_id, name, license_model, max_devices, offline_days, refresh_hours,
            created_at)
         VALUES ($1, $2, $3, 'Named user', 'named', 3, 30, 24, $4)",
        &[&offering, &slug, &id, &now],
    )?;
    Ok(Product { id, offering })
}

fn admin(id: PersonId, label: &str, scope: Scope) -> Actor {
    Actor::person(id, label, vec![Grant { role: Role::PrimaryAdmin, scope }])
}

fn ascii(name: &str) -> String {
    name.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}
