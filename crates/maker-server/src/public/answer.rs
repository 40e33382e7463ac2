//! A page as an answer: in the encoding that its reader takes, or only the word that it is the one they have.

use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maker_words::Language;
use sha2::{Digest, Sha256};

use super::html::STYLE;
use super::make::{Made, Variant};
use super::view::Form;
use crate::etag;

/// A browser or a proxy believes a page for 15 s, and shows it for another minute while it asks for a newer one.
const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=15, stale-while-revalidate=60");

/// No browser names its reader's languages at such length, nor so many of them.
const LONGEST_WISHES: usize = 512;
const MOST_WISHES: usize = 32;

/// One style of ours, pictures of ours, and nothing else from anywhere; no script at all.
static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{style}'; img-src 'self'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'"
    );
    // Letters, digits and signs of base64.
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
});

/// The page for whoever asked with these headers.
pub(super) fn answer(made: &Made, asked: &HeaderMap) -> Response<Body> {
    let (variant, encoding) = chosen(made, asked);
    let has_it = variant.tag.to_str().is_ok_and(|tag| etag::has(asked, tag));
    let (status, body) = match has_it {
        true => (StatusCode::NOT_MODIFIED, Body::empty()),
        false => (StatusCode::OK, Body::from(variant.body.clone())),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::ETAG, variant.tag.clone());
    headers.insert(header::CACHE_CONTROL, CACHE);
    headers.insert(header::VARY, HeaderValue::from_static(made.form.varies_by()));
    if has_it {
        return response;
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    match made.form {
        Form::Json => {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        Form::Html(_) => page_headers(headers),
    }
    response
}

/// What every page of ours says of itself.
pub(super) fn page_headers(headers: &mut HeaderMap) {
    let told: [(HeaderName, HeaderValue); 4] = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_SECURITY_POLICY, POLICY.clone()),
        (header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    headers.extend(told);
}

/// The language that the reader likes best of those that are spoken here; the first of those that they like alike.
pub(super) fn language(asked: &HeaderMap) -> Language {
    let lines = asked.get_all(header::ACCEPT_LANGUAGE).iter().filter(|line| line.len() <= LONGEST_WISHES);
    let wishes = lines.filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(',')).take(MOST_WISHES);
    let (mut best, mut liked) = (Language::English, 0.0);
    for wish in wishes {
        let (tag, weight) = wish.split_once(';').unwrap_or((wish, ""));
        // Whoever takes any language is spoken to as whoever names none.
        let language = if tag.trim() == "*" { Some(Language::English) } else { Language::parse(tag) };
        let weight = match weight.trim().strip_prefix(['q', 'Q']).map(str::trim_start) {
            Some(weight) => weight.strip_prefix('=').and_then(|weight| weight.trim().parse().ok()).unwrap_or(0.0),
            None => 1.0,
        };
        if let Some(language) = language
            && weight > liked
            && weight <= 1.0_f32
        {
            (best, liked) = (language, weight);
        }
    }
    best
}

fn chosen<'m>(made: &'m Made, asked: &HeaderMap) -> (&'m Variant, Option<&'static str>) {
    let (mut gzip, mut zstd) = (false, false);
    for part in asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok()).flat_map(|v| v.split(','))
    {
        let mut words = part.split(';').map(str::trim);
        let name = words.next().unwrap_or_default();
        // A weight of nothing refuses; other weights are taken as yes.
        let refused = words.any(|word| {
            let weight = word.strip_prefix("q=").or_else(|| word.strip_prefix("Q="));
            weight.is_some_and(|weight| weight.parse::<f32>().is_ok_and(|weight| weight <= 0.0))
        });
        if name.eq_ignore_ascii_case("gzip") {
            gzip = !refused;
        } else if name.eq_ignore_ascii_case("zstd") {
            zstd = !refused;
        }
    }
    match (zstd, gzip) {
        (true, _) => (&made.zstd, Some("zstd")),
        (false, true) => (&made.gzip, Some("gzip")),
        (false, false) => (&made.plain, None),
    }
}

/// `If-None-Match` compares weakly (RFC 9110, section 13.1.2).
#[cfg(test)]
mod tests {
    use axum::body::Bytes;

    use super::*;

    fn made() -> Made {
        let variant = |name: &'static str, tag| Variant {
            body: Bytes::from_static(name.as_bytes()),
            tag: HeaderValue::from_static(tag),
        };
        Made {
            form: Form::Json,
            waits: false,
            plain: variant("plain", "\"a\""),
            gzip: variant("gzip", "\"a-g\""),
            zstd: variant("zstd", "\"a-z\""),
        }
    }

    fn asked(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn a_reader_gets_what_they_can_read() {
        let made = made();
        for (accepted, expected) in [
            ("gzip, deflate, br, zstd", Some("zstd")),
            ("GZIP", Some("gzip")),
            ("zstd;q=0, gzip;q=0.5", Some("gzip")),
            ("zstd; q=0.000,gzip; q=0", None),
            ("br", None),
            ("", None),
            (";;,q=,zstd;q=x", Some("zstd")),
        ] {
            assert_eq!(chosen(&made, &asked(header::ACCEPT_ENCODING, accepted)).1, expected, "{accepted}");
        }
        assert_eq!(chosen(&made, &HeaderMap::new()).1, None);
    }

    #[test]
    fn g14_a_reader_is_spoken_to_in_the_language_that_they_like_best() {
        let long = format!("fr{}", ",fr".repeat(4_000));
        for (accepted, expected) in [
            ("fr", Language::French),
            ("fr-CA,fr;q=0.9,en;q=0.8", Language::French),
            ("sv, AR-eg; q=0.5, en;q=0.4", Language::Arabic),
            ("en-GB, fr", Language::English),
            ("ar, fr", Language::Arabic),
            ("fr;q=0.2, en;q=0.7", Language::English),
            ("fr;q=0", Language::English),
            ("fr;q=0.2, *;q=0.5", Language::English),
            ("fr, *;q=0.5", Language::French),
            ("de, sv;q=0.5", Language::English),
            ("frisian, arc, *", Language::English),
            ("fr;q=2, fr;q=-1, fr;q=nan, fr;q=inf, fr;q=x, fr;q, fr;q=", Language::English),
            (";;,q=,,ar;Q=0.001", Language::Arabic),
            ("", Language::English),
            (&long, Language::English),
        ] {
            assert_eq!(language(&asked(header::ACCEPT_LANGUAGE, accepted)), expected, "{accepted}");
        }
        assert_eq!(language(&HeaderMap::new()), Language::English);
        let bytes = HeaderValue::from_bytes(b"fr\xff").unwrap();
        assert_eq!(language(&HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, bytes)])), Language::English);
    }

    #[test]
    fn whoever_has_it_is_told_so_and_a_tag_is_of_one_encoding() {
        let made = made();
        for (tags, status) in
            [("\"a\"", 304), ("\"x\", W/\"a\"", 304), ("*", 304), ("\"a-g\"", 200), ("a", 200), ("", 200)]
        {
            let answer = answer(&made, &asked(header::IF_NONE_MATCH, tags));
            assert_eq!(answer.status().as_u16(), status, "{tags}");
            assert_eq!(answer.headers()[header::ETAG], "\"a\"");
        }
    }

    #[test]
    fn f48_the_policy_allows_one_style_and_our_own_pictures_and_no_script() {
        let policy = POLICY.to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("script-src"), "{policy}");
    }
}
