//! A mail server as small as can be: it speaks SMTP over TCP and does what the story wants.

use std::{
    collections::VecDeque,
    io,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::Notify,
    task::{JoinHandle, JoinSet},
};

/// What happens to the next mail. Without a step it is taken.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// The recipient is answered so: `451 ...`, `550 ...`.
    Refuse(&'static str),
    /// The whole mail is read, and then the connection is gone without an answer.
    DropInData,
    /// The mail is kept, and no answer comes.
    KeepAndHang,
    /// The mail is kept, and the answer comes after [`MailServer::go_on`].
    KeepAndWait,
}

#[derive(Clone, Default)]
struct Story {
    steps: Arc<Mutex<VecDeque<Step>>>,
    caught: Arc<Mutex<Vec<String>>>,
    connections: Arc<Mutex<usize>>,
    came: Arc<Notify>,
    go_on: Arc<Notify>,
}

impl Story {
    fn keep(&self, mail: String) {
        self.caught.lock().expect("the mails").push(mail);
        self.came.notify_one();
    }
}

pub struct MailServer {
    pub port: u16,
    story: Story,
    running: Option<JoinHandle<()>>,
}

impl MailServer {
    pub async fn start() -> MailServer {
        let mut server = MailServer { port: 0, story: Story::default(), running: None };
        server.up().await;
        server
    }

    pub async fn up(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("a free port");
        self.port = listener.local_addr().expect("an address").port();
        let story = self.story.clone();
        self.running = Some(tokio::spawn(async move {
            let mut talks = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                *story.connections.lock().expect("the count") += 1;
                talks.spawn(talk(stream, story.clone()));
            }
        }));
    }

    /// Nobody listens any more, and open conversations end.
    pub async fn down(&mut self) {
        if let Some(running) = self.running.take() {
            running.abort();
            let _ = running.await;
        }
    }

    pub fn next(&self, step: Step) {
        self.story.steps.lock().expect("the steps").push_back(step);
    }
    /// Answers one mail that waits for it, or the next that will.
    pub fn go_on(&self) {
        self.story.go_on.notify_one();
    }
    /// The mails that were taken, as they came over the wire.
    pub fn caught(&self) -> Vec<String> {
        self.story.caught.lock().expect("the mails").clone()
    }
    pub fn connections(&self) -> usize {
        *self.story.connections.lock().expect("the count")
    }
    /// Resolves when a mail has come since it was last asked.
    pub async fn came(&self) {
        self.story.came.notified().await;
    }
}

/// A header of a mail, as far as its first line goes.
pub fn header<'a>(mail: &'a str, name: &str) -> &'a str {
    let prefix = format!("{name}: ");
    mail.lines()
        .take_while(|line| !line.is_empty())
        .find_map(|line| line.strip_prefix(&prefix))
        .unwrap_or_default()
}

async fn talk(stream: TcpStream, story: Story) -> io::Result<()> {
    let (from, mut to) = stream.into_split();
    let mut lines = BufReader::new(from).lines();
    say(&mut to, "220 test").await?;
    let mut step = None;
    while let Some(line) = lines.next_line().await? {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match (verb.as_str(), step) {
            ("EHLO", _) => say(&mut to, "250-test\r\n250 8BITMIME").await?,
            ("MAIL", _) => {
                step = story.steps.lock().expect("the steps").pop_front();
                say(&mut to, "250 2.1.0 fine").await?;
            }
            ("RCPT", Some(Step::Refuse(answer))) => say(&mut to, answer).await?,
            ("DATA", _) => {
                say(&mut to, "354 go on").await?;
                let Some(mail) = body(&mut lines).await?.filter(|_| !matches!(step, Some(Step::DropInData)))
                else {
                    return Ok(());
                };
                story.keep(mail);
                match step {
                    Some(Step::KeepAndHang) => {
                        while lines.next_line().await?.is_some() {}
                        return Ok(());
                    }
                    Some(Step::KeepAndWait) => story.go_on.notified().await,
                    _ => {}
                }
                say(&mut to, "250 2.0.0 queued as 4711").await?;
            }
            ("QUIT", _) => return say(&mut to, "221 bye").await,
            _ => say(&mut to, "250 fine").await?,
        }
    }
    Ok(())
}

/// The mail up to its lone dot. A sender that died in the middle has sent nothing.
async fn body(lines: &mut Lines<BufReader<OwnedReadHalf>>) -> io::Result<Option<String>> {
    let mut mail = String::new();
    while let Some(line) = lines.next_line().await? {
        if line == "." {
            return Ok(Some(mail));
        }
        mail += &format!("{}\n", line.strip_prefix('.').unwrap_or(&line));
    }
    Ok(None)
}

async fn say(to: &mut OwnedWriteHalf, line: &str) -> io::Result<()> {
    to.write_all(format!("{line}\r\n").as_bytes()).await
}
