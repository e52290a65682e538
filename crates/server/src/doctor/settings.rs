//! What can be known from the settings alone.

use super::{Finding, fail, ok, warn};
use crate::Config;

/// Whether the host of a url is this machine itself.
fn is_local(url: &str) -> bool {
    let name = crate::config::host(url);
    name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

pub(super) fn public_url(config: &Config) -> Finding {
    const NAME: &str = "public_url";
    let areas = config.areas();
    let mut urls = std::iter::once(&config.public_url).chain(areas.iter().map(|(_, base)| base));
    match urls.find(|url| !url.starts_with("https://") && !is_local(url)) {
        Some(open) => fail(
            NAME,
            format!("{open} is not https: passwords and sessions travel in clear"),
            "Put a server that speaks TLS in front, and write https:// into the settings",
        ),
        None => ok(NAME, config.public_url.clone()),
    }
}

/// A cookie of one host is not sent to another.
pub(super) fn sign_in(config: &Config) -> Finding {
    const NAME: &str = "sign-in";
    let apart = config.hosts_apart();
    match (&config.cookie_domain, apart.is_empty()) {
        (_, true) => ok(NAME, "one sign-in counts everywhere"),
        (None, false) => warn(
            NAME,
            format!("there is no cookie_domain: people sign in on {} once more", apart.join(" and ")),
            "Set cookie_domain to the parent domain of all hosts, unless that is meant",
        ),
        (Some(domain), false) => fail(
            NAME,
            format!(
                "{} is not within cookie_domain, {domain}: nobody can sign in there",
                apart.join(" and ")
            ),
            "Set cookie_domain to the parent domain of all hosts",
        ),
    }
}

/// With a proxy in front that is not believed, everybody seems to come from one address, and is slowed down together.
pub(super) fn proxy(config: &Config) -> Finding {
    const NAME: &str = "proxy";
    let is_https = config.public_url.starts_with("https://");
    match (is_https, config.behind_proxy) {
        (true, false) => warn(
            NAME,
            "public_url is https, which something in front must speak, and behind_proxy is off",
            "Set behind_proxy = true, so that the addresses of visitors are told apart",
        ),
        (false, true) => warn(
            NAME,
            "behind_proxy is on, and public_url is not https: anybody could make up an address",
            "Set behind_proxy = false, unless a proxy is in front",
        ),
        (_, true) => ok(NAME, "X-Forwarded-For of the server in front is believed"),
        (_, false) => ok(NAME, "none in front"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_needs_no_tls() {
        for here in ["http://localhost:8080", "http://127.0.0.1", "http://[::1]:80/x"] {
            assert!(is_local(here), "{here}");
        }
        for away in ["http://account.nordkad.example", "http://localhost.example", "http://10.0.0.1:80"] {
            assert!(!is_local(away), "{away}");
        }
    }
}
