//! A database in a folder of its own, a clock that stands still, and mails to send.

use kernel::{Actor, Email, House, Lang, MailId, OrganizationId, PersonId, Result, Secret, Timestamp};
use notifications::{Delivery, Mail, Sender, Transport};
use std::{path::Path, sync::Arc, time::Duration};
use store::{Db, Jobs};
use testkit::{Engine, Ground, chance};

pub struct World {
    pub ground: Ground,
    pub db: Db,
    pub jobs: Arc<Jobs>,
}

impl World {
    /// Mails go to this server, or into a folder.
    pub fn with_server(port: u16) -> World {
        World::with(|_| format!("smtp://127.0.0.1:{port}"))
    }
    pub fn with_folder() -> World {
        World::with(|folder| format!("folder:{}/mails", folder.display()))
    }

    fn with(setting: impl Fn(&Path) -> String) -> World {
        let ground = Ground::new(Engine::Sqlite);
        let transport = Transport::parse(&setting(ground.folder())).expect("a transport");
        let sender = Sender::new(transport, "Nordkad <no-reply@nordkad.example>").expect("a sender");
        let mut jobs = Jobs::new();
        notifications::jobs(&mut jobs, sender);
        let db = ground.open(House::default(), &jobs);
        World { ground, db, jobs: Arc::new(jobs) }
    }

    pub fn wait(&self, time: Duration) {
        self.ground.time.wait(time);
    }
    /// Carries out what is due, and what that leaves behind; how many jobs that were.
    pub async fn work(&self) -> usize {
        self.jobs.run_all_due(&self.db).await.expect("the runner works")
    }
    pub async fn send(&self, mail: Mail) -> MailId {
        self.command(move |cx| notifications::send(cx, mail.clone())).await.expect("a mail in the queue")
    }
    pub async fn command<T: Send + 'static>(
        &self,
        verb: impl Fn(&mut store::Command) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.db.command(&Actor::system("test"), verb).await
    }
    pub async fn read<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&mut store::Read) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.db.read(&Actor::system("test"), ask).await
    }
    pub async fn fared(&self, mail: MailId) -> Delivery {
        self.read(move |cx| notifications::delivery(cx, mail)).await.expect("the mail")
    }
    /// What is kept of the token: nothing, once the mail is done with.
    pub async fn kept_secret(&self, mail: MailId) -> Option<String> {
        let kept = self
            .read(move |cx| cx.one::<(Option<String>,)>("SELECT secret FROM mails WHERE id = $1", &[&mail]));
        kept.await.expect("the mail").0
    }
    /// What was recorded about the mail, in order.
    pub async fn audited(&self, mail: MailId) -> Vec<String> {
        let rows = self.read(move |cx| {
            cx.all::<(String,)>("SELECT action FROM audit WHERE subject_id = $1 ORDER BY id", &[&mail])
        });
        rows.await.expect("the log").into_iter().map(|(action,)| action).collect()
    }
}

pub fn mail(to: &str) -> Mail {
    Mail {
        kind: "welcome",
        to: Email::parse("to", to).expect("an address"),
        to_name: "Maja Öberg".into(),
        person: None,
        organization: None,
        lang: Lang::Sv,
        subject: "Välkommen till Nordkad".into(),
        text: "Hej!\n\nhttps://id.nordkad.example/welcome?token={secret}\n".into(),
        html: "<p><a href=\"https://id.nordkad.example/welcome?token={secret}\">Open</a></p>".into(),
        secret: Some(Secret::new("plats_wel_abc")),
        send_at: None,
    }
}

pub fn person(n: i64) -> PersonId {
    PersonId::new(Timestamp::from_millis(n), &chance())
}
pub fn organization(n: i64) -> OrganizationId {
    OrganizationId::new(Timestamp::from_millis(n), &chance())
}
