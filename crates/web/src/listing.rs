//! A list of the API, a part at a time: what is asked for, and how the answer says where it goes on.

use crate::Handled;
use axum::{
    Json,
    extract::FromRequestParts,
    http::{HeaderValue, Uri, header, request::Parts},
    response::IntoResponse,
};
use kernel::{Error, FieldError, Result, person::is_unreadable};
use serde::Serialize;
use std::{convert::Infallible, str::FromStr};
use utoipa::IntoParams;

const USUAL: i64 = 50;
const MOST: i64 = 200;
const LONGEST: usize = 200;

/// What every list takes, for its description.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PartParams {
    /// How many.
    #[param(minimum = 1, maximum = 200, default = 50)]
    pub limit: Option<i64>,
    /// `next` of the page before.
    pub cursor: Option<String>,
}

/// What a list that can be searched takes besides.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchParams {
    /// What to look for: a part of a number, a name or an address.
    #[param(max_length = 200)]
    pub q: Option<String>,
}

/// Extractor: the query of a list as it came. What it means, [`Listing::part`] says.
#[derive(Debug, Clone)]
pub struct Listing {
    path: String,
    pairs: Vec<(String, String)>,
}

/// The part of a list that is asked for.
#[derive(Debug, Clone)]
pub struct Part {
    pub limit: i64,
    listing: Listing,
}

impl<S: Send + Sync> FromRequestParts<S> for Listing {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Listing::of(&parts.uri))
    }
}

impl Listing {
    fn of(uri: &Uri) -> Self {
        let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned();
        Listing { path: uri.path().to_owned(), pairs: pairs.collect() }
    }

    /// For a list that knows these parameters besides `limit` and `cursor`. Any other is refused: passed over in
    /// silence, a misspelled one would show another list than was meant.
    pub fn part(self, known: &[&str]) -> Result<Part> {
        let mut errors = vec![];
        for (name, value) in &self.pairs {
            if !["limit", "cursor"].contains(&name.as_str()) && !known.contains(&name.as_str()) {
                let shown = name.chars().filter(|c| !is_unreadable(*c)).take(60).collect::<String>();
                errors.push(FieldError::new(shown, "unknown"));
            } else if value.chars().any(is_unreadable) {
                errors.push(FieldError::new(name, "unreadable"));
            } else if value.chars().count() > LONGEST && name != "cursor" {
                errors.push(FieldError::new(name, "too-long").bound(LONGEST as i64));
            }
        }
        let limit = self.value("limit").map_or(Ok(USUAL), limit).map_err(|error| errors.push(error));
        match limit {
            Ok(limit) if errors.is_empty() => Ok(Part { limit, listing: self }),
            _ => Err(Error::fields(errors)),
        }
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

fn limit(text: &str) -> Result<i64, FieldError> {
    match text.parse() {
        Ok(limit @ 1..=MOST) => Ok(limit),
        Ok(..1) => Err(FieldError::new("limit", "too-small").bound(1)),
        Ok(_) => Err(FieldError::new("limit", "too-large").bound(MOST)),
        Err(_) => Err(FieldError::new("limit", "not-a-number")),
    }
}

impl Part {
    /// What is looked for; empty for everything.
    pub fn q(&self) -> String {
        self.value("q").unwrap_or_default()
    }
    /// A parameter that says something.
    pub fn value(&self, name: &str) -> Option<String> {
        let said = self.listing.value(name).map(str::trim).filter(|value| !value.is_empty());
        said.map(str::to_owned)
    }
    /// Where the page before ended.
    pub fn cursor<T: FromStr>(&self) -> Result<Option<T>> {
        let cursor = self.listing.value("cursor").map(str::parse).transpose();
        cursor.map_err(|_| Error::field("cursor", "not-understood"))
    }
    /// One row more than was asked for tells whether there is a next page.
    pub fn one_more(&self) -> i64 {
        self.limit + 1
    }

    /// Rows that came with one more, cut to size; and where the next page begins.
    pub fn cut<T>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
        let limit = usize::try_from(self.limit).unwrap_or_default();
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(key);
        (rows, next)
    }

    /// The same out of all rows of a short list.
    pub fn of_all<T>(
        &self,
        mut rows: Vec<T>,
        key: impl Fn(&T) -> String,
    ) -> Result<(Vec<T>, Option<String>)> {
        if let Some(cursor) = self.cursor::<String>()? {
            let at = rows.iter().position(|row| key(row) == cursor);
            let at = at.ok_or_else(|| Error::field("cursor", "unknown"))?;
            rows.drain(..=at);
        }
        Ok(self.cut(rows, key))
    }

    /// The page, with a `Link` to the next one that keeps the other parameters (RFC 8288).
    pub fn answer<T: Serialize>(
        &self,
        next: Option<String>,
        page: impl FnOnce(Option<String>) -> T,
    ) -> Handled {
        let link = next.as_deref().map(|next| self.link(next));
        let mut response = Json(page(next)).into_response();
        if let Some(link) = link {
            let link = HeaderValue::from_str(&link).map_err(Error::fault)?;
            response.headers_mut().insert(header::LINK, link);
        }
        Ok(response)
    }

    fn link(&self, next: &str) -> String {
        let Listing { path, pairs } = &self.listing;
        let others = pairs.iter().filter(|(name, _)| name != "cursor");
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(others)
            .append_pair("cursor", next)
            .finish();
        format!("<{path}?{query}>; rel=\"next\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(query: &str) -> Listing {
        Listing::of(&format!("/api/v1/orders?{query}").parse().unwrap())
    }

    fn refused(query: &str) -> Vec<(String, &'static str)> {
        let error = listing(query).part(&["q"]).unwrap_err();
        error.field_errors().iter().map(|error| (error.field.clone(), error.code)).collect()
    }

    #[test]
    fn a_part_is_fifty_unless_told() {
        assert_eq!(listing("").part(&[]).unwrap().limit, 50);
        let part = listing("limit=200&q=%20Ada%20&cursor=ritbord").part(&["q"]).unwrap();
        let cursor = part.cursor::<String>().unwrap();
        assert_eq!((part.limit, part.q().as_str(), cursor.as_deref()), (200, "Ada", Some("ritbord")));
        assert!(part.cursor::<i64>().is_err());
    }

    #[test]
    fn each_mistake_is_named() {
        let of = |name: &str, code| vec![(name.to_owned(), code)];
        assert_eq!(refused("limit=0"), of("limit", "too-small"));
        assert_eq!(refused("limit=201"), of("limit", "too-large"));
        assert_eq!(refused("limit=x"), of("limit", "not-a-number"));
        assert_eq!(refused("q=%00"), of("q", "unreadable"));
        assert_eq!(refused(&format!("q={}", "x".repeat(201))), of("q", "too-long"));
        assert_eq!(refused("serch=ada"), of("serch", "unknown"));
        assert_eq!(refused("after=x&limit=0").len(), 2);
    }

    #[test]
    fn the_next_page_is_asked_for_with_the_same_words() {
        let part = listing("q=%C3%85sa+%26+co&cursor=a&limit=2").part(&["q"]).unwrap();
        let (rows, next) = part.cut(vec!["b", "c d", "e"], |row| (*row).to_owned());
        assert_eq!((rows.as_slice(), next.as_deref()), (["b", "c d"].as_slice(), Some("c d")));
        let expected = "</api/v1/orders?q=%C3%85sa+%26+co&limit=2&cursor=c+d>; rel=\"next\"";
        assert_eq!(part.link("c d"), expected);
        assert_eq!(part.cut(vec!["b", "c"], |row| (*row).to_owned()).1, None);
    }

    #[test]
    fn a_short_list_goes_on_behind_its_cursor() {
        let all = || vec!["a", "b", "c"];
        let key = |row: &&str| (*row).to_owned();
        let (rows, next) = listing("limit=1&cursor=a").part(&[]).unwrap().of_all(all(), key).unwrap();
        assert_eq!((rows, next.as_deref()), (vec!["b"], Some("b")));
        let gone = listing("cursor=x").part(&[]).unwrap().of_all(all(), key);
        assert_eq!(gone.unwrap_err().field_errors()[0].code, "unknown");
    }
}
