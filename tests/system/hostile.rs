//! A platform, or a box on the way to it, that talks nonsense: at every step, and for as long as it likes. The program ends
//! in a state it can name, says so in few words, and takes no more memory than a good day needs.

use std::time::Duration;

use maker_harness::{Way, World, video};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::memory::run_and_watch;
use crate::publish::BOTH;

/// How much more memory nonsense may take than an upload that goes well.
const GROWTH_BYTES: u64 = 24 << 20;

/// Longest that the program may speak about it.
const WORDS_BYTES: usize = 4_000;

/// What no platform says, on any step.
fn nonsense() -> Vec<(&'static str, Value)> {
    let wrong_types = r#"{"id":7,"items":"x","data":[1],"error":3,"access_token":{},"expires_in":"-1","scope":9}"#;
    vec![
        ("f13 a page of a middle box", json!({"status": 502, "value": "<html><h1>502 Bad Gateway</h1></html>"})),
        (
            "f13 a hotel's sign-in page",
            json!({"status": 200, "value": "<html>room number?</html>", "headers": {"content-type": "text/html"}}),
        ),
        ("ten megabytes", json!({"status": 200, "value": "x", "repeat": 10_000_000})),
        ("ten megabytes of trouble", json!({"status": 503, "value": "[1],", "repeat": 2_500_000})),
        ("a deep bomb", json!({"status": 200, "value": "[", "repeat": 200_000})),
        ("a deep bomb of objects", json!({"status": 201, "value": "{\"id\":", "repeat": 100_000})),
        ("wrong types", json!({"status": 200, "value": wrong_types})),
        ("nothing at all", json!({"status": 200})),
        ("f15 a redirect", json!({"status": 307, "headers": {"location": "http://elsewhere.example.com/"}})),
    ]
}

/// What no platform says about an offset.
fn wrong_offsets() -> Vec<(&'static str, Value)> {
    let youtube = |what, range: &str| (what, json!({"status": 308, "headers": {"range": range}}));
    let tiktok = |what, range: &str| (what, json!({"status": 206, "headers": {"content-range": range}}));
    vec![
        youtube("f14 a negative offset", "bytes=0--5"),
        youtube("f14 an offset past the end", "bytes=0-18446744073709551615"),
        youtube("f14 an offset backwards", "bytes=9-3"),
        youtube("f14 many offsets", "bytes=0-1,4-5"),
        tiktok("f14 a negative progress", "bytes 0--5/100"),
        tiktok("f14 a progress past the end", "bytes 0-18446744073709551615/18446744073709551615"),
        (
            "f15 a 308 that leads elsewhere",
            json!({"status": 308, "headers": {"location": "http://elsewhere.example.com/"}}),
        ),
    ]
}

/// Addresses that no upload may go to.
fn wrong_addresses() -> Vec<(&'static str, Value)> {
    let to = |what, address: &str| (what, json!({"status": 200, "headers": {"location": address}}));
    vec![
        to("f16 an upload to another host", "https://uploads.example.com/session"),
        to("f16 an upload in the clear", "http://www.googleapis.com/session"),
        to("f16 an upload to a file", "file:///etc/passwd"),
        to("f16 an upload to nowhere", "::::"),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_f14_f15_f16_nonsense_at_any_step_ends_in_a_bounded_state() {
    let mut steps = JoinSet::new();
    for platform in ["youtube", "tiktok"] {
        for step in ["open", "put", "status_query", "api", "token"] {
            steps.spawn(hears_nonsense(platform, step));
        }
    }
    let heard: usize = steps.join_all().await.into_iter().sum();
    assert!(heard >= 100, "only {heard} answers were given");
}

/// Publishes to a `platform` that answers nonsense at `step`, once for each kind. Answers how many there were.
async fn hears_nonsense(platform: &'static str, step: &'static str) -> usize {
    let world = World::start_with(Way::Loopback, &["--processing-ms", "0"]).await;
    world.connect(platform).await;
    video::make_of_size(&world.path("chair.mp4"), 12);
    let mut answers = nonsense();
    match step {
        "put" | "status_query" => answers.extend(wrong_offsets()),
        "open" => answers.extend(wrong_addresses()),
        _ => {}
    }
    // Memory is looked at from outside, and a busy machine may look too seldom: the higher of two counts.
    let mut calm_bytes = 0;
    for title in ["calm", "calm again"] {
        let calm = publish(&world, platform, title).await;
        assert_eq!(calm.code, Some(0), "{calm:?}");
        calm_bytes = calm.peak_bytes.max(calm_bytes);
    }
    for (what, answer) in &answers {
        // A day passes: TikTok takes 15 posts of an account in one.
        world.simulator.pass(86_400).await;
        for fault in orders(platform, step, answer) {
            world.simulator.fault(fault).await;
        }
        let case = format!("{platform}, {step}: {what}");
        let ended = publish(&world, platform, what).await;
        world.simulator.no_faults().await;

        assert!(matches!(ended.code, Some(1 | 3 | 4)), "{case}: {ended:?}");
        assert!(!ended.messages.contains("panicked"), "{case}: {}", ended.messages);
        assert!(ended.messages.len() < WORDS_BYTES, "{case}: {} bytes were said", ended.messages.len());
        assert!(!ended.messages.contains("<html"), "{case}: a page is shown as a message: {}", ended.messages);
        let growth = ended.peak_bytes.saturating_sub(calm_bytes);
        assert!(growth < GROWTH_BYTES, "{case}: {} KiB more than on a good day", growth >> 10);
        let videos = world.simulator.uploads_in(platform, "published").await;
        let of_this = videos.iter().filter(|u| u["title"].as_str().is_some_and(|t| t == *what)).count();
        assert!(of_this <= 1, "{case}: {of_this} videos");
    }
    answers.len()
}

/// The answer for ever, and what brings the program to ask.
fn orders(platform: &str, step: &str, answer: &Value) -> Vec<Value> {
    let mut nonsense = json!({"platform": platform, "kind": "raw_answer", "on": step, "times": 0});
    for (name, value) in answer.as_object().unwrap() {
        nonsense[name] = value.clone();
    }
    let mut orders = vec![nonsense];
    match step {
        "status_query" => orders.push(json!({"platform": platform, "kind": "drop_mid_chunk"})),
        "token" => orders.push(json!({"platform": platform, "kind": "token_expired"})),
        _ => {}
    }
    orders
}

/// How a watched program ended.
#[derive(Debug)]
struct Watched {
    code: Option<i32>,
    messages: String,
    peak_bytes: u64,
}

async fn publish(world: &World, platform: &str, title: &str) -> Watched {
    let path = world.path("chair.mp4");
    let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", title, "--wait", "2"];
    arguments.extend(BOTH);
    let to = arguments.iter().position(|a| *a == "youtube,tiktok").unwrap();
    arguments[to] = platform;
    let bounded = tokio::time::timeout(Duration::from_secs(120), run_and_watch(world.begin(&arguments)));
    let (ended, peak_bytes) = bounded.await.unwrap_or_else(|_| panic!("{platform}, {title}: it does not end"));
    let messages = String::from_utf8_lossy(&ended.stderr).into_owned();
    Watched { code: ended.status.code(), messages, peak_bytes }
}
