//! Posts of the page, on the command line: written with pictures, listed, deleted, brought back; without a network and
//! without an account.

use std::path::{Path, PathBuf};

use maker_harness::{Way, World, video};
use serde_json::{Value, json};

async fn posts(world: &World) -> Vec<Value> {
    let listed = world.maker(&["posts"]).await;
    assert_eq!(listed.code, Some(0), "{listed:?}");
    listed.results
}

/// Every picture on the disk, by its name.
fn kept(world: &World) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let folders = std::fs::read_dir(world.data_dir().join("images")).into_iter().flatten().flatten();
    for file in folders.flat_map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().flatten()) {
        found.push(file.path());
    }
    found.sort();
    found
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_is_written_listed_deleted_and_brought_back_with_its_pictures() {
    let world = World::start(Way::Loopback).await;
    let (mugs, kiln) = (world.path("mugs.jpg"), world.path("kiln.png"));
    video::make_picture(&mugs);
    video::make_picture(&kiln);
    let mut arguments = vec!["posts", "new", "--text", "New mugs\nfrom the kiln", "--image", text(&mugs)];
    arguments.extend(["--image", text(&kiln), "--image", text(&mugs)]);
    arguments.extend(["--alt", "Two mugs", "--alt", "", "--alt", "Two mugs again"]);
    let written = world.maker(&arguments).await;
    assert_eq!(written.code, Some(0), "{written:?}");

    let [post] = &posts(&world).await[..] else { panic!("it is not listed") };
    assert_eq!(post, &written.results[0]);
    assert_eq!(post["text"], "New mugs\nfrom the kiln");
    let alts: Vec<&Value> = post["pictures"].as_array().unwrap().iter().map(|picture| &picture["alt"]).collect();
    assert_eq!(alts, [&json!("Two mugs"), &json!(""), &json!("Two mugs again")]);
    assert_eq!(post["pictures"][0]["image"], post["pictures"][2]["image"]);

    let files = kept(&world);
    assert_eq!(files.len(), 2, "the same picture is kept once");
    for source in [&mugs, &kiln] {
        let bytes = std::fs::read(source).unwrap();
        let name = blake3::hash(&bytes).to_hex().to_string();
        let file = files.iter().find(|file| file.ends_with(&name)).unwrap();
        assert_eq!(std::fs::read(file).unwrap(), bytes, "it was changed");
    }

    let id = post["id"].as_str().unwrap();
    let deleted = world.maker(&["posts", "delete", id]).await;
    assert_eq!((deleted.code, posts(&world).await.len()), (Some(0), 0), "{deleted:?}");
    let again = world.maker(&["posts", "delete", id]).await;
    assert_eq!(again.code, Some(2), "{again:?}");
    let restored = world.maker(&["posts", "restore", id]).await;
    assert_eq!(restored.code, Some(0), "{restored:?}");
    let back = &posts(&world).await[0];
    assert_eq!((&back["pictures"], &back["created_at"]), (&post["pictures"], &post["created_at"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn f50_what_is_no_picture_is_refused_with_the_next_step_and_nothing_is_published() {
    let world = World::start(Way::Loopback).await;
    let mugs = world.path("mugs.jpg");
    video::make_picture(&mugs);
    let whole = std::fs::read(&mugs).unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = world.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let pipe = world.path("pipe.jpg");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let link = world.path("shadow.png");
    std::os::unix::fs::symlink("/etc/shadow", &link).unwrap();
    let mut large = whole.clone();
    large.resize(10_000_001, 0);
    for (path, words) in [
        (file("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "an SVG drawing: export it"),
        (file("page.jpg", b"<!doctype html><title>x</title>"), "a web page"),
        (file("half.jpg", &whole[..whole.len() / 2]), "stops in the middle"),
        (file("large.jpg", &large), "larger than 10 MB"),
        (file("empty.jpg", b""), "is empty"),
        (pipe, "a device or a pipe"),
        (link, "."),
        (world.path("."), "a folder"),
        (world.path("gone.jpg"), "no longer where it was"),
    ] {
        let arguments = ["posts", "new", "--text", "New mugs", "--image", text(&mugs), "--image", text(&path)];
        let refused = world.maker(&arguments).await;
        assert_eq!(refused.code, Some(2), "{}: {refused:?}", path.display());
        assert!(refused.messages.contains(words), "{}: {}", path.display(), refused.messages);
    }
    for (arguments, words) in [
        (vec!["--text", " "], "needs a text"),
        (vec!["--text", "x", "--image", text(&mugs), "--alt", "a", "--alt", "b"], "one --alt for each --image"),
    ] {
        let refused = world.maker(&[&["posts", "new"], &arguments[..]].concat()).await;
        assert_eq!(refused.code, Some(2), "{refused:?}");
        assert!(refused.messages.contains(words), "{}", refused.messages);
    }
    assert_eq!(posts(&world).await, Vec::<Value>::new());
    let left = World::sql(&world.data_dir(), "SELECT count(*) FROM drafts WHERE status = 'DRAFT'").unwrap();
    assert_eq!(left.trim(), "0", "nothing half written is left");
}
