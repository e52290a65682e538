//! The parameters of a request as OAuth has them: each at most once, an empty one as if it were not there.

use std::borrow::Cow;

#[derive(Debug, Clone, Default)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads a query or a form (`application/x-www-form-urlencoded`).
    pub fn parse(text: &[u8]) -> Self {
        let filled = form_urlencoded::parse(text).filter(|(_, value)| !value.is_empty());
        Parameters(filled.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
    pub fn is_twice(&self, name: &str) -> bool {
        self.0.iter().filter(|(key, _)| key == name).count() > 1
    }
    pub fn any_twice(&self) -> bool {
        self.0.iter().any(|(name, _)| self.is_twice(name))
    }
    /// Text that a program sends to be shown to a person: one readable line, cut to a length that does no harm.
    pub fn shown(&self, name: &str) -> Option<String> {
        let line = self.get(name)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let line: String = line.chars().filter(|c| !kernel::person::is_unreadable(*c)).take(60).collect();
        (!line.is_empty()).then_some(line)
    }
    /// The same parameters without some, as a query.
    pub fn without(&self, names: &[&str]) -> String {
        let rest = self.0.iter().filter(|(name, _)| !names.contains(&name.as_str()));
        let rest = rest.map(|(name, value)| (Cow::Borrowed(name.as_str()), Cow::Borrowed(value.as_str())));
        form_urlencoded::Serializer::new(String::new()).extend_pairs(rest).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_one_short_readable_line() {
        let query = format!("a=&b=x%0Ay%E2%80%AEz&c={}&d=1&d=2", "w".repeat(999));
        let parameters = Parameters::parse(query.as_bytes());
        assert_eq!(parameters.get("a"), None);
        assert_eq!(parameters.shown("b").as_deref(), Some("x yz"));
        assert_eq!(parameters.shown("c").map(|text| text.len()), Some(60));
        assert!(parameters.is_twice("d") && parameters.any_twice());
        assert_eq!(parameters.without(&["b", "c"]), "d=1&d=2");
    }
}
