//! Signed documents in a text file that survives mail and editors.

const WIDTH: usize = 64;

/// Wraps a document: `-----BEGIN PLATS LEASE-----`, lines of 64, `-----END PLATS LEASE-----`.
pub fn armored(label: &str, jws: &str) -> String {
    let mut text = format!("-----BEGIN PLATS {label}-----\n");
    for (i, c) in jws.chars().enumerate() {
        if i > 0 && i % WIDTH == 0 {
            text.push('\n');
        }
        text.push(c);
    }
    text.push_str(&format!("\n-----END PLATS {label}-----\n"));
    text
}

/// Finds the document with that label; other text around it does not matter.
///
/// ```
/// let file = lease::armored("KEYS", "e30.e30.c2ln") + &lease::armored("LEASE", "e30.e30.bGVhc2U");
/// assert_eq!(lease::unarmored("LEASE", &file).as_deref(), Some("e30.e30.bGVhc2U"));
/// assert_eq!(lease::unarmored("SERIAL", &file), None);
/// ```
pub fn unarmored(label: &str, text: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("-----BEGIN PLATS {label}-----"))?;
    let (inside, _) = rest.split_once(&format!("-----END PLATS {label}-----"))?;
    Some(inside.split_whitespace().collect())
}
