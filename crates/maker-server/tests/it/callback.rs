//! The page between browser and app: whatever the address says, it is text, it is bounded, and it goes nowhere else.

use crate::programs::{Program, browser, server};

async fn get(server: &Program, rest: &str) -> (reqwest::StatusCode, reqwest::header::HeaderMap, String) {
    let answer = browser().get(format!("{}{rest}", server.address("backend"))).send().await.unwrap();
    (answer.status(), answer.headers().clone(), answer.text().await.unwrap())
}

#[tokio::test]
async fn f47_markup_in_any_parameter_is_text() {
    let server = Program::start(&mut server());
    let nasty = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%27";
    for query in [
        format!("state={nasty}&code={nasty}"),
        format!("state={nasty}&error={nasty}&error_description={nasty}"),
        format!("state=s&code=c&scopes={nasty}&iss={nasty}"),
    ] {
        let (status, headers, page) = get(&server, &format!("/oauth/youtube/callback?{query}")).await;
        assert_eq!(status, 200);
        assert!(!page.contains("<script") && !page.contains("alert(1)</"), "{page}");
        let (_, rest) = page.split_once("href=\"").unwrap();
        assert!(rest.starts_with("app.makerstudio://oauth/youtube?"), "{page}");
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(headers["referrer-policy"], "no-referrer");
        assert_eq!(headers["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn f35_a_denial_is_passed_on_in_calm_words() {
    let server = Program::start(&mut server());
    let (status, _, page) = get(&server, "/oauth/tiktok/callback?error=access_denied&state=s").await;
    assert_eq!(status, 200);
    assert!(page.contains("You did not allow access to TikTok"), "{page}");
    assert!(page.contains("app.makerstudio://oauth/tiktok?error=access_denied&amp;state=s"), "{page}");
}

#[tokio::test]
async fn f60_what_no_platform_sends_is_refused() {
    let server = Program::start(&mut server());
    let long = "x".repeat(3_000);
    for rest in
        ["", "?code=c", "?state=s", "?state=s&code=c%00", "?state=s&code=c&code=d", &format!("?state=s&code={long}")]
    {
        let (status, _, page) = get(&server, &format!("/oauth/youtube/callback{rest}")).await;
        assert_eq!(status, 400, "{rest}");
        assert!(!page.contains("app.makerstudio://"), "{rest}");
    }
    for nowhere in ["/oauth/instagram/callback?state=s&code=c", "/oauth/YOUTUBE/callback?state=s&code=c", "/", "/oauth"]
    {
        let (status, headers, _) = get(&server, nowhere).await;
        assert_eq!(status, 404, "{nowhere}");
        assert_eq!(headers["content-type"], "application/problem+json");
    }
}

#[tokio::test]
async fn a_command_lines_state_leads_to_its_listener_on_this_computer_and_nowhere_else() {
    let server = Program::start(&mut server());
    let to = |state: &'static str| {
        let rest = format!("/oauth/youtube/callback?code=a%2Fb&state={state}&authuser=0");
        let server = &server;
        async move { get(server, &rest).await.1.get("location").map(|to| to.to_str().unwrap().to_owned()) }
    };
    assert_eq!(to("s~40000").await.as_deref(), Some("http://127.0.0.1:40000/relay?code=a%2Fb&state=s%7E40000"));
    for other in ["s~80", "s~70000", "s~40000@evil.example", "s~evil.example", "s"] {
        assert_eq!(to(other).await, None, "{other}");
    }
}
