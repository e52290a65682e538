//! A body that is larger than anything that is meant.

use crate::{
    doors::{Door, JSON, doors},
    world::World,
};
use std::{
    io::{Read, Write},
    net::TcpStream,
};
use testkit::both_engines;

#[both_engines]
async fn a_body_of_fifty_megabytes_is_refused_before_it_comes(world: World) {
    let before = world.rows().await;
    for door in doors(&world) {
        let head = format!("Content-Type: {JSON}\r\nContent-Length: {}", 50 << 20);
        assert_is_too_large(&begun(&world, &door, &head, b""), &door);
        // One that does not say how long it is, is read up to the limit.
        let chunk = [b"200000\r\n".to_vec(), vec![b' '; 0x20_0000], b"\r\n1\r\n \r\n".to_vec()].concat();
        let head = format!("Content-Type: {JSON}\r\nTransfer-Encoding: chunked");
        assert_is_too_large(&begun(&world, &door, &head, &chunk), &door);
    }
    assert_eq!(world.rows().await, before);
}

fn assert_is_too_large(answer: &str, door: &Door) {
    assert!(answer.starts_with("HTTP/1.1 413 Payload Too Large"), "{} {answer}", door.path);
    assert!(answer.contains(r#""code":"too-large""#), "{} {answer}", door.path);
}

/// The answer to a request whose body does not come to its end.
fn begun(world: &World, door: &Door, head: &str, body: &[u8]) -> String {
    let place = world.url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(place).expect("a connection");
    let shows =
        ["authorization", "cookie"].into_iter().find_map(|name| Some((name, door.caller.header(name)?)));
    let (name, card) = shows.expect("a token or a session");
    let line = format!("{} {} HTTP/1.1\r\nHost: {place}\r\n{name}: {card}", door.method, door.path);
    write!(stream, "{line}\r\n{head}\r\n\r\n")
        .and_then(|()| stream.write_all(body))
        .expect("a request to send");
    let (mut answer, mut piece) = (String::new(), [0; 4096]);
    while !answer.ends_with('}') {
        match stream.read(&mut piece).expect("an answer") {
            0 => break,
            length => answer += &String::from_utf8_lossy(&piece[..length]),
        }
    }
    answer
}
