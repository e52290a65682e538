//! Groups, defaults and exceptions: several ways to one seat.

use crate::TestApp;
use kernel::{GroupId, Kind, Name, PersonId, PoolId, Result, clock::minutes};
use seats::{Settled, groups};
use store::Command;
use testkit::both_engines;

pub fn name(text: &str) -> Name {
    Name::parse("name", text).expect("a name")
}

impl TestApp {
    pub async fn group(&self, text: &'static str) -> GroupId {
        let team = self.team;
        let create = move |cx: &mut Command| groups::create_group(cx, team, &name(text));
        self.db.command(&self.maja, create).await.expect("a group").id
    }
    pub async fn join(&self, group: GroupId, people: &[PersonId]) -> Result<Settled> {
        let people = people.to_vec();
        let join = move |cx: &mut Command| groups::add_to_group(cx, group, &people);
        self.db.command(&self.maja, join).await.map(|(_, settled)| settled)
    }
    pub async fn part(&self, group: GroupId, people: &[PersonId]) -> Result<Settled> {
        let people = people.to_vec();
        let part = move |cx: &mut Command| groups::remove_from_group(cx, group, &people);
        self.db.command(&self.maja, part).await.map(|(_, settled)| settled)
    }
    pub async fn bring(&self, group: GroupId, pool: PoolId) -> Result<Settled> {
        self.db.command(&self.maja, move |cx| groups::bring_product(cx, group, pool)).await
    }
    pub async fn withdraw(&self, group: GroupId, pool: PoolId) -> Result<Settled> {
        self.db.command(&self.maja, move |cx| groups::withdraw_product(cx, group, pool)).await
    }
    pub async fn everybody(&self, pool: PoolId, gets: bool) -> Result<Settled> {
        self.db.command_on(pool, &self.maja, move |cx| seats::set_default(cx, pool, gets)).await
    }
    pub async fn except(&self, pool: PoolId, person: PersonId) -> Result<Settled> {
        self.db.command_on(pool, &self.maja, move |cx| seats::except(cx, pool, person)).await
    }
    pub async fn lift(&self, pool: PoolId, person: PersonId) -> Result<Settled> {
        self.db.command_on(pool, &self.maja, move |cx| seats::lift_exception(cx, pool, person)).await
    }
    /// Those without a seat, in the order in which they get one.
    pub async fn line(&self) -> Vec<String> {
        self.texts(
            "SELECT person_id FROM assignments WHERE suspended_at IS NOT NULL ORDER BY assigned_at, id",
        )
        .await
    }
}

#[both_engines]
async fn whoever_comes_into_the_group_gets_its_products_and_loses_them_with_it(app: TestApp) {
    let (ritbord, fasad) = (app.pool(app.ritbord, 5).await, app.pool(app.fasad, 5).await);
    let (cad, [ada, bob]) = (app.group("CAD").await, app.users::<2>().await);
    app.bring(cad, ritbord).await.unwrap();
    app.bring(cad, fasad).await.unwrap();
    let settled = app.join(cad, &[ada, bob]).await.unwrap();
    assert_eq!((settled.given, settled.waiting), (4, 0));
    assert_eq!(app.holders(ritbord).await.0, vec![ada, bob]);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails").await, 4);

    assert_eq!(app.part(cad, &[bob]).await.unwrap().taken, 2);
    assert_eq!(app.holders(ritbord).await.0, vec![ada]);
    assert_eq!(app.withdraw(cad, fasad).await.unwrap().taken, 1);
    assert_eq!((app.see(fasad).await.free(), app.see(ritbord).await.free()), (5, 4));
    assert_eq!(app.withdraw(cad, fasad).await.unwrap_err().kind(), Kind::NotFound);
}

#[both_engines]
async fn two_groups_and_an_admin_lead_to_one_seat(app: TestApp) {
    let (pool, [ada]) = (app.pool(app.ritbord, 5).await, app.users::<1>().await);
    let (cad, site) = (app.group("CAD").await, app.group("Site").await);
    for group in [cad, site] {
        app.bring(group, pool).await.unwrap();
        app.join(group, &[ada]).await.unwrap();
    }
    assert_eq!(app.see(pool).await.assigned, 1);
    app.part(cad, &[ada]).await.unwrap();
    assert_eq!(app.see(pool).await.assigned, 1, "the other group still brings it");
    app.part(site, &[ada]).await.unwrap();
    assert_eq!(app.see(pool).await.assigned, 0);

    app.assign(pool, &[ada]).await.unwrap();
    app.join(cad, &[ada]).await.unwrap();
    app.part(cad, &[ada]).await.unwrap();
    assert_eq!(app.see(pool).await.assigned, 1, "what an admin gave stays");
}

#[both_engines]
async fn those_in_front_get_the_seats_and_the_others_move_up(app: TestApp) {
    let (pool, people) = (app.pool(app.ritbord, 2).await, app.users::<4>().await);
    let cad = app.group("CAD").await;
    app.bring(cad, pool).await.unwrap();
    for person in [people[3], people[1], people[0], people[2]] {
        app.wait(minutes(1));
        app.join(cad, &[person]).await.unwrap();
    }
    assert_eq!(app.holders(pool).await.0, vec![people[1], people[3]]);
    assert_eq!(app.line().await, [people[0].to_string(), people[2].to_string()]);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails").await, 2, "who waits hears nothing yet");

    app.part(cad, &[people[3]]).await.unwrap();
    assert_eq!(app.holders(pool).await.0, vec![people[0], people[1]]);
    assert_eq!(app.count("SELECT COUNT(*) FROM mails").await, 3, "who moved up got the mail");
    app.pool(app.ritbord, 3).await;
    assert!(app.line().await.is_empty());
    assert_eq!(app.assign(pool, &[people[3]]).await.unwrap_err().code(), "no-free-seat");
}

#[both_engines]
async fn what_comes_along_is_not_taken_back_but_excepted(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 1).await, app.users::<2>().await);
    let cad = app.group("CAD").await;
    app.bring(cad, pool).await.unwrap();
    app.join(cad, &[ada, bob]).await.unwrap();
    let refused = app.release(pool, &[ada]).await.unwrap_err();
    assert_eq!(refused.code(), "comes-along");
    let sentence = refused.refusal().unwrap().sentence(kernel::Lang::En);
    assert!(sentence.contains("CAD"), "{sentence}");

    let excepted = app.except(pool, ada).await.unwrap();
    assert_eq!(app.holders(pool).await, (vec![bob], vec![]));
    app.join(cad, &[ada]).await.unwrap();
    assert_eq!(app.holders(pool).await.0, vec![bob], "the exception holds");

    // Undo puts everything back as it was: Ada before Bob.
    let release = excepted.release.unwrap();
    app.db.command_on(pool, &app.maja, move |cx| seats::restore_seats(cx, pool, release)).await.unwrap();
    assert_eq!(app.holders(pool).await, (vec![ada], vec![bob]));
    assert_eq!(app.lift(pool, ada).await.unwrap_err().kind(), Kind::NotFound);
}

#[both_engines]
async fn everybody_gets_the_default_and_who_comes_later_too(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 3).await, app.users::<2>().await);
    app.except(pool, bob).await.unwrap();
    let settled = app.everybody(pool, true).await.unwrap();
    assert_eq!(settled.given, 2, "Maja and Ada");
    assert_eq!(app.release(pool, &[ada]).await.unwrap_err().code(), "comes-along");

    let (team, organization) = (app.team, app.organization);
    let cleo = app.user("Cleo", "Dahl").await;
    let comes = move |cx: &mut Command| {
        let email = "cleo.dahl@bygg.example".into();
        cx.record(organizations::MemberAdded {
            team,
            organization,
            person: cleo,
            email,
            role: "user".into(),
        });
        Ok(())
    };
    app.db.command(&app.maja, comes).await.unwrap();
    app.jobs.run_all_due(&app.db).await.unwrap();
    assert!(app.holders(pool).await.0.contains(&cleo));

    assert_eq!(app.lift(pool, bob).await.unwrap().waiting, 1);
    assert_eq!(app.everybody(pool, false).await.unwrap().taken, 4);
    assert_eq!((app.see(pool).await.assigned, app.line().await.len()), (0, 0));
}

#[both_engines]
async fn a_group_of_many_is_settled_in_turns(app: TestApp) {
    let pool = app.pool(app.ritbord, 700).await;
    let crowd = app.group("Everybody").await;
    let team = app.team;
    let seed = move |cx: &mut Command| {
        cx.quiet();
        let group = crowd;
        for n in 0..1203 {
            let (id, now): (PersonId, _) = (cx.id(), cx.now());
            let email = format!("p{n}@crowd.example");
            cx.execute(
                "INSERT INTO people (id, email, email_key, first_name, last_name, sort_name, language, time_zone, scheme,
                    created_at)
                 VALUES ($1, $2, $2, 'P', 'Q', $2, 'en', 'UTC', 'device', $3)",
                &[&id, &email, &now],
            )?;
            cx.execute(
                "INSERT INTO memberships (team_id, person_id, role, sort_name, created_at) VALUES ($1, $2, 'user', $3, $4)",
                &[&team, &id, &email, &now],
            )?;
            cx.execute(
                "INSERT INTO group_members (group_id, person_id, team_id, sort_name, added_at) VALUES ($1, $2, $3, $4, $5)",
                &[&group, &id, &team, &email, &now],
            )?;
        }
        Ok(())
    };
    app.db.command(&app.maja, seed).await.unwrap();
    let first = app.bring(crowd, pool).await.unwrap();
    assert_eq!((first.given, first.goes_on), (500, true));
    app.jobs.run_all_due(&app.db).await.unwrap();
    let seen = app.see(pool).await;
    assert_eq!((seen.assigned, seen.suspended), (700, 503));

    let first = app.withdraw(crowd, pool).await.unwrap();
    assert_eq!((first.taken, first.goes_on), (500, true));
    app.jobs.run_all_due(&app.db).await.unwrap();
    let seen = app.see(pool).await;
    assert_eq!((seen.assigned, seen.suspended), (0, 0));
}

#[both_engines]
async fn names_are_one_of_a_kind_and_strangers_find_no_group(app: TestApp) {
    let (cad, site) = (app.group("CAD").await, app.group("Site").await);
    let team = app.team;
    let again = move |cx: &mut Command| groups::create_group(cx, team, &name("cad")).map(|_| ());
    assert_eq!(app.db.command(&app.maja, again).await.unwrap_err().code(), "group-name-taken");
    let rename =
        |to: &'static str| move |cx: &mut Command| groups::rename_group(cx, site, &name(to)).map(|_| ());
    assert_eq!(app.db.command(&app.maja, rename("CAD")).await.unwrap_err().code(), "group-name-taken");
    app.db.command(&app.maja, rename("site")).await.unwrap();

    let [ada] = app.users::<1>().await;
    let join = move |cx: &mut Command| groups::add_to_group(cx, cad, &[ada]).map(|_| ());
    assert_eq!(app.db.command(&app.eve, join).await.unwrap_err().kind(), Kind::NotFound);
    let stranger = app.member_as(app.strangers, kernel::Role::User, "Sten", "Strand").await;
    assert_eq!(app.join(cad, &[stranger]).await.unwrap_err().code(), "not-a-member");
    assert_eq!(app.join(cad, &[]).await.unwrap_err().code(), "nobody-chosen");

    app.join(cad, &[ada]).await.unwrap();
    app.db.command(&app.maja, move |cx| groups::delete_group(cx, cad).map(|_| ())).await.unwrap();
    assert_eq!(app.join(cad, &[ada]).await.unwrap_err().kind(), Kind::NotFound);
    let log = app.texts("SELECT action FROM audit WHERE action LIKE 'group.%' ORDER BY id").await;
    let told = ["created", "created", "renamed", "member-added", "deleted"].map(|act| format!("group.{act}"));
    assert_eq!(log, told);
}

#[both_engines]
async fn who_leaves_the_team_leaves_its_groups(app: TestApp) {
    let (pool, [ada, bob]) = (app.pool(app.ritbord, 1).await, app.users::<2>().await);
    let cad = app.group("CAD").await;
    app.bring(cad, pool).await.unwrap();
    app.join(cad, &[ada, bob]).await.unwrap();
    let team = app.team;
    app.db.command(&app.maja, move |cx| seats::leave_team(cx, team, ada)).await.unwrap();
    assert_eq!(app.holders(pool).await, (vec![bob], vec![]));
    assert_eq!(app.count("SELECT people FROM groups").await, 1);
}
