//! Where an answer may be sent: the addresses that a program registered, and how a wish is held against them.

use std::{fmt, str::FromStr};

/// A redirect address, kept byte for byte: what was authorized is what must be exchanged.
///
/// Allowed are `https://...`, `http://` on the machine itself (RFC 8252, 7.3), and a private scheme with a dot in it
/// such as `com.example.ritbord:/back` (RFC 8252, 7.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectUri {
    text: String,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Web,
    /// Any port: the program learns its port from the system.
    Loopback,
    Private,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address that an answer may be sent to")]
pub struct NotARedirect;

const LONGEST: usize = 2000;

impl RedirectUri {
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a program that registered this may be answered at `asked`: equal byte for byte, but for the port on the
    /// machine itself. There 127.0.0.1 and `[::1]` are one, `localhost` is not, and no path is the path `/`.
    ///
    /// ```
    /// use accounts::oauth::RedirectUri;
    /// let registered: RedirectUri = "http://127.0.0.1/callback".parse().unwrap();
    /// assert!(registered.admits(&"http://127.0.0.1:51004/callback".parse().unwrap()));
    /// assert!(registered.admits(&"http://[::1]:51004/callback".parse().unwrap()));
    /// assert!(!registered.admits(&"http://localhost:51004/callback".parse().unwrap()));
    /// assert!(!registered.admits(&"http://127.0.0.1:51004/other".parse().unwrap()));
    /// ```
    pub fn admits(&self, asked: &RedirectUri) -> bool {
        match (self.kind, asked.kind) {
            (Kind::Loopback, Kind::Loopback) => self.on_this_machine() == asked.on_this_machine(),
            _ => self.text == asked.text,
        }
    }

    /// For the content policy of the page whose form leads there: `http://127.0.0.1:51004`, `com.example.ritbord:`.
    pub fn origin(&self) -> String {
        match self.kind {
            Kind::Private => format!("{}:", self.scheme()),
            Kind::Web | Kind::Loopback => format!("{}://{}", self.scheme(), self.authority()),
        }
    }

    /// The address with the parameters of an answer.
    pub fn with(&self, parameters: &[(&str, &str)]) -> String {
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
        let joint = if self.text.contains('?') { '&' } else { '?' };
        format!("{}{joint}{query}", self.text)
    }

    fn scheme(&self) -> &str {
        self.text.split(':').next().unwrap_or_default()
    }
    fn authority(&self) -> &str {
        self.behind_scheme().split(['/', '?']).next().unwrap_or_default()
    }
    fn behind_scheme(&self) -> &str {
        self.text.split_once("://").map_or("", |(_, rest)| rest)
    }
    /// Host and what follows the port; the two spellings of the loopback address are one.
    fn on_this_machine(&self) -> (&str, &str) {
        let host = match split_port(self.authority()).0 {
            "[::1]" => "127.0.0.1",
            host => host,
        };
        match &self.behind_scheme()[self.authority().len()..] {
            "" => (host, "/"),
            rest => (host, rest),
        }
    }
}

impl FromStr for RedirectUri {
    type Err = NotARedirect;

    fn from_str(text: &str) -> Result<Self, NotARedirect> {
        // Nothing that could end a header, a policy or an attribute, and no fragment (RFC 6749, 3.1.2).
        let odd = |c: char| !c.is_ascii_graphic() || "\"<>\\^`{|}#;,'*".contains(c);
        if text.len() > LONGEST || text.contains(odd) {
            return Err(NotARedirect);
        }
        let (scheme, rest) = text.split_once(':').ok_or(NotARedirect)?;
        let authority = rest.strip_prefix("//").map(|rest| rest.split(['/', '?']).next().unwrap_or_default());
        let kind = match (scheme, authority) {
            ("https", Some(authority)) if is_host_and_port(authority) => Kind::Web,
            ("http", Some(authority)) if is_this_machine(authority) => Kind::Loopback,
            (scheme, _) if is_private_scheme(scheme) && rest.starts_with('/') => Kind::Private,
            _ => return Err(NotARedirect),
        };
        Ok(RedirectUri { text: text.to_owned(), kind })
    }
}

fn split_port(authority: &str) -> (&str, Option<&str>) {
    let from = authority.rfind(']').unwrap_or(0);
    match authority[from..].find(':') {
        Some(at) => (&authority[..from + at], Some(&authority[from + at + 1..])),
        None => (authority, None),
    }
}

fn has_fine_port(port: Option<&str>) -> bool {
    port.is_none_or(|port| {
        port.bytes().all(|digit| digit.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|n| n > 0)
    })
}

fn is_host_and_port(authority: &str) -> bool {
    let (host, port) = split_port(authority);
    let name =
        |host: &str| host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-".contains(&b));
    !host.is_empty() && name(host) && has_fine_port(port)
}

fn is_this_machine(authority: &str) -> bool {
    let (host, port) = split_port(authority);
    matches!(host, "127.0.0.1" | "[::1]" | "localhost") && has_fine_port(port)
}

/// A dot, as a domain name in reverse has it, keeps `javascript:` and the schemes of others out.
fn is_private_scheme(scheme: &str) -> bool {
    scheme.contains('.')
        && scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+-.".contains(&b))
}

impl fmt::Display for RedirectUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn admits(registered: &str, asked: &str) -> bool {
        registered.parse::<RedirectUri>().unwrap().admits(&asked.parse().unwrap())
    }

    #[test]
    fn addresses_of_no_program_are_refused() {
        for bad in [
            "",
            "http://vendor.example/cb",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "https://a@b.example/",
            "https://b.example/#f",
            "https://b.example/\r\nx",
            "https://b.example:99999/",
            "https://b.example:+80/",
            "https://*.example/",
            "https://b.example;x/",
            "http://127.0.0.1.evil.example/",
            "http://127.0.0.1@evil.example/",
            "http://localhost.evil.example/",
            "http://[::1].evil.example/",
            "http://127.0.0.1:80:80/",
            "ritbord:/cb",
            "com.example:cb",
            "//b.example/",
        ] {
            assert_eq!(bad.parse::<RedirectUri>(), Err(NotARedirect), "{bad}");
        }
        assert!(format!("https://b.example/{}", "x".repeat(LONGEST)).parse::<RedirectUri>().is_err());
    }

    #[test]
    fn only_the_port_on_the_machine_itself_is_free() {
        assert!(admits("http://127.0.0.1", "http://127.0.0.1:7000"));
        assert!(admits("http://127.0.0.1:1/cb", "http://127.0.0.1:7000/cb"));
        assert!(admits("http://127.0.0.1", "http://[::1]:7000/"));
        assert!(admits("http://localhost/cb", "http://localhost:7000/cb"));
        assert!(!admits("http://127.0.0.1/cb", "http://127.0.0.1:7000/cb/"));
        assert!(!admits("http://127.0.0.1/cb", "http://127.0.0.1:7000/cb?x=1"));
        assert!(!admits("http://localhost/cb", "http://127.0.0.1:7000/cb"));
        assert!(admits("https://a.example/cb", "https://a.example/cb"));
        assert!(!admits("https://a.example/cb", "https://a.example:444/cb"));
        assert!(!admits("https://a.example", "https://a.example/"));
        assert!(!admits("com.example.a:/cb", "com.example.a:/cb2"));
    }

    #[test]
    fn an_answer_keeps_the_query_that_was_registered() {
        let uri: RedirectUri = "http://127.0.0.1:7000?a=b".parse().unwrap();
        assert_eq!(uri.with(&[("state", "x y")]), "http://127.0.0.1:7000?a=b&state=x+y");
        assert_eq!(uri.origin(), "http://127.0.0.1:7000");
        assert_eq!("com.example.a:/cb".parse::<RedirectUri>().unwrap().origin(), "com.example.a:");
    }
}
