//! Login Kit: rows 1 to 7 and what a consent leads to.

use reqwest::Method;
use serde_json::json;

use crate::harness::{Ask, GOOGLE_CHALLENGE, Reply, Sim, TIKTOK_CHALLENGE, VERIFIER, query};

const KEY: &str = "simulatedmakerstudio";
const SECRET: &str = "simulated-tiktok-client-secret";
const REDIRECT: &str = "http://127.0.0.1:4711/callback/";

async fn authorise(sim: &Sim, changes: &[(&str, &str)]) -> Reply {
    let usual = [
        ("client_key", KEY),
        ("scope", "user.info.basic,video.publish,video.upload"),
        ("redirect_uri", REDIRECT),
        ("state", "a state"),
        ("response_type", "code"),
        ("code_challenge", TIKTOK_CHALLENGE),
        ("code_challenge_method", "S256"),
        ("simulator_answer", "allow"),
    ];
    let kept = usual.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let fields: Vec<_> = kept.chain(changes).copied().filter(|(_, value)| !value.is_empty()).collect();
    sim.get(&sim.tiktok(&format!("/v2/auth/authorize/?{}", query(&fields))), "").await
}

async fn code(sim: &Sim) -> String {
    authorise(sim, &[]).await.redirect()["code"].clone()
}

async fn exchange(sim: &Sim, code: &str, changes: &[(&str, &str)]) -> Reply {
    let usual = [
        ("client_key", KEY),
        ("client_secret", SECRET),
        ("code", code),
        ("grant_type", "authorization_code"),
        ("redirect_uri", REDIRECT),
        ("code_verifier", VERIFIER),
    ];
    let kept = usual.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let fields: Vec<_> = kept.chain(changes).copied().filter(|(_, value)| !value.is_empty()).collect();
    sim.form(&sim.tiktok("/v2/oauth/token/"), &fields).await
}

async fn refresh(sim: &Sim, token: &str) -> Reply {
    let fields =
        [("client_key", KEY), ("client_secret", SECRET), ("grant_type", "refresh_token"), ("refresh_token", token)];
    sim.form(&sim.tiktok("/v2/oauth/token/"), &fields).await
}

#[tokio::test]
async fn a_consent_leads_to_tokens_of_tiktoks_shape() {
    let sim = Sim::start().await;
    let back = authorise(&sim, &[("simulator_untick", "video.upload"), ("simulator_account", "kofi")]).await.redirect();
    assert_eq!((back["state"].as_str(), back["scopes"].as_str()), ("a state", "user.info.basic,video.publish"));
    let body = exchange(&sim, &back["code"], &[]).await.json();
    assert_eq!((&body["expires_in"], &body["refresh_expires_in"]), (&json!(86_400), &json!(31_536_000)));
    assert_eq!((&body["scope"], &body["open_id"]), (&json!("user.info.basic,video.publish"), &json!("-000simkofi")));
    assert!(body["access_token"].as_str().unwrap().starts_with("act.") && body.get("error").is_none());
}

#[tokio::test]
async fn a_refusal_comes_back_as_access_denied() {
    let sim = Sim::start().await;
    let back = authorise(&sim, &[("simulator_answer", "deny")]).await.redirect();
    assert_eq!((back["error"].as_str(), back["state"].as_str()), ("access_denied", "a state"));
}

#[tokio::test]
async fn the_page_can_be_answered_by_a_click() {
    let sim = Sim::start().await;
    let page = authorise(&sim, &[("simulator_answer", "")]).await;
    assert!(page.status == 200 && page.text().contains("private account"));
    let asked = [
        ("client_key", KEY),
        ("scope", "user.info.basic"),
        ("redirect_uri", "http://localhost:8080/oauth/tiktok/callback"),
        ("state", "clicked"),
        ("response_type", "code"),
        ("code_challenge", TIKTOK_CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    let asked = query(&asked);
    let fields = [("request", asked.as_str()), ("account", "noor"), ("scope", "user.info.basic"), ("answer", "allow")];
    let back = sim.form(&sim.tiktok("/v2/auth/authorize/"), &fields).await.redirect();
    assert_eq!((back["state"].as_str(), back["scopes"].as_str()), ("clicked", "user.info.basic"));
}

#[tokio::test]
async fn tiktok_row_01_bad_authorise_requests_name_the_field() {
    let sim = Sim::start().await;
    for (changes, field) in [
        (vec![("client_key", ""), ("client_id", KEY)], "client_key"),
        (vec![("scope", "user.info.basic video.publish")], "scope"),
        (vec![("scope", "user.info.everything")], "scope"),
        (vec![("redirect_uri", "http://127.0.0.1/callback/")], "redirect_uri"),
        (vec![("redirect_uri", "http://127.0.0.1:4711/callback")], "redirect_uri"),
        (vec![("redirect_uri", "http://127.0.0.1:4711/callback/?x=1")], "redirect_uri"),
        (vec![("redirect_uri", "https://example.com:443/callback/")], "redirect_uri"),
        (vec![("redirect_uri", "app.makerstudio://oauth/tiktok")], "redirect_uri"),
    ] {
        let page = authorise(&sim, &changes).await;
        assert!(
            page.status == 400 && page.text().contains(&format!("<code id=\"error\">{field}</code>")),
            "{changes:?}"
        );
    }
}

#[tokio::test]
async fn tiktok_row_02_desktop_apps_need_a_challenge_with_s256() {
    let sim = Sim::start().await;
    for changes in [[("code_challenge", "")], [("code_challenge_method", "plain")], [("code_challenge_method", "")]] {
        let page = authorise(&sim, &changes).await;
        assert!(page.status == 400 && page.text().contains("code_challenge"), "{changes:?}");
    }
}

#[tokio::test]
async fn tiktok_row_03_a_base64url_challenge_fails_only_at_the_exchange() {
    let sim = Sim::start().await;
    let code = authorise(&sim, &[("code_challenge", GOOGLE_CHALLENGE)]).await.redirect()["code"].clone();
    let reply = exchange(&sim, &code, &[]).await;
    assert_eq!(reply.oauth_error(), "400 invalid_request");
    assert_eq!(reply.json()["error_description"], "Code verifier or code challenge is invalid.");
}

#[tokio::test]
async fn tiktok_row_04_token_calls_are_forms() {
    let sim = Sim::start().await;
    let body = json!({"client_key": KEY, "client_secret": SECRET, "grant_type": "refresh_token", "refresh_token": "x"});
    let headers = vec![("content-type", "application/json".to_owned())];
    let ask = Ask { headers, body: body.to_string().into_bytes(), ..Ask::default() };
    let reply = sim.send(Method::POST, &sim.tiktok("/v2/oauth/token/"), ask).await;
    assert_eq!(reply.oauth_error(), "400 invalid_request");
    assert!(reply.json()["log_id"].is_string());
}

#[tokio::test]
async fn tiktok_row_05_the_secret_is_required_and_errors_may_come_with_200() {
    let sim = Sim::start().await;
    for secret in ["", "guess"] {
        let reply = exchange(&sim, &code(&sim).await, &[("client_secret", secret)]).await;
        assert_eq!(reply.oauth_error(), "401 invalid_client");
    }
    sim.fault(json!({"kind": "oauth_http_200"})).await;
    let reply = exchange(&sim, &code(&sim).await, &[("client_secret", "guess")]).await;
    assert_eq!(reply.oauth_error(), "200 invalid_client");
}

#[tokio::test]
async fn tiktok_row_06_codes_are_bound_to_redirect_verifier_time_and_decoding() {
    let sim = Sim::start().await;
    let other = "http://localhost:4711/callback/";
    assert_eq!(
        exchange(&sim, &code(&sim).await, &[("redirect_uri", other)]).await.oauth_error(),
        "400 invalid_request"
    );
    let wrong = "a".repeat(43);
    assert_eq!(
        exchange(&sim, &code(&sim).await, &[("code_verifier", &wrong)]).await.oauth_error(),
        "400 invalid_request"
    );
    let used = code(&sim).await;
    assert_eq!(exchange(&sim, &used, &[]).await.status, 200);
    assert_eq!(exchange(&sim, &used, &[]).await.oauth_error(), "400 invalid_grant");
    let raw = authorise(&sim, &[]).await.header("location").unwrap().to_owned();
    let raw = raw.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    assert!(raw.contains("%2A") && raw.contains("%21"), "codes need decoding");
    assert_eq!(exchange(&sim, &raw, &[]).await.oauth_error(), "400 invalid_grant");
    let old = code(&sim).await;
    sim.advance(301.0).await;
    assert_eq!(exchange(&sim, &old, &[]).await.oauth_error(), "400 invalid_grant");
}

#[tokio::test]
async fn tiktok_row_07_rotated_revoked_and_expired_refresh_tokens_are_dead() {
    let sim = Sim::start().await;
    let first = exchange(&sim, &code(&sim).await, &[]).await.json()["refresh_token"].as_str().unwrap().to_owned();
    let second = refresh(&sim, &first).await.json()["refresh_token"].as_str().unwrap().to_owned();
    assert_ne!(first, second, "a refresh rotates");
    assert_eq!(refresh(&sim, &first).await.status, 200, "the old one lives on by default");
    sim.fault(json!({"kind": "rotate_every_refresh"})).await;
    let third = refresh(&sim, &second).await.json();
    assert_eq!(refresh(&sim, &second).await.oauth_error(), "400 invalid_grant", "the strict switch ends it at once");

    let access = third["access_token"].as_str().unwrap();
    let fields = [("client_key", KEY), ("client_secret", SECRET), ("token", access)];
    let reply = sim.form(&sim.tiktok("/v2/oauth/revoke/"), &fields).await;
    assert_eq!((reply.status, reply.body.len()), (200, 0), "revoking answers with nothing");
    assert_eq!(refresh(&sim, third["refresh_token"].as_str().unwrap()).await.oauth_error(), "400 invalid_grant");

    let token = exchange(&sim, &code(&sim).await, &[]).await.json()["refresh_token"].as_str().unwrap().to_owned();
    sim.advance(364.0 * 86_400.0).await;
    let fresh = refresh(&sim, &token).await.json();
    assert!(fresh["refresh_expires_in"].as_i64().unwrap() < 2 * 86_400, "rotation does not extend the year");
    sim.advance(2.0 * 86_400.0).await;
    assert_eq!(refresh(&sim, fresh["refresh_token"].as_str().unwrap()).await.oauth_error(), "400 invalid_grant");
}
