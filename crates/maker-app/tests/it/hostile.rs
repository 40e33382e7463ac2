//! Folders that somebody has changed: each is refused with the file and the place, and nothing is written.

use std::path::Path;

use maker_app::{ErrorCode, Progress};
use maker_store::portable::{Content, TABLES};
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::export::exported;

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy(&entry.path(), &target) } else { drop(std::fs::copy(entry.path(), target)) }
    }
}

fn manifest(folder: &Path, change: impl FnOnce(&mut Value)) {
    let path = folder.join("manifest.json");
    let mut all: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    change(&mut all);
    std::fs::write(path, all.to_string()).unwrap();
}

/// Changes a file of rows as somebody does who also knows of the manifest.
fn rows(folder: &Path, table: &str, change: impl FnOnce(&mut Vec<Value>)) {
    let name = format!("data/{table}.jsonl");
    let text = std::fs::read_to_string(folder.join(&name)).unwrap();
    let mut lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    change(&mut lines);
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    std::fs::write(folder.join(&name), &text).unwrap();
    manifest(folder, |all| {
        let files = all["files"].as_array_mut().unwrap();
        let listed = files.iter_mut().find(|file| file["path"] == name).unwrap();
        listed["bytes"] = json!(text.len());
        listed["blake3"] = json!(blake3::hash(text.as_bytes()).to_hex().as_str());
    });
}

/// Makes the manifest's content that of the rows, as somebody does who has read how it is made.
fn as_if_exported(folder: &Path) {
    let mut content = Content::default();
    for table in TABLES {
        let text = std::fs::read_to_string(folder.join(format!("data/{}.jsonl", table.name))).unwrap();
        for line in text.lines().skip(1) {
            content.add(table, &serde_json::from_str(line).unwrap());
        }
    }
    manifest(folder, |all| all["content"] = json!(content.hash()));
}

type Change = Box<dyn FnOnce(&Path)>;

fn by<F: FnOnce(&Path) + 'static>(change: F) -> Change {
    Box::new(change)
}

#[tokio::test]
async fn l06_a_folder_that_was_changed_is_refused_with_the_place_and_nothing_is_written() {
    let desk = Desk::new().await;
    desk.fill().await;
    let (good, _out, _) = exported(&desk).await;
    let secret = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(secret.path(), "{}").unwrap();
    let outside = secret.path().to_owned();
    let cases: Vec<(&str, Change)> = vec![
        ("manifest.json", by(|f| std::fs::remove_file(f.join("manifest.json")).unwrap())),
        ("manifest.json", by(|f| std::fs::write(f.join("manifest.json"), "{").unwrap())),
        ("version 2", by(|f| manifest(f, |all| all["version"] = json!(2)))),
        ("manifest.json", by(|f| manifest(f, |all| all["format"] = json!("something")))),
        ("outside", by(|f| manifest(f, |all| all["files"][0]["path"] = json!("../../etc/passwd")))),
        ("outside", by(|f| manifest(f, |all| all["files"][0]["path"] = json!("/etc/passwd")))),
        ("twice", by(|f| manifest(f, |all| all["files"][1] = all["files"][0].clone()))),
        ("more rows", by(|f| manifest(f, |all| all["rows"] = json!(9_000_000_000_u64)))),
        ("data/services.jsonl", by(|f| std::fs::remove_file(f.join("data/services.jsonl")).unwrap())),
        ("data/services.jsonl", by(|f| std::fs::write(f.join("data/services.jsonl"), "").unwrap())),
        (
            "does not name data/drafts.jsonl",
            by(|f| {
                manifest(f, |all| {
                    all["files"].as_array_mut().unwrap().retain(|file| file["path"] != "data/drafts.jsonl")
                });
            }),
        ),
        (
            "was changed",
            by(|f| {
                let path = f.join("data/services.jsonl");
                let text = std::fs::read_to_string(&path).unwrap().replace("Lyon", "Nice");
                std::fs::write(path, text).unwrap();
            }),
        ),
        ("line 2: `price`", by(|f| rows(f, "services", |all| all[1]["price"] = json!(-1)))),
        ("line 2: `currency`", by(|f| rows(f, "services", |all| all[1]["currency"] = json!("bitcoin")))),
        ("line 2: `id`", by(|f| rows(f, "services", |all| all[1]["id"] = json!("../../x")))),
        ("line 2: `secret`", by(|f| rows(f, "services", |all| all[1]["secret"] = json!("x")))),
        ("line 2: `created_at`", by(|f| rows(f, "services", |all| all[1]["created_at"] = json!(1e300)))),
        ("line 3: this row is there twice", by(|f| rows(f, "services", |all| all.push(all[1].clone())))),
        ("line 2: `fields`", by(|f| rows(f, "drafts", |all| all[1]["fields"] = json!({"title": 7})))),
        ("line 2: `image`", by(|f| rows(f, "post_media", |all| all[1]["image"] = json!("../../../etc/passwd")))),
        ("line 2: `state`", by(|f| rows(f, "deliveries", |all| all[1]["state"] = json!("PUBLISHED")))),
        ("line 2: `path`", by(|f| rows(f, "draft_media", |all| all[1]["path"] = json!("")))),
        ("line 1", by(|f| rows(f, "services", |all| all[0]["table"] = json!("drafts")))),
        (
            "belongs to one of publications",
            by(|f| {
                let stranger = json!("01977f3e-8a44-7c11-9d0a-5e1b2c3d4e5f");
                rows(f, "deliveries", |all| all[1]["publication_id"] = stranger);
                as_if_exported(f);
            }),
        ),
        (
            "say the same of one thing",
            by(|f| {
                rows(f, "deliveries", |all| {
                    let mut second = all[1].clone();
                    second["id"] = json!("01977f3e-8a44-7c11-9d0a-5e1b2c3d4e5f");
                    all.push(second);
                });
                manifest(f, |all| all["rows"] = json!(all["rows"].as_u64().unwrap() + 1));
                as_if_exported(f);
            }),
        ),
        ("not those", by(|f| rows(f, "services", |all| all[1]["title"] = json!("Another")))),
        (
            "pictures/",
            by(|f| {
                let picture = std::fs::read_dir(f.join("pictures")).unwrap().next().unwrap().unwrap().path();
                std::fs::remove_file(picture).unwrap();
            }),
        ),
        (
            "pictures/",
            by(|f| {
                let picture = std::fs::read_dir(f.join("pictures")).unwrap().next().unwrap().unwrap().path();
                let mut bytes = std::fs::read(&picture).unwrap();
                bytes[40] ^= 1;
                std::fs::write(picture, bytes).unwrap();
            }),
        ),
        (
            "a link",
            by({
                let outside = outside.clone();
                move |f| {
                    std::fs::remove_file(f.join("data/services.jsonl")).unwrap();
                    std::os::unix::fs::symlink(outside, f.join("data/services.jsonl")).unwrap();
                }
            }),
        ),
        (
            "a link",
            by(move |f| {
                std::fs::rename(f.join("data"), f.join("elsewhere")).unwrap();
                std::os::unix::fs::symlink(f.join("elsewhere"), f.join("data")).unwrap();
            }),
        ),
        (
            "no file",
            by(|f| {
                std::fs::remove_file(f.join("data/services.jsonl")).unwrap();
                std::fs::create_dir(f.join("data/services.jsonl")).unwrap();
            }),
        ),
        (
            "as long as the manifest says",
            by(|f| {
                // A file of many gigabytes that takes no room.
                std::fs::OpenOptions::new()
                    .write(true)
                    .open(f.join("data/services.jsonl"))
                    .unwrap()
                    .set_len(1 << 36)
                    .unwrap();
            }),
        ),
    ];
    let empty = Desk::new().await;
    let before = empty.rows().await;
    for (n, (word, change)) in cases.into_iter().enumerate() {
        let out = tempfile::tempdir().unwrap();
        let folder = out.path().join("export");
        copy(&good, &folder);
        change(&folder);
        let taken = empty.studio.import_folder(&folder, &Progress::default()).await;
        let Err(refused) = taken else { panic!("case {n}, {word}: it was taken in") };
        assert!(refused.message.contains(word), "case {n}, {word}: {}", refused.message);
        assert_eq!(refused.code, ErrorCode::BadInput, "case {n}: {}", refused.message);
        assert_eq!((empty.rows().await, empty.pictures()), (before, 0), "case {n}, {word}: something was written");
    }
    // And the good one still goes in.
    empty.studio.import_folder(&good, &Progress::default()).await.unwrap();
    assert_eq!(empty.rows().await, desk.rows().await);
}
