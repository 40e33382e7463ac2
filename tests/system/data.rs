//! The maker's data in and out, by the real program: backups, restores, exports, imports.

use std::path::Path;
use std::process::Command;

use maker_harness::{Way, World, until};

async fn service(world: &World, title: &str) {
    world.done(&["services", "new", "--title", title, "--price", "10", "--currency", "EUR"]).await;
}

async fn titles(world: &World) -> Vec<String> {
    let rows = world.done(&["services"]).await;
    rows.iter().map(|row| row["title"].as_str().unwrap().to_owned()).collect()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn l06_everything_goes_out_and_into_another_desk_and_services_come_out_of_a_table() {
    let world = World::start(Way::Loopback).await;
    service(&world, "Delivery in Lyon").await;
    let folder = world.path("everything");
    let out = world.done(&["export", text(&folder)]).await.remove(0);
    assert_eq!(world.maker(&["export", text(&folder)]).await.code, Some(2), "it went over a folder");
    let other = world.another_desk().await;
    let taken = other.done(&["import", text(&folder)]).await.remove(0);
    assert_eq!((&taken["content"], &taken["rows"]), (&out["content"], &out["rows"]));
    assert_eq!(titles(&other).await, ["Delivery in Lyon"]);
    let again = other.maker(&["import", text(&folder)]).await;
    assert!(again.code == Some(1) && again.messages.contains("MAKER_STUDIO_DATA_DIR"), "{again:?}");

    let table = world.path("table.csv");
    std::fs::write(&table, "title;price\nChairs;480\nSales;12 €\n").unwrap();
    let check = other.maker(&["import", text(&table), "--kind", "services", "--check"]).await;
    assert!(check.code == Some(2) && check.messages.contains("row 3, price: “12 €” is no price"), "{check:?}");
    assert_eq!(titles(&other).await.len(), 1, "a check changed something");
    let added = other.maker(&["import", text(&table), "--kind", "services"]).await;
    assert_eq!((added.code, added.results[0]["added"].as_u64()), (Some(2), Some(1)), "{added:?}");
    assert_eq!(titles(&other).await, ["Delivery in Lyon", "Chairs"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn t04_a_restore_that_is_killed_anywhere_leaves_one_of_the_two_and_all_of_it() {
    let world = World::start(Way::Loopback).await;
    service(&world, "Yesterday").await;
    let file = world.path("studio.backup");
    world.done(&["backup", text(&file)]).await;
    service(&world, "Today").await;
    let data = world.data_dir();
    let has = |begins: &'static str, ends: &'static str| {
        let data = data.clone();
        move || {
            let names =
                std::fs::read_dir(&data).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned());
            names.into_iter().any(|name| name.starts_with(begins) && name.ends_with(ends)).then_some(())
        }
    };
    let (mut before, mut after) = (0, 0);
    for (begins, ends) in
        [("restore", "unfinished"), ("restore", "unfinished-wal"), ("restore-", ".ready"), ("studio-before", ".db")]
    {
        let mut child = world.begin(&["restore", text(&file)]);
        let seen = has(begins, ends);
        // As soon as it is there; a program that is faster than we look has ended, which is a moment too.
        until(async || if child.try_wait().unwrap().is_some() { Some(()) } else { seen() }).await;
        let _ = child.kill().await;
        let now = titles(&world).await;
        match now.as_slice() {
            [one] if one == "Yesterday" => after += 1,
            [first, second] if first == "Yesterday" && second == "Today" => before += 1,
            other => panic!("{other:?}"),
        }
        assert_eq!(World::sql(&data, "PRAGMA integrity_check").unwrap().trim(), "ok");
        if now.len() == 1 {
            service(&world, "Today").await;
        }
    }
    assert_eq!(before + after, 4);
    // And one that nobody kills says where the other is.
    let restored = world.done(&["restore", text(&file)]).await.remove(0);
    assert_eq!(titles(&world).await, ["Yesterday"]);
    assert!(Path::new(restored["kept"].as_str().unwrap()).exists(), "{restored}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn t04_a_restore_that_is_interrupted_says_so_and_leaves_everything_as_it_was() {
    let world = World::start(Way::Loopback).await;
    service(&world, "Yesterday").await;
    let file = world.path("studio.backup");
    world.done(&["backup", text(&file)]).await;
    service(&world, "Today").await;
    // So large that it is still at it when the signal comes.
    let rows = "CREATE TABLE large AS WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n LIMIT 4000000) \
                SELECT n FROM n";
    let filled = Command::new("sqlite3").arg(&file).arg(rows).status().unwrap();
    assert!(filled.success());
    let child = world.begin(&["restore", text(&file)]);
    let unfinished = world.data_dir().join("restore.unfinished");
    until(async || unfinished.exists().then_some(())).await;
    let signalled = Command::new("kill").args(["-INT", &child.id().unwrap().to_string()]).status().unwrap();
    assert!(signalled.success());
    let output = child.wait_with_output().await.unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("Cancelled. Nothing was changed."), "{output:?}");
    let names = std::fs::read_dir(world.data_dir()).unwrap().map(|e| e.unwrap().file_name());
    assert!(!names.into_iter().any(|name| name.to_string_lossy().starts_with("restore")));
    assert_eq!(titles(&world).await, ["Yesterday", "Today"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn t04_a_database_that_cannot_be_opened_says_how_to_restore_and_is_restored() {
    let world = World::start(Way::Loopback).await;
    service(&world, "Yesterday").await;
    let file = world.path("studio.backup");
    world.done(&["backup", text(&file)]).await;
    std::fs::write(world.data_dir().join("studio.db"), vec![7; 9_000]).unwrap();
    let refused = world.maker(&["services"]).await;
    assert!(refused.code == Some(3) && refused.messages.contains("maker restore FILE"), "{refused:?}");
    world.done(&["restore", text(&file)]).await;
    assert_eq!(titles(&world).await, ["Yesterday"]);
}
