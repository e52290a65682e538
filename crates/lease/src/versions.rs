//! Which versions of a program a lease covers.

use std::cmp::Ordering;

/// Whether `version` lies in `range`.
///
/// A range is `*`, or bounds joined by commas that must all hold; alternatives are joined by `||`. A bound compares only
/// as many parts as it has, so `2027` covers all of 2027, and `<=2027` too. What cannot be read covers nothing.
///
/// ```
/// assert!(lease::covers("*", "2027.1"));
/// assert!(lease::covers("2027", "2027.1.4"));
/// assert!(lease::covers(">=2025, <2028", "2027.1"));
/// assert!(lease::covers("<=2026 || 2028", "2028.0"));
/// assert!(!lease::covers("<2027", "2027.1"));
/// assert!(!lease::covers("", "2027.1"));
/// ```
pub fn covers(range: &str, version: &str) -> bool {
    range.split("||").any(|all| all.split(',').all(|bound| holds(bound.trim(), version)))
}

fn holds(bound: &str, version: &str) -> bool {
    if bound == "*" {
        return true;
    }
    let digits = bound.find(|c: char| c.is_ascii_digit()).unwrap_or(bound.len());
    let (sign, limit) = bound.split_at(digits);
    let Some(order) = compare(version, limit) else { return false };
    match sign.trim() {
        "" | "=" => order.is_eq(),
        ">=" => order.is_ge(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        "<" => order.is_lt(),
        _ => false,
    }
}

/// Compares over the parts that the limit names.
fn compare(version: &str, limit: &str) -> Option<Ordering> {
    let limit = parts(limit)?;
    let mut version = parts(version)?;
    version.resize(limit.len(), 0);
    Some(version.cmp(&limit))
}

/// `2027.1-beta` is 2027 and 1: a preview belongs to the version it previews.
fn parts(text: &str) -> Option<Vec<u64>> {
    let numbers = text.trim().split(['-', '+']).next()?;
    numbers.split('.').map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn previews_count_as_their_version() {
        assert!(covers("2027.1", "2027.1-beta.2"));
    }

    #[test]
    fn missing_parts_are_zero() {
        assert!(covers(">=2027.0", "2027"));
        assert!(!covers(">=2027.1", "2027"));
    }

    #[test]
    fn numbers_are_not_text() {
        assert!(covers("<10", "9.9"));
        assert!(covers(">9", "10"));
    }

    #[test]
    fn nonsense_covers_nothing() {
        for range in ["", ">=", "~2027", "2027..2028", ">=2027,", "winter", "<>2027"] {
            assert!(!covers(range, "2027.1"), "{range}");
        }
        assert!(!covers("2027", "winter"));
        assert!(covers("*", "winter"));
    }
}
