//! Programs that people let in, and what leads people in: links, codes, signed addresses.

use crate::world::{Ask, Proof, World};
use accounts::Purpose;
use kernel::{ConsentId, MailId, PersonId, Result, Secret, TeamId, clock::days};
use serde_json::json;
use store::Command;

impl World {
    pub(super) async fn found_programs(&mut self) {
        let uris = json!(["http://127.0.0.1/callback"]);
        let ritbord = json!({"client_id": "ritbord", "name": "Ritbord", "product": "ritbord", "kind": "public",
            "redirect_uris": uris, "scopes": ["openid", "license", "offline_access"]});
        self.make("/api/v1/programs", ritbord).await;
        let suite = json!({"client_id": "suite", "name": "Suite", "kind": "confidential", "scopes": ["openid"],
            "redirect_uris": ["https://suite.example/callback"]});
        let secret = self.make("/api/v1/programs", suite).await.text("/client_secret");
        self.ids.extend([("client_id", "suite".to_owned()), ("client secret", secret)]);
        for (program, person) in [("other-program", "other-admin"), ("program", "holder")] {
            let Proof::SignedIn(person) = *self.proof(person) else { continue };
            let (consent, access, refresh) = self.act(move |cx| program_of(cx, person)).await;
            self.cast.insert(program, Proof::Bearer(access));
            self.ids
                .extend([("consent", consent.to_string()), ("refresh token", refresh.expose().to_owned())]);
        }
        self.act(|cx| {
            cx.quiet();
            cx.execute(
                "INSERT INTO program_approvals (person_id, client_id, scopes, approved_at)
                 SELECT id, 'suite', 'openid', created_at FROM people WHERE first_name = 'Ada'",
                &[],
            )
        })
        .await;
        let key = lease::SigningKey::from_seed([9; 32]).public().to_base64url();
        let device =
            json!({"fingerprint": "ab".repeat(32), "key": key, "name": "MALMO-1", "platform": "linux-x64"});
        let lease =
            json!({"product": "ritbord", "version": "2027.1", "privacy": "2026-10", "device": device});
        let granted = self.api("program", "POST", "/api/v1/leases", Some(&lease)).await;
        let device = self.text("SELECT id FROM devices").await;
        self.ids.extend([
            ("lease", granted.text("/id")),
            ("device", device),
            ("lease request", lease.to_string()),
        ]);
        self.card(self.proof("holder")).await;
        let ask = Ask::form(&[("client_id", "ritbord")]);
        let code = self.send(&None, "POST", "/oauth/device_authorization", &ask).await.text("/user_code");
        let holder = self.card(self.proof("holder")).await;
        let place = format!("/account/products/ritbord/builds/{}/download", self.id("build"));
        let ticket = self.send(&holder, "POST", &place, &Ask::form(&[])).await.location;
        let ticket = ticket.split_once('?').expect("a signed address").1.to_owned();
        self.ids.extend([("user code", code), ("ticket", ticket)]);
        self.ids.insert("session", self.text("SELECT id FROM sessions ORDER BY id LIMIT 1").await);
    }

    pub(super) async fn found_links(&mut self) {
        let ines = self.person("Ines", "ines@bygg.example").await;
        let (team, ada): (TeamId, PersonId) = (self.parsed("team"), self.parsed("person"));
        let (open, old, mail) = self
            .act(move |cx| {
                cx.quiet();
                let within = organizations::team(cx, team)?;
                organizations::add_member(cx, &within, ines)?;
                let long_ago = cx.now().minus(days(60));
                let (old, _) = accounts::issue_link(cx, Purpose::Invitation, ines, Some(team), long_ago)?;
                let (open, _) = accounts::issue_link(cx, Purpose::Reset, ada, None, cx.now())?;
                let (mail,) =
                    cx.one::<(MailId,)>("SELECT id FROM mails WHERE status = 'queued' LIMIT 1", &[])?;
                cx.execute("UPDATE mails SET status = 'deferred' WHERE id = $1", &[&mail])?;
                Ok((open, old, mail))
            })
            .await;
        let links = [("token", open), ("old link", old)];
        self.ids.extend(links.map(|(name, link)| (name, link.expose().to_owned())));
        self.ids.extend([("mail", mail.to_string()), ("invited", ines.to_string())]);
    }
}

fn program_of(cx: &mut Command, person: PersonId) -> Result<(ConsentId, Secret, Secret)> {
    cx.quiet();
    let (consent, now): (ConsentId, _) = (cx.id(), cx.now());
    let (access, refresh, end) = (cx.secret("at"), cx.secret("rt"), now.plus(days(90)));
    cx.execute(
        "INSERT INTO program_grants (id, person_id, client_id, scopes, address, signed_in_at, created_at, used_at,
            expires_at, used_generation)
         VALUES ($1, $2, 'ritbord', 'openid license offline_access', '', $3, $3, $3, $4, 0)",
        &[&consent, &person, &now, &end],
    )?;
    cx.execute(
        "INSERT INTO access_tokens (token_hash, grant_id, scopes, created_at, expires_at)
         VALUES ($1, $2, 'openid license', $3, $4)",
        &[&access.hash(), &consent, &now, &end],
    )?;
    cx.execute(
        "INSERT INTO refresh_tokens (token_hash, grant_id, generation, created_at, expires_at)
         VALUES ($1, $2, 1, $3, $4)",
        &[&refresh.hash(), &consent, &now, &end],
    )?;
    Ok((consent, access, refresh))
}
