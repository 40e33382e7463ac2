//! What visitors do on a maker's page, until it is on the page and on the maker's devices.

use std::collections::BTreeSet;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use futures_util::future::join_all;
use maker_domain::sync::wire::SCHEMA;
use maker_harness::eventually;
use maker_server::db::sql;
use maker_server::sync::{Author, Limits, Sender, apply, prepare};
use maker_server::visitors::{self, COUNT_EVERY_MS};
use maker_server::{Backend, transaction};
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{Desk, House, told};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::stand::{Stand, post, video};
use crate::sync::workspace::{NOW, op};

/// A maker with a video and a post, and visitors.
struct Fair {
    stand: Stand,
    video: Uuid,
    post: Uuid,
    visitors: Vec<Desk>,
}

impl Fair {
    async fn open(on: On, visitors: usize) -> Self {
        let stand = Stand::open(on).await;
        let (the_video, the_post) = (Uuid::now_v7(), Uuid::now_v7());
        stand.push(vec![video(the_video, "A cup", NOW), post(the_post, "The kiln is warm.", NOW)]).await;
        let mut all = Vec::new();
        for n in 0..visitors {
            all.push(stand.house.sign_up(&format!("visitor-{n}")).await);
        }
        // The test's clock runs ahead of what a token is good for.
        transaction!(stand.backend.database, |tx| {
            sql("UPDATE access_tokens SET expires_at = $1").bind(i64::MAX).run(tx).await?;
            Ok::<_, maker_server::db::DbError>(())
        })
        .unwrap();
        Self { stand, video: the_video, post: the_post, visitors: all }
    }

    async fn like_video(&self, who: &Desk, method: Method) -> u16 {
        self.stand.act(who, method, &format!("/videos/{}/like", self.video), None).await.0
    }

    async fn like_post(&self, who: &Desk, method: Method) -> u16 {
        self.stand.act(who, method, &format!("/posts/{}/like", self.post), None).await.0
    }

    async fn say(&self, who: &Desk, content: &str) -> (u16, Value) {
        let path = format!("/videos/{}/comments", self.video);
        self.stand.act(who, Method::POST, &path, Some(json!({ "content": content }))).await
    }

    async fn take_back(&self, who: &Desk, comment: &Value) -> u16 {
        let id = comment["id"].as_str().unwrap();
        self.stand.act(who, Method::DELETE, &format!("/videos/{}/comments/{id}", self.video), None).await.0
    }

    async fn flush(&self) -> visitors::Flushed {
        visitors::flush(&self.stand.backend).await.unwrap()
    }

    /// The likes of the video and of the post that a device of the maker has been told.
    async fn on_a_device(&self) -> (Option<i64>, Option<i64>) {
        let likes = async |table, id| self.stand.row(table, id).await.and_then(|row| row["likes"].as_i64());
        (likes("video_stats", self.video).await, likes("post_stats", self.post).await)
    }

    /// The same on the public page.
    async fn on_the_page(&self) -> (i64, i64) {
        let maker = self.stand.told("").await;
        let likes = |list: &str| maker[list]["items"][0]["likes"].as_i64().unwrap();
        (likes("videos"), likes("posts"))
    }

    /// What everybody reads under the video, the newest first.
    async fn said(&self) -> Vec<String> {
        let comments = self.stand.told(&format!("/videos/{}/comments?limit=100", self.video)).await;
        comments["items"].as_array().unwrap().iter().map(|c| c["content"].as_str().unwrap().to_owned()).collect()
    }

    async fn count(&self, statement: &'static str) -> i64 {
        let mut reader = self.stand.backend.database.reader().await.unwrap();
        sql(statement).one::<(i64,)>(&mut reader).await.unwrap().0
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_likes_once_however_often_and_however_many_at_once(#[values(Sqlite, Postgres)] on: On) {
    let fair = Fair::open(on, 6).await;
    let each = fair.visitors.iter().flat_map(|visitor| (0..4).map(move |_| visitor));
    let likes = each.map(async |visitor| {
        assert_eq!(fair.like_video(visitor, Method::PUT).await, 204);
        assert_eq!(fair.like_post(visitor, Method::PUT).await, 204);
    });
    join_all(likes).await;
    assert_eq!(fair.on_the_page().await, (0, 0), "nothing is counted before a flush");
    assert_eq!(fair.flush().await, visitors::Flushed { counts: 2, comments: 0 });
    assert_eq!(fair.on_a_device().await, (Some(6), Some(6)));
    assert_eq!(fair.on_the_page().await, (6, 6));
    assert_eq!(fair.count("SELECT likes FROM videos").await, 6, "for other readers of the database");
    assert_eq!(fair.count("SELECT count(*) FROM visitor_events").await, 0);
    let feed: BTreeSet<_> = fair.stand.pull().await.rows.into_iter().map(|row| row.t).collect();
    assert!(feed.iter().all(|table| !table.ends_with("likes")), "who likes what is in no feed: {feed:?}");

    // Taken back, also twice, by some; counted no more often than twice a minute.
    for visitor in &fair.visitors[..2] {
        for _ in 0..2 {
            assert_eq!(fair.like_video(visitor, Method::DELETE).await, 204);
        }
    }
    let before = fair.stand.pull().await.head;
    fair.stand.clock.pass(COUNT_EVERY_MS / 1_000 - 1);
    assert_eq!(fair.flush().await, visitors::Flushed::default());
    assert_eq!((fair.stand.pull().await.head, fair.on_the_page().await), (before, (6, 6)));
    fair.stand.clock.pass(1);
    assert_eq!(fair.flush().await.counts, 1);
    assert_eq!((fair.on_a_device().await, fair.on_the_page().await), ((Some(4), Some(6)), (4, 6)));
    // Given and taken back between two counts: nothing has changed, and nothing is written.
    fair.stand.clock.pass(60);
    assert_eq!(fair.like_video(&fair.visitors[0], Method::PUT).await, 204);
    assert_eq!(fair.like_video(&fair.visitors[0], Method::DELETE).await, 204);
    let before = fair.stand.pull().await.head;
    assert_eq!(fair.flush().await, visitors::Flushed::default());
    assert_eq!(fair.stand.pull().await.head, before);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn likes_that_came_from_an_older_backend_stay_and_new_ones_are_added(#[values(Sqlite, Postgres)] on: On) {
    let fair = Fair::open(on, 2).await;
    let author = Author::Backend;
    let numbers = json!({ "views": 9_000, "likes": 500, "as_of": NOW });
    let prepared = prepare(fair.stand.maker, &author, &[op("video_stats", fair.video, 0, &numbers)]);
    let sender = Sender { author: &author, seen: None, schema: SCHEMA, now: NOW };
    transaction!(fair.stand.backend.database, |tx| {
        apply(tx, fair.stand.maker, sender, &prepared, &Limits::default(), NOW).await
    })
    .unwrap();
    for (visitor, expected) in fair.visitors.iter().zip([501, 502]) {
        fair.like_video(visitor, Method::PUT).await;
        fair.stand.clock.pass(60);
        fair.flush().await;
        assert_eq!(fair.on_the_page().await.0, expected);
    }
    fair.like_video(&fair.visitors[0], Method::DELETE).await;
    fair.stand.clock.pass(60);
    fair.flush().await;
    assert_eq!((fair.on_the_page().await.0, fair.count("SELECT views FROM videos").await), (501, 9_000));
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_comment_comes_to_the_makers_devices_and_goes_from_the_page_when_the_maker_hides_it(
    #[values(Sqlite, Postgres)] on: On,
) {
    let fair = Fair::open(on, 2).await;
    let [ana, ben] = &fair.visitors[..] else { panic!("two came") };
    let (status, first) = fair.say(ana, "  How long does a cup take? ").await;
    assert_eq!(
        (status, &first["content"], &first["author"]),
        (201, &json!("How long does a cup take?"), &json!("visitor-0"))
    );
    fair.stand.clock.pass(1);
    let (_, second) = fair.say(ben, "Lovely <b>glaze</b> & colour").await;
    assert_eq!(fair.flush().await, visitors::Flushed { counts: 0, comments: 2 });
    assert_eq!(fair.said().await, ["Lovely <b>glaze</b> & colour", "How long does a cup take?"]);
    let id: Uuid = first["id"].as_str().unwrap().parse().unwrap();
    let there = fair.stand.row("comments", id).await.unwrap();
    let expected = json!({ "video_id": fair.video, "author": "visitor-0", "content": "How long does a cup take?", "created_at": NOW });
    assert_eq!(there, expected, "and nothing of who they are but the name");
    assert_eq!(fair.count("SELECT count(*) FROM comments WHERE user_id IS NOT NULL").await, 2);
    let (_, page) = fair.stand.seen(&format!("/m/{}/videos/{}", fair.stand.maker, fair.video)).await;
    assert!(page.contains("Lovely &lt;b&gt;glaze&lt;/b&gt; &amp; colour"), "{page}");

    let rev = fair.stand.pull().await.head;
    fair.stand.push(vec![op("comments", id, rev, &json!({ "hidden": true }))]).await;
    assert_eq!(fair.said().await, ["Lovely <b>glaze</b> & colour"]);
    let (_, page) = fair.stand.seen(&format!("/m/{}/videos/{}", fair.stand.maker, fair.video)).await;
    assert!(!page.contains("How long") && page.contains("<b>1</b>"), "{page}");

    // Only who said it takes it back.
    assert_eq!(fair.take_back(ana, &second).await, 404);
    assert_eq!(fair.take_back(&fair.stand.owner, &second).await, 404);
    for _ in 0..2 {
        assert_eq!(fair.take_back(ben, &second).await, 204);
    }
    assert_eq!(fair.flush().await.comments, 1);
    assert_eq!((fair.said().await.len(), fair.take_back(ben, &second).await), (0, 404));
    let id: Uuid = second["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(fair.stand.row("comments", id).await, None, "it is gone from devices as well");
    // A device that did not know brings the row back, but not the words.
    fair.stand.push(vec![op("comments", id, rev, &json!({ "hidden": false }))]).await;
    assert_eq!(fair.said().await, Vec::<String>::new());
    assert_eq!(fair.stand.row("comments", id).await.unwrap()["content"], Value::Null);

    // Taken back before anybody read it: it never was.
    let (_, third) = fair.say(ana, "Oh, never mind").await;
    assert_eq!(fair.take_back(ana, &third).await, 204);
    assert_eq!(fair.flush().await, visitors::Flushed::default());
    assert_eq!(fair.take_back(ana, &third).await, 404);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f59_f60_what_is_not_public_or_not_signed_or_no_comment_is_refused(#[values(Sqlite, Postgres)] on: On) {
    let fair = Fair::open(on, 2).await;
    let [ana, ben] = &fair.visitors[..] else { panic!("two came") };
    let stand = &fair.stand;
    let deleted = Uuid::now_v7();
    stand.push(vec![video(deleted, "Gone", NOW)]).await;
    let rev = stand.pull().await.head;
    stand.push(vec![op("videos", deleted, rev, &json!({ "_deleted": true }))]).await;
    let bens = ben.workspace(&stand.house).await;
    let nowhere = Uuid::now_v7();
    for path in [
        stand.path(&format!("/videos/{nowhere}")),
        stand.path(&format!("/videos/{deleted}")),
        stand.path("/videos/nonsense"),
        // Of another maker, and of one who is not public.
        format!("/v1/makers/{nowhere}/videos/{}", fair.video),
        format!("/v1/makers/{bens}/videos/{}", fair.video),
    ] {
        for method in [Method::PUT, Method::DELETE] {
            assert_eq!(told(stand.house.ask(method, &format!("{path}/like"), &ana.token)).await.0, 404, "{path}");
        }
        let said = stand.house.post(&format!("{path}/comments"), &ana.token, json!({ "content": "x" })).await;
        assert!(said.0 == 404 || said.0 == 429, "{path} {said:?}");
    }
    let like = stand.path(&format!("/videos/{}/like", fair.video));
    for token in ["", "msa_nonsense"] {
        assert_eq!(told(stand.house.ask(Method::PUT, &like, token)).await.0, 401);
    }
    for content in [json!(""), json!("  "), json!("a\nb"), json!("a\u{0}b"), json!("x".repeat(1_001)), json!(7)] {
        let (status, problem) = fair.say(ben, content.as_str().unwrap_or_default()).await;
        assert!(status == 422 || status == 429, "{content} {problem}");
    }
    assert_eq!(fair.flush().await, visitors::Flushed::default());
    assert_eq!(
        fair.count("SELECT (SELECT count(*) FROM video_likes) + (SELECT count(*) FROM visitor_events)").await,
        0
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f60_who_likes_or_talks_too_much_is_told_when_to_come_back_and_others_go_on() {
    let fair = Fair::open(Sqlite, 2).await;
    let [ana, ben] = &fair.visitors[..] else { panic!("two came") };
    let liked = async |who: &Desk| {
        let path = fair.stand.path(&format!("/videos/{}/like", fair.video));
        fair.stand.house.ask(Method::PUT, &path, &who.token).send().await.unwrap()
    };
    let mut refused = None;
    for _ in 0..40 {
        let answer = liked(ana).await;
        if answer.status() == 429 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("forty likes at once went through");
    assert!(refused.headers()["retry-after"].to_str().unwrap().parse::<u32>().unwrap() >= 1);
    assert_eq!(liked(ben).await.status(), 204);
    let mut statuses = Vec::new();
    for n in 0..7 {
        statuses.push(fair.say(ana, &format!("{n}")).await.0);
    }
    assert_eq!((&statuses[..5], statuses.last()), (&[201; 5][..], Some(&429)));
    assert_eq!(fair.say(ben, "I as well").await.0, 201);
    // An address that makes an account for each comment does not get far.
    let mut taken = 0;
    for n in 0..5 {
        let eva = fair.stand.house.sign_up(&format!("eva-{n}")).await;
        for _ in 0..5 {
            let path = fair.stand.path(&format!("/videos/{}/comments", fair.video));
            taken += u32::from(fair.stand.house.post(&path, &eva.token, json!({ "content": "x" })).await.0 == 201);
        }
    }
    assert!((20..=22).contains(&taken), "{taken} were taken");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_finds_no_room_in_a_full_workspace_is_kept_and_written_later(#[values(Sqlite, Postgres)] on: On) {
    let fair = Fair::open(on, 1).await;
    let ana = &fair.visitors[0];
    let rows = fair.count("SELECT row_count FROM sync_head").await;
    let fill = async |rows: i64| {
        transaction!(fair.stand.backend.database, |tx| {
            sql("UPDATE sync_head SET row_count = $1").bind(rows).run(tx).await?;
            Ok::<_, maker_server::db::DbError>(())
        })
        .unwrap();
    };
    fill(200_000).await;
    assert_eq!(fair.say(ana, "Is there room?").await.0, 201);
    assert_eq!(fair.like_video(ana, Method::PUT).await, 204);
    for _ in 0..3 {
        assert_eq!(fair.flush().await, visitors::Flushed::default());
        fair.stand.clock.pass(60);
    }
    assert_eq!((fair.said().await.len(), fair.count("SELECT count(*) FROM visitor_events").await), (0, 2));
    fill(rows).await;
    assert_eq!(fair.flush().await, visitors::Flushed { counts: 1, comments: 1 });
    assert_eq!((fair.said().await.len(), fair.on_the_page().await.0), (1, 1));
}

/// Goes on with a flush for so many steps and then drops it, as a kill would. Whether it had ended.
async fn killed_after(backend: &Backend, steps: u32) -> bool {
    let mut flush = pin!(visitors::flush(backend));
    let mut made = 0;
    std::future::poll_fn(|context| {
        if made == steps {
            return Poll::Ready(false);
        }
        made += 1;
        flush.as_mut().poll(context).map(|flushed| {
            flushed.unwrap();
            true
        })
    })
    .await
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f63_a_flush_that_is_killed_anywhere_loses_nothing_and_doubles_nothing(#[values(Sqlite, Postgres)] on: On) {
    let fair = Fair::open(on, 3).await;
    let (mut said, mut kills) = (0_usize, 0);
    // Each time there is one like more or fewer and a comment more, and the flush comes a step further before it is killed.
    for round in 0..60_u32 {
        let who = &fair.visitors[round as usize % 3];
        let method = if round % 2 == 0 { Method::PUT } else { Method::DELETE };
        assert_eq!(fair.like_video(who, method).await, 204);
        if fair.say(who, &format!("comment {round}")).await.0 == 201 {
            said += 1;
        }
        fair.stand.clock.pass(60);
        kills += u32::from(!killed_after(&fair.stand.backend, 1 + round % 20).await);
    }
    assert!(kills > 10, "it was killed in the middle {kills} times");
    fair.stand.clock.pass(60);
    fair.flush().await;
    let likes = fair.count("SELECT count(*) FROM video_likes").await;
    assert_eq!((fair.on_the_page().await.0, fair.count("SELECT likes FROM videos").await), (likes, likes));
    let comments = fair.said().await;
    assert_eq!((comments.len(), comments.iter().collect::<BTreeSet<_>>().len()), (said, said));
    assert_eq!(fair.count("SELECT count(*) FROM visitor_events").await, 0);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_instances_that_flush_side_by_side_write_everything_once(#[values(Sqlite, Postgres)] on: On) {
    let fair = Fair::open(on, 6).await;
    let (other, _) = fair.stand.another().await;
    let stop = tokio_util::sync::CancellationToken::new();
    let flushing = [fair.stand.backend.clone(), other].map(|backend| {
        let (stop, clock) = (stop.clone(), fair.stand.clock.clone());
        tokio::spawn(async move {
            while !stop.is_cancelled() {
                visitors::flush(&backend).await.unwrap();
                clock.pass(COUNT_EVERY_MS / 1_000);
                tokio::task::yield_now().await;
            }
        })
    });
    let acts = fair.visitors.iter().enumerate().map(async |(n, visitor)| {
        let mut said = Vec::new();
        for round in 0..5 {
            assert_eq!(fair.like_video(visitor, Method::PUT).await, 204);
            let content = format!("{n} says {round}");
            assert_eq!(fair.say(visitor, &content).await.0, 201);
            said.push(content);
            if round < 4 || n % 2 == 0 {
                assert_eq!(fair.like_video(visitor, Method::DELETE).await, 204);
            }
        }
        said
    });
    let expected: BTreeSet<_> = join_all(acts).await.into_iter().flatten().collect();
    let written = async || (fair.count("SELECT count(*) FROM visitor_events").await == 0).then_some(());
    eventually("everything is written", Duration::from_secs(30), written).await;
    stop.cancel();
    for task in flushing {
        task.await.unwrap();
    }
    let comments = fair.said().await;
    assert_eq!((comments.len(), comments.into_iter().collect()), (expected.len(), expected));
    assert_eq!((fair.on_the_page().await.0, fair.on_a_device().await.0), (3, Some(3)));
    let twice = "SELECT count(*) FROM (SELECT op_id FROM sync_changeset GROUP BY op_id HAVING count(*) > 1) AS t";
    assert_eq!(fair.count(twice).await, 0);
}

/// The program as it runs: comments are there within a second, whatever is killed.
#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f63_killed_servers_lose_no_like_and_no_comment_and_show_them_soon(#[values(Sqlite, Postgres)] on: On) {
    let mut house = House::open(on).await;
    let owner = house.sign_up("owner").await;
    let maker = owner.workspace(&house).await;
    let film = Uuid::now_v7();
    let named = json!({ "name": "Amina", "created_at": NOW, "updated_at": NOW });
    let ops = vec![op("makers", maker.parse().unwrap(), 0, &named), video(film, "A cup", NOW)];
    let push = json!({ "now": NOW, "seen": "0".repeat(48), "schema": SCHEMA, "ops": ops });
    assert_eq!(house.post(&format!("/v1/t/{maker}/sync/push"), &owner.token, push).await.0, 200);
    let mut said = Vec::new();
    for round in 0..4 {
        let visitor = house.sign_up(&format!("visitor-{round}")).await;
        let path = format!("/v1/makers/{maker}/videos/{film}");
        assert_eq!(told(house.ask(Method::PUT, &format!("{path}/like"), &visitor.token)).await.0, 204);
        for n in 0..3 {
            let content = format!("{round}.{n}");
            let body = json!({ "content": content });
            assert_eq!(house.post(&format!("{path}/comments"), &visitor.token, body).await.0, 201);
            said.push(content);
        }
        // At another moment of its work each time.
        tokio::time::sleep(Duration::from_millis(150 * round)).await;
        house = house.killed_and_started_again();
    }
    let shown = async || {
        let (_, comments) = house.get(&format!("/v1/makers/{maker}/videos/{film}/comments?limit=100"), "").await;
        let items = comments["items"].as_array().unwrap().clone();
        (items.len() >= said.len()).then_some(items)
    };
    let items = eventually("every comment is shown", Duration::from_secs(20), shown).await;
    let shown: BTreeSet<_> = items.iter().map(|item| item["content"].as_str().unwrap().to_owned()).collect();
    assert_eq!((items.len(), shown), (said.len(), said.into_iter().collect()));
    let counted = async || {
        let (_, maker) = house.get(&format!("/v1/makers/{maker}"), "").await;
        (maker["videos"]["items"][0]["likes"] == json!(4)).then_some(())
    };
    eventually("every like is counted", Duration::from_secs(60), counted).await;
}
