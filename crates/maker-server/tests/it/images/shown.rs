//! Anybody sees a picture while a post shows it, and not before or after.

use maker_domain::image::ImageName;
use reqwest::Method;
use rstest::rstest;
use serde_json::json;
use uuid::Uuid;

use super::pictures::small;
use super::studio::{Studio, shown, shows};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::sync::workspace::{NOW, op};

#[rstest]
#[tokio::test]
async fn a_picture_is_public_while_a_live_post_shows_it_and_at_no_other_time(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let bytes = small(1);
    let name = studio.stored(&bytes).await;
    let absent = studio.public(ImageName::of(b"none")).await;
    assert_eq!(absent.0, 404);
    let hidden = async |why: &str| {
        let (status, _, said) = studio.public(name).await;
        assert_eq!((status, said), (404, absent.2.clone()), "{why}: as one that is not there");
    };
    hidden("nothing shows it").await;
    let (row, media) = (Uuid::now_v7(), Uuid::now_v7());
    studio.push(vec![shows(media, row, name)]).await;
    hidden("its post is not there yet, or is a draft").await;
    studio.push(vec![crate::sync::workspace::post(row, "mugs")]).await;
    let (status, headers, got) = studio.public(name).await;
    assert_eq!((status, got), (200, bytes.clone()));
    for (header, value) in [
        ("content-type", "image/png"),
        ("cache-control", "public, max-age=31536000, immutable"),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "default-src 'none'; sandbox"),
    ] {
        assert_eq!(headers[header], value, "{header}");
    }
    let deleted = |table: &str, id: Uuid, yes: bool| op(table, id, 99, &json!({ "_deleted": yes }));
    studio.push(vec![deleted("post_media", media, true)]).await;
    hidden("the post does not show it any more").await;
    studio.push(vec![deleted("post_media", media, false)]).await;
    assert_eq!(studio.public(name).await.0, 200);
    studio.push(vec![deleted("posts", row, true)]).await;
    hidden("the post was deleted").await;
    studio.push(vec![deleted("posts", row, false)]).await;
    assert_eq!(studio.public(name).await.0, 200, "and came back out of the bin");
}

#[rstest]
#[tokio::test]
async fn only_what_the_makers_own_post_shows_is_at_the_makers_address(#[values(Sqlite, Postgres)] on: On) {
    let studio = Studio::open(on).await;
    let bytes = small(2);
    let name = studio.stored(&bytes).await;
    studio.post_with(name).await;
    let ben = studio.house.sign_up("Ben").await;
    let bens = ben.workspace(&studio.house).await;
    // Ben's post names Ana's picture: that does not make it his.
    let ops = vec![crate::sync::workspace::post(Uuid::now_v7(), "mine"), shows(Uuid::now_v7(), Uuid::now_v7(), name)];
    let push = json!({ "now": NOW, "seen": maker_domain::sync::token::Token::START, "schema": 1, "ops": ops });
    assert_eq!(studio.house.post(&format!("/v1/t/{bens}/sync/push"), &ben.token, push).await.0, 200);
    for maker in [bens.as_str(), &Uuid::now_v7().to_string(), "nonsense", "%ff"] {
        let path = format!("/v1/makers/{maker}/images/{name}");
        assert_eq!(shown(studio.house.ask(Method::GET, &path, "")).await.0, 404, "{maker}");
    }
    assert_eq!(studio.public(name).await.2, bytes);
}

#[rstest]
#[tokio::test]
async fn whoever_has_a_picture_is_not_sent_it_again(#[values(Sqlite)] on: On) {
    let studio = Studio::open(on).await;
    let bytes = small(3);
    let name = studio.stored(&bytes).await;
    let (row, _) = studio.post_with(name).await;
    let public = format!("/v1/makers/{}/images/{name}", studio.id);
    let ask = async |method: Method, path: &str, token: &str, tag: &str| {
        shown(studio.house.ask(method, path, token).header("if-none-match", tag)).await
    };
    let tag = format!("\"{name}\"");
    for (path, token) in [(&public, ""), (&studio.path(name), studio.ana.token.as_str())] {
        for has in [tag.clone(), format!("\"other\", {tag}"), format!("W/{tag}"), "*".to_owned()] {
            let (status, headers, body) = ask(Method::GET, path, token, &has).await;
            assert_eq!((status, headers["etag"].to_str().unwrap(), body.len()), (304, tag.as_str(), 0), "{has}");
        }
        for other in ["\"other\"", "", &name.to_string()] {
            assert_eq!(ask(Method::GET, path, token, other).await.2, bytes, "{other}");
        }
        let (status, headers, body) = ask(Method::HEAD, path, token, "\"other\"").await;
        let length: usize = headers["content-length"].to_str().unwrap().parse().unwrap();
        assert_eq!((status, length, body.len()), (200, bytes.len(), 0));
    }
    studio.push(vec![op("posts", row, 99, &json!({ "_deleted": true }))]).await;
    assert_eq!(ask(Method::GET, &public, "", &tag).await.0, 404, "also whoever has it is told nothing");
}
