//! kill -9 while orders, invitations, seats and leases come in: what was promised is there, whole, and told once.

use crate::{
    found::Found,
    house::{House, Server},
    load::Client,
    opening::opening,
};
use std::{
    collections::{HashMap, HashSet},
    sync::mpsc::{Sender, channel},
    thread,
    time::Duration,
};
use testkit::{Engine, both_engines, http::Caller, smtp::header};

const ROUNDS: usize = 10;
/// So many answers are waited for, and some more each time, so that the end falls on other moments.
const ANSWERS: usize = 150;

#[both_engines]
async fn killed_ten_times_under_load_it_keeps_every_promise(house: House) {
    let mut server = house.start();
    let mut clients = opening(&house, &server).await;
    let mut post = Post::default();
    for round in 0..ROUNDS {
        work_until_killed(&mut clients, server, ANSWERS + 7 * round);
        post.life_ended(&house);
        if house.ground.engine == Engine::Postgres {
            quiet(&house).await;
        }
        server = house.start();
        let found = Found::in_database(&house.db()).await;
        post.check(&house, &found);
        for client in &mut clients {
            client.check(&found);
            client.settle(&Caller::nobody(&server.url));
        }
    }
    server.program.terminate();
    assert_eq!(server.program.ended().code(), Some(0));
    post.life_ended(&house);

    house.deliver_the_rest().await;
    let found = Found::in_database(&house.db()).await;
    post.check(&house, &found);
    clients.iter_mut().for_each(|client| client.check(&found));
    let come: HashSet<_> = house.mail.caught().iter().map(|mail| id_of(mail)).collect();
    let sent: HashSet<_> = found.sent().map(str::to_owned).collect();
    assert_eq!((sent.len(), come), (found.mails.len(), sent), "each mail has come");
}

/// All clients at once, until so many answers have come.
fn work_until_killed(clients: &mut [Box<dyn Client>], server: Server, answers: usize) {
    let nobody = Caller::nobody(&server.url);
    thread::scope(|scope| {
        let (tell, told) = channel();
        for client in clients {
            let (nobody, tell) = (nobody.clone(), tell.clone());
            scope.spawn(move || work(&mut **client, &nobody, &tell));
        }
        drop(tell);
        for _ in 0..answers {
            told.recv_timeout(Duration::from_secs(30)).expect("clients at work");
        }
        let log = server.program.kill();
        let faults: Vec<_> = log.iter().filter(|line| line.contains("ERROR")).collect();
        assert!(faults.is_empty(), "{faults:#?}");
    });
}

fn work(client: &mut dyn Client, nobody: &Caller, tell: &Sender<()>) {
    while let Ok(()) = client.step(nobody) {
        let _ = tell.send(());
    }
}

/// PostgreSQL finishes what the killed program had sent it.
async fn quiet(house: &House) {
    let db = house.db();
    let busy = "SELECT COUNT(*) FROM pg_stat_activity
        WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()";
    let wait = async {
        while crate::house::count(&db, busy).await > 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), wait).await.expect("PostgreSQL to be quiet");
}

/// What came to the mail server, told apart by the lives of the program.
#[derive(Default)]
struct Post {
    /// How many had come at the end of each life.
    ends: Vec<usize>,
    /// How often a mail had come when it was known to be sent.
    known: HashMap<String, usize>,
}

impl Post {
    fn life_ended(&mut self, house: &House) {
        self.ends.push(house.mail.caught().len());
    }

    fn check(&mut self, house: &House, found: &Found) {
        let caught = house.mail.caught();
        let mut times: HashMap<String, usize> = HashMap::new();
        let mut life = HashSet::new();
        for (at, mail) in caught.iter().enumerate() {
            if self.ends.contains(&at) {
                life.clear();
            }
            let id = id_of(mail);
            assert!(life.insert(id.clone()), "{id} came twice in one life");
            *times.entry(id).or_default() += 1;
        }
        let all: HashSet<_> = found.mails.iter().map(|mail| mail.id.as_str()).collect();
        // What has come since the look into the database may be younger than it.
        let before = self.ends.last().copied().unwrap_or_default();
        for mail in &caught[..before] {
            assert!(all.contains(id_of(mail).as_str()), "a mail that is not in the queue");
        }
        for sent in found.sent() {
            let come = times.get(sent).copied().unwrap_or_default();
            assert!(come > 0, "{sent} is said to be sent, and did not come");
            let known = *self.known.entry(sent.to_owned()).or_insert(come);
            assert_eq!(come, known, "{sent} was sent again although it was known to be sent");
        }
    }
}

/// `mail_...`, from the Message-ID.
fn id_of(mail: &str) -> String {
    let id = header(mail, "Message-ID").trim_start_matches('<');
    id.split('@').next().unwrap_or_default().to_owned()
}
