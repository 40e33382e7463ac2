//! Flows without a platform: who is let in, and how they end. Whole sign-ins are in `tests/it`.

use chrono::TimeDelta;
use keyring_core::mock;

use super::*;

struct At(DateTime<Utc>);

impl Clock for At {
    fn now(&self) -> DateTime<Utc> {
        self.0
    }
}

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn sign_ins(config: &str) -> SignIns {
    let config = Arc::new(StudioConfig::parse(config).unwrap());
    let vault = Vault::over(mock::Store::new().unwrap());
    SignIns::new(config, HttpClient::default(), vault, Arc::new(At(NOW)))
}

const RELAY: &str = "backend = \"http://localhost:9\"\n[youtube]\nclient_id = \"id\"\n[tiktok]\nclient_id = \"key\"";
const LOOPBACK: &str = "[youtube]\nclient_id = \"id\"\n[tiktok]\nclient_id = \"key\"";

fn parameter(url: &Url, name: &str) -> String {
    url.query_pairs().find(|(n, _)| n == name).unwrap().1.into_owned()
}

fn denial(pending: &PendingSignIn) -> String {
    let state = parameter(&pending.authorize_url, "state");
    format!("{SCHEME}://oauth/{}?error=access_denied&state={state}", pending.platform.slug())
}

#[tokio::test]
async fn the_consent_page_is_asked_in_each_platforms_own_words() {
    let sign_ins = sign_ins(RELAY);
    let google = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap().authorize_url;
    assert_eq!(parameter(&google, "client_id"), "id");
    assert_eq!(parameter(&google, "redirect_uri"), "http://localhost:9/oauth/youtube/callback");
    assert_eq!(parameter(&google, "access_type"), "offline");
    assert_eq!(parameter(&google, "code_challenge").len(), 43);
    assert_eq!(parameter(&google, "scope").split(' ').count(), 2);
    let tiktok = sign_ins.begin(Platform::Tiktok, Return::DeepLink).await.unwrap().authorize_url;
    assert_eq!(parameter(&tiktok, "client_key"), "key");
    assert!(tiktok.query_pairs().all(|(name, _)| name != "client_id"));
    assert_eq!(parameter(&tiktok, "code_challenge").len(), 64);
    assert_eq!(parameter(&tiktok, "scope").split(',').count(), 5);
}

#[tokio::test]
async fn f34_state_and_challenge_are_new_each_time() {
    let sign_ins = sign_ins(RELAY);
    let one = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap().authorize_url;
    let two = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap().authorize_url;
    for name in ["state", "code_challenge"] {
        assert_ne!(parameter(&one, name), parameter(&two, name));
    }
}

#[tokio::test]
async fn f30_forged_links_leave_a_running_sign_in_unharmed() {
    let sign_ins = sign_ins(RELAY);
    let pending = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
    let state = parameter(&pending.authorize_url, "state");
    for forged in [
        format!("{SCHEME}://oauth/youtube?error=access_denied&state=other"),
        format!("{SCHEME}://oauth/youtube?error=access_denied&state={}", &state[1..]),
        format!("{SCHEME}://oauth/youtube?error=access_denied&state={state}x"),
        format!("{SCHEME}://oauth/tiktok?error=access_denied&state={state}"),
        format!("{SCHEME}://oauth/youtube?code=c&state={state}&iss=https%3A%2F%2Fevil.example"),
    ] {
        assert_eq!(sign_ins.finish_by_link(&forged, NOW), Err(LinkError::NotExpected), "{forged}");
    }
    let arrived = sign_ins.finish_by_link(&denial(&pending), NOW).unwrap();
    assert_eq!(arrived.id, pending.id);
    assert_eq!(sign_ins.finish_by_link(&denial(&pending), NOW), Err(LinkError::NotExpected), "one use");
    assert_eq!(sign_ins.wait(pending.id).await.err(), Some(SignInError::RefusedByMaker));
}

#[tokio::test]
async fn f31_a_link_without_a_sign_in_does_nothing() {
    let link = format!("{SCHEME}://oauth/youtube?code=c&state=s");
    assert_eq!(sign_ins(RELAY).finish_by_link(&link, NOW), Err(LinkError::NotExpected));
}

#[tokio::test]
async fn a_link_after_its_deadline_is_refused_by_the_wall_clock() {
    let sign_ins = sign_ins(RELAY);
    let pending = sign_ins.begin(Platform::Tiktok, Return::DeepLink).await.unwrap();
    assert_eq!(pending.expires_at, NOW + TimeDelta::minutes(10));
    assert_eq!(sign_ins.finish_by_link(&denial(&pending), pending.expires_at), Err(LinkError::Expired));
    sign_ins.finish_by_link(&denial(&pending), pending.expires_at - TimeDelta::seconds(1)).unwrap();
}

#[tokio::test]
async fn the_ways_a_sign_in_ends_are_told_apart() {
    let sign_ins = sign_ins(RELAY);
    let cancelled = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
    let (outcome, ()) = tokio::join!(sign_ins.wait(cancelled.id), async { sign_ins.cancel(cancelled.id) });
    assert_eq!(outcome.err(), Some(SignInError::Cancelled));

    let refused = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
    let state = parameter(&refused.authorize_url, "state");
    let link = format!("{SCHEME}://oauth/youtube?error=server_error&error_description=Not%20now&state={state}");
    sign_ins.finish_by_link(&link, NOW).unwrap();
    let words = "Not now".to_owned();
    let expected = SignInError::PlatformSaidNo { platform: Platform::Youtube, words };
    assert_eq!(sign_ins.wait(refused.id).await.err(), Some(expected));

    let no_line = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
    let state = parameter(&no_line.authorize_url, "state");
    sign_ins.finish_by_link(&format!("{SCHEME}://oauth/youtube?code=c&state={state}"), NOW).unwrap();
    assert_eq!(sign_ins.wait(no_line.id).await.err(), Some(SignInError::NoNetwork(Platform::Youtube)));
}

#[tokio::test(start_paused = true)]
async fn a_sign_in_that_nobody_finishes_times_out() {
    let sign_ins = sign_ins(RELAY);
    let pending = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
    assert_eq!(sign_ins.wait(pending.id).await.err(), Some(SignInError::TimedOut));
}

#[tokio::test]
async fn a_wait_that_was_dropped_can_be_taken_up_again() {
    let sign_ins = sign_ins(RELAY);
    let pending = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
    let dropped = tokio::time::timeout(Duration::ZERO, sign_ins.wait(pending.id)).await;
    assert!(dropped.is_err());
    sign_ins.finish_by_link(&denial(&pending), NOW).unwrap();
    assert_eq!(sign_ins.wait(pending.id).await.err(), Some(SignInError::RefusedByMaker));
}

#[tokio::test]
async fn without_a_client_id_it_says_so_at_once() {
    let nothing = sign_ins("").begin(Platform::Youtube, Return::DeepLink).await;
    assert_eq!(nothing.err(), Some(SignInError::NotSetUp(Platform::Youtube)));
}

#[tokio::test]
async fn f32_the_listener_is_on_this_computer_only_and_takes_one_hit_on_its_path_and_name() {
    let sign_ins = sign_ins(LOOPBACK);
    let pending = sign_ins.begin(Platform::Tiktok, Return::DeepLink).await.unwrap();
    let back = Url::parse(&parameter(&pending.authorize_url, "redirect_uri")).unwrap();
    assert_eq!((back.host_str(), back.path()), (Some("127.0.0.1"), "/callback/"));
    let state = parameter(&pending.authorize_url, "state");
    let port = back.port().unwrap();
    let browser = reqwest::Client::builder().no_proxy().build().unwrap();
    let honest = format!("{back}?error=access_denied&state={state}");

    let rebound = browser.get(&honest).header("host", format!("evil.example:{port}")).send().await.unwrap();
    assert_eq!(rebound.status(), 421);
    let by_name = browser.get(&honest).header("host", format!("localhost:{port}")).send().await.unwrap();
    assert_eq!(by_name.status(), 421);
    let elsewhere = format!("http://127.0.0.1:{port}/callback?error=access_denied&state={state}");
    assert_eq!(browser.get(elsewhere).send().await.unwrap().status(), 404);
    assert_eq!(browser.post(&honest).send().await.unwrap().status(), 405);
    let without = browser.get(format!("{back}?code=c&state=x")).send().await.unwrap();
    assert_eq!(without.status(), 400, "f33: no effect without the state");

    let taken = browser.get(&honest).send().await.unwrap();
    assert_eq!(taken.headers()["referrer-policy"], "no-referrer");
    assert_eq!(taken.headers()["cache-control"], "no-store");
    let page = taken.text().await.unwrap();
    assert!(page.contains("app.makerstudio://open") && !page.contains(&state));
    assert_eq!(sign_ins.wait(pending.id).await.err(), Some(SignInError::RefusedByMaker));
    assert_closes(port).await;
}

#[tokio::test]
async fn a_cancelled_sign_in_closes_its_port() {
    let sign_ins = sign_ins(LOOPBACK);
    let pending = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
    let back = Url::parse(&parameter(&pending.authorize_url, "redirect_uri")).unwrap();
    sign_ins.cancel(pending.id);
    assert_closes(back.port().unwrap()).await;
}

#[tokio::test]
async fn a_program_without_a_window_gets_its_port_into_the_relays_state() {
    let sign_ins = sign_ins(RELAY);
    let pending = sign_ins.begin(Platform::Youtube, Return::Listener).await.unwrap();
    let state = parameter(&pending.authorize_url, "state");
    let port = state.rsplit_once('~').unwrap().1.to_owned();
    let page = reqwest::get(format!("http://127.0.0.1:{port}/relay?error=access_denied&state={state}")).await.unwrap();
    assert!(!page.text().await.unwrap().contains("app.makerstudio"), "there is no window to raise");
    assert_eq!(sign_ins.wait(pending.id).await.err(), Some(SignInError::RefusedByMaker));
}

async fn assert_closes(port: u16) {
    let closed = tokio::time::timeout(Duration::from_secs(10), async {
        while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            tokio::task::yield_now().await;
        }
    });
    closed.await.unwrap();
}
