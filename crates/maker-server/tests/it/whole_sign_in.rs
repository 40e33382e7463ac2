//! A whole sign-in through the relay, as the app and a browser would do it.

use std::collections::HashMap;

use maker_domain::Platform;
use reqwest::StatusCode;
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::Url;

use crate::programs::{Stage, browser};

const VERIFIER: &str = "hush-verifier-0123456789-0123456789-0123456789";

/// Allows on the consent page and gives where it sends the browser.
async fn consent(stage: &Stage, platform: Platform, state: &str) -> Url {
    let config = stage.app.platform(platform);
    let digest = Sha256::digest(VERIFIER);
    let (client, scope, challenge) = match platform {
        Platform::Youtube => {
            use base64::Engine;
            let challenge = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(digest);
            ("client_id", "https://www.googleapis.com/auth/youtube.upload", challenge)
        }
        Platform::Tiktok => ("client_key", "user.info.basic", hex::encode(digest)),
    };
    let mut url = config.authorize.clone();
    url.query_pairs_mut()
        .append_pair(client, &config.client_id)
        .append_pair("redirect_uri", &callback(stage, platform))
        .append_pair("response_type", "code")
        .append_pair("scope", scope)
        .append_pair("state", state)
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256")
        .append_pair("access_type", "offline")
        .append_pair("simulator_answer", "allow");
    let answer = browser().get(url).send().await.unwrap();
    let location = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
    Url::parse(&location.expect("the simulator refused the consent")).unwrap()
}

fn callback(stage: &Stage, platform: Platform) -> String {
    format!("{}/oauth/{}/callback", stage.backend(), platform.slug())
}

/// Opens the relay's page and gives what its button leads to.
async fn press_open(at: Url) -> Url {
    let page = browser().get(at).send().await.unwrap().text().await.unwrap();
    let (_, rest) = page.split_once("id=\"open-app\" href=\"").unwrap();
    let link = rest.split('"').next().unwrap().replace("&amp;", "&");
    assert!(page.contains("http-equiv=\"refresh\""), "it opens by itself where the browser lets it");
    Url::parse(&link).unwrap()
}

async fn post(stage: &Stage, platform: Platform, what: &str, form: &[(&str, &str)]) -> (StatusCode, String) {
    let to = format!("{}/oauth/{}/{what}", stage.backend(), platform.slug());
    let answer = browser().post(to).form(form).send().await.unwrap();
    assert_eq!(answer.headers()["cache-control"], "no-store");
    (answer.status(), answer.text().await.unwrap())
}

#[tokio::test]
async fn f43_both_platforms_sign_in_refresh_and_revoke_and_nothing_secret_is_shown_or_logged() {
    let stage = Stage::set();
    let mut secrets = vec![VERIFIER.to_owned()];
    let mut shown = String::new();
    for platform in Platform::ALL {
        let link = press_open(consent(&stage, platform, "hush-state").await).await;
        assert_eq!((link.scheme(), link.host_str()), ("app.makerstudio", Some("oauth")));
        assert_eq!(link.path(), format!("/{}", platform.slug()));
        let back: HashMap<_, _> = link.query_pairs().into_owned().collect();
        assert_eq!(back["state"], "hush-state");

        let exchange = [
            ("grant_type", "authorization_code"),
            ("code", &*back["code"]),
            ("code_verifier", VERIFIER),
            ("redirect_uri", &*callback(&stage, platform)),
        ];
        let (status, body) = post(&stage, platform, "token", &exchange).await;
        assert_eq!(status, 200, "{platform}: {body}");
        let tokens: Value = serde_json::from_str(&body).unwrap();
        let token = |name: &str| tokens[name].as_str().unwrap().to_owned();

        let again = post(&stage, platform, "token", &exchange).await;
        assert!(again.1.contains("invalid_grant"), "a platform's refusal comes through: {}", again.1);
        let refresh = [("grant_type", "refresh_token"), ("refresh_token", &*token("refresh_token"))];
        let (status, refreshed) = post(&stage, platform, "token", &refresh).await;
        assert_eq!(status, 200, "{platform}: {refreshed}");
        let refreshed_tokens: Value = serde_json::from_str(&refreshed).unwrap();
        let newest = refreshed_tokens["access_token"].as_str().unwrap().to_owned();
        let revoked = post(&stage, platform, "revoke", &[("token", &newest)]).await;
        assert_eq!(revoked.0, 200, "{platform}: {}", revoked.1);
        let dead = post(&stage, platform, "token", &refresh).await;
        assert!(dead.1.contains("invalid_grant"), "{}", dead.1);

        shown.push_str(&[body, again.1, refreshed, revoked.1, dead.1].concat());
        secrets.extend([
            back["code"].clone(),
            "hush-state".into(),
            token("access_token"),
            token("refresh_token"),
            newest,
        ]);
    }
    let client_secrets = ["simulated-youtube-client-secret", "simulated-tiktok-client-secret"];
    for secret in client_secrets {
        assert!(!shown.contains(secret), "a client secret is in an answer");
    }
    let log = stage.server.log();
    assert!(log.contains("/oauth/{platform}/token") && log.contains("TRACE"), "the log was taken: {log}");
    for secret in secrets.iter().map(String::as_str).chain(client_secrets) {
        let escaped: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
        assert!(!log.contains(secret) && !log.contains(&escaped), "{secret} is in the log");
    }
}

#[tokio::test]
async fn f13_a_page_from_a_middle_box_becomes_a_problem_and_is_not_passed_on() {
    let stage = Stage::set();
    let order = serde_json::json!({"platform": "youtube", "kind": "html_502", "on": "token"});
    let faults = format!("{}/faults", stage.simulator.address("admin"));
    browser().post(faults).body(order.to_string()).send().await.unwrap().error_for_status().unwrap();
    let form = [("grant_type", "refresh_token"), ("refresh_token", "x")];
    let (status, body) = post(&stage, Platform::Youtube, "token", &form).await;
    assert_eq!(status, 502);
    assert!(body.contains("Try again") && !body.contains("<html"), "{body}");
}
