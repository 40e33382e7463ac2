//! The maker's own picture: on their page once it is here and for as long as it is theirs, and kept for as long as
//! somebody may want it back.

use std::time::Duration;

use maker_domain::image::ImageName;
use maker_domain::sync::wire::{Op, VersionId};
use maker_harness::eventually;
use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use super::collected::{DAY_S, Room};
use super::pictures::small;
use super::studio::Studio;
use crate::engines::On::{self, Postgres, Sqlite};
use crate::sync::workspace::{Changed, NOW, op};

fn chosen(studio: &Studio, rev: u64, picture: Option<ImageName>) -> Op {
    let maker: Uuid = studio.id.parse().unwrap();
    op(
        "makers",
        maker,
        rev,
        &json!({ "name": "Amina Boateng", "picture": picture, "created_at": NOW, "updated_at": NOW }),
    )
}

/// The page with its tag.
async fn page(studio: &Studio) -> (String, String) {
    let answer = studio.house.ask(Method::GET, &format!("/m/{}", studio.id), "").send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let tag = answer.headers()["etag"].to_str().unwrap().to_owned();
    (answer.text().await.unwrap(), tag)
}

async fn told(studio: &Studio) -> Value {
    studio.house.get(&format!("/v1/makers/{}", studio.id), "").await.1
}

#[rstest]
#[tokio::test]
async fn p01_the_page_shows_the_makers_picture_once_it_is_here_and_while_it_is_theirs(
    #[values(Sqlite, Postgres)] on: On,
) {
    let studio = Studio::open(on).await;
    let bytes = small(1);
    let name = ImageName::of(&bytes);
    studio.push(vec![chosen(&studio, 0, Some(name))]).await;
    let (before, tag) = page(&studio).await;
    assert!(before.contains(">AB</p>") && !before.contains("<img"), "its place is not empty while it is on its way");
    assert_eq!(told(&studio).await["picture"], Value::Null);

    studio.stored(&bytes).await;
    let address = format!("/v1/makers/{}/images/{name}", studio.id);
    let face = format!("<img class=\"face\" src=\"{address}\" alt=\"Amina Boateng\" width=\"104\" height=\"104\"");
    let shown = async || Some(page(&studio).await).filter(|(page, _)| page.contains(&face));
    let (after, new_tag) = eventually("the page has it without another edit", Duration::from_secs(9), shown).await;
    assert!(!after.contains(">AB</p>") && new_tag != tag, "{after}");
    assert!(after.contains(&format!("{address}\">")) && after.contains("property=\"og:image\""), "{after}");
    let expected = json!({ "address": address, "alt": "Amina Boateng", "content_type": "image/png" });
    let known = async || (told(&studio).await["picture"] == expected).then_some(());
    eventually("so have programs", Duration::from_secs(9), known).await;
    assert_eq!(studio.public(name).await.2, bytes);

    // A device of the schema before knows of no picture and takes none away.
    let renamed = op("makers", studio.id.parse().unwrap(), 99, &json!({ "name": "Amina B" }));
    let start = maker_domain::sync::token::Token::START;
    let push = json!({ "now": NOW, "seen": start, "schema": 2, "ops": [renamed] });
    let pushed = studio.house.post(&format!("/v1/t/{}/sync/push", studio.id), &studio.ana.token, push).await;
    assert_eq!((pushed.0, &pushed.1["results"][0]["outcome"]), (200, &json!("applied")), "{pushed:?}");
    assert!(page(&studio).await.0.contains("alt=\"Amina B\""));

    let other = studio.stored(&small(2)).await;
    assert_eq!(studio.public(other).await.0, 404, "nobody has chosen it");
    studio.push(vec![chosen(&studio, 99, Some(other))]).await;
    assert_eq!((studio.public(name).await.0, studio.public(other).await.0), (404, 200));
    assert!(page(&studio).await.0.contains(&other.to_string()));
    studio.push(vec![chosen(&studio, 99, None)]).await;
    assert_eq!(studio.public(other).await.0, 404);
    assert!(page(&studio).await.0.contains(">AB</p>"));
    // What is no name is shown by nobody and breaks nothing.
    let nonsense = json!({ "picture": "../../etc/passwd\"><script>" });
    studio.push(vec![op("makers", studio.id.parse().unwrap(), 99, &nonsense)]).await;
    let (after, _) = page(&studio).await;
    assert!(after.contains(">AB</p>") && !after.contains("passwd"));
}

#[rstest]
#[tokio::test]
async fn p01_the_makers_picture_is_not_collected_nor_one_that_is_kept_beside_it(#[values(Sqlite, Postgres)] on: On) {
    let mut room = Room::open(on).await;
    let (first, second) = (room.studio.stored(&small(1)).await, room.studio.stored(&small(2)).await);
    // Two devices that did not know of each other: the later one shows, the other is kept beside.
    let earlier = chosen(&room.studio, 0, Some(first)).at(NOW - 90_000);
    let version = VersionId::of(earlier.id);
    room.studio.push(vec![earlier]).await;
    room.studio.push(vec![chosen(&room.studio, 0, Some(second))]).await;
    assert_eq!((room.studio.public(first).await.0, room.studio.public(second).await.0), (404, 200));
    assert_eq!(room.after(400 * DAY_S).await, 2);
    let mut settled = chosen(&room.studio, 99, Some(second));
    settled.rows[0].resolves.insert("picture".to_owned(), vec![version]);
    room.studio.push(vec![settled]).await;
    assert_eq!(room.after(8 * DAY_S).await, 1, "the maker has decided");
    assert_eq!((room.studio.show(first).await.0, room.studio.public(second).await.0), (404, 200));
    room.studio.push(vec![chosen(&room.studio, 99, None)]).await;
    assert_eq!(room.after(8 * DAY_S).await, 0);
}
