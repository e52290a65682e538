//! One request over a bare connection, sent and read in pieces.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
};
use testkit::http::Caller;

pub struct Slow {
    stream: BufReader<TcpStream>,
}

impl Slow {
    /// Sends the head, and waits until the server has begun to read the body.
    pub fn begin(url: &str, head: &str, length: usize) -> Slow {
        let mut slow = Slow::ask(url, &format!("{head}\r\nContent-Length: {length}\r\nExpect: 100-continue"));
        assert_eq!(slow.head()[0], "HTTP/1.1 100 Continue");
        slow
    }
    /// Sends a request that has no body to come.
    pub fn ask(url: &str, head: &str) -> Slow {
        let place = place(url);
        let mut stream = TcpStream::connect(place).expect("a connection");
        write!(stream, "{head}\r\nHost: {place}\r\n\r\n").expect("a head to send");
        Slow { stream: BufReader::new(stream) }
    }
    pub fn send(&mut self, body: &[u8]) {
        self.stream.get_mut().write_all(body).expect("a body to send");
    }
    /// The status line and the headers of the next answer.
    pub fn head(&mut self) -> Vec<String> {
        let mut lines = vec![];
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line).expect("an answer");
            match line.trim_end() {
                "" => return lines,
                line => lines.push(line.to_owned()),
            }
        }
    }
    /// All that comes until the connection ends.
    pub fn rest(mut self) -> Vec<u8> {
        let mut rest = vec![];
        self.stream.read_to_end(&mut rest).expect("the rest");
        rest
    }
}

/// Resolves when nobody is let in any more: who still gets a connection gets no answer on it.
pub fn nobody_is_let_in(url: &str) {
    let mut tries = 0;
    while let Ok(mut stream) = TcpStream::connect(place(url)) {
        let answered = stream.read(&mut [0; 64]).unwrap_or_default();
        assert_eq!(answered, 0, "somebody was let in");
        tries += 1;
        assert!(tries < 100, "connections are taken");
    }
    assert!(Caller::nobody(url).get("/healthz").is_err());
}

fn place(url: &str) -> &str {
    url.trim_start_matches("http://")
}
