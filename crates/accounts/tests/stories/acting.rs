//! What the one who acts is called in mails.

use crate::TestApp;
use kernel::{Actor, ApiKeyId, Grant, Name, Role, Scope, Who};
use testkit::both_engines;

fn key(id: ApiKeyId, role: Role, scope: Scope) -> Actor {
    let who = Who::ApiKey(id);
    Actor { who, label: "order robot 7".into(), grants: vec![Grant { role, scope }], ..Actor::nobody() }
}

#[both_engines]
async fn people_go_by_their_names_and_programs_by_whom_they_act_for(app: TestApp) {
    let ada = app.known("Ada", "ada@bygg.example").await;
    let name = async |actor: Actor| app.db.read(&actor, accounts::acting_name).await.unwrap();
    assert_eq!(name(Actor::person(ada, "ada@bygg.example", vec![])).await, "Ada Berg");

    let new = |text| Name::parse("name", text).unwrap();
    let skissera = app.act(move |cx| accounts::create_partner(cx, &new("Skissera"), &new("P-1"), None)).await;
    let id = ApiKeyId::new(app.db.now(), app.db.chance());
    assert_eq!(name(key(id, Role::Partner, Scope::Partner(skissera))).await, "Skissera");
    assert_eq!(name(key(id, Role::Operator, Scope::Vendor)).await, "Nordkad");
    assert_eq!(name(Actor::system("invitations")).await, "Nordkad");
}
