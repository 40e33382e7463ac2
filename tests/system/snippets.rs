//! Snippets and presets on the command line: without a network and without an account.

use maker_harness::{Way, World, video};
use serde_json::{Value, json};

#[tokio::test(flavor = "multi_thread")]
async fn c12_snippets_are_kept_changed_put_in_order_deleted_and_brought_back() {
    let world = World::start(Way::Loopback).await;
    let sign = world.done(&["snippets", "new", "--name", "sign", "--text", "Marta, Lyon"]).await.remove(0);
    let tags = world.done(&["snippets", "new", "--name", "wood", "--tags", "#oak, hand tools"]).await.remove(0);
    assert_eq!((&tags["kind"], &tags["tags"]), (&"TAGS".into(), &json!(["oak", "hand tools"])));
    let [sign_id, tags_id] = [&sign, &tags].map(|row| row["id"].as_str().unwrap().to_owned());
    let order = world.done(&["snippets", "move", &tags_id, "--before", &sign_id]).await;
    assert_eq!(order, [tags.clone(), sign]);
    let edited = world.done(&["snippets", "edit", &sign_id, "--text", "Marta Oak"]).await.remove(0);
    assert_eq!((&edited["name"], &edited["text"]), (&"sign".into(), &"Marta Oak".into()));
    world.done(&["snippets", "delete", &tags_id]).await;
    assert_eq!(world.done(&["snippets"]).await, std::slice::from_ref(&edited));
    world.done(&["snippets", "restore", &tags_id]).await;
    assert_eq!(world.done(&["snippets"]).await, [tags, edited]);
    world.refused(&["snippets", "new", "--name", &"x".repeat(61), "--text", "a"], "cut 1").await;
    world.refused(&["snippets", "delete", "sign"], "no snippet's id").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn c14_a_preset_is_saved_from_a_draft_put_on_others_and_begins_new_ones() {
    let world = World::start(Way::Loopback).await;
    for name in ["a.mp4", "b.mp4", "c.mp4"] {
        video::make_of_size(&world.path(name), 5);
    }
    let path = |name: &str| world.path(name).display().to_string();
    let drafts = world.done(&["draft", &path("a.mp4"), &path("b.mp4"), "--to", "youtube,tiktok"]).await;
    let [a, b] = [0, 1].map(|n| drafts[n]["id"].as_str().unwrap().to_owned());
    let saved = world.done(&["presets", "save", &a, "--name", "Both"]).await.remove(0);
    assert_eq!(saved["settings"]["targets"], json!(["YOUTUBE", "TIKTOK"]));
    assert_eq!(saved["settings"]["tiktok"], json!({ "to_inbox": false }), "nothing that TikTok asks for each post");
    world.refused(&["presets", "save", &b, "--name", "both"], "Choose another name").await;
    world.refused(&["presets", "apply", "Nothing", &b], "no such preset").await;

    let only = world.done(&["draft", &path("c.mp4"), "--to", "youtube"]).await.remove(0);
    let c = only["id"].as_str().unwrap();
    world.done(&["presets", "apply", "both", c, &b]).await;
    let listed = world.done(&["drafts"]).await;
    let row = listed.iter().find(|row| row["id"] == c).unwrap();
    assert_eq!(row["targets"], json!(["YOUTUBE", "TIKTOK"]));

    let usual = world.done(&["presets", "default", "Both"]).await.remove(0);
    assert_eq!(usual["default"], saved["id"]);
    assert_eq!(world.done(&["presets"]).await[0]["default"], true);
    world.done(&["presets", "default"]).await;
    assert_eq!(world.done(&["presets"]).await[0]["default"], false);
    world.done(&["presets", "delete", "Both"]).await;
    assert_eq!(world.done(&["presets"]).await, Vec::<Value>::new());
    world.done(&["presets", "restore", saved["id"].as_str().unwrap()]).await;
    assert_eq!(world.done(&["presets"]).await[0]["name"], "Both");
}

#[tokio::test(flavor = "multi_thread")]
async fn c14_drafts_get_times_one_after_another_and_none_of_them_when_one_cannot() {
    let world = World::start(Way::Loopback).await;
    for name in ["a.mp4", "b.mp4", "c.mp4"] {
        video::make_of_size(&world.path(name), 5);
    }
    let path = |name: &str| world.path(name).display().to_string();
    let made = world.done(&["draft", &path("a.mp4"), &path("b.mp4"), &path("c.mp4"), "--to", "youtube"]).await;
    let ids: Vec<&str> = made.iter().map(|row| row["id"].as_str().unwrap()).collect();
    let with = |rest: &[&'static str]| [&["drafts", "times"][..], &ids, rest].concat();

    // The clocks go forward in between: days keep the time on the wall, hours are those that pass.
    let start = ["--from", "2090-03-25 18:00 Europe/Paris"];
    let days = world.done(&with(&[&start[..], &["--every", "1d"]].concat())).await;
    assert_eq!(days.iter().map(|row| &row["time"]["minute"]).collect::<Vec<_>>(), [1_080, 1_080, 1_080]);
    let hours = world.done(&with(&[&start[..], &["--every", "24h"]].concat())).await;
    assert_eq!(hours.iter().map(|row| &row["time"]["minute"]).collect::<Vec<_>>(), [1_080, 1_140, 1_140]);
    let kept = world.done(&["calendar", "--days", "1"]).await;
    assert_eq!(kept, Vec::<Value>::new());

    world.refused(&with(&["--from", "2020-01-01 18:00"]), "has passed").await;
    world.refused(&with(&[&start[..], &["--every", "slots"]].concat()), "no times of your own").await;
    let odd = world.maker(&with(&[&start[..], &["--every", "0d"]].concat())).await;
    assert!(odd.code == Some(2) && odd.messages.contains("2d, 6h or slots"), "{odd:?}");
}
