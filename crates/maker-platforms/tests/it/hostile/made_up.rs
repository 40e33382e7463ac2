//! Answers made up from the right ones: a field of another type, one that is gone, a number that cannot be, an address
//! that leads elsewhere; and some that have nothing to do with the question.

use std::fmt;

use maker_domain::Platform;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Number, Value, json};

use super::calls::{Call, Kind};

/// One answer, as it stands on the line.
#[derive(Clone)]
pub(super) enum Raw {
    Bytes(Vec<u8>),
    /// The first text, then the second over and over, slowly.
    Drip(String, String),
}

impl fmt::Debug for Raw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => {
                let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(2_000)]);
                write!(f, "{} bytes: {shown:?}", bytes.len())
            }
            Self::Drip(first, drop) => write!(f, "{first:?} then {drop:?}"),
        }
    }
}

impl Raw {
    pub(super) fn bytes(text: String) -> Self {
        Self::Bytes(text.into_bytes())
    }

    pub(super) fn json(status: u16, body: &str) -> Self {
        Self::bytes(format!("HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n\r\n{body}"))
    }

    pub(super) fn drip(first: &str, drop: &str) -> Self {
        Self::Drip(first.to_owned(), drop.to_owned())
    }
}

/// A call, and the answers it gets.
pub(super) fn exchange() -> impl Strategy<Value = (Call, Vec<Raw>)> {
    select(&Call::ALL[..]).prop_flat_map(|call| {
        let near: Vec<_> = right_answers(call).into_iter().map(|right| near(right).boxed()).collect();
        let script = prop_oneof![4 => near, 1 => vec(any_answer(), 1..4)];
        script.prop_map(move |script| (call, script))
    })
}

/// What the platform says on a good day, one answer after the other: status, headers, body.
fn right_answers(call: Call) -> Vec<Right> {
    let range = |value: &str| vec![("Range".to_owned(), value.to_owned())];
    let ok =
        |data: Value| Right::new(200, json!({"data": data, "error": {"code": "ok", "message": "", "log_id": "1"}}));
    let creator = || {
        ok(json!({"creator_nickname": "Ada", "creator_username": "ada", "max_video_post_duration_sec": 600,
            "privacy_level_options": ["PUBLIC_TO_EVERYONE", "SELF_ONLY"], "comment_disabled": false}))
    };
    let status = |status: &str| {
        ok(json!({"status": status, "uploaded_bytes": 35_000, "fail_reason": "internal",
            "publicaly_available_post_id": [7_123_456_789_012_345_679_u64]}))
    };
    let refusal = || {
        let details = json!([{"message": "See <b>this</b>", "domain": "youtube", "reason": "invalidTitle"}]);
        Right::new(400, json!({"error": {"code": 400, "message": "m", "errors": details}}))
    };
    let list = |items: Value| Right::new(200, json!({"kind": "youtube#list", "items": items, "nextPageToken": "T1"}));
    let track = json!({"language": "fr", "name": "Main", "trackKind": "standard", "status": "serving"});
    let track = json!({"id": "C1", "snippet": track});
    let playlist = json!({"title": "Bowls", "publishedAt": "2026-11-22T12:00:00Z"});
    let playlist = json!({"id": "PL1", "snippet": playlist, "status": {"privacyStatus": "private"}});
    let item = json!({"id": "I1", "snippet": {"resourceId": {"videoId": "video"}}});
    match (call.at, call.kind) {
        (Platform::Youtube, Kind::Account) => {
            let snippet = json!({"title": "Ada", "thumbnails": {"default": {"url": "https://i.ytimg.com/a.jpg"}}});
            vec![list(json!([{"id": "UC1", "snippet": snippet}]))]
        }
        (Platform::Youtube, Kind::Open) => {
            vec![Right {
                headers: vec![("Location".into(), "{origin}/session?upload_id=1".into())],
                ..Right::new(200, json!({}))
            }]
        }
        (Platform::Youtube, Kind::Ask | Kind::Send) => {
            vec![Right { headers: range("bytes=0-34999"), ..Right::new(308, json!({"id": "abc"})) }]
        }
        (Platform::Youtube, Kind::Follow) => {
            let status = json!({"uploadStatus": "processed", "failureReason": "codec", "rejectionReason": "copyright"});
            let snippet = json!({"title": "A", "thumbnails": {"high": {"url": "https://i.ytimg.com/a.jpg"}}});
            vec![list(json!([{
                "id": "video", "status": status, "processingDetails": {"processingStatus": "succeeded"},
                "snippet": snippet, "contentDetails": {"duration": "PT1M3S"},
            }]))]
        }
        (Platform::Youtube, Kind::Forget | Kind::Creator) => vec![refusal()],
        (Platform::Youtube, Kind::Playlists) => vec![list(json!([playlist])), list(json!([playlist]))],
        (Platform::Youtube, Kind::Thumbnail) => vec![Right::new(200, json!({"items": [{"default": {"url": "x"}}]}))],
        (Platform::Youtube, Kind::Captions) if call.tried => vec![list(json!([track])), Right::new(200, track)],
        (Platform::Youtube, Kind::Captions) => vec![Right::new(200, track), refusal()],
        (Platform::Youtube, Kind::Item) if call.tried => vec![list(json!([item])), Right::new(200, item)],
        (Platform::Youtube, Kind::Item) => vec![Right::new(200, item), refusal()],
        (Platform::Youtube, Kind::NewList) => {
            vec![list(json!([])), list(json!([])), Right::new(200, playlist), Right::new(200, item)]
        }
        (Platform::Tiktok, Kind::Account) => {
            let picture = "https://p16.tiktokcdn.com/a.jpg";
            vec![ok(json!({"user": {"open_id": "o1", "display_name": "Ada", "avatar_url": picture}}))]
        }
        (Platform::Tiktok, Kind::Open) => {
            vec![creator(), ok(json!({"publish_id": "v_pub_file~1", "upload_url": "{origin}/video/?upload_token=1"}))]
        }
        (Platform::Tiktok, Kind::Send) => vec![
            Right {
                headers: vec![("Content-Range".into(), "bytes 0-34999/70000".into())],
                ..Right::new(206, json!({}))
            },
            status("PROCESSING_UPLOAD"),
        ],
        (Platform::Tiktok, Kind::Follow) => {
            let video = json!({
                "id": "7123456789012345679", "title": "A", "duration": 63,
                "share_url": "https://www.tiktok.com/@ada/video/7123456789012345679?x=1",
                "cover_image_url": "https://p16.tiktokcdn.com/a.jpg",
            });
            vec![status("PUBLISH_COMPLETE"), creator(), ok(json!({"videos": [video]}))]
        }
        (Platform::Tiktok, Kind::Ask) => vec![status("PROCESSING_UPLOAD")],
        (Platform::Tiktok, _) => vec![creator()],
    }
}

#[derive(Clone, Debug)]
struct Right {
    status: u16,
    headers: Vec<(String, String)>,
    body: Value,
}

impl Right {
    fn new(status: u16, body: Value) -> Self {
        Self { status, headers: vec![("Content-Type".into(), "application/json".into())], body }
    }
}

/// The right answer with up to three things wrong.
fn near(right: Right) -> impl Strategy<Value = Raw> {
    let changes = vec((any::<prop::sample::Index>(), change()), 0..4);
    let status = prop_oneof![3 => Just(right.status), 1 => status()];
    let headers = prop_oneof![
        2 => Just(right.headers.clone()),
        2 => vec(header_value(), right.headers.len()).prop_map({
            let right = right.headers.clone();
            move |values| right.iter().map(|(name, _)| name.clone()).zip(values).collect()
        }),
        1 => headers(right.headers.clone()),
    ];
    (status, headers, changes).prop_map(move |(status, headers, changes)| {
        let mut body = right.body.clone();
        for (place, change) in changes {
            let places = places(&body);
            let at = &places[place.index(places.len())];
            alter(&mut body, at, change);
        }
        raw(status, &headers, body.to_string().as_bytes())
    })
}

/// What becomes of one place in a body.
#[derive(Clone, Debug)]
enum Change {
    /// A text becomes another text, a number another number; lists and objects stay.
    Alike(String, Number),
    To(Value),
    Gone,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        6 => (text(), number()).prop_map(|(text, number)| Change::Alike(text, number)),
        2 => value().prop_map(Change::To),
        1 => Just(Change::Gone),
    ]
}

/// The path of everything in `value`.
fn places(value: &Value) -> Vec<Vec<String>> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, inner)| (key.clone(), inner)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, inner)| (at.to_string(), inner)).collect(),
        _ => vec![],
    };
    let below = inner
        .into_iter()
        .flat_map(|(key, inner)| places(inner).into_iter().map(move |rest| [vec![key.clone()], rest].concat()));
    std::iter::once(vec![]).chain(below).collect()
}

fn alter(value: &mut Value, at: &[String], change: Change) {
    match (at, &mut *value, change) {
        ([], Value::String(text), Change::Alike(new, _)) => *text = new,
        ([], Value::Number(number), Change::Alike(_, new)) => *number = new,
        ([], whole, Change::To(new)) => *whole = new,
        ([key], Value::Object(map), Change::Gone) => drop(map.remove(key)),
        ([key, rest @ ..], Value::Object(map), change) => {
            map.get_mut(key).into_iter().for_each(|inner| alter(inner, rest, change.clone()));
        }
        ([key, rest @ ..], Value::Array(items), change) => {
            let at: usize = key.parse().unwrap_or_default();
            items.get_mut(at).into_iter().for_each(|inner| alter(inner, rest, change.clone()));
        }
        _ => {}
    }
}

/// Something that has nothing to do with the question.
fn any_answer() -> impl Strategy<Value = Raw> {
    let body = prop_oneof![
        4 => value().prop_map(|value| value.to_string().into_bytes()),
        2 => vec(any::<u8>(), 0..300),
        2 => ("\\PC{0,40}").prop_map(|text| format!("<!DOCTYPE html><html>{text}</html>").into_bytes()),
        1 => (select(&["[", "{\"a\":", "{\"items\":[", "{\"data\":"][..]), 1_usize..100_000)
            .prop_map(|(open, times)| open.repeat(times).into_bytes()),
        1 => (any::<u8>(), 900_000_usize..1_200_000).prop_map(|(byte, length)| vec![byte; length]),
        1 => Just(vec![]),
    ];
    prop_oneof![
        20 => (status(), headers(vec![]), body).prop_map(|(status, headers, body)| raw(status, &headers, &body)),
        2 => vec(any::<u8>(), 0..200).prop_map(Raw::Bytes),
        1 => "HTTP/1\\.[01] \\PC{0,20}(\r\n\\PC{0,20}){0,4}\r\n\r\n\\PC{0,40}".prop_map(Raw::bytes),
    ]
}

fn raw(status: u16, headers: &[(String, String)], body: &[u8]) -> Raw {
    let mut bytes = format!("HTTP/1.1 {status} X\r\n").into_bytes();
    for (name, value) in headers {
        bytes.extend(format!("{name}: {value}\r\n").into_bytes());
    }
    bytes.extend(b"\r\n");
    bytes.extend(body);
    Raw::Bytes(bytes)
}

fn status() -> impl Strategy<Value = u16> {
    const USUAL: &[u16] = &[
        200, 201, 204, 206, 301, 302, 307, 308, 400, 401, 403, 404, 407, 408, 409, 410, 413, 416, 425, 429, 499, 500,
        502, 503,
    ];
    // Below 200 nothing has been said yet, and a test would wait for the rest.
    prop_oneof![3 => select(&[200, 201, 206, 308][..]), 3 => select(USUAL), 1 => 200_u16..=999]
}

fn headers(right: Vec<(String, String)>) -> impl Strategy<Value = Vec<(String, String)>> {
    const NAMES: &[&str] = &[
        "Range",
        "Content-Range",
        "Location",
        "Retry-After",
        "Content-Type",
        "Content-Length",
        "Content-Encoding",
        "Transfer-Encoding",
        "Set-Cookie",
        "WWW-Authenticate",
        "Connection",
        "Range",
    ];
    vec((select(NAMES).prop_map(str::to_owned), header_value()), 0..4)
        .prop_map(move |made_up| right.iter().cloned().chain(made_up).collect())
}

fn header_value() -> impl Strategy<Value = String> {
    const OTHERS: &[&str] =
        &["gzip", "chunked", "close", "text/html", "application/json", "Sun, 22 Nov 2026 12:00:09 GMT", "br, zstd"];
    let digits = || {
        prop_oneof![
            2 => (0_u64..80_000).prop_map(|n| n.to_string()),
            1 => any::<u64>().prop_map(|n| n.to_string()),
            1 => select(&["-1", "18446744073709551615", "18446744073709551616", "+5", ""][..]).prop_map(str::to_owned),
        ]
    };
    prop_oneof![
        1 => (digits(), digits()).prop_map(|(first, last)| format!("bytes={first}-{last}")),
        2 => digits().prop_map(|last| format!("bytes=0-{last}")),
        1 => (digits(), digits()).prop_map(|(last, total)| format!("bytes 0-{last}/{total}")),
        2 => digits().prop_map(|last| format!("bytes 0-{last}/70000")),
        1 => digits(),
        4 => address(),
        1 => "[ -~]{0,60}",
        1 => "\\PC{0,30}",
        1 => select(OTHERS).prop_map(str::to_owned),
    ]
}

fn address() -> impl Strategy<Value = String> {
    const ADDRESSES: &[&str] = &[
        "{origin}/u?upload_id=1",
        "{origin}@evil.example/",
        "http://user:pass@{host}/u",
        "{origin}.evil.example/",
        "http://evil.example/",
        "https://evil.example/x",
        "//evil.example/",
        "/relative",
        "https://www.googleapis.com/upload/x",
        "https://open-upload.tiktokapis.com/x",
        "http://127.0.0.1:9/",
        "http://user:pass@127.0.0.1:9/",
        "http://169.254.169.254/",
        "http://[::1]:9/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://www.tiktok.com@evil.example/",
        "https://a:b@www.tiktok.com/@ada",
        "https://www.tiktok.com:444/",
        "data:text/html,x",
        "https://",
        "https://ev\u{456}l.example/",
        "",
    ];
    let long = (1_usize..20_000).prop_map(|n| format!("https://a.example/{}", "x".repeat(n)));
    prop_oneof![8 => select(ADDRESSES).prop_map(str::to_owned), 1 => long]
}

/// A text where one is expected.
fn text() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "ok",
        "PROCESSING_UPLOAD",
        "PUBLISH_COMPLETE",
        "FAILED",
        "SEND_TO_USER_INBOX",
        "internal",
        "processed",
        "uploaded",
        "failed",
        "rejected",
        "deleted",
        "succeeded",
        "terminated",
        "quotaExceeded",
        "forbidden",
        "authError",
        "insufficientPermissions",
        "uploadLimitExceeded",
        "rateLimitExceeded",
        "captionExists",
        "videoAlreadyInPlaylist",
        "playlistNotFound",
        "access_token_invalid",
        "rate_limit_exceeded",
        "invalid_publish_id",
        "invalid_params",
        "The chunk size is invalid",
        "asr",
        "public",
        "private",
        "PUBLIC_TO_EVERYONE",
        "PT1H",
        "PT99999999999999999999H",
        "T1",
        "T2",
        "fr",
        "Main",
        "Bowls",
        "video",
        "../x",
        "a/b?c=d",
        "\u{0}\u{1b}[2J",
        "\u{202e}evil",
        "7123456789012345679",
        "-5",
        "1e999",
    ];
    prop_oneof![
        4 => select(WORDS).prop_map(str::to_owned),
        3 => address(),
        2 => "\\PC{0,40}",
        1 => "[\\x00-\\x1F\u{7F}-\u{9F} a-z]{0,40}",
        2 => (1_usize..9_000).prop_map(|n| "é".repeat(n)),
        1 => any::<u64>().prop_map(|n| n.to_string()),
    ]
}

fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        any::<i64>().prop_map(Number::from),
        any::<u64>().prop_map(Number::from),
        (0_u64..80_000).prop_map(Number::from),
        any::<f64>().prop_filter_map("finite", Number::from_f64),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    const KEYS: &[&str] = &[
        "items",
        "id",
        "snippet",
        "status",
        "title",
        "thumbnails",
        "default",
        "url",
        "error",
        "errors",
        "reason",
        "message",
        "code",
        "data",
        "kind",
        "nextPageToken",
        "publish_id",
        "upload_url",
        "uploaded_bytes",
        "fail_reason",
        "user",
        "open_id",
        "videos",
    ];
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::Bool),
        3 => number().prop_map(Value::Number),
        8 => text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let pairs = vec((select(KEYS), inner.clone()), 0..6);
        prop_oneof![
            vec(inner, 0..6).prop_map(Value::from),
            pairs.prop_map(|pairs| pairs
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect::<Map<_, _>>()
                .into()),
        ]
    })
}
