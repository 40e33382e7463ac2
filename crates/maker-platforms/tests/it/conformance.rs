//! The promises of the trait, kept by every platform: one suite, run for each against the strict simulator.

mod failures;
mod numbers;
mod own_rules;
mod publish;
mod resume;
mod steps;
mod traffic;

use std::sync::Arc;

use maker_domain::Platform;
use maker_domain::post::Post;
use maker_domain::secret::AccessToken;
use maker_platforms::{ApiError, Following, PlatformApi, Session, Standing};
use serde_json::{Value, json};

use crate::content;
use crate::posts::{good, noon, video};
use crate::simulator::Simulator;

/// A maker at one platform: everything a promise needs.
struct Desk {
    platform: Platform,
    simulator: Simulator,
    api: Arc<dyn PlatformApi>,
    token: AccessToken,
}

impl Desk {
    async fn at(platform: Platform) -> Self {
        let simulator = Simulator::start().await;
        let (api, token) = (simulator.api(platform), simulator.token(platform, scopes(platform)).await);
        Self { platform, simulator, api, token }
    }

    async fn open(&self, size_bytes: u64) -> Session {
        self.open_for(&good(self.platform), size_bytes).await
    }

    async fn open_for(&self, post: &Post, size_bytes: u64) -> Session {
        self.api.open(&self.token, post, &video(size_bytes), noon()).await.unwrap()
    }

    async fn ask(&self, session: &Session) -> Result<Standing, ApiError> {
        self.api.ask(&self.token, session, noon()).await
    }

    /// Sends the chunk that follows `stored`.
    async fn send_next(&self, session: &Session, stored: u64) -> Result<Standing, ApiError> {
        let range = self.api.next_range(session, stored).expect("nothing is left to send");
        self.api.send(&self.token, session, range.clone(), content::body(range), noon()).await
    }

    /// Sends chunk after chunk from `stored` on, as the platform's own word leads, until something else happens.
    async fn send_on(&self, session: &Session, mut stored: u64) -> Result<Standing, ApiError> {
        // Twice the chunks there are, for a platform that makes us repeat each one.
        for _ in 0..2 * session.total_bytes.div_ceil(session.chunk_bytes) {
            match self.send_next(session, stored).await? {
                Standing::Stored { bytes } => stored = bytes,
                other => return Ok(other),
            }
        }
        panic!("the upload went round in circles at {stored}");
    }

    /// Sends what is left after asking what is there, and expects the end.
    async fn finish(&self, session: &Session) -> String {
        let Ok(Standing::Stored { bytes }) = self.ask(session).await else { panic!("the session was not there") };
        remote_id(self.send_on(session, bytes).await)
    }

    /// Follows until the platform has made up its mind.
    async fn follow(&self, remote_id: &str, post: &Post) -> Following {
        for _ in 0..20 {
            match self.api.follow(&self.token, remote_id, post, noon()).await.unwrap() {
                Following::Processing { .. } => self.simulator.pass(3).await,
                settled => return settled,
            }
        }
        panic!("{remote_id} was still being worked on");
    }

    /// The one upload there is.
    async fn only_upload(&self) -> Value {
        let mut uploads = self.simulator.uploads(self.platform).await;
        assert_eq!(uploads.len(), 1, "{uploads:?}");
        uploads.remove(0)
    }

    /// Expects one upload, with the right bytes, that was opened once.
    async fn expect_one_right_upload(&self, size_bytes: u64) {
        let upload = self.only_upload().await;
        assert_eq!(upload["bytes"], json!(size_bytes));
        assert_eq!(upload["sha256"], json!(content::sha256(size_bytes)), "the bytes arrived damaged");
        assert_eq!(self.simulator.requests("open").await.len(), 1);
    }
}

fn scopes(platform: Platform) -> &'static [&'static str] {
    match platform {
        Platform::Youtube => {
            &["https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.readonly"]
        }
        Platform::Tiktok => &["user.info.basic", "video.publish", "video.upload", "video.list"],
    }
}

/// Three chunks and a bit on YouTube, six and a bit on TikTok.
const fn several_chunks(platform: Platform) -> u64 {
    match platform {
        Platform::Youtube => (24 << 20) + 7,
        Platform::Tiktok => 64_000_001,
    }
}

fn remote_id(standing: Result<Standing, ApiError>) -> String {
    match standing {
        Ok(Standing::Complete { remote_id }) => remote_id,
        other => panic!("not complete but {other:?}"),
    }
}
