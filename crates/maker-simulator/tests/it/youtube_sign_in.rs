//! Google sign-in: rows 1 to 5 and what a consent leads to.

use reqwest::Method;
use serde_json::json;

use crate::harness::{Ask, GOOGLE_CHALLENGE, Reply, Sim, VERIFIER, query};

const CLIENT: &str = "simulated-maker-studio.apps.googleusercontent.com";
const SECRET: &str = "simulated-youtube-client-secret";
const REDIRECT: &str = "http://127.0.0.1:4711/";
const SCOPES: &str = "https://www.googleapis.com/auth/youtube.upload https://www.googleapis.com/auth/youtube.readonly";

/// An authorise request, with some parameters changed (or left out, when empty).
async fn authorise(sim: &Sim, changes: &[(&str, &str)]) -> Reply {
    let usual = [
        ("client_id", CLIENT),
        ("redirect_uri", REDIRECT),
        ("response_type", "code"),
        ("scope", SCOPES),
        ("state", "a state"),
        ("code_challenge", GOOGLE_CHALLENGE),
        ("code_challenge_method", "S256"),
        ("access_type", "offline"),
        ("simulator_answer", "allow"),
    ];
    let kept = usual.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let fields: Vec<_> = kept.chain(changes).copied().filter(|(_, value)| !value.is_empty()).collect();
    sim.get(&sim.youtube(&format!("/o/oauth2/v2/auth?{}", query(&fields))), "").await
}

async fn exchange(sim: &Sim, code: &str, changes: &[(&str, &str)]) -> Reply {
    let usual = [
        ("client_id", CLIENT),
        ("client_secret", SECRET),
        ("code", code),
        ("code_verifier", VERIFIER),
        ("grant_type", "authorization_code"),
        ("redirect_uri", REDIRECT),
    ];
    let kept = usual.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let fields: Vec<_> = kept.chain(changes).copied().filter(|(_, value)| !value.is_empty()).collect();
    sim.form(&sim.youtube("/token"), &fields).await
}

async fn refresh(sim: &Sim, token: &str) -> Reply {
    let fields =
        [("client_id", CLIENT), ("client_secret", SECRET), ("grant_type", "refresh_token"), ("refresh_token", token)];
    sim.form(&sim.youtube("/token"), &fields).await
}

async fn refresh_token(sim: &Sim) -> String {
    let code = authorise(sim, &[("prompt", "consent")]).await.redirect()["code"].clone();
    exchange(sim, &code, &[]).await.json()["refresh_token"].as_str().expect("consent gives a refresh token").to_owned()
}

#[tokio::test]
async fn a_consent_leads_to_tokens_with_the_granted_scopes() {
    let sim = Sim::start().await;
    let back = authorise(&sim, &[]).await.redirect();
    assert_eq!((back["state"].as_str(), back["scope"].as_str()), ("a state", SCOPES));
    let body = exchange(&sim, &back["code"], &[]).await.json();
    assert_eq!((body["token_type"].as_str(), body["scope"].as_str()), (Some("Bearer"), Some(SCOPES)));
    let token = refresh(&sim, body["refresh_token"].as_str().unwrap()).await.json();
    assert!(token.get("refresh_token").is_none(), "Google does not rotate");
    let channels =
        sim.get(&sim.youtube("/youtube/v3/channels?part=id&mine=true"), token["access_token"].as_str().unwrap()).await;
    assert_eq!(channels.json()["items"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn an_unticked_scope_is_missing_from_the_grant() {
    let sim = Sim::start().await;
    let upload = "https://www.googleapis.com/auth/youtube.upload";
    let back = authorise(&sim, &[("simulator_untick", upload)]).await.redirect();
    assert_eq!(back["scope"], "https://www.googleapis.com/auth/youtube.readonly");
    let body = exchange(&sim, &back["code"], &[]).await.json();
    assert_eq!(body["scope"], "https://www.googleapis.com/auth/youtube.readonly");
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
    assert_eq!(page.status, 200);
    assert!(page.text().contains("no YouTube channel") && page.text().contains("id=\"allow\""));
    let asked = query(&[
        ("client_id", CLIENT),
        ("redirect_uri", REDIRECT),
        ("response_type", "code"),
        ("scope", SCOPES),
        ("state", "clicked"),
    ]);
    let ticked = "https://www.googleapis.com/auth/youtube.readonly";
    let fields = [("request", asked.as_str()), ("account", "lucia"), ("scope", ticked), ("answer", "allow")];
    let back = sim.form(&sim.youtube("/o/oauth2/v2/auth"), &fields).await.redirect();
    assert_eq!((back["state"].as_str(), back["scope"].as_str()), ("clicked", ticked));
}

#[tokio::test]
async fn a_second_authorisation_without_prompt_consent_gives_no_refresh_token() {
    let sim = Sim::start().await;
    for (prompt, expected) in [("", true), ("", false), ("consent", true)] {
        let code = authorise(&sim, &[("prompt", prompt)]).await.redirect()["code"].clone();
        let body = exchange(&sim, &code, &[]).await.json();
        assert_eq!(body.get("refresh_token").is_some(), expected, "prompt {prompt:?}");
    }
    let code = authorise(&sim, &[("prompt", "consent"), ("access_type", "")]).await.redirect()["code"].clone();
    assert!(exchange(&sim, &code, &[]).await.json().get("refresh_token").is_none(), "access_type was not offline");
}

#[tokio::test]
async fn youtube_row_01_unknown_clients_and_foreign_redirects_get_a_page() {
    let sim = Sim::start().await;
    for (changes, code) in [
        (vec![("redirect_uri", "https://example.com/")], "redirect_uri_mismatch"),
        (vec![("redirect_uri", "urn:ietf:wg:oauth:2.0:oob")], "redirect_uri_mismatch"),
        (vec![("client_id", "somebody-else")], "redirect_uri_mismatch"),
    ] {
        let page = authorise(&sim, &changes).await;
        assert_eq!(page.status, 400);
        assert!(page.text().contains(code) && page.header("location").is_none(), "{changes:?}");
    }
}

#[tokio::test]
async fn youtube_row_02_custom_schemes_are_invalid_requests() {
    let sim = Sim::start().await;
    let page = authorise(&sim, &[("redirect_uri", "app.makerstudio://oauth/youtube")]).await;
    assert_eq!(page.status, 400);
    assert!(page.text().contains("invalid_request"));
}

#[tokio::test]
async fn youtube_row_03_even_desktop_clients_need_their_secret() {
    let sim = Sim::start().await;
    let code = authorise(&sim, &[]).await.redirect()["code"].clone();
    let reply = exchange(&sim, &code, &[("client_secret", "")]).await;
    assert_eq!(reply.status, 400);
    assert_eq!(reply.json(), json!({"error": "invalid_request", "error_description": "client_secret is missing."}));
}

#[tokio::test]
async fn youtube_row_04_codes_are_bound_to_redirect_verifier_and_time() {
    let sim = Sim::start().await;
    for changes in [
        vec![("redirect_uri", "http://127.0.0.1:4711")],
        vec![("code_verifier", "")],
        vec![("code_verifier", GOOGLE_CHALLENGE)],
    ] {
        let code = authorise(&sim, &[]).await.redirect()["code"].clone();
        assert_eq!(exchange(&sim, &code, &changes).await.oauth_error(), "400 invalid_grant", "{changes:?}");
    }
    let code = authorise(&sim, &[]).await.redirect()["code"].clone();
    assert_eq!(exchange(&sim, &code, &[]).await.status, 200);
    assert_eq!(exchange(&sim, &code, &[]).await.oauth_error(), "400 invalid_grant", "a code works once");
    let code = authorise(&sim, &[]).await.redirect()["code"].clone();
    sim.advance(601.0).await;
    assert_eq!(exchange(&sim, &code, &[]).await.oauth_error(), "400 invalid_grant", "a code lives ten minutes");
}

#[tokio::test]
async fn youtube_row_05_a_revoked_grant_is_dead_with_all_its_tokens() {
    let sim = Sim::start().await;
    let (first, second) = (refresh_token(&sim).await, refresh_token(&sim).await);
    let access = refresh(&sim, &first).await.json()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(sim.form(&sim.youtube("/revoke"), &[("token", &access)]).await.status, 200);
    for token in [&first, &second] {
        let body = refresh(&sim, token).await.json();
        assert_eq!(body, json!({"error": "invalid_grant", "error_description": "Token has been expired or revoked."}));
    }
    assert_eq!(sim.form(&sim.youtube("/revoke"), &[("token", &access)]).await.status, 400, "nothing is left to revoke");
}

#[tokio::test]
async fn youtube_row_05_testing_mode_ends_a_grant_after_seven_days() {
    let sim = Sim::start_with(|options| options.testing_mode = true).await;
    let token = refresh_token(&sim).await;
    sim.advance(6.9 * 86_400.0).await;
    assert_eq!(refresh(&sim, &token).await.status, 200);
    sim.advance(0.2 * 86_400.0).await;
    assert_eq!(refresh(&sim, &token).await.oauth_error(), "400 invalid_grant");
}

#[tokio::test]
async fn youtube_row_05_the_hundred_and_first_refresh_token_ends_the_first() {
    let sim = Sim::start().await;
    let first = refresh_token(&sim).await;
    let mut second = String::new();
    for place in 0..100 {
        let token = refresh_token(&sim).await;
        if place == 0 {
            second = token;
        }
    }
    assert_eq!(refresh(&sim, &first).await.oauth_error(), "400 invalid_grant");
    assert_eq!(refresh(&sim, &second).await.status, 200);
}

#[tokio::test]
async fn token_calls_as_json_and_wrong_secrets_are_refused() {
    let sim = Sim::start().await;
    let reply = sim.send(Method::POST, &sim.youtube("/token"), Ask { body: b"{}".to_vec(), ..Ask::default() }).await;
    assert_eq!(reply.oauth_error(), "400 invalid_request");
    let code = authorise(&sim, &[]).await.redirect()["code"].clone();
    assert_eq!(exchange(&sim, &code, &[("client_secret", "guess")]).await.oauth_error(), "401 invalid_client");
}
