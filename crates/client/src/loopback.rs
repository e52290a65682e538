//! A web server for one answer, on the machine's own address and a port of chance.

use crate::{Language, LicenseError, Result};
use std::{
    io::{ErrorKind, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    thread,
    time::Duration,
};

const PATH: &str = "/callback";
const LONGEST_REQUEST: usize = 16 * 1024;
const POLL: Duration = Duration::from_millis(50);
/// Browsers open connections in advance and say nothing on them; do not wait long for those.
const SILENCE: Duration = Duration::from_secs(1);

pub(crate) struct Loopback {
    listener: TcpListener,
    port: u16,
}

/// The parameters that the browser brought.
pub(crate) struct Reply(Vec<(String, String)>);

impl Reply {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Loopback {
    pub fn open() -> Result<Self> {
        let opened = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| {
            listener.set_nonblocking(true)?;
            let port = listener.local_addr()?.port();
            Ok(Self { listener, port })
        });
        opened.map_err(|error| LicenseError::NoBrowser(format!("no port: {error}")))
    }

    pub fn redirect_uri(&self) -> String {
        format!("http://127.0.0.1:{}{PATH}", self.port)
    }

    /// Waits for the reply with our state. Others are sent away and do not end the wait: any page in the browser could
    /// call this port, and must not be able to break a sign-in.
    pub fn wait(&self, state: &str, patience: Duration, language: Language) -> Result<Reply> {
        let mut waited = Duration::ZERO;
        while waited < patience {
            match self.listener.accept() {
                Ok((stream, _)) => {
                    if let Some(reply) = serve(stream, state, language) {
                        return Ok(reply);
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    thread::sleep(POLL);
                    waited += POLL;
                }
                // A connection that broke before it was accepted is nobody's answer.
                Err(_) => waited += POLL,
            }
        }
        Err(LicenseError::SignInTimedOut)
    }
}

fn serve(mut stream: TcpStream, state: &str, language: Language) -> Option<Reply> {
    stream.set_nonblocking(false).ok()?;
    stream.set_read_timeout(Some(SILENCE)).ok()?;
    stream.set_write_timeout(Some(SILENCE)).ok()?;
    let request = read_head(&mut stream)?;
    let reply = parse(&request).filter(|reply| reply.get("state") == Some(state));
    let (status, page) = match &reply {
        None => ("404 Not Found", String::new()),
        Some(reply) => ("200 OK", page(reply.get("error").is_none(), language)),
    };
    // The reply counts even if the browser hung up before its page arrived.
    let _ = answer(&mut stream, status, &page);
    reply
}

fn read_head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut chunk = [0; 2048];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut chunk).ok().filter(|read| *read > 0)?;
        head.extend_from_slice(chunk.get(..read)?);
        if head.len() > LONGEST_REQUEST {
            return None;
        }
    }
    String::from_utf8(head).ok()
}

fn parse(request: &str) -> Option<Reply> {
    let target = request.strip_prefix("GET ")?.split(' ').next()?;
    let query = target.strip_prefix(PATH)?.strip_prefix('?')?;
    Some(Reply(form_urlencoded::parse(query.as_bytes()).into_owned().collect()))
}

fn answer(stream: &mut TcpStream, status: &str, page: &str) -> std::io::Result<()> {
    let length = page.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\n\
         Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\nReferrer-Policy: no-referrer\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n{page}"
    )?;
    stream.flush()
}

fn page(went_well: bool, language: Language) -> String {
    let (title, text) = match (language, went_well) {
        (Language::English, true) => ("Almost there", "Go back to the program; you may close this window."),
        (Language::English, false) => ("Not signed in", "Go back to the program; it says what to do next."),
        (Language::Swedish, true) => {
            ("Nästan klart", "Gå tillbaka till programmet; du kan stänga det här fönstret.")
        }
        (Language::Swedish, false) => {
            ("Inte inloggad", "Gå tillbaka till programmet; där står vad du gör nu.")
        }
    };
    let lang = language.tag();
    format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><style>:root{{color-scheme:light dark}}body{{font:1rem/1.5 system-ui,sans-serif;\
         max-width:30rem;margin:20vh auto;padding:0 1rem}}</style><main><h1>{title}</h1><p>{text}</p></main></html>"
    )
}
