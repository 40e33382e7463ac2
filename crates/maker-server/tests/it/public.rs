//! What everybody may see of a maker, and nothing else.

use std::collections::BTreeSet;
use std::time::Duration;

use maker_domain::image::ImageName;
use maker_domain::sync::registry::{Kind, TABLES};
use maker_domain::sync::wire::{Op, SCHEMA};
use maker_harness::eventually;
use maker_server::db::sql;
use maker_server::sync::{Author, Sender, apply, prepare};
use maker_server::transaction;
use reqwest::Method;
use reqwest::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_ENCODING, ETAG, IF_NONE_MATCH, VARY};
use rstest::rstest;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::engines::On::{self, Postgres, Sqlite};
use crate::stand::{Stand, post, video};
use crate::sync::workspace::{Changed, NOW, op};

const LISTS: [&str; 4] = ["services", "links", "posts", "videos"];

/// A word for each column, so that one that is told where it should not be is found.
fn word(table: &str, column: &str) -> String {
    format!("canary-{}-{}", table.replace('_', "-"), column.replace('_', "-"))
}

/// The backend's own edits, as its jobs make them.
async fn by_the_backend(stand: &Stand, ops: Vec<Op>) {
    let author = Author::Backend;
    let prepared = prepare(stand.maker, &author, &ops);
    let sender = Sender { author: &author, seen: None, schema: SCHEMA, now: NOW };
    let limits = maker_server::sync::Limits::default();
    let pushed =
        transaction!(stand.backend.database, |tx| { apply(tx, stand.maker, sender, &prepared, &limits, NOW).await })
            .unwrap();
    stand.backend.hints.tell(stand.maker, pushed.head.seq);
}

/// Every answer that nobody has to sign in for, one after the other.
async fn everything_told(stand: &Stand, videos: &[Uuid]) -> String {
    let mut paths = vec![stand.path(""), format!("/m/{}", stand.maker)];
    for list in LISTS {
        paths.extend([stand.path(&format!("/{list}?limit=100")), format!("/m/{}/{list}?limit=100", stand.maker)]);
    }
    for video in videos {
        paths.push(stand.path(&format!("/videos/{video}/comments")));
        paths.push(format!("/m/{}/videos/{video}", stand.maker));
    }
    let mut all = String::new();
    for path in paths {
        let (status, text) = stand.seen(&path).await;
        assert_eq!(status, 200, "{path}: {text}");
        all.push_str(&text);
    }
    all
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_column_that_is_not_listed_as_public_is_in_no_public_answer(#[values(Sqlite, Postgres)] on: On) {
    const PUBLIC: [(&str, &[&str]); 7] = [
        ("makers", &["name", "bio", "country"]),
        ("services", &["title", "description", "currency", "type"]),
        ("social_links", &["platform", "url"]),
        ("posts", &["content"]),
        ("post_media", &["alt", "content_type"]),
        ("videos", &["title", "description", "url", "platform", "type"]),
        ("comments", &["author", "content"]),
    ];
    let stand = Stand::open(on).await;
    let (the_post, the_video) = (Uuid::now_v7(), Uuid::now_v7());
    let image = ImageName::of(b"a cup").to_string();
    let mut ops = Vec::new();
    for table in TABLES {
        let mut fields = Map::new();
        for column in table.columns {
            let value = match (table.name, column.name, column.kind) {
                (_, "hidden", _) => json!(false),
                ("post_media", "post_id", _) => json!(the_post),
                ("post_media", "image", _) => json!(image),
                ("comments", "video_id", _) => json!(the_video),
                ("social_links" | "videos", "url", _) => json!(format!("https://{}.example/", word(table.name, "url"))),
                ("posts", "images", _) => json!([word("posts", "images")]),
                ("social_connections", "platform", _) => json!("YOUTUBE"),
                (.., Kind::Text) => json!(word(table.name, column.name)),
                (.., Kind::Json) => json!({ "is": word(table.name, column.name) }),
                (.., Kind::Id) => json!(Uuid::now_v7()),
                (.., Kind::Bool) => json!(true),
                (.., Kind::Real | Kind::Integer) => json!(7),
                (.., Kind::Time) => json!(NOW),
            };
            fields.insert(column.name.to_owned(), value);
        }
        let id = match table.name {
            "makers" => stand.maker,
            "posts" | "post_stats" => the_post,
            "videos" | "video_stats" => the_video,
            "social_connections" => Uuid::new_v5(&stand.maker, b"YOUTUBE"),
            _ => Uuid::now_v7(),
        };
        ops.push(op(table.name, id, 1, &Value::Object(fields)));
    }
    by_the_backend(&stand, ops).await;
    let told = everything_told(&stand, &[the_video]).await;
    for table in TABLES {
        for column in table.columns.iter().filter(|column| matches!(column.kind, Kind::Text | Kind::Json)) {
            let public = PUBLIC.iter().any(|(of, columns)| *of == table.name && columns.contains(&column.name));
            let word = word(table.name, column.name);
            // A position is in what a page is asked on by, and nowhere to be read; the others are plain to see.
            assert_eq!(told.contains(&word), public, "{word}");
        }
    }
    assert!(told.contains(&format!("/v1/makers/{}/images/{image}", stand.maker)));
    let owner = &stand.owner.signed;
    for private in [&owner.user.email, &owner.user.id.to_string(), &owner.device_id.to_string(), "Workshop"] {
        assert!(!told.contains(private), "{private}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s03_what_is_deleted_hidden_unfinished_replaced_or_kept_beside_is_told_to_nobody(
    #[values(Sqlite, Postgres)] on: On,
) {
    let stand = Stand::open(on).await;
    let [service, hidden, gone, link, gone_link] = [(); 5].map(|()| Uuid::now_v7());
    let [shown, deleted, film, gone_film, comment, hidden_comment, gone_comment] = [(); 7].map(|()| Uuid::now_v7());
    let a_service = |id, title: &str, hidden: Option<bool>| {
        let fields = json!({ "title": title, "price": 12.5, "currency": "EUR", "type": "ARTISAN", "hidden": hidden,
                             "created_at": NOW, "updated_at": NOW });
        op("services", id, 0, &fields)
    };
    let a_link = |id, url: &str| {
        let fields = json!({ "platform": "Shop", "url": url, "created_at": NOW, "updated_at": NOW });
        op("social_links", id, 0, &fields)
    };
    let first = stand
        .push(vec![
            a_service(service, "canary replaced", None),
            a_service(hidden, "canary hidden", Some(true)),
            a_service(gone, "canary deleted", None),
            op(
                "services",
                Uuid::now_v7(),
                0,
                &json!({ "title": " ", "description": "canary unfinished", "price": 0,
               "currency": "EUR", "type": "ARTISAN", "created_at": NOW, "updated_at": NOW }),
            ),
            a_link(link, "https://shop.example/"),
            a_link(gone_link, "https://canary.example/"),
            a_link(Uuid::now_v7(), "javascript:canary()"),
            a_link(Uuid::now_v7(), "https://canary@ex.example/"),
            post(shown, "canary replaced", NOW),
            post(deleted, "canary deleted", NOW),
            video(film, "Throwing a cup", NOW),
            video(gone_film, "canary deleted", NOW),
            op(
                "drafts",
                Uuid::now_v7(),
                0,
                &json!({ "kind": "POST", "status": "DRAFT", "title": "canary", "description": "canary",
                "created_at": NOW, "updated_at": NOW }),
            ),
        ])
        .await
        .head
        .seq;
    let said = |id, content: &str| {
        let fields = json!({ "video_id": film, "author": "Ben", "content": content, "created_at": NOW });
        op("comments", id, 0, &fields)
    };
    by_the_backend(
        &stand,
        vec![said(comment, "Lovely"), said(hidden_comment, "canary hidden"), said(gone_comment, "canary deleted")],
    )
    .await;
    let rev = stand.pull().await.head;
    let deletion = |table, id| op(table, id, rev, &json!({ "_deleted": true }));
    stand
        .push(vec![
            op("services", service, rev, &json!({ "title": "Cups to order" })),
            // Edited on two devices: one lost and is kept beside.
            op("services", service, first, &json!({ "title": "canary beside" })).at(NOW - 90_000),
            op("posts", shown, rev, &json!({ "content": "The kiln is warm." })),
            op("comments", hidden_comment, rev, &json!({ "hidden": true })),
            deletion("services", gone),
            deletion("social_links", gone_link),
            deletion("posts", deleted),
            deletion("videos", gone_film),
        ])
        .await;
    by_the_backend(&stand, vec![op("comments", gone_comment, rev + 9, &json!({ "_deleted": true }))]).await;
    let told = everything_told(&stand, &[film]).await;
    assert!(!told.contains("canary"), "{told}");
    for shown in ["Cups to order", "The kiln is warm.", "Throwing a cup", "Lovely", "https://shop.example/"] {
        assert!(told.contains(shown), "{shown}");
    }
    let maker = stand.told("").await;
    let counts = json!({ "services": 1, "links": 2, "posts": 1, "videos": 1 });
    assert_eq!((&maker["counts"], &maker["videos"]["items"][0]["comments"]), (&counts, &json!(1)));
    for nothing in
        [stand.path(&format!("/videos/{gone_film}/comments")), format!("/m/{}/videos/{gone_film}", stand.maker)]
    {
        assert_eq!(stand.seen(&nothing).await.0, 404, "{nothing}");
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f59_an_unknown_a_malformed_and_a_deleted_maker_read_the_same(#[values(Sqlite, Postgres)] on: On) {
    let stand = Stand::open(on).await;
    let other = stand.house.sign_up("ben").await;
    let unnamed = other.workspace(&stand.house).await;
    let gone = stand.house.sign_up("eva").await.workspace(&stand.house).await;
    transaction!(stand.backend.database, |tx| {
        sql("DELETE FROM workspaces WHERE id = $1").bind(&gone).run(tx).await?;
        Ok::<_, maker_server::db::DbError>(())
    })
    .unwrap();
    let ids =
        [Uuid::now_v7().to_string(), unnamed, gone, "nonsense".into(), "%00".into(), "%ff".into(), "x".repeat(3_000)];
    for rest in ["", "/services", "/links", "/posts", "/videos"] {
        let mut answers = BTreeSet::new();
        let mut pages = BTreeSet::new();
        for id in &ids {
            let (status, answer) = stand.house.get(&format!("/v1/makers/{id}{rest}"), "").await;
            answers.insert((status, answer["code"].as_str().unwrap().to_owned(), answer["detail"].to_string()));
            pages.insert(stand.seen(&format!("/m/{id}{rest}")).await);
        }
        assert_eq!(answers.len(), 1, "{answers:?}");
        assert_eq!(answers.first().unwrap().0, 404);
        assert_eq!((pages.len(), pages.first().unwrap().0), (1, 404), "{pages:?}");
        assert!(pages.first().unwrap().1.contains("Nobody works here"));
    }
    assert_eq!(stand.seen(&format!("/m/{}/drafts", stand.maker)).await.0, 404);
    assert_eq!(stand.seen(&format!("/m/{}/posts?after=nonsense", stand.maker)).await.0, 404);
    for query in ["after=nonsense", "limit=many", "limit=-1", "after=AAAA"] {
        let (status, problem) = stand.house.get(&stand.path(&format!("/posts?{query}")), "").await;
        assert_eq!((status, &problem["code"]), (422, &json!("invalid")), "{query}");
    }
}

/// All ids of a list, page by page, with something done after the first page.
async fn walked(stand: &Stand, list: &str, limit: u32, meanwhile: impl AsyncFn()) -> Vec<String> {
    let (mut ids, mut after, mut pages) = (Vec::new(), String::new(), 0);
    loop {
        let page = stand.told(&format!("/{list}?limit={limit}{after}")).await;
        ids.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()));
        pages += 1;
        assert!(pages < 100, "it ends");
        if pages == 1 {
            meanwhile().await;
        }
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return ids,
        }
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_walked_through_without_a_gap_or_a_repeat_while_rows_are_added(#[values(Sqlite, Postgres)] on: On) {
    let stand = Stand::open(on).await;
    // Pairs of the same moment, whose ids decide.
    let posts: Vec<_> = (0..25).map(|n| (Uuid::now_v7(), NOW - 1_000_000 + n / 2 * 1_000)).collect();
    stand.push(posts.iter().map(|(id, at)| post(*id, "text", *at)).collect()).await;
    let mut expected = posts.clone();
    expected.sort_by_key(|(id, at)| std::cmp::Reverse((*at, *id)));
    let expected: Vec<_> = expected.iter().map(|(id, _)| id.to_string()).collect();
    for limit in [1, 4, 25, 100] {
        let newer = async || {
            stand.push(vec![post(Uuid::now_v7(), "newer", NOW + i64::from(limit))]).await;
        };
        let ids = walked(&stand, "posts", limit, newer).await;
        let old: Vec<_> = ids.iter().filter(|id| expected.contains(id)).cloned().collect();
        assert_eq!(old, expected, "limit {limit}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "limit {limit}");
    }

    let positions = [Some("a"), Some("a"), Some("Z"), Some("é"), None, Some(""), None, Some("b")];
    let services: Vec<_> = positions.iter().map(|position| (Uuid::now_v7(), *position)).collect();
    let offer = |id: Uuid, position: Option<&str>| {
        let fields = json!({ "title": "Cup", "price": 1, "currency": "EUR", "type": "ARTISAN", "position": position,
                             "created_at": NOW, "updated_at": NOW });
        op("services", id, 0, &fields)
    };
    stand.push(services.iter().map(|(id, position)| offer(*id, *position)).collect()).await;
    let mut expected = services.clone();
    // As the devices have them: those without a position last.
    expected.sort_by_key(|(id, position)| (position.is_none(), position.unwrap_or_default().to_owned(), *id));
    let expected: Vec<_> = expected.iter().map(|(id, _)| id.to_string()).collect();
    for limit in [1, 3] {
        let first = async || {
            stand.push(vec![offer(Uuid::now_v7(), Some(" first"))]).await;
        };
        let ids = walked(&stand, "services", limit, first).await;
        let old: Vec<_> = ids.iter().filter(|id| expected.contains(id)).cloned().collect();
        assert_eq!(old, expected, "limit {limit}");
    }
}

#[tokio::test]
async fn f60_a_page_ends_before_it_weighs_too_much_and_the_next_one_goes_on() {
    let stand = Stand::open(Sqlite).await;
    let long = "x".repeat(200_000);
    for n in 0..5 {
        stand.push(vec![post(Uuid::now_v7(), &long, NOW + n)]).await;
    }
    let page = stand.told("/posts").await;
    assert_eq!((page["items"].as_array().unwrap().len(), page["next"].is_string()), (2, true));
    assert_eq!(walked(&stand, "posts", 10, async || {}).await.len(), 5);
    let (status, text) = stand.seen(&format!("/m/{}", stand.maker)).await;
    assert!(status == 200 && text.contains("Older posts") && text.len() < 1 << 20);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_says_which_it_is_and_whoever_has_it_is_sent_nothing(#[values("json", "html")] form: &str) {
    let stand = Stand::open(Sqlite).await;
    let path = if form == "json" { stand.path("") } else { format!("/m/{}", stand.maker) };
    let ask = async |method: Method, encoding: &str, tag: &str| {
        let request = stand.house.ask(method, &path, "").header(ACCEPT_ENCODING, encoding);
        let request = if tag.is_empty() { request } else { request.header(IF_NONE_MATCH, tag) };
        request.send().await.unwrap()
    };
    let mut tags = BTreeSet::new();
    for encoding in ["identity", "gzip", "zstd"] {
        let answer = ask(Method::GET, encoding, "").await;
        let tag = answer.headers()[ETAG].to_str().unwrap().to_owned();
        assert!(tag.starts_with('"'), "it is a strong one: {tag}");
        assert_eq!(answer.headers()[CACHE_CONTROL], "public, max-age=15, stale-while-revalidate=60");
        let varies = if form == "json" { "accept-encoding" } else { "accept-encoding, accept-language" };
        assert_eq!(answer.headers().get_all(VARY).iter().collect::<Vec<_>>(), [varies]);
        let told = answer.headers().get(CONTENT_ENCODING).map_or("identity", |told| told.to_str().unwrap());
        assert_eq!(told, encoding);
        let length = answer.content_length();
        let body = answer.bytes().await.unwrap();
        let head = ask(Method::HEAD, encoding, "").await;
        assert_eq!((head.status().as_u16(), head.headers()[ETAG].to_str().unwrap()), (200, &*tag));
        assert_eq!(head.headers()["content-length"].to_str().unwrap(), length.unwrap().to_string());
        assert_eq!((body.len() as u64, head.bytes().await.unwrap().len()), (length.unwrap(), 0));
        let again = ask(Method::GET, encoding, &format!("\"other\", {tag}")).await;
        assert_eq!((again.status().as_u16(), again.headers()[ETAG].to_str().unwrap()), (304, &*tag));
        assert!(again.bytes().await.unwrap().is_empty());
        tags.insert(tag);
    }
    assert_eq!(tags.len(), 3, "no two of them are the same bytes");
    stand.push(vec![post(Uuid::now_v7(), "More cups", NOW)]).await;
    let fresh = ask(Method::GET, "identity", tags.first().unwrap()).await;
    assert_eq!(fresh.status(), 200);
    assert!(fresh.text().await.unwrap().contains("More cups"));
}

/// How many pages have been made.
async fn made(stand: &Stand) -> u64 {
    let metrics = stand.house.ask(Method::GET, "/metrics", "").send().await.unwrap().text().await.unwrap();
    let line = metrics.lines().find(|line| line.starts_with("maker_server_pages_made_total")).unwrap();
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

/// A visitor with these wishes, who may have a page already.
async fn visit(stand: &Stand, path: &str, wishes: &str, has: Option<&str>) -> reqwest::Response {
    let request = stand.house.ask(Method::GET, path, "").header(ACCEPT_LANGUAGE, wishes);
    let request = if let Some(tag) = has { request.header(IF_NONE_MATCH, tag) } else { request };
    request.send().await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g14_every_visitor_reads_the_page_in_their_own_language() {
    let stand = Stand::open(Sqlite).await;
    stand.push(vec![post(Uuid::now_v7(), "The kiln is warm.", NOW), video(Uuid::now_v7(), "A cup", NOW)]).await;
    let (page, posts) = (format!("/m/{}", stand.maker), format!("/m/{}/posts", stand.maker));
    for (wishes, html, nothing_said, all, nobody) in [
        ("fr-CA, en;q=0.8", "lang=\"fr\" dir=\"ltr\"", "Aucun commentaire", "1 en tout", "Personne ne travaille ici"),
        ("sv, ar-EG;q=0.9, fr;q=0.2", "lang=\"ar\" dir=\"rtl\"", "لا تعليقات", "المجموع:", "لا أحد يعمل هنا"),
        ("en, fr;q=0.9", "lang=\"en\" dir=\"ltr\"", "No comments", "1 in all", "Nobody works here"),
        ("sv, de;q=0.5", "lang=\"en\" dir=\"ltr\"", "No comments", "1 in all", "Nobody works here"),
    ] {
        for (path, sentence) in [(&*page, nothing_said), (&posts, all), ("/m/nobody", nobody)] {
            let text = visit(&stand, path, wishes, None).await.text().await.unwrap();
            assert!(text.contains(html) && text.contains(sentence), "{wishes}, {path}: {text}");
        }
        let text = visit(&stand, &page, wishes, None).await.text().await.unwrap();
        for written in ["<h1 dir=\"auto\">Amina Boateng</h1>", "<p class=\"words\" dir=\"auto\">The kiln is warm.</p>"]
        {
            assert!(text.contains(written), "{wishes}: {text}");
        }
    }
    let told = visit(&stand, &stand.path(""), "fr", None).await;
    assert_eq!(told.headers()[VARY], "accept-encoding", "programs are told the same in every language");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g14_a_page_in_one_language_is_never_taken_for_the_same_in_another() {
    let stand = Stand::open(Sqlite).await;
    let page = format!("/m/{}", stand.maker);
    let mut tags = Vec::new();
    for wishes in ["en", "fr", "ar"] {
        let answer = visit(&stand, &page, wishes, None).await;
        assert_eq!(answer.headers()[VARY], "accept-encoding, accept-language");
        tags.push((wishes, answer.headers()[ETAG].to_str().unwrap().to_owned()));
    }
    for (wishes, own) in &tags {
        for (of, tag) in &tags {
            let answer = visit(&stand, &page, wishes, Some(tag)).await;
            assert_eq!(answer.status(), if wishes == of { 304 } else { 200 }, "{wishes} has the page in {of}");
            assert_eq!(answer.headers()[ETAG], &**own);
            assert_eq!(answer.headers()[VARY], "accept-encoding, accept-language");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn g14_wishes_that_are_nonsense_or_have_no_end_are_english_and_cost_no_page() {
    let stand = Stand::open(Sqlite).await;
    let page = format!("/m/{}", stand.maker);
    let english = stand.seen(&page).await.1;
    let before = made(&stand).await;
    let wishes =
        ["fr,".repeat(3_400), "x".repeat(10_000), "fr;q=".into(), ";,=,*;q=9".into(), "fr;q=0".into(), "f".into()];
    for wishes in wishes {
        let answer = visit(&stand, &page, &wishes, None).await;
        assert_eq!((answer.status().as_u16(), answer.text().await.unwrap()), (200, english.clone()), "{wishes}");
    }
    assert_eq!(made(&stand).await, before, "the page that was there served them all");
    for wishes in ["fr", "fr-CA", "fr-BE;q=0.4", "ar", "ar-EG, *"] {
        visit(&stand, &page, wishes, None).await;
    }
    assert_eq!(made(&stand).await, before + 2, "one for each language");
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_is_as_new_as_the_last_push_here_and_a_second_old_at_most_at_another_instance(
    #[values(Sqlite, Postgres)] on: On,
) {
    let stand = Stand::open(on).await;
    let (_there, elsewhere) = stand.another().await;
    let at = |address: &str| {
        let request = stand.house.http.get(format!("{address}/v1/makers/{}", stand.maker));
        async move { request.send().await.unwrap().json::<Value>().await.unwrap()["name"].as_str().unwrap().to_owned() }
    };
    for name in ["Ama", "Efua", "Esi"] {
        let before = (at(&stand.house.address).await, at(&elsewhere).await);
        let rev = stand.pull().await.head;
        stand.push(vec![op("makers", stand.maker, rev, &json!({ "name": name }))]).await;
        assert_eq!(at(&stand.house.address).await, name, "it was {before:?}");
        // A second is promised; a busy machine may take longer to look.
        let shown = async || (at(&elsewhere).await == name).then_some(());
        eventually("the other instance shows it", Duration::from_secs(10), shown).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_that_many_ask_for_at_once_is_made_once_and_kept_while_nothing_changes() {
    let stand = Stand::open(Sqlite).await;
    let many = async || {
        let asked = (0..50).map(|_| stand.told(""));
        let answers = futures_util::future::join_all(asked).await;
        assert!(answers.iter().all(|answer| answer["name"] == "Amina Boateng"));
    };
    assert_eq!(made(&stand).await, 0);
    many().await;
    assert_eq!(made(&stand).await, 1);
    // The workspace's number is looked at again, and is what it was.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    many().await;
    assert_eq!(made(&stand).await, 1);
    stand.push(vec![post(Uuid::now_v7(), "More", NOW)]).await;
    many().await;
    assert_eq!(made(&stand).await, 2);
    // Whoever leaves while a page is made takes it from nobody.
    stand.push(vec![post(Uuid::now_v7(), "Yet more", NOW)]).await;
    for _ in 0..20 {
        let _ = tokio::time::timeout(Duration::from_micros(300), stand.told("")).await;
    }
    many().await;
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_page_of_a_maker_leads_on_by_plain_links(#[values(Sqlite, Postgres)] on: On) {
    let stand = Stand::open(on).await;
    let videos: Vec<_> = (0..30).map(|n| video(Uuid::now_v7(), &format!("Film {n}."), NOW + n)).collect();
    stand.push(videos).await;
    let (mut path, mut seen, mut pages) = (format!("/m/{}", stand.maker), String::new(), 0);
    loop {
        let answer = stand.house.ask(Method::GET, &path, "").send().await.unwrap();
        let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        let text = answer.text().await.unwrap();
        assert!(!text.contains("<script") && !text.contains(" style="));
        pages += 1;
        let next = text.split("href=\"").find(|part| part.starts_with("/m/") && part.contains("?after="));
        let next = next.map(|part| part.split('"').next().unwrap().to_owned());
        seen.push_str(&text);
        match next {
            Some(next) => path = next,
            None => break,
        }
    }
    assert_eq!(pages, 3);
    assert!((0..30).all(|n| seen.contains(&format!("Film {n}."))));
}

#[tokio::test]
async fn nobody_needs_to_sign_in_and_nobody_is_let_in_by_it() {
    let stand = Stand::open(Sqlite).await;
    let (status, _) = stand.house.get(&stand.path(""), "msa_nonsense").await;
    assert_eq!(status, 200, "a token is not looked at");
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        let answer = stand.house.ask(method.clone(), &stand.path(""), "").send().await.unwrap();
        assert_eq!(answer.status(), 405, "{method}");
    }
}
