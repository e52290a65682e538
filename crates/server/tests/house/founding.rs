//! How the world begins: made by the commands of the rooms, and through the doors where that is shorter.

mod programs;

use crate::{
    answer::Answer,
    world::{Ask, PASSWORD, Proof, World},
};
use accounts::{NewPerson, Passwords};
use contracts::takeover::{Apply, Document, apply};
use kernel::{
    Actor, ContractId, Email, Grant, ImportId, Lang, Name, OrganizationId, PersonId, PoolId, Role, Scope,
    Secret, TeamId,
};
use seats::imports;
use serde_json::{Value, json};

impl World {
    pub(super) async fn found(&mut self) {
        self.found_vendor().await;
        self.found_catalog().await;
        self.found_customers().await;
        self.found_seats().await;
        self.found_imports().await;
        self.found_programs().await;
        self.found_links().await;
        let hash = Passwords::new(kernel::Chance::new(|bytes| bytes.fill(7))).expect("argon2");
        let hash = hash.hash(Secret::new(PASSWORD)).await.expect("a hash");
        self.act(move |cx| {
            cx.quiet();
            cx.execute("UPDATE people SET password_hash = $1 WHERE first_name <> 'Ines'", &[&hash])
        })
        .await;
        // Whoever was here this minute is not noted again.
        for key in ["vendor-key", "partner-key", "other-partner-key"] {
            self.api(key, "GET", "/api/v1/orders", None).await;
        }
    }

    async fn found_vendor(&mut self) {
        let (people, keys, partner) = self
            .act(|cx| {
                let olle = accounts::create_first_operator(cx, &new("Olle", "olle@nordkad.example"), "")?;
                let desk = Email::parse("desk", "licens@skissera.example").expect("an address");
                let skissera =
                    accounts::create_partner(cx, &name("Skissera"), &name("skissera"), Some(&desk))?;
                let annan = accounts::create_partner(cx, &name("Annan"), &name("annan"), None)?;
                let pia = accounts::add_staff(cx, &new("Pia", "pia@skissera.example"), Some(skissera))?;
                let paul = accounts::add_staff(cx, &new("Paul", "paul@annan.example"), Some(annan))?;
                let mut key = |text, partner| accounts::create_api_key(cx, &name(text), partner);
                let keys = [key("ERP", None)?, key("Skissera", Some(skissera))?, key("Annan", Some(annan))?];
                Ok(([olle, pia, paul], keys, skissera))
            })
            .await;
        let [(key, vendor), (_, skissera), (_, annan)] = keys;
        self.ids.extend([("partner", partner.to_string()), ("key", key.to_string())]);
        let sten = self.person("Sten", "sten@nowhere.example").await;
        self.cast.extend([("nobody", Proof::Nothing), ("stranger", Proof::SignedIn(sten))]);
        self.cast
            .extend(["operator", "partner", "other-partner"].into_iter().zip(people.map(Proof::SignedIn)));
        let keys = [vendor, skissera, annan, Secret::new("key_unknown")];
        let names = ["vendor-key", "partner-key", "other-partner-key", "unknown-token"];
        self.cast.extend(names.into_iter().zip(keys.map(Proof::Bearer)));
    }

    async fn found_catalog(&mut self) {
        for (slug, sku, name) in [("ritbord", "RITBORD", "Ritbord"), ("fasad", "FASAD", "Fasad")] {
            self.make("/api/v1/products", json!({"slug": slug, "name": name})).await;
            self.make("/api/v1/offerings", json!({"sku": sku, "product": slug, "name": "Named user"})).await;
        }
        self.make("/api/v1/products/ritbord/releases", json!({"version": "2027.1", "kind": "feature"})).await;
        self.act(|cx| {
            let statement = catalog::AddPrivacyStatement::parse("2026-10", "We keep your name.", "");
            catalog::add_privacy_statement(cx, "ritbord", &statement.expect("a statement"))
        })
        .await;
        let file = Ask { body: "a file".into(), ..Ask::default() };
        let place = "/api/v1/products/ritbord/releases/2027.1/builds/linux-x64/en?file_name=ritbord.tar";
        let card = self.card(self.proof("vendor-key")).await;
        let build = self.send(&card, "PUT", place, &file).await.text("/id");
        let name = web::assets::href("plats.css").rsplit('/').next().expect("a file name").to_owned();
        self.ids.extend([("build", build), ("name", name)]);
        let fixed = [
            ("slug", "ritbord"),
            ("version", "2027.1"),
            ("sku", "RITBORD"),
            ("platform", "linux-x64"),
            ("language", "en"),
        ];
        self.ids.extend(fixed.map(|(name, id)| (name, id.to_owned())));
    }

    /// Carl ordered twice; when the second order came he ran two teams, so it waits for his choice. Maja has both
    /// teams from him, with Sara.
    async fn found_customers(&mut self) {
        let first =
            self.order("partner-key", "PO-1", ("bygg", "Byggkonsult Öresund"), ("Carl", "RITBORD")).await;
        let team: TeamId = first.text("/landing/team/id").parse().expect("a team");
        let (carl, organization) = self.manager_of(team).await;
        let maja = self.person("Maja", "maja@bygg.example").await;
        let sara = self.person("Sara", "sara@bygg.example").await;
        let bo = self.person("Bo", "bo@bygg.example").await;
        let ada = self.person("Ada", "ada@bygg.example").await;
        let further =
            self.order("partner-key", "PO-4", ("bygg", "Byggkonsult Öresund"), ("Carl", "RITBORD")).await;
        let second = self.act(move |cx| organizations::found_team(cx, organization, "Lund", carl)).await.id;
        let order =
            self.order("partner-key", "PO-2", ("bygg", "Byggkonsult Öresund"), ("Carl", "FASAD")).await;
        self.act(move |cx| {
            for (team, people) in [(team, vec![maja, sara, bo, ada]), (second, vec![maja, sara])] {
                let team = organizations::team(cx, team)?;
                for person in people {
                    organizations::add_member(cx, &team, person)?;
                }
                organizations::change_role(cx, team.id, maja, Role::PrimaryAdmin)?;
                organizations::change_role(cx, team.id, carl, Role::User)?;
            }
            organizations::change_role(cx, second, sara, Role::SecondaryAdmin)?;
            organizations::change_role(cx, team, sara, Role::SecondaryAdmin)
        })
        .await;
        let takeover = self.apply(maja, first.text("/contract/id").parse().expect("a contract")).await;
        let names = ["contract-manager", "primary-admin", "secondary-admin", "user", "holder"];
        self.cast.extend(names.into_iter().zip([carl, maja, sara, bo, ada].map(Proof::SignedIn)));
        let eve = self.order("vendor-key", "PO-3", ("skiss", "Skissmakarna"), ("Eve", "FASAD")).await;
        let other: TeamId = eve.text("/landing/team/id").parse().expect("a team");
        let (eve, _) = self.manager_of(other).await;
        self.cast.insert("other-admin", Proof::SignedIn(eve));
        self.ids.extend([
            ("organization", organization.to_string()),
            ("team", team.to_string()),
            ("second team", second.to_string()),
            ("other team", other.to_string()),
            ("person", ada.to_string()),
            ("user", bo.to_string()),
            ("order", order.text("/id")),
            ("contract", order.text("/contract/id")),
            ("subscription", first.text("/contract/subscriptions/0/id")),
            ("further contract", further.text("/contract/id")),
            ("takeover", takeover),
        ]);
    }

    /// Ada has a seat of Ritbord, by an admin and in spite of an exception; Sara's is taken back; Maja has hers by a group.
    async fn found_seats(&mut self) {
        let (team, ada): (TeamId, PersonId) = (self.parsed("team"), self.parsed("person"));
        let Proof::SignedIn(sara) = *self.proof("secondary-admin") else { return };
        let Proof::SignedIn(maja) = *self.proof("primary-admin") else { return };
        let (pool, release, group) = self
            .act(move |cx| {
                let (pool,) =
                    cx.one::<(PoolId,)>("SELECT id FROM pools WHERE team_id = $1 LIMIT 1", &[&team])?;
                seats::except(cx, pool, ada)?;
                seats::assign_people(cx, pool, &[ada, sara])?;
                let group = seats::groups::create_group(cx, team, &name("CAD"))?.id;
                seats::groups::bring_product(cx, group, pool)?;
                seats::groups::add_to_group(cx, group, &[maja])?;
                Ok((pool, seats::release_seat(cx, pool, sara)?.release, group))
            })
            .await;
        let ids =
            [("pool", pool.to_string()), ("release", release.to_string()), ("group", group.to_string())];
        self.ids.extend(ids);
    }

    /// Ada stands in three: one to be looked at, one under way, one that is done.
    async fn found_imports(&mut self) {
        for (name, state) in
            [("import", "ready"), ("import under way", "running"), ("import that is done", "done")]
        {
            let id = self.import(state).await;
            self.ids.insert(name, id.to_string());
        }
    }
    async fn import(&self, state: &'static str) -> ImportId {
        let (team, pool): (TeamId, PoolId) = (self.parsed("team"), self.parsed("pool"));
        self.act(move |cx| {
            let aim =
                imports::Aim { pools: vec![pool], ..imports::Aim::of(imports::Act::Unassign, Lang::Sv) };
            let new = imports::NewImport {
                team,
                aim,
                source: "people.csv".into(),
                columns: imports::Written::plain(),
                says: imports::Columns::default(),
            };
            let id = imports::begin_import(cx, &new)?;
            imports::take_rows(cx, id, 1, &[imports::NewRow::member("ada@bygg.example", "Ada", "Ek")])?;
            imports::read_to_the_end(cx, id)?;
            while imports::look_at_rows(cx, id)? {}
            let now = cx.now();
            let end =
                "UPDATE imports SET state = $2, ended_at = CASE WHEN $2 = 'done' THEN $3 ELSE ended_at END
                WHERE id = $1";
            cx.execute(end, &[&id, &state, &now])?;
            Ok(id)
        })
        .await
    }

    async fn order(
        &self,
        key: &str,
        number: &str,
        customer: (&str, &str),
        (manager, sku): (&str, &str),
    ) -> Answer {
        let order = order(number, customer, (manager, sku));
        let answer = self.api(key, "POST", "/api/v1/orders", Some(&order)).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer
    }
    /// Of the contract's manager, by the primary admin; both of them are still to say something.
    async fn apply(&self, who: PersonId, contract: ContractId) -> String {
        let document = Document::parse("letter.txt", b"Carl has left.".to_vec()).expect("a document");
        let ask = Apply { contract, reason: "Carl has left.".into(), document };
        let (team, organization) = self
            .act(move |cx| {
                cx.one::<(TeamId, OrganizationId)>(
                    "SELECT t.id, t.organization_id FROM subscriptions s JOIN teams t ON t.id = s.team_id
                     WHERE s.contract_id = $1",
                    &[&contract],
                )
            })
            .await;
        let grant = Grant { role: Role::PrimaryAdmin, scope: Scope::Team(team, organization) };
        let actor = Actor::person(who, "maja@bygg.example", vec![grant]);
        let applied = self.app.db.command(&actor, move |cx| apply(cx, &ask)).await;
        applied.expect("an application").takeover.id.to_string()
    }
    async fn manager_of(&self, team: TeamId) -> (PersonId, OrganizationId) {
        let sql = "SELECT m.person_id, t.organization_id FROM memberships m JOIN teams t ON t.id = m.team_id
                   WHERE t.id = $1 AND m.role = 'primary_admin'";
        self.act(move |cx| cx.one(sql, &[&team])).await
    }
    async fn person(&self, first: &'static str, email: &'static str) -> PersonId {
        self.act(move |cx| accounts::person_for(cx, &new(first, email))).await.0.id
    }
    async fn make(&self, path: &str, json: Value) -> Answer {
        let answer = self.api("vendor-key", "POST", path, Some(&json)).await;
        assert_eq!(answer.status, 201, "{path} {}", answer.body);
        answer
    }
    async fn api(&self, caller: &str, method: &str, path: &str, json: Option<&Value>) -> Answer {
        let ask = json.map(Ask::json).unwrap_or_default();
        self.send(&self.card(self.proof(caller)).await, method, path, &ask).await
    }
    fn parsed<T: std::str::FromStr<Err: std::fmt::Debug>>(&self, name: &str) -> T {
        self.id(name).parse().expect("an id of this kind")
    }
}

pub fn order(number: &str, customer: (&str, &str), (manager, sku): (&str, &str)) -> Value {
    let email = format!("{}@{}.example", manager.to_lowercase(), customer.0);
    json!({
        "number": number,
        "customer": {"number": customer.0, "name": customer.1},
        "contract_manager": {"first_name": manager, "last_name": "Ek", "email": email, "language": "en",
            "time_zone": "Europe/Stockholm"},
        "lines": [{"sku": sku, "quantity": 5, "term_months": 12}],
    })
}

fn new(first: &str, email: &str) -> NewPerson {
    NewPerson {
        email: Email::parse("email", email).expect("an address"),
        first_name: name(first),
        last_name: name("Ek"),
        lang: Lang::En,
        time_zone: "Europe/Stockholm".into(),
    }
}

fn name(text: &str) -> Name {
    Name::parse("name", text).expect("a name")
}
