//! The sheet, the icons, the logo and the scripts: embedded, named by their content, cached for a year.

use axum::{
    Router,
    extract::Path,
    response::{IntoResponse, Response},
    routing::get,
};
use http::{HeaderMap, StatusCode, header};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
    href: String,
    tag: String,
}

macro_rules! assets {
    ($($name:literal: $kind:literal),* $(,)?) => {
        vec![$(Asset::new($name, $kind, include_bytes!(concat!("../assets/", $name)))),*]
    };
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    assets! {
        "plats.css": "text/css; charset=utf-8",
        "plats.js": "text/javascript; charset=utf-8",
        "icons.svg": "image/svg+xml",
        "logo.svg": "image/svg+xml",
    }
});

const A_YEAR: &str = "public, max-age=31536000, immutable";

impl Asset {
    fn new(name: &'static str, kind: &'static str, bytes: &'static [u8]) -> Self {
        let hash = short_hash(bytes);
        let (stem, ext) = name.rsplit_once('.').unwrap_or((name, "bin"));
        Asset { name, kind, bytes, href: format!("/assets/{stem}.{hash}.{ext}"), tag: format!("\"{hash}\"") }
    }
}

/// The address of an asset, with its hash: `href("plats.css")` is `/assets/plats.0f3a….css`.
///
/// ```
/// assert!(web::assets::href("plats.css").starts_with("/assets/plats."));
/// ```
///
/// # Panics
/// When there is no such asset; names are literals, so the first page that is drawn tells.
pub fn href(name: &str) -> &'static str {
    match ASSETS.iter().find(|asset| asset.name == name) {
        Some(asset) => &asset.href,
        None => panic!("no asset is called {name}"),
    }
}

/// Serves what [`href`] names. An address with an old hash is 404: its page is old as well.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/assets/{name}", get(serve))
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.href.strip_prefix("/assets/") == Some(&*name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|tag| tag.trim().trim_start_matches("W/") == asset.tag);
    let head = [(header::CACHE_CONTROL, A_YEAR), (header::ETAG, &asset.tag)];
    if known {
        return (StatusCode::NOT_MODIFIED, head).into_response();
    }
    (head, [(header::CONTENT_TYPE, asset.kind)], asset.bytes).into_response()
}

/// Twelve hexadecimal digits of SHA-256: enough to tell one version of a file from another.
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The second sheet, with the vendor's color and nothing else. `None` when it is not a color that we can vouch for:
/// a hex color, or `oklch(lightness chroma hue)` in plain numbers.
///
/// ```
/// use web::assets::brand_sheet;
/// assert_eq!(brand_sheet("#1D5A43").as_deref(), Some(":root{--brand:#1d5a43}"));
/// assert_eq!(brand_sheet("oklch(0.45 0.08 165)").as_deref(), Some(":root{--brand:oklch(0.45 0.08 165)}"));
/// assert_eq!(brand_sheet("red;} body{display:none"), None);
/// ```
pub fn brand_sheet(color: &str) -> Option<String> {
    let color = color.trim().to_ascii_lowercase();
    (is_hex(&color) || is_oklch(&color)).then(|| format!(":root{{--brand:{color}}}"))
}

fn is_hex(color: &str) -> bool {
    color
        .strip_prefix('#')
        .is_some_and(|hex| matches!(hex.len(), 3 | 6) && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_oklch(color: &str) -> bool {
    let Some(inner) = color.strip_prefix("oklch(").and_then(|rest| rest.strip_suffix(')')) else {
        return false;
    };
    let parts: Vec<&str> = inner.split_ascii_whitespace().collect();
    let [lightness, chroma, hue] = parts[..] else { return false };
    let share = lightness.strip_suffix('%');
    within(share.unwrap_or(lightness), if share.is_some() { 100.0 } else { 1.0 })
        && within(chroma, 0.5)
        && within(hue.strip_suffix("deg").unwrap_or(hue), 360.0)
}

fn within(number: &str, most: f64) -> bool {
    number.len() <= 12
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && number.parse::<f64>().is_ok_and(|number| (0.0..=most).contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use tower::ServiceExt;

    async fn ask(path: &str, tag: Option<&str>) -> Response {
        let mut request = http::Request::get(path);
        if let Some(tag) = tag {
            request = request.header(header::IF_NONE_MATCH, tag);
        }
        routes::<()>().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn an_asset_may_be_kept_for_a_year() {
        let answer = ask(href("icons.svg"), None).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "image/svg+xml");
        assert_eq!(answer.headers()[header::CACHE_CONTROL], A_YEAR);
        let tag = answer.headers()[header::ETAG].to_str().unwrap().to_owned();
        assert_eq!(
            ask(href("icons.svg"), Some(&format!("\"x\", W/{tag}"))).await.status(),
            StatusCode::NOT_MODIFIED
        );
    }

    #[tokio::test]
    async fn an_old_hash_is_not_found() {
        assert_eq!(ask("/assets/icons.svg", None).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(ask("/assets/icons.000000000000.svg", None).await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn only_colors_pass() {
        for good in ["#abc", "#A1B2C3", " oklch(45% 0.08 165deg) "] {
            assert!(brand_sheet(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "#",
            "#12",
            "#12345",
            "#ggg",
            "red",
            "oklch(2 0 0)",
            "oklch(0.4 0.1)",
            "oklch(.4 1e9 3)",
            "oklch(0.4 0.1 nan)",
            "url(x)",
        ] {
            assert!(brand_sheet(bad).is_none(), "{bad}");
        }
    }
}
