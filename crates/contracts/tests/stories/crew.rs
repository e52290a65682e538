//! Elin's company with two teams, Malmö and Göteborg, people in them, and what must be true of seats at all times.

use crate::{
    TestApp,
    world::{order, with},
};
use accounts::NewPerson;
use axum::http::{Method, StatusCode};
use kernel::{
    Actor, Email, GroupId, Lang, Name, OrganizationId, PersonId, PoolId, Result, SubscriptionId, TeamId,
};
use serde_json::{Value, json};
use store::Command;
use testkit::Answer;

pub const ELIN: &str = "elin@bygg.example";

/// What stands on the stage.
pub struct Crew {
    pub malmo: TeamId,
    pub goteborg: TeamId,
    /// Ritbord, from today for a year, in Malmö.
    pub ritbord: SubscriptionId,
}

impl TestApp {
    /// So many seats of Ritbord in Malmö, none in Göteborg.
    pub async fn crew(&self, seats: i64) -> Crew {
        let placed = self.place(&self.vendor, &with(order("PO-1"), "/lines/0/quantity", seats)).await;
        assert_eq!(placed.status, StatusCode::CREATED, "{}", placed.body);
        self.run("UPDATE teams SET name = $1", "Malmö").await;
        let goteborg = self.further_team(ELIN, "Göteborg").await.parse().unwrap();
        self.work().await;
        let id = |sql| async move { self.texts(sql).await.remove(0) };
        Crew {
            malmo: id("SELECT id FROM teams WHERE name = 'Malmö'").await.parse().unwrap(),
            goteborg,
            ritbord: id("SELECT id FROM subscriptions").await.parse().unwrap(),
        }
    }

    pub async fn act<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.db.command(&Actor::system("test"), verb).await
    }

    /// A user of the team who has been in, by first name.
    pub async fn user(&self, team: TeamId, first: &str) -> PersonId {
        let email = format!("{}@bygg.example", first.to_lowercase());
        let first = first.to_owned();
        self.act(move |cx| {
            let new = NewPerson {
                email: Email::parse("email", &email).unwrap(),
                first_name: Name::parse("first", &first).unwrap(),
                last_name: Name::parse("last", "Ek").unwrap(),
                lang: Lang::En,
                time_zone: "Europe/Stockholm".into(),
            };
            let (person, _) = accounts::person_for(cx, &new)?;
            cx.execute("UPDATE people SET password_hash = 'x' WHERE id = $1", &[&person.id])?;
            let team = organizations::team(cx, team)?;
            organizations::add_member(cx, &team, person.id)?;
            Ok(person.id)
        })
        .await
        .unwrap()
    }
    pub async fn users(&self, team: TeamId, names: &[&str]) -> Vec<PersonId> {
        let mut people = vec![];
        for name in names {
            people.push(self.user(team, name).await);
        }
        people
    }

    pub async fn pool_in(&self, team: TeamId, product: &'static str) -> PoolId {
        let found = self.act(move |cx| {
            let sql = "SELECT po.id FROM pools po JOIN products p ON p.id = po.product_id
                 WHERE po.team_id = $1 AND p.name = $2";
            cx.quiet();
            cx.one::<(PoolId,)>(sql, &[&team, &product])
        });
        found.await.unwrap().0
    }
    pub async fn seat(&self, pool: PoolId, people: &[PersonId]) {
        let people = people.to_vec();
        // One at a time, so that who came first got the seat first.
        for person in people {
            self.act(move |cx| seats::assign_people(cx, pool, &[person])).await.unwrap();
            self.wait(kernel::clock::minutes(1));
        }
    }

    /// A group with these people that brings these products.
    pub async fn group(&self, team: TeamId, name: &str, people: &[PersonId], pools: &[PoolId]) -> GroupId {
        let (name, people, pools) = (Name::parse("name", name).unwrap(), people.to_vec(), pools.to_vec());
        self.act(move |cx| {
            let group = seats::groups::create_group(cx, team, &name)?;
            if !people.is_empty() {
                seats::groups::add_to_group(cx, group.id, &people)?;
            }
            for pool in &pools {
                seats::groups::bring_product(cx, group.id, *pool)?;
            }
            Ok(group.id)
        })
        .await
        .unwrap()
    }
    /// The order lands in the team.
    pub async fn choose(&self, who: &str, placed: &Answer, team: TeamId) {
        let placed = placed.json();
        let path = format!("/api/v1/contracts/{}/landing", placed["contract"]["id"].as_str().unwrap());
        let ask = json!({"order": placed["id"], "team": team.to_string()});
        let chosen = self.call_as(who, Method::POST, &path, &ask).await;
        assert_eq!(chosen.status, StatusCode::OK, "{}", chosen.body);
    }

    pub async fn move_it(&self, who: &str, id: SubscriptionId, ask: Value) -> Answer {
        self.call_as(who, Method::POST, &format!("/api/v1/subscriptions/{id}/move"), &ask).await
    }
    pub async fn plan_it(&self, who: &str, id: SubscriptionId, ask: Value) -> Answer {
        self.call_as(who, Method::POST, &format!("/api/v1/subscriptions/{id}/move?dry_run=true"), &ask).await
    }
    /// The same by Elin, to the team, with as many people as have to.
    pub async fn move_to(&self, id: SubscriptionId, team: TeamId) -> Answer {
        self.move_it(ELIN, id, json!({"team": team.to_string()})).await
    }

    /// Who has which seat, as `Malmö Ada` or `Malmö Ada (waits)`.
    pub async fn who_sits(&self) -> Vec<String> {
        self.texts(
            "SELECT t.name || ' ' || p.first_name || CASE WHEN a.suspended_at IS NULL THEN '' ELSE ' (waits)' END
             FROM assignments a JOIN teams t ON t.id = a.team_id JOIN people p ON p.id = a.person_id
             ORDER BY t.name, a.assigned_at, a.id",
        )
        .await
    }
    /// Who is where, as `Malmö Ada user`.
    pub async fn members(&self) -> Vec<String> {
        self.texts(
            "SELECT t.name || ' ' || p.first_name || ' ' || m.role FROM memberships m JOIN teams t ON t.id = m.team_id
             JOIN people p ON p.id = m.person_id ORDER BY t.name, p.first_name",
        )
        .await
    }

    /// Nothing is due: who has a seat should, who should has one or waits, and every count is true.
    pub async fn is_in_order(&self) {
        self.work().await;
        let wrong = [
            ("work that failed", "SELECT kind || ' ' || last_error FROM jobs WHERE last_error IS NOT NULL"),
            ("a pool that counts wrong", "SELECT po.id FROM pools po WHERE po.assigned > po.capacity OR po.assigned <> (
                SELECT COUNT(*) FROM assignments a WHERE a.pool_id = po.id AND a.suspended_at IS NULL)"),
            ("a seat free while somebody waits", "SELECT po.id FROM pools po WHERE po.assigned < po.capacity AND EXISTS (
                SELECT 1 FROM assignments a WHERE a.pool_id = po.id AND a.suspended_at IS NOT NULL)"),
            ("a seat in the wrong team", "SELECT a.id FROM assignments a JOIN pools po ON po.id = a.pool_id
                WHERE a.team_id <> po.team_id OR a.product_id <> po.product_id"),
            ("a seat of somebody who is not of the team", "SELECT a.id FROM assignments a WHERE NOT EXISTS (
                SELECT 1 FROM memberships m WHERE m.team_id = a.team_id AND m.person_id = a.person_id)"),
            ("a seat that nothing leads to", "SELECT a.id FROM assignments a JOIN pools po ON po.id = a.pool_id
                WHERE a.direct = 0 AND (EXISTS (
                    SELECT 1 FROM seat_exceptions x WHERE x.pool_id = po.id AND x.person_id = a.person_id)
                OR po.default_since IS NULL AND NOT EXISTS (
                    SELECT 1 FROM group_products gp JOIN group_members gm ON gm.group_id = gp.group_id
                    WHERE gp.pool_id = po.id AND gm.person_id = a.person_id))"),
            ("somebody without what a group brings", "SELECT gm.person_id FROM group_products gp
                JOIN group_members gm ON gm.group_id = gp.group_id
                WHERE NOT EXISTS (SELECT 1 FROM assignments a WHERE a.pool_id = gp.pool_id AND a.person_id = gm.person_id)
                AND NOT EXISTS (SELECT 1 FROM seat_exceptions x WHERE x.pool_id = gp.pool_id AND x.person_id = gm.person_id)"),
            ("somebody without what everybody has", "SELECT m.person_id FROM pools po
                JOIN memberships m ON m.team_id = po.team_id WHERE po.default_since IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.pool_id = po.id AND a.person_id = m.person_id)
                AND NOT EXISTS (SELECT 1 FROM seat_exceptions x WHERE x.pool_id = po.id AND x.person_id = m.person_id)"),
            ("somebody who is not found by name", "SELECT m.person_id FROM memberships m WHERE NOT EXISTS (
                SELECT 1 FROM member_words w WHERE w.team_id = m.team_id AND w.person_id = m.person_id
                AND w.sort_name = m.sort_name)"),
            ("words of somebody who is not in the team", "SELECT w.word FROM member_words w WHERE NOT EXISTS (
                SELECT 1 FROM memberships m WHERE m.team_id = w.team_id AND m.person_id = w.person_id)"),
            ("a group that counts wrong", "SELECT g.id FROM groups g WHERE g.people <> (
                SELECT COUNT(*) FROM group_members gm WHERE gm.group_id = g.id)"),
            ("a group of another team", "SELECT g.id FROM groups g JOIN group_members gm ON gm.group_id = g.id
                WHERE gm.team_id <> g.team_id OR NOT EXISTS (
                    SELECT 1 FROM memberships m WHERE m.team_id = g.team_id AND m.person_id = gm.person_id)"),
            ("a group that brings another team's product", "SELECT g.id FROM groups g
                JOIN group_products gp ON gp.group_id = g.id JOIN pools po ON po.id = gp.pool_id
                WHERE po.team_id <> g.team_id"),
            ("an exception for a stranger", "SELECT x.person_id FROM seat_exceptions x JOIN pools po ON po.id = x.pool_id
                WHERE NOT EXISTS (SELECT 1 FROM memberships m WHERE m.team_id = po.team_id AND m.person_id = x.person_id)"),
            ("a team that counts wrong", "SELECT t.id FROM teams t WHERE t.people <> (
                SELECT COUNT(*) FROM memberships m WHERE m.team_id = t.id)"),
            ("a team without its primary admin", "SELECT t.id FROM teams t WHERE 1 <> (
                SELECT COUNT(*) FROM memberships m WHERE m.team_id = t.id AND m.role = 'primary_admin')"),
            ("seats that no subscription brings", "SELECT po.id FROM pools po WHERE po.capacity <> (
                SELECT COALESCE(SUM(s.quantity), 0) FROM subscriptions s WHERE s.team_id = po.team_id
                AND s.offering_id = po.offering_id AND s.started_at IS NOT NULL AND s.ended_at IS NULL)"),
        ];
        for (what, sql) in wrong {
            let found = self.texts(sql).await;
            assert!(
                found.is_empty(),
                "{what}: {found:?}, {:?}, {:?}",
                self.who_sits().await,
                self.members().await
            );
        }
    }
    pub async fn organization(&self) -> OrganizationId {
        self.texts("SELECT id FROM organizations").await.remove(0).parse().unwrap()
    }
}

/// The stable code of a refusal.
pub fn code(answer: &Answer) -> String {
    answer.json()["code"].as_str().unwrap_or_default().to_owned()
}
