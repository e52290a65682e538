//! A server for the tests: the endpoints that the SDK calls, with faults on demand.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use lease::{Confirmation, KeySet, Lease, LeaseKind, PublicKey, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, VecDeque},
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard},
    thread,
};

pub const DAY: i64 = 86_400;

/// What the server knows, and how it shall misbehave.
pub struct State {
    pub now: i64,
    pub down: bool,
    /// Method and path of every request.
    pub seen: Vec<String>,
    /// Answers given instead of the real one, by path.
    pub scripted: HashMap<String, VecDeque<(u16, String)>>,
    /// So many answers are lost after the work was done, by path.
    pub lost: HashMap<String, u32>,
    /// The code that refuses every lease.
    pub refusal: Option<&'static str>,
    pub issuer: Option<String>,
    /// Whether the product has a privacy statement.
    pub has_statement: bool,
    /// Whether a used refresh token is taken again as long as its successor was never used.
    pub rescues: bool,
    /// Seconds between two questions about a device code.
    pub interval: u32,
    pub signer: SigningKey,
    pub keys: String,
    pub lease: Lease,
    pub idempotency_keys: Vec<String>,
    pub last_request: Value,
    refresh: (Option<String>, Option<String>),
    /// All access tokens of the session.
    access: Vec<String>,
    code: Option<(String, String, String)>,
    count: u32,
}

#[derive(Clone)]
pub struct FakePlats {
    pub url: String,
    state: Arc<Mutex<State>>,
}

struct Request {
    method: String,
    path: String,
    query: HashMap<String, String>,
    headers: HashMap<String, String>,
    body: String,
}

type Answer = (u16, String);

impl FakePlats {
    pub fn start(root: SigningKey, now: i64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let plats = Self { state: Arc::new(Mutex::new(state(root, now))), url };
        let server = plats.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = server.clone();
                thread::spawn(move || server.serve(stream));
            }
        });
        plats
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no test panicked here")
    }

    pub fn count(&self, request: &str) -> usize {
        self.state().seen.iter().filter(|seen| seen.starts_with(request)).count()
    }

    pub fn script(&self, path: &str, status: u16, body: &str) {
        self.state().scripted.entry(path.into()).or_default().push_back((status, body.into()));
    }

    /// What a person with a browser does: open, say yes, follow the redirect. Gives the last page.
    pub fn browse(&self, url: &str, tamper: impl Fn(String) -> String) -> String {
        let answer = get(url);
        let location = answer.lines().find_map(|line| line.strip_prefix("Location: "));
        get(&tamper(location.unwrap_or_else(|| panic!("no redirect: {answer}")).to_owned()))
    }

    fn serve(&self, mut stream: TcpStream) {
        let Some(request) = read(&mut stream) else { return };
        let mut state = self.state();
        state.seen.push(format!("{} {}", request.method, request.path));
        if state.down {
            return;
        }
        if let Some(answer) = state.scripted.get_mut(&request.path).and_then(VecDeque::pop_front) {
            return write(&mut stream, &answer);
        }
        let answer = state.answer(&self.url, &request);
        if let Some(lost) = state.lost.get_mut(&request.path).filter(|lost| **lost > 0) {
            *lost -= 1;
            return;
        }
        drop(state);
        write(&mut stream, &answer);
    }
}

fn state(root: SigningKey, now: i64) -> State {
    let signer = SigningKey::from_seed([11; 32]);
    State {
        now,
        down: false,
        seen: vec![],
        scripted: HashMap::new(),
        lost: HashMap::new(),
        refusal: None,
        issuer: None,
        has_statement: true,
        rescues: true,
        interval: 5,
        keys: KeySet::new(now, vec![signer.public()]).sign(&root),
        signer,
        lease: template(),
        idempotency_keys: vec![],
        last_request: Value::Null,
        refresh: (None, None),
        access: vec![],
        code: None,
        count: 0,
    }
}

/// Times in a template are spans that begin with the grant.
fn template() -> Lease {
    Lease {
        iss: String::new(),
        sub: "pairwise-maja".into(),
        jti: "lse_1".into(),
        iat: 0,
        nbf: 0,
        exp: 30 * DAY,
        refresh_after: DAY,
        grace_until: 37 * DAY,
        device: String::new(),
        cnf: Confirmation { jkt: String::new() },
        product: "ritbord".into(),
        versions: "2027".into(),
        kind: LeaseKind::Named,
        entitlements: vec!["export".into()],
        privacy: String::new(),
        epoch: 0,
        seq: 0,
    }
}

impl State {
    fn answer(&mut self, url: &str, request: &Request) -> Answer {
        match (request.method.as_str(), request.path.as_str()) {
            ("GET", "/.well-known/oauth-authorization-server") => self.metadata(url),
            ("GET", "/authorize") => self.authorize(url, &request.query),
            ("POST", "/token") => self.token(&form(&request.body)),
            ("POST", "/device") => ok(json!({
                "device_code": "dc", "user_code": "BCDF-GHJK", "verification_uri": format!("{url}/device"),
                "verification_uri_complete": format!("{url}/device?user_code=BCDF-GHJK"),
                "expires_in": 900, "interval": self.interval,
            })),
            ("POST", "/revoke") => {
                self.refresh = (None, None);
                ok(json!({}))
            }
            ("GET", "/userinfo") => ok(json!({ "sub": "pairwise-maja", "name": "Maja Lindqvist" })),
            ("GET", "/api/v1/products/ritbord/privacy") => self.privacy(&request.query),
            ("POST", "/api/v1/leases") if self.authorized(request) => self.grant(url, request),
            ("DELETE", "/api/v1/leases/lse_1") if self.authorized(request) => (204, String::new()),
            (_, path) if path.starts_with("/api/") => problem(401, "unauthorized"),
            _ => (404, "<html>not here</html>".into()),
        }
    }

    fn metadata(&self, url: &str) -> Answer {
        ok(json!({
            "issuer": self.issuer.as_deref().unwrap_or(url),
            "authorization_endpoint": format!("{url}/authorize"),
            "token_endpoint": format!("{url}/token"),
            "device_authorization_endpoint": format!("{url}/device"),
            "revocation_endpoint": format!("{url}/revoke"),
            "userinfo_endpoint": format!("{url}/userinfo"),
            "authorization_response_iss_parameter_supported": true,
        }))
    }

    fn authorize(&mut self, url: &str, query: &HashMap<String, String>) -> Answer {
        assert_eq!(query["response_type"], "code");
        assert_eq!(query["code_challenge_method"], "S256");
        assert_eq!(query["scope"], "openid profile email offline_access license");
        let code = self.fresh("code");
        let redirect = query["redirect_uri"].clone();
        self.code = Some((code.clone(), query["code_challenge"].clone(), redirect.clone()));
        let pairs = [("code", code.as_str()), ("state", &query["state"]), ("iss", url)];
        let reply = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        (302, format!("{redirect}?{reply}"))
    }

    fn token(&mut self, form: &HashMap<String, String>) -> Answer {
        let granted = match form["grant_type"].as_str() {
            "authorization_code" => self.code.take().is_some_and(|(code, challenge, redirect)| {
                let sent = URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"]));
                form["code"] == code && challenge == sent && form["redirect_uri"] == redirect
            }),
            "refresh_token" => self.rotate(&form["refresh_token"]),
            _ => form["device_code"] == "dc",
        };
        if !granted {
            return (400, json!({ "error": "invalid_grant" }).to_string());
        }
        let (access, refresh) = (self.fresh("at"), self.fresh("rt"));
        self.access.push(access.clone());
        self.refresh = (self.refresh.1.take(), Some(refresh.clone()));
        ok(json!({
            "access_token": access, "token_type": "Bearer", "expires_in": 600, "refresh_token": refresh,
        }))
    }

    /// The current token, or the one before it as long as the current was never used. A reused older one ends all.
    fn rotate(&mut self, token: &str) -> bool {
        let (previous, current) = (self.refresh.0.as_deref(), self.refresh.1.as_deref());
        if current == Some(token) {
            return true;
        }
        let rescued = self.rescues && previous == Some(token);
        self.refresh = if rescued { (None, previous.map(str::to_owned)) } else { (None, None) };
        rescued
    }

    fn privacy(&self, query: &HashMap<String, String>) -> Answer {
        if !self.has_statement {
            return problem(404, "not-found");
        }
        ok(json!({
            "product": "ritbord", "version": "2026-10", "language": query["language"],
            "text": "We keep your name and the device's name.",
        }))
    }

    fn authorized(&self, request: &Request) -> bool {
        let sent = request.headers.get("authorization").and_then(|value| value.strip_prefix("Bearer "));
        sent.is_some_and(|sent| self.access.iter().any(|known| known == sent))
    }

    fn grant(&mut self, url: &str, request: &Request) -> Answer {
        self.idempotency_keys.push(request.headers["idempotency-key"].clone());
        self.last_request = serde_json::from_str(&request.body).expect("a lease request");
        if let Some(code) = self.refusal {
            return problem(403, code);
        }
        let text = |pointer: &str| {
            self.last_request.pointer(pointer).and_then(Value::as_str).expect(pointer).to_owned()
        };
        let key = PublicKey::from_base64url(&text("/device/key")).expect("a key");
        let now = self.now;
        let lease = Lease {
            iss: url.into(),
            iat: now,
            nbf: now + self.lease.nbf,
            exp: now + self.lease.exp,
            refresh_after: now + self.lease.refresh_after,
            grace_until: now + self.lease.grace_until,
            device: text("/device/fingerprint"),
            cnf: Confirmation { jkt: key.thumbprint() },
            privacy: text("/privacy"),
            ..self.lease.clone()
        };
        ok(json!({
            "id": lease.jti, "lease": lease.sign(&self.signer), "keys": self.keys,
            "expires_at": lease.exp, "refresh_after": lease.refresh_after,
        }))
    }

    fn fresh(&mut self, name: &str) -> String {
        self.count += 1;
        format!("{name}_{}", self.count)
    }

    /// Every access token stops counting, as after a restart of the server.
    pub fn forget_access(&mut self) {
        self.access.clear();
    }

    /// The session is ended from elsewhere.
    pub fn end_session(&mut self) {
        self.access.clear();
        self.refresh = (None, None);
    }
}

fn ok(value: Value) -> Answer {
    (200, value.to_string())
}

fn problem(status: u16, code: &str) -> Answer {
    let kind = format!("urn:plats:problem:{code}");
    (status, json!({ "type": kind, "title": "No.", "status": status, "code": code }).to_string())
}

fn form(text: &str) -> HashMap<String, String> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

fn read(stream: &mut TcpStream) -> Option<Request> {
    let (mut bytes, mut chunk) = (Vec::new(), [0; 4096]);
    loop {
        if let Some(request) = parse(&bytes) {
            return Some(request);
        }
        let count = stream.read(&mut chunk).ok().filter(|count| *count > 0)?;
        bytes.extend_from_slice(&chunk[..count]);
    }
}

fn parse(bytes: &[u8]) -> Option<Request> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?.to_owned(), first.next()?);
    let headers: HashMap<_, _> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length: usize = headers.get("content-length").map_or(0, |value| value.parse().unwrap_or(0));
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let request = Request { method, path: path.into(), query: form(query), headers, body: body.into() };
    (body.len() >= length).then_some(request)
}

fn write(stream: &mut TcpStream, (status, body): &Answer) {
    let extra = match status {
        302 => format!("Location: {body}\r\n"),
        429 | 503 => format!("Retry-After: {body}\r\n"),
        _ => String::new(),
    };
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {length}\r\nConnection: close\r\n{extra}\r\n");
    let _ = stream.write_all((head + body).as_bytes());
}

pub fn get(url: &str) -> String {
    let rest = url.strip_prefix("http://").expect("http");
    let (host, path) = rest.split_once('/').expect("a path");
    let mut stream = TcpStream::connect(host).expect("a server");
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("sent");
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
}
