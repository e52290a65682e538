//! Which part of a file a download asks for (RFC 9110, 13 and 14): the rules alone, on header texts.

use crate::Digest;
use kernel::Timestamp;
use std::ops::Range;

/// What is sent.
///
/// ```
/// use catalog::range::{Sent, sent};
/// assert_eq!(sent(None, 100), Sent::Whole);
/// assert_eq!(sent(Some("bytes=10-19"), 100), Sent::Part(10..20));
/// assert_eq!(sent(Some("bytes=90-"), 100), Sent::Part(90..100));
/// assert_eq!(sent(Some("bytes=-5"), 100), Sent::Part(95..100));
/// assert_eq!(sent(Some("bytes=0-999"), 100), Sent::Part(0..100));
/// assert_eq!(sent(Some("bytes=100-"), 100), Sent::Nothing);
/// assert_eq!(sent(Some("bytes=-0"), 100), Sent::Nothing);
/// // Several parts and what cannot be read: the whole, as the standard allows.
/// assert_eq!(sent(Some("bytes=0-1,5-6"), 100), Sent::Whole);
/// assert_eq!(sent(Some("bytes=9-3"), 100), Sent::Whole);
/// assert_eq!(sent(Some("lines=1-2"), 100), Sent::Whole);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    Whole,
    Part(Range<u64>),
    /// The part lies behind the end: 416.
    Nothing,
}

pub fn sent(header: Option<&str>, size: u64) -> Sent {
    let Some((unit, spec)) = header.and_then(|header| header.trim().split_once('=')) else {
        return Sent::Whole;
    };
    let Some((first, last)) = spec.trim().split_once('-') else { return Sent::Whole };
    if !unit.trim().eq_ignore_ascii_case("bytes") || spec.contains(',') {
        return Sent::Whole;
    }
    match (digits(first), digits(last)) {
        (Some(first), Some(last)) if first > last => Sent::Whole,
        (Some(first), _) if first >= size && (last.is_empty() || digits(last).is_some()) => Sent::Nothing,
        (Some(first), Some(last)) => Sent::Part(first..last.saturating_add(1).min(size)),
        (Some(first), None) if last.is_empty() => Sent::Part(first..size),
        (None, Some(0)) if first.is_empty() => Sent::Nothing,
        (None, Some(tail)) if first.is_empty() => Sent::Part(size.saturating_sub(tail)..size),
        _ => Sent::Whole,
    }
}

fn digits(text: &str) -> Option<u64> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().unwrap_or(u64::MAX))
}

/// What the client already has, as its headers say it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Conditions<'a> {
    pub if_match: Option<&'a str>,
    pub if_unmodified_since: Option<&'a str>,
    pub if_none_match: Option<&'a str>,
    pub if_modified_since: Option<&'a str>,
    pub if_range: Option<&'a str>,
}

/// What follows from the conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Send; a range only if `ranged`.
    Send { ranged: bool },
    /// 304.
    NotModified,
    /// 412.
    Failed,
}

/// ```
/// use catalog::range::{Conditions, Verdict, judge};
/// use kernel::Timestamp;
/// let (digest, at) = (catalog::Digest::new([7; 32]), Timestamp::from_seconds(784_111_777));
/// let tag = digest.etag();
/// let judged = |conditions| judge(conditions, digest, at);
/// let none = Conditions::default();
/// assert_eq!(judged(none), Verdict::Send { ranged: true });
/// assert_eq!(judged(Conditions { if_none_match: Some(&tag), ..none }), Verdict::NotModified);
/// assert_eq!(judged(Conditions { if_match: Some("\"other\""), ..none }), Verdict::Failed);
/// // An interrupted download goes on only if it is still the same file.
/// assert_eq!(judged(Conditions { if_range: Some(&tag), ..none }), Verdict::Send { ranged: true });
/// assert_eq!(judged(Conditions { if_range: Some("\"other\""), ..none }), Verdict::Send { ranged: false });
/// let date = Some("Sun, 06 Nov 1994 08:49:37 GMT");
/// assert_eq!(judged(Conditions { if_range: date, ..none }), Verdict::Send { ranged: true });
/// assert_eq!(judged(Conditions { if_modified_since: date, ..none }), Verdict::NotModified);
/// ```
pub fn judge(conditions: Conditions<'_>, digest: Digest, changed: Timestamp) -> Verdict {
    let tag = digest.etag();
    let date = |text: &str| httpdate::parse_http_date(text).ok().map(seconds);
    let changed = changed.seconds();
    let matches = match (conditions.if_match, conditions.if_unmodified_since.and_then(date)) {
        (Some(tags), _) => lists(tags, &tag, false),
        (None, Some(since)) => changed <= since,
        (None, None) => true,
    };
    if !matches {
        return Verdict::Failed;
    }
    let fresh = match (conditions.if_none_match, conditions.if_modified_since.and_then(date)) {
        (Some(tags), _) => lists(tags, &tag, true),
        (None, Some(since)) => changed <= since,
        (None, None) => false,
    };
    if fresh {
        return Verdict::NotModified;
    }
    let ranged = conditions.if_range.is_none_or(|held| held.trim() == tag || date(held) == Some(changed));
    Verdict::Send { ranged }
}

fn lists(tags: &str, tag: &str, weakly: bool) -> bool {
    tags.trim() == "*"
        || tags
            .split(',')
            .map(str::trim)
            .any(|held| held == tag || weakly && held.strip_prefix("W/") == Some(tag))
}

fn seconds(time: std::time::SystemTime) -> i64 {
    time.duration_since(std::time::UNIX_EPOCH).map_or(i64::MIN, |since| since.as_secs() as i64)
}
