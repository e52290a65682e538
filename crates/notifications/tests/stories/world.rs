//! A database in a folder of its own, a clock that stands still, and mails to send.

use kernel::{
    Actor, Chance, Clock, Email, House, Lang, MailId, OrganizationId, PersonId, Result, Secret, Timestamp,
};
use notifications::{Delivery, Mail, Sender, Transport};
use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    time::Duration,
};
use store::{Address, Db, Jobs};
use tempfile::TempDir;

pub struct World {
    pub folder: TempDir,
    pub db: Db,
    pub jobs: Arc<Jobs>,
    time: Arc<AtomicI64>,
}

/// 2026-11-24, 08:30 UTC.
pub const MORNING: Timestamp = Timestamp::from_seconds(1_795_509_000);

impl World {
    /// Mails go to this server, or into a folder.
    pub fn with_server(port: u16) -> World {
        World::with(|_| format!("smtp://127.0.0.1:{port}"))
    }
    pub fn with_folder() -> World {
        World::with(|folder| format!("folder:{}/mails", folder.path().display()))
    }

    fn with(setting: impl Fn(&TempDir) -> String) -> World {
        let folder = tempfile::tempdir().expect("a folder");
        let transport = Transport::parse(&setting(&folder)).expect("a transport");
        let sender = Sender::new(transport, "Nordkad <no-reply@nordkad.example>").expect("a sender");
        let mut jobs = Jobs::new();
        notifications::jobs(&mut jobs, sender);

        let time = Arc::new(AtomicI64::new(MORNING.millis()));
        let read = time.clone();
        let clock = Clock::new(move || Timestamp::from_millis(read.load(Ordering::SeqCst)));
        let address = Address::Sqlite(folder.path().join("plats.db"));
        let db =
            Db::open(&address, House::default(), clock, chance(), jobs.subscriptions()).expect("a database");
        World { folder, db, jobs: Arc::new(jobs), time }
    }

    pub fn wait(&self, time: Duration) {
        self.time.fetch_add(i64::try_from(time.as_millis()).expect("not that long"), Ordering::SeqCst);
    }
    /// Carries out what is due, and what that leaves behind; how many jobs that were.
    pub async fn work(&self) -> usize {
        let mut sum = 0;
        loop {
            match self.jobs.run_due(&self.db).await.expect("the runner works") {
                0 => return sum,
                count => sum += count,
            }
        }
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

/// Never the same twice in one test, the same in every run, and rising: ids of one moment keep their order.
fn chance() -> Chance {
    let count = AtomicU64::new(1);
    Chance::new(move |bytes| {
        for chunk in bytes.chunks_mut(8) {
            let next = count.fetch_add(1, Ordering::SeqCst).to_be_bytes();
            chunk.copy_from_slice(&next[..chunk.len()]);
        }
    })
}
