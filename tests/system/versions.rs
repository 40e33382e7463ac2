//! Versions of drafts and what was deleted, on the command line.

use maker_harness::{Ended, Way, World, video};
use serde_json::Value;

async fn good(world: &World, arguments: &[&str]) -> Ended {
    let ended = world.maker(arguments).await;
    assert_eq!(ended.code, Some(0), "{arguments:?}: {ended:?}");
    ended
}

/// A draft that was called `first` and is called `second` now, as an open window would have saved it.
async fn renamed(world: &World, first: &str, second: &str) -> String {
    let file = world.path("chair.mp4");
    video::make_of_size(&file, 1);
    good(world, &["draft", file.to_str().unwrap(), "--title", first]).await;
    let id = good(world, &["drafts"]).await.results[0]["id"].as_str().unwrap().to_owned();
    let change = format!(
        "INSERT INTO revisions (id, draft_id, fields, created_at) SELECT '0198c0de-0000-7000-8000-000000000001', id, fields, 1795000000000 FROM drafts; \
         UPDATE drafts SET fields = json_set(fields, '$.title', '{second}');"
    );
    World::sql(&world.data_dir(), &change).unwrap();
    id
}

async fn title(world: &World) -> Value {
    good(world, &["drafts"]).await.results[0]["title"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn c_02_a_version_is_listed_compared_and_restored_and_the_restored_one_is_a_version_too() {
    let world = World::start(Way::Loopback).await;
    let id = renamed(&world, "Oak chair", "Ash chair, oiled").await;
    let listed = good(&world, &["drafts", "versions", &id]).await;
    let [version] = &listed.results[..] else { panic!("{listed:?}") };
    assert_eq!(version["line"], "Title, 2 words added and 1 taken away");
    let version = version["id"].as_str().unwrap();
    let compared = good(&world, &["drafts", "versions", &id, version]).await;
    assert_eq!(compared.results[0]["field"], "Title");
    let pieces: Vec<(&str, &str)> = compared.results[0]["pieces"]
        .as_array()
        .unwrap()
        .iter()
        .map(|piece| (piece["fate"].as_str().unwrap(), piece["text"].as_str().unwrap()))
        .collect();
    assert_eq!(pieces, [("REMOVED", "Ash"), ("ADDED", "Oak"), ("SAME", " chair"), ("REMOVED", ", oiled")]);

    good(&world, &["drafts", "restore", &id, version]).await;
    assert_eq!(title(&world).await, "Oak chair");
    let listed = good(&world, &["drafts", "versions", &id]).await.results;
    assert_eq!(listed.len(), 2);
    let newest = listed[0]["id"].as_str().unwrap();
    good(&world, &["drafts", "restore", &id, newest]).await;
    assert_eq!(title(&world).await, "Ash chair, oiled");

    for wrong in
        [&["drafts", "versions", "nonsense"][..], &["drafts", "restore", &id, &id], &["drafts", "versions", version]]
    {
        assert_eq!(world.maker(wrong).await.code, Some(2), "{wrong:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn g_05_a_deleted_draft_and_a_deleted_post_are_listed_and_come_back() {
    let world = World::start(Way::Loopback).await;
    let id = renamed(&world, "Oak chair", "Ash chair").await;
    let post =
        good(&world, &["posts", "new", "--text", "Market day"]).await.results[0]["id"].as_str().unwrap().to_owned();
    good(&world, &["drafts", "delete", &id]).await;
    good(&world, &["posts", "delete", &post]).await;
    assert_eq!(good(&world, &["drafts"]).await.results, Vec::<Value>::new());
    let listed = good(&world, &["deleted"]).await.results;
    let said: Vec<(&str, &str)> =
        listed.iter().map(|thing| (thing["kind"].as_str().unwrap(), thing["title"].as_str().unwrap())).collect();
    assert_eq!(said, [("POST", "Market day"), ("DRAFT", "Ash chair")]);
    for thing in [&id, &post] {
        good(&world, &["deleted", "restore", thing]).await;
    }
    assert_eq!(title(&world).await, "Ash chair");
    assert_eq!(good(&world, &["posts"]).await.results.len(), 1);
    assert_eq!(good(&world, &["deleted"]).await.results, Vec::<Value>::new());
    assert_eq!(world.maker(&["deleted", "restore", &id]).await.code, Some(2));
}
