//! Sync as a device speaks it: over HTTP, with the program that serves it.

use std::time::Duration;

use maker_domain::sync::token::{Chain, Token};
use maker_domain::sync::wire::{
    Ancestor, FindAncestor, Op, Outcome, PUSH_MAX_BYTES, Page, Pull, Push, Pushed, SCHEMA, VersionId, Versions,
};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use super::workspace::{op, post};
use crate::desk::{Desk, House, told};
use crate::engines::On::{self, Postgres, Sqlite};

struct Room {
    house: House,
    ana: Desk,
    id: String,
}

impl Room {
    async fn open(on: On) -> Self {
        let house = House::open(on).await;
        let ana = house.sign_up("Ana").await;
        let id = ana.workspace(&house).await;
        Self { house, ana, id }
    }

    fn path(&self, call: &str) -> String {
        format!("/v1/t/{}/{call}", self.id)
    }

    async fn push(&self, seen: Token, ops: Vec<Op>) -> Pushed {
        let (status, answer) = self.house.post(&self.path("sync/push"), &self.ana.token, said(seen, ops)).await;
        assert_eq!(status, 200, "{answer}");
        serde_json::from_value(answer).unwrap()
    }

    async fn pull(&self, cursor: Token) -> Page {
        let pull = Pull { cursor, seen: cursor, limit: 2_000, schema: SCHEMA };
        let (status, answer) = self.house.post(&self.path("sync/pull"), &self.ana.token, json!(pull)).await;
        assert_eq!(status, 200, "{answer}");
        serde_json::from_value(answer).unwrap()
    }
}

fn said(seen: Token, ops: Vec<Op>) -> Value {
    json!(Push { now: now(), seen, schema: SCHEMA, ops })
}

/// The program has the computer's clock, and a device beside it has the same.
#[expect(clippy::disallowed_methods, reason = "a device has a clock")]
fn now() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

#[rstest]
#[tokio::test]
async fn a_device_pushes_pulls_asks_for_the_history_and_for_the_ancestor(#[values(Sqlite, Postgres)] on: On) {
    let room = Room::open(on).await;
    let row = Uuid::now_v7();
    let pushed =
        room.push(Token::START, vec![post(row, "mugs"), op("posts", row, 1, &json!({ "content": "bowls" }))]).await;
    assert!(pushed.results.iter().all(|result| result.outcome == Outcome::Applied), "{pushed:?}");
    let page = room.pull(Token::START).await;
    assert_eq!((page.rows[0].f["content"].as_str(), page.cursor, page.more), (Some("bowls"), pushed.head, false));
    let history = room.house.get(&room.path(&format!("rows/posts/{row}/versions")), &room.ana.token).await.1;
    let history: Versions = serde_json::from_value(history).unwrap();
    let contents: Vec<_> = history.versions.iter().filter(|v| v.field == "content").map(|v| &v.v).collect();
    assert_eq!(contents, ["bowls", "mugs"]);
    assert_eq!(history.versions[0].device, "Workshop");
    let asked = FindAncestor { checkpoints: vec![Token { seq: 9, chain: Chain([1; 16]) }, pushed.head] };
    let found = room.house.post(&room.path("sync/ancestor"), &room.ana.token, json!(asked)).await.1;
    assert_eq!(serde_json::from_value::<Ancestor>(found).unwrap().token, pushed.head);
}

#[rstest]
#[tokio::test]
async fn every_refusal_has_its_status_and_a_stable_word(#[values(Sqlite, Postgres)] on: On) {
    let room = Room::open(on).await;
    let (push, pull) = (room.path("sync/push"), room.path("sync/pull"));
    let wrong = Token { seq: 1, chain: Chain([1; 16]) };
    let many: Vec<_> = (0..501).map(|_| post(Uuid::now_v7(), "x")).collect();
    let old = json!({ "now": 0, "seen": Token::START, "schema": 0, "ops": [] });
    let old_pull = json!({ "cursor": Token::START, "seen": Token::START, "limit": 1, "schema": 0 });
    let page = |cursor: Token| json!({ "cursor": cursor, "seen": cursor, "limit": 1, "schema": SCHEMA });
    for (path, body, status, code) in [
        (&push, said(wrong, vec![]), 409, "diverged"),
        (&pull, page(wrong), 409, "diverged"),
        (&push, old, 426, "upgrade_required"),
        (&pull, old_pull, 426, "upgrade_required"),
        (&push, said(Token::START, many), 413, "too_large"),
        (&push, json!({ "ops": [{ "id": 1 }] }), 422, "invalid"),
        (&pull, json!({ "cursor": "nonsense" }), 422, "invalid"),
        (&room.path("rows/posts/nonsense/versions"), Value::Null, 404, "not_found"),
        (&room.path(&format!("rows/users/{}/versions", Uuid::now_v7())), Value::Null, 404, "not_found"),
    ] {
        let answer = match body {
            Value::Null => room.house.get(path, &room.ana.token).await,
            body => room.house.post(path, &room.ana.token, body).await,
        };
        assert_eq!((answer.0, &answer.1["code"]), (status, &json!(code)), "{path} {answer:?}");
    }
}

/// Endpoints × who asks: a workspace of others is as one that is not there, for everybody and whatever they send.
#[rstest]
#[tokio::test]
async fn f59_whoever_is_no_member_is_told_nothing_by_any_route(#[values(Sqlite, Postgres)] on: On) {
    let room = Room::open(on).await;
    let row = Uuid::now_v7();
    let head = room.push(Token::START, vec![post(row, "secret")]).await.head;
    let (ben, eva) = (room.house.sign_up("Ben").await, room.house.sign_up("Eva").await);
    ben.workspace(&room.house).await;
    room.ana.invite(&room.house, &room.id, &eva).await;
    let pull = json!({ "cursor": head, "seen": head, "limit": 10, "schema": SCHEMA });
    let calls = |workspace: &str| {
        let path = |call: &str| format!("/v1/t/{workspace}/{call}");
        [
            (Method::POST, path("sync/push"), said(head, vec![op("posts", row, 1, &json!({ "content": "x" }))])),
            (Method::POST, path("sync/pull"), pull.clone()),
            (Method::POST, path("sync/ancestor"), json!({ "checkpoints": [head] })),
            (Method::GET, path(&format!("rows/posts/{row}/versions")), Value::Null),
            (Method::GET, path("sync/events"), Value::Null),
        ]
    };
    let ask = async |(method, path, body): (Method, String, Value), token: &str| {
        let request = room.house.ask(method, &path, token);
        let answer = if body.is_null() { request } else { request.json(&body) }.send().await.unwrap();
        let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned());
        let status = answer.status().as_u16();
        // A stream that was let in has no end.
        let text = if status == 200 { String::new() } else { answer.text().await.unwrap() };
        (status, kind, text)
    };
    let nowhere = Uuid::now_v7().to_string();
    for (there, absent) in calls(&room.id).into_iter().zip(calls(&nowhere)) {
        let (path, ours) = (there.1.clone(), ask(there.clone(), &ben.token).await);
        assert_eq!(ours.0, 404, "{path}");
        assert_eq!(ours, ask(absent.clone(), &ben.token).await, "{path}: absent and foreign read the same");
        assert_eq!(ask(there.clone(), "").await.0, 401, "{path}");
        assert_eq!(ask(there.clone(), &eva.token).await.0, 200, "{path}: a member may");
        assert_eq!(ask(absent, &room.ana.token).await.0, 404, "{path}: nor does an owner elsewhere");
    }
    let removed = room.house.delete(&room.path(&format!("members/{}", eva.signed.user.id)), &room.ana.token).await;
    assert_eq!(removed.0, 204, "{removed:?}");
    for call in calls(&room.id) {
        let (path, (status, _, text)) = (call.1.clone(), ask(call, &eva.token).await);
        assert_eq!(status, 403, "{path}");
        assert!(text.contains("membership_revoked"), "{text}");
    }
    assert_eq!(room.pull(Token::START).await.rows.len(), 1);
}

#[rstest]
#[tokio::test]
async fn f60_bodies_are_bounded_packed_and_unpacked(#[values(Sqlite)] on: On) {
    let room = Room::open(on).await;
    let push = room.path("sync/push");
    let packed = |body: &Value| {
        use std::io::Write;
        let mut child = std::process::Command::new("gzip")
            .arg("-9c")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let text = body.to_string();
        let mut stdin = child.stdin.take().unwrap();
        let writing = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
        let output = child.wait_with_output().unwrap();
        writing.join().unwrap().unwrap();
        output.stdout
    };
    let send = async |bytes: Vec<u8>| {
        let request = room.house.ask(Method::POST, &push, &room.ana.token);
        let request = request.header("content-type", "application/json").header("content-encoding", "gzip");
        told(request.body(bytes)).await
    };
    let large: Vec<_> = (0..30).map(|_| post(Uuid::now_v7(), &"x".repeat(200_000))).collect();
    let (status, answer) = send(packed(&said(Token::START, large))).await;
    assert_eq!((status, &answer["results"][29]["outcome"]), (200, &json!("applied")), "6 MB that fit in packed");
    let bomb = json!({ "now": 0, "x": "x".repeat(PUSH_MAX_BYTES + 1) });
    assert_eq!(send(packed(&bomb)).await.0, 413, "a few kilobytes on the line, too much inside");
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep = said(Token::START, vec![post(Uuid::now_v7(), "here")]).to_string().replace("\"here\"", &nested);
    let request = room.house.ask(Method::POST, &push, &room.ana.token).header("content-type", "application/json");
    assert_eq!(told(request.body(deep)).await.0, 400);
}

/// Reads a stream until it has said as much.
struct Stream {
    answer: reqwest::Response,
    text: String,
}

impl Stream {
    async fn open(room: &Room, address: &str) -> Self {
        let request = room.house.ask_at(address, Method::GET, &room.path("sync/events"), &room.ana.token);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        Self { answer, text: String::new() }
    }

    async fn until(&mut self, said: &str) {
        let waiting = async {
            while !self.text.contains(said) {
                let chunk = self.answer.chunk().await.unwrap().expect("the stream goes on");
                self.text.push_str(&String::from_utf8_lossy(&chunk));
            }
        };
        tokio::time::timeout(Duration::from_secs(20), waiting).await.unwrap_or_else(|_| panic!("never said {said}"));
    }

    async fn end(mut self) {
        let ending = async { while let Ok(Some(_)) = self.answer.chunk().await {} };
        tokio::time::timeout(Duration::from_secs(20), ending).await.expect("the stream ends");
    }
}

#[rstest]
#[tokio::test]
async fn listeners_of_every_instance_hear_of_a_change_and_a_stop_lets_them_go(#[values(Sqlite, Postgres)] on: On) {
    let room = Room::open(on).await;
    let other = room.house.another();
    let (mut here, mut there) =
        (Stream::open(&room, &room.house.address).await, Stream::open(&room, &other.address("backend")).await);
    here.until("data: {\"seq\":0}").await;
    there.until("data: {\"seq\":0}").await;
    room.push(Token::START, vec![post(Uuid::now_v7(), "x")]).await;
    here.until("event: head\ndata: {\"seq\":1}").await;
    there.until("event: head\ndata: {\"seq\":1}").await;
    let stopped = std::process::Command::new("kill").args(["-TERM", &other.id().to_string()]).status().unwrap();
    assert!(stopped.success());
    there.end().await;
}

#[rstest]
#[tokio::test]
async fn f63_a_server_that_is_killed_between_and_within_pushes_loses_and_doubles_nothing(
    #[values(Sqlite, Postgres)] on: On,
) {
    let room = Room::open(on).await;
    let row = Uuid::now_v7();
    let mut ops = vec![post(row, "0")];
    for n in 1..60 {
        // Each goes on from the one before, as a device's outbox does.
        let mut next = op("posts", row, 0, &json!({ "content": n.to_string() }));
        next.rows[0].f.get_mut("content").unwrap().op = Some(ops[n - 1].id);
        ops.push(next);
    }
    let mut server = room.house.another();
    for (n, chunk) in ops.chunks(7).enumerate() {
        let request =
            room.house.ask_at(&server.address("backend"), Method::POST, &room.path("sync/push"), &room.ana.token);
        let sending = tokio::spawn(request.json(&said(Token::START, chunk.to_vec())).send());
        if n % 2 == 0 {
            // The answer may or may not have been on its way.
            tokio::task::yield_now().await;
        } else {
            sending.await.unwrap().unwrap();
        }
        drop(server);
        server = room.house.another();
    }
    let request = room.house.ask_at(&server.address("backend"), Method::POST, &room.path("sync/push"), &room.ana.token);
    let (status, answer) = told(request.json(&said(Token::START, ops.clone()))).await;
    assert_eq!(status, 200, "{answer}");
    let pushed: Pushed = serde_json::from_value(answer).unwrap();
    let numbers: Vec<_> = pushed.results.iter().map(|result| result.at.unwrap().seq).collect();
    assert_eq!(numbers, (1..=60).collect::<Vec<u64>>(), "each once, in the device's order");
    let page = room.pull(Token::START).await;
    assert_eq!((page.rows.len(), page.rows[0].f["content"].as_str(), page.rows[0].alt.len()), (1, Some("59"), 0));
    let history = room.house.get(&room.path(&format!("rows/posts/{row}/versions")), &room.ana.token).await.1;
    let history: Versions = serde_json::from_value(history).unwrap();
    let contents: Vec<_> = history.versions.iter().filter(|v| v.field == "content").map(|v| v.id.clone()).collect();
    assert_eq!(contents, ops.iter().rev().map(|op| VersionId::of(op.id)).collect::<Vec<_>>());
}

#[rstest]
#[tokio::test]
async fn an_operator_records_a_backup_and_devices_hear_of_it(#[values(Sqlite, Postgres)] on: On) {
    let room = Room::open(on).await;
    let head = room.push(Token::START, vec![post(Uuid::now_v7(), "x")]).await.head;
    let record = |began: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_maker-server"));
        command.args(["backed-up", "--database", &room.house.place.address, "--began", began]).output().unwrap()
    };
    let output = record("2020-01-01T00:00:00Z");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(room.pull(head).await.backed_up_through, 0);
    let future = record("2999-01-01T00:00:00Z");
    assert!(!future.status.success() && String::from_utf8_lossy(&future.stderr).contains("--began"));
    // As if the change had come in an hour ago.
    let database = room.house.place.open().await;
    let mut tx = database.begin().await.unwrap();
    let earlier = maker_server::db::sql("UPDATE sync_changeset SET received_at = received_at - 3600000");
    earlier.run(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(record(&chrono::DateTime::from_timestamp_millis(now()).unwrap().to_rfc3339()).status.success());
    assert_eq!(room.pull(head).await.backed_up_through, 1);
}
