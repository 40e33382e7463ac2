//! The whole way: told, done, told again, and served.

use std::collections::BTreeMap;

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Page, Pull, RowState, SCHEMA};
use maker_harness::Postgres;
use serde_json::{Value, json};

use super::world::{Expected, OLD_PASSWORD, Older, new_id};
use super::{done, err, migrate, told};
use crate::desk::{Desk, House, device};
use crate::engines::Place;
use crate::programs::{Program, browser, server_on};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_database_is_told_brought_forward_once_and_served() {
    let older = Older::usual(&Postgres::shared());
    let before = older.dump();

    let dry = done(migrate(&older).args(["--dry-run", "--json"]));
    let words = done(migrate(&older).arg("--dry-run"));
    assert!(words.contains("table videos moves whole to before.videos") && words.contains("nothing was changed"));
    assert!(words.contains("table orders is not known here and stays as it is"), "{words}");
    assert!(words.lines().all(|line| line.len() < 700 && !line.contains('\u{1b}')), "nothing speaks to the terminal");
    assert_eq!(older.dump(), before, "a dry run changes nothing");

    let start = std::time::Instant::now();
    let json = done(migrate(&older).arg("--json"));
    println!("{} videos took {:?}", older.videos, start.elapsed());
    assert_eq!(told(&json), told(&dry), "what was told is what was done");

    let after = older.dump();
    for arguments in [&["migrate"][..], &["migrate", "--dry-run"]] {
        assert_eq!(done(migrate(&older).args(&arguments[1..])), "nothing to do: the database is at this version\n");
    }
    assert_eq!(older.dump(), after, "twice is once");

    nothing_is_lost(&older, &told(&json).0);
    histories_are_whole(&older);
    the_old_tables_stay(&older, &before);
    served(older).await;
}

fn nothing_is_lost(older: &Older, counts: &BTreeMap<String, u64>) {
    let expected: Vec<_> = older.expected().collect();
    let placed = expected.iter().filter(|video| video.placed.is_some()).count() as u64;
    assert_eq!(counts["videos"], older.videos as u64);
    assert_eq!(counts["videos placed"], placed);
    assert_eq!(counts["videos kept in legacy_videos"], older.videos as u64 - placed);
    assert_eq!(older.number("SELECT count(*) FROM videos") as u64, placed);
    assert_eq!(older.number("SELECT count(*) FROM legacy_videos") as u64, counts["videos"] - placed);
    assert_eq!(older.number("SELECT count(*) FROM legacy_posts") as u64, counts["posts kept in legacy_posts"]);
    assert_eq!(older.number("SELECT count(*) FROM posts") as u64, counts["posts placed"]);
    assert_eq!(counts["posts placed"] + counts["posts kept in legacy_posts"], older.videos as u64 / 5);
    for (n, of) in [("YOUTUBE", "SHORT"), ("YOUTUBE", "LONG"), ("TIKTOK", "SHORT"), ("TIKTOK", "LONG")].iter().map(
        |(platform, kind)| {
            let fits = |video: &&Expected| video.placed.as_ref().is_some_and(|(_, p, k)| p == platform && k == kind);
            (expected.iter().filter(fits).count() as u64, format!("videos placed: {platform} {kind}"))
        },
    ) {
        assert_eq!(counts[&of], n, "{of}");
    }
    // Whole, with the columns that nobody knows today.
    assert_eq!(
        older.number(
            "SELECT count(*) FROM legacy_videos l JOIN before.videos v ON v.id = l.old_id \
         WHERE l.content <> to_jsonb(v) OR l.video_url IS DISTINCT FROM v.video_url OR l.content ->> 'codec' <> 'h264'"
        ),
        0
    );
    assert_eq!(
        older.number(
            "SELECT count(*) FROM legacy_posts l JOIN before.posts v ON v.id = l.old_id \
         WHERE l.content <> to_jsonb(v)"
        ),
        0
    );
    assert_eq!(older.number("SELECT count(*) FROM before.videos b WHERE (SELECT count(*) FROM legacy_ids i \
         WHERE i.kind = 'videos' AND i.old_id = b.id) + (SELECT count(*) FROM legacy_videos l WHERE l.old_id = b.id) <> 1"), 0);
    assert_eq!(counts["accounts"], older.users() as u64);
    assert_eq!(counts["accounts that need an address"], 3);
}

/// What sync rests on: dense numbers, the chain of the last one, one row for each row, and the counts of the quota.
fn histories_are_whole(older: &Older) {
    for question in [
        "SELECT count(*) FROM sync_head h WHERE head <> (SELECT count(*) FROM sync_changeset c WHERE c.tenant_id = h.tenant_id) \
         OR head <> (SELECT max(seq) FROM sync_changeset c WHERE c.tenant_id = h.tenant_id) \
         OR chain <> (SELECT chain FROM sync_changeset c WHERE c.tenant_id = h.tenant_id AND c.seq = h.head) \
         OR row_count <> (SELECT count(*) FROM sync_row r WHERE r.tenant_id = h.tenant_id)",
        "SELECT count(*) FROM videos v WHERE NOT EXISTS \
         (SELECT 1 FROM sync_row r WHERE r.tenant_id = v.tenant_id AND r.tbl = 'videos' AND r.row_id = v.id)",
        "SELECT count(*) FROM sync_version",
        "SELECT count(*) FROM videos v JOIN legacy_ids i ON i.kind = 'videos' AND i.new_id = v.id \
         JOIN before.videos b ON b.id = i.old_id JOIN legacy_ids u ON u.kind = 'users' AND u.old_id = b.user_id \
         WHERE v.user_id IS DISTINCT FROM u.new_id OR v.views <> b.views OR v.likes <> b.likes \
         OR v.created_at <> b.created_at OR v.updated_at <> b.updated_at OR v.title <> b.title \
         OR v.description IS DISTINCT FROM b.description OR v.thumbnail_url IS DISTINCT FROM b.thumbnail_url \
         OR v.duration IS DISTINCT FROM b.duration OR v.url <> b.video_url",
        "SELECT count(*) FROM posts p JOIN legacy_ids i ON i.kind = 'posts' AND i.new_id = p.id \
         JOIN before.posts b ON b.id = i.old_id WHERE p.content <> b.content OR p.created_at <> b.created_at \
         OR p.images IS DISTINCT FROM array_remove(b.images, NULL)",
        "SELECT count(*) FROM users u JOIN legacy_ids i ON i.kind = 'users' AND i.new_id = u.id \
         JOIN before.users b ON b.id = i.old_id WHERE u.email <> b.email \
         OR u.created_at <> CAST(extract(epoch FROM b.created_at) * 1000 AS BIGINT)",
    ] {
        assert_eq!(older.number(question), 0, "{question}");
    }
}

fn the_old_tables_stay(older: &Older, before: &str) {
    for table in ["users", "makers", "videos", "posts", "video_likes"] {
        let sum = older.checksum(&format!("SELECT * FROM before.{table}"));
        assert!(before.contains(&format!("public.{table} {sum}")), "{table}");
    }
    let orders = older.checksum("SELECT * FROM public.orders");
    assert!(before.contains(&format!("public.orders {orders}")));
    assert!(older.number("SELECT count(*) FROM popular") > 0);
    let dropped =
        "BEGIN; DROP SCHEMA before CASCADE; SELECT count(*) FROM videos; SELECT count(*) FROM orders; ROLLBACK;";
    older.database.sql(dropped);
}

async fn served(older: Older) {
    let videos = older.videos;
    let folder = tempfile::tempdir().unwrap();
    let server = Program::start(&mut server_on(&older.database.url));
    let address = older.database.url.clone();
    let expected: Vec<_> = older.expected().collect();
    let posts = |user: usize| (1..=videos / 5).filter(|p| 1 + p % older.users() == user).count();
    let mine = |user: usize| expected.iter().filter(|v| v.user == user && v.placed.is_some()).collect::<Vec<_>>();
    // One with a maker; one with none, who gets a room; both have a hash that is read here.
    let cases = [(2, mine(2), posts(2), "Clay & Co. 2"), (20, mine(20), posts(20), "Ana 🏺 20")];
    let ids: BTreeMap<_, _> = cases
        .iter()
        .flat_map(|(_, mine, ..)| mine.iter().map(|v| (v.old_id.clone(), new_id(&older, "videos", &v.old_id))))
        .collect();
    let third = Older::user_id(3);
    let spelt = new_id(&older, "users", &Older::user_id(5)).to_string();
    assert_eq!(new_id(&older, "users", &third).to_string(), third, "a UUID stays");
    let place = Place { address: address.clone(), folder, postgres: Some(older.database) };
    let house = House::of(server, place, browser());

    for (user, mine, posts, name) in cases {
        let (status, signed) = sign_in(&house, &format!("User{user}@old.example"), OLD_PASSWORD).await;
        assert_eq!(status, 201, "{signed}");
        let desk = Desk::of(&house, signed).await;
        let rooms = house.get("/v1/workspaces", &desk.token).await.1;
        assert_eq!((rooms.as_array().unwrap().len(), &rooms[0]["name"]), (1, &json!(name)), "{rooms}");
        let rows = pull_all(&house, rooms[0]["id"].as_str().unwrap(), &desk.token).await;
        let of =
            |table: &str| rows.iter().filter(|row| row.t == table).map(|row| (row.id, row)).collect::<BTreeMap<_, _>>();
        let (videos, stats) = (of("videos"), of("video_stats"));
        assert_eq!(
            (videos.len(), stats.len(), of("posts").len(), of("makers").len()),
            (mine.len(), mine.len(), posts, 1)
        );
        assert!(!mine.is_empty() && posts > 0);
        for video in mine {
            let (url, platform, kind) = video.placed.clone().unwrap();
            let row = &videos[&ids[&video.old_id]].f;
            assert_eq!((&row["url"], &row["platform"], &row["type"]), (&json!(url), &json!(platform), &json!(kind)));
        }
    }

    let (status, _) = sign_in(&house, "user4@old.example", OLD_PASSWORD).await;
    assert_eq!(status, 401, "a hash that cannot be read here opens nothing");
    let given = operators(&address, &["new-password", "USER4@old.example"]).unwrap();
    assert_eq!(sign_in(&house, "user4@old.example", given.trim()).await.0, 201);
    let other = operators(&address, &["new-password", &spelt, "--email", "five@old.example"]).unwrap();
    assert_eq!(sign_in(&house, "five@old.example", other.trim()).await.0, 201);
    assert!(operators(&address, &["new-password", "nobody@old.example"]).unwrap_err().contains("no account"));
    let taken = operators(&address, &["new-password", &spelt, "--email", "User2@old.example"]);
    assert!(taken.unwrap_err().contains("another account has this address"));
    assert_eq!(sign_in(&house, "five@old.example", other.trim()).await.0, 201, "what was refused changed nothing");
}

async fn sign_in(house: &House, email: &str, password: &str) -> (u16, Value) {
    house.post("/v1/devices", "", json!({ "email": email, "password": password, "device": device() })).await
}

fn operators(address: &str, arguments: &[&str]) -> Result<String, String> {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_maker-server"));
    let output = command.args(arguments).env("MAKER_SERVER_DATABASE", address).output().unwrap();
    if output.status.success() { Ok(String::from_utf8(output.stdout).unwrap()) } else { Err(err(&output)) }
}

async fn pull_all(house: &House, workspace: &str, token: &str) -> Vec<RowState> {
    let (mut rows, mut cursor) = (Vec::new(), Token::START);
    loop {
        let pull = Pull { cursor, seen: cursor, limit: 500, schema: SCHEMA };
        let (status, page) = house.post(&format!("/v1/t/{workspace}/sync/pull"), token, json!(pull)).await;
        assert_eq!(status, 200, "{page}");
        let page: Page = serde_json::from_value(page).unwrap();
        rows.extend(page.rows);
        cursor = page.cursor;
        if !page.more {
            return rows;
        }
    }
}
