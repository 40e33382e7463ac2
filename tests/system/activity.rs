//! The activity: what every connection was used for, by which right, and whether the log is whole. No secret in any row:
//! that is looked at after every test, in the harness.

use maker_harness::{Way, World, video};
use serde_json::Value;

use crate::publish::{BOTH, publish};

async fn activity(world: &World, more: &[&str]) -> Vec<Value> {
    let mut arguments = vec!["activity"];
    arguments.extend(more);
    let told = world.maker(&arguments).await;
    assert_eq!(told.code, Some(0), "{more:?}: {told:?}");
    told.results
}

#[tokio::test(flavor = "multi_thread")]
async fn v01_every_use_of_a_connection_is_told_with_its_account_its_right_and_its_end() {
    let world = World::start(Way::Loopback).await;
    video::make(&world.path("chair.mp4"));
    world.connect("youtube").await;
    world.connect("tiktok").await;
    assert_eq!(publish(&world, "chair.mp4", &BOTH).await.code, Some(0));
    let all = activity(&world, &[]).await;
    for platform in ["YOUTUBE", "TIKTOK"] {
        let of = |action: &str, outcome: &str| {
            let is = |e: &&Value| e["platform"] == platform && e["action"] == action && e["outcome"] == outcome;
            all.iter().find(is).unwrap_or_else(|| panic!("{platform} {action} {outcome} is not in {all:?}"))
        };
        for entry in [of("CONNECT", "OK"), of("UPLOAD", "STARTED"), of("UPLOAD", "PUBLISHED")] {
            assert!(entry["account"].is_string() && entry["scope"].is_string(), "{entry}");
        }
        let published = of("UPLOAD", "PUBLISHED");
        assert!(published["right"].is_string() && published["hash"].is_string(), "{published}");
        assert_eq!(published["about"]["title"], "Oak chair");
    }
    assert!(all.is_sorted_by_key(|entry| std::cmp::Reverse(entry["n"].as_u64())), "newest first");

    assert!(
        activity(&world, &["--search", "oak", "--platform", "tiktok"]).await.iter().all(|e| e["platform"] == "TIKTOK")
    );
    assert_eq!(activity(&world, &["--search", "walnut"]).await, Vec::<Value>::new());
    assert_eq!(activity(&world, &["--since", "2999-01-01"]).await, Vec::<Value>::new());
    assert_eq!(activity(&world, &["--trouble"]).await, Vec::<Value>::new());
    assert_eq!(activity(&world, &["--limit", "2"]).await.len(), 2);
    assert_eq!(world.maker(&["activity", "--platform", "myspace"]).await.code, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn v03_a_log_that_was_changed_by_hand_is_broken_and_the_exit_code_says_so() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    let whole = world.maker(&["activity", "--verify"]).await;
    assert_eq!((whole.code, &whole.results[0]["broken"]), (Some(0), &Value::Null), "{whole:?}");
    let by_hand = "DROP TRIGGER audit_log_is_never_changed; UPDATE audit_log SET account = 'Somebody' WHERE n = 1;";
    World::sql(&world.data_dir(), by_hand).unwrap();
    let broken = world.maker(&["activity", "--verify"]).await;
    assert_eq!((broken.code, &broken.results[0]["broken"]), (Some(3), &1.into()), "{broken:?}");
    assert!(broken.results[0]["message"].as_str().unwrap().contains("entry 1"), "{broken:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn t05_the_doctor_looks_at_everything_and_tells_no_secret() {
    let world = World::start(Way::Loopback).await;
    world.connect("youtube").await;
    world.connect("tiktok").await;
    let config = std::fs::read_to_string(world.path("platforms.toml")).unwrap();
    let looked = world.maker(&["doctor"]).await;
    assert_eq!(looked.code, Some(0), "{looked:?}");
    let report = world.maker(&["doctor", "--report"]).await;
    let report = report.results[0].as_str().unwrap();
    assert!(report.starts_with("Maker Studio ") && report.contains("ok Database: sound"), "{report}");
    let text = format!("{:?} {} {report}", looked.results, looked.messages);
    for name in
        ["Data folder", "Database", "Activity log", "Password store", "Network: YouTube", "Network: TikTok", "Clock"]
    {
        assert!(looked.results.iter().any(|line| line["name"] == name && line["ok"] == true), "{name}: {text}");
    }
    // The maker's own client secrets, wherever they are by now, and every token.
    let secrets =
        config.lines().filter_map(|line| line.strip_prefix("client_secret = ")).map(|s| s.trim_matches('"').to_owned());
    for secret in secrets.chain(world.tokens()) {
        assert!(!text.contains(&secret), "{secret:?} is in {text}");
    }
}
