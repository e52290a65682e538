//! CSV files that people open in spreadsheets: their lines, and how they leave the house.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use kernel::{Error, Result};

/// The first line, with the mark by which spreadsheets know UTF-8.
pub fn head(cells: &[String]) -> String {
    format!("\u{feff}{}", line(cells))
}

pub fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| self::cell(cell)).collect();
    format!("{}\r\n", cells.join(","))
}

/// Quoted where it has to be, and never a formula: a name that begins like one would run in a spreadsheet.
fn cell(text: &str) -> String {
    let text = match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    };
    match text.contains(['"', ',', ';', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}

/// A file to save under a name of ours.
pub fn file(name: &'static str, body: impl Into<Body>) -> Response {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, disposition.unwrap_or_else(|_| HeaderValue::from_static("attachment"))),
    ];
    (headers, body.into()).into_response()
}

/// The same, written part by part: `part` answers with some lines and where the next part begins. Whatever refuses the
/// first part is the answer; a failure later cuts the file off, and the reader's browser says so.
pub async fn streamed<S, F, P>(name: &'static str, head: String, first: S, part: F) -> Result<Response>
where
    S: Send + 'static,
    F: Fn(S) -> P + Send + 'static,
    P: Future<Output = Result<(String, Option<S>)>> + Send + 'static,
{
    let begun = part(first).await?;
    let rest = stream::unfold((part, Some(Ok::<_, Error>(begun))), |(part, now)| async move {
        match now? {
            Ok((text, Some(next))) => {
                let following = part(next).await;
                Some((Ok(text), (part, Some(following))))
            }
            Ok((text, None)) => Some((Ok(text), (part, None))),
            Err(error) => Some((Err(error), (part, None))),
        }
    });
    Ok(file(name, Body::from_stream(stream::once(async { Ok(head) }).chain(rest))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_formula() {
        let cells = ["=HYPERLINK(\"http://evil.example\")", "@x", "Åsa", "Berg, \"Bo\""].map(String::from);
        assert_eq!(
            line(&cells),
            "\"'=HYPERLINK(\"\"http://evil.example\"\")\",'@x,Åsa,\"Berg, \"\"Bo\"\"\"\r\n"
        );
    }
}
