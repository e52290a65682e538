//! One conversation with a mail server after the other, over connections that are kept while they are good.

use crate::transport::Refused;
use kernel::{Error, Result};
use lettre::{
    Message,
    transport::smtp::{
        Error as SmtpError,
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, Certificate, TlsParameters},
        extension::ClientId,
    },
};
use std::{
    fmt,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    time::timeout,
};

/// The way to a mail server. Cheap to clone.
///
/// The connections are kept here and not by the library: its pool takes back a connection whose conversation was cut
/// short, and the next mail would read the answer to the last one.
#[derive(Clone)]
pub struct Smtp(Arc<Server>);

struct Server {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    idle: Mutex<Vec<AsyncSmtpConnection>>,
    room: Semaphore,
}

pub(crate) enum Security {
    Plain,
    StartTls(TlsParameters),
    Tls(TlsParameters),
}

/// Common servers allow ten to twenty conversations from one client.
const AT_ONCE: usize = 10;
const KEPT: usize = AT_ONCE;
const TO_CONNECT: Duration = Duration::from_secs(30);
const TO_SEND: Duration = Duration::from_secs(30);
const TO_SAY_HELLO_AGAIN: Duration = Duration::from_secs(5);

impl Smtp {
    pub(crate) fn new(host: &str, port: u16, security: Security, credentials: Option<Credentials>) -> Smtp {
        let (host, idle, room) = (host.to_owned(), Mutex::default(), Semaphore::new(AT_ONCE));
        Smtp(Arc::new(Server { host, port, security, credentials, idle, room }))
    }

    pub(crate) async fn greet(&self) -> Result<String, String> {
        let mut connection = within(TO_CONNECT, &self.0.host, self.0.connect()).await?;
        let name = connection.server_info().name().to_owned();
        // Whoever hangs up on a goodbye has been met all the same.
        let _ = timeout(TO_SAY_HELLO_AGAIN, connection.quit()).await;
        Ok(format!("{}:{}, which calls itself {}", self.0.host, self.0.port, readable(&name)))
    }

    pub(crate) async fn place(&self) -> Option<SemaphorePermit<'_>> {
        self.0.room.acquire().await.ok()
    }

    pub(crate) async fn deliver(&self, message: &Message) -> Result<String, Refused> {
        let mut connection = self.0.connection().await.map_err(Refused::ForNow)?;
        // From here on a connection is only kept if the conversation came to its end.
        let said = timeout(TO_SEND, connection.send(message.envelope(), &message.formatted())).await;
        match said {
            Ok(Ok(answer)) => {
                self.0.keep(connection);
                let lines: Vec<&str> = answer.message().collect();
                Ok(readable(&format!("{} {}", answer.code(), lines.join(" "))))
            }
            Ok(Err(error)) if is_about_the_mail(&error) => Err(Refused::ForGood(words(&error))),
            Ok(Err(error)) => Err(Refused::ForNow(words(&error))),
            Err(_) => Err(Refused::ForNow(format!("{} did not answer in time", self.0.host))),
        }
    }
}

impl Server {
    /// A kept connection that still answers, or a new one.
    async fn connection(&self) -> Result<AsyncSmtpConnection, String> {
        if let Some(mut kept) = self.take() {
            if matches!(timeout(TO_SAY_HELLO_AGAIN, kept.test_connected()).await, Ok(true)) {
                return Ok(kept);
            }
            // The server has gone or has closed what was idle; the others will fare no better.
            while self.take().is_some() {}
        }
        within(TO_CONNECT, &self.host, self.connect()).await
    }

    /// Whatever goes wrong here is about the server or the setting, never about the mail.
    async fn connect(&self) -> Result<AsyncSmtpConnection, SmtpError> {
        let hello = ClientId::default();
        let tls = match &self.security {
            Security::Tls(tls) => Some(tls.clone()),
            Security::Plain | Security::StartTls(_) => None,
        };
        let server = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(TO_CONNECT), &hello, tls, None).await?;
        if let Security::StartTls(tls) = &self.security {
            connection.starttls(tls.clone(), &hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await?;
        }
        Ok(connection)
    }

    fn take(&self) -> Option<AsyncSmtpConnection> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }
    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < KEPT {
            idle.push(connection);
        }
    }
}

async fn within<T>(
    limit: Duration,
    host: &str,
    work: impl Future<Output = Result<T, SmtpError>>,
) -> Result<T, String> {
    match timeout(limit, work).await {
        Ok(outcome) => outcome.map_err(|error| words(&error)),
        Err(_) => Err(format!("{host} did not answer in time")),
    }
}

/// The authorities of the system, and one's own if the setting names one.
pub(crate) fn trust(host: &str, ca: Option<&str>) -> Result<TlsParameters> {
    let mut tls = TlsParameters::builder(host.to_owned());
    if let Some(path) = ca {
        let pem = std::fs::read(path)
            .map_err(|error| Error::fault(format!("mail: the certificate {path} cannot be read: {error}")))?;
        let certificate = Certificate::from_pem(&pem)
            .map_err(|error| Error::fault(format!("mail: {path} is no certificate in PEM: {error}")))?;
        tls = tls.add_root_certificate(certificate);
    }
    tls.build().map_err(|error| Error::fault(format!("mail: TLS to {host} cannot be set up: {error}")))
}

/// A 5xx is about the mail, unless it asks who we are: then the setting is wrong, and the mail waits for its mending.
fn is_about_the_mail(error: &SmtpError) -> bool {
    let code = error.status().map(u16::from);
    error.is_permanent() && !matches!(code, Some(530 | 534 | 535 | 538))
}

/// What the server said, or else the innermost cause: the layers around it only say that something went wrong.
fn words(error: &SmtpError) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    readable(&match error.status() {
        Some(code) => format!("{code} {cause}"),
        None => cause.to_string(),
    })
}

/// A server may say anything at any length; a person reads one line of it.
fn readable(answer: &str) -> String {
    crate::mail::one_line(answer).chars().take(500).collect()
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Smtp({}:{})", self.0.host, self.0.port)
    }
}
