//! A bench: the pretend platforms, a database, a clock that a test moves, and engines on them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use maker_delivery::{Access, AccessError, Alive, Engine, Granted, Limits, Parts, Scope, Seal, SealError, Wishes};
use maker_domain::config::StudioConfig;
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::id::{DeliveryId, DraftId, ProcessId, PublicationId};
use maker_domain::post::Post;
use maker_domain::reason::ReasonCode;
use maker_domain::secret::AccessToken;
use maker_domain::{Clock, Platform, VideoType};
use maker_harness::{Simulator, eventually, video};
use maker_platforms::{Patience, PlatformApi, http_client, platform_api_with};
use maker_store::Store;
use maker_store::deliveries::Delivery;
use maker_store::drafts::DraftMedia;
use maker_store::publications::NewPublication;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use tokio::time::Instant;

/// Bytes of one of YouTube's parts.
pub(crate) const PART: u64 = 8 << 20;

/// How long a test waits for what must come.
const WAIT: Duration = Duration::from_secs(30);

const RIGHTS: [(Platform, &[&str]); 2] = [
    (
        Platform::Youtube,
        &["https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.readonly"],
    ),
    (Platform::Tiktok, &["user.info.basic", "video.publish", "video.upload"]),
];

pub(crate) struct Bench {
    pub(crate) simulator: Arc<Simulator>,
    pub(crate) store: Store,
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Arc<MovedClock>,
    pub(crate) wishes: Arc<SetLimits>,
    config: StudioConfig,
    folder: tempfile::TempDir,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("studio.toml");
        let simulator = Arc::new(Simulator::start(&file, &["--processing-ms", "0"]).await);
        let config = StudioConfig::parse(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let clock = Arc::new(MovedClock { began: Instant::now(), moved_ms: AtomicI64::new(0) });
        let store = Store::open(&folder.path().join("studio.db"), clock.now()).await.unwrap();
        let keys = Arc::new(Keys {
            simulator: Arc::clone(&simulator),
            tokens: Mutex::default(),
            refreshed: AtomicUsize::new(0),
            refuses: AtomicBool::new(false),
            gate: tokio::sync::Mutex::default(),
        });
        let wishes = Arc::new(SetLimits(Mutex::new(Limits { files_at_once: 2, cap_bytes_s: None })));
        Self { simulator, store, keys, clock, wishes, config, folder }
    }

    /// An engine, as one more process has it.
    pub(crate) fn engine(&self) -> Engine {
        let patience = Patience { stall: Duration::from_secs(2), call: Duration::from_secs(2) };
        let http = http_client().unwrap();
        let api = |platform| -> (Platform, Arc<dyn PlatformApi>) {
            (platform, platform_api_with(self.config.platform(platform), platform, http.clone(), patience))
        };
        let parts = Parts {
            store: self.store.clone(),
            apis: Platform::ALL.map(api).into(),
            access: Arc::clone(&self.keys) as Arc<dyn Access>,
            seal: Arc::new(Plain),
            wishes: Arc::clone(&self.wishes) as Arc<dyn Wishes>,
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            alive: Alive::begin(self.folder.path(), ProcessId::make()).unwrap(),
        };
        Engine::start(parts, Scope::Everything)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Bytes of the film.
    pub(crate) fn size(&self) -> u64 {
        std::fs::metadata(self.path("chair.mp4")).unwrap().len()
    }

    /// Publishes the film, of at least `megabytes`, to `to` and gives its deliveries, in that order.
    pub(crate) async fn publish(&self, megabytes: u64, to: &[Platform]) -> Vec<DeliveryId> {
        let path = self.path("chair.mp4");
        if !path.exists() {
            video::make_of_size(&path, megabytes);
        }
        let media = DraftMedia {
            file_name: "chair.mp4".into(),
            facts: maker_media::probe(&path).await.unwrap(),
            identity: maker_media::identify(&path).await.unwrap(),
            path,
            still: None,
        };
        let (fields, draft) = (fields(), DraftId::make());
        let (_, maker) = self.store.local_maker().await.unwrap();
        self.store.add_draft(draft, maker, &fields, Some(&media), self.clock.now()).await.unwrap();
        let posts = to.iter().map(|p| (DeliveryId::make(), Post::resolve(&fields, *p).unwrap())).collect();
        let id = PublicationId::make();
        let new = NewPublication {
            id,
            draft_id: draft,
            title: "Oak chair".into(),
            video_type: VideoType::Short,
            posts,
            steps: Vec::new(),
        };
        self.store.publish(&new, self.clock.now()).await.unwrap();
        new.posts.into_iter().map(|(id, _)| id).collect()
    }

    pub(crate) async fn publish_to_youtube(&self, megabytes: u64) -> DeliveryId {
        self.publish(megabytes, &[Platform::Youtube]).await[0]
    }

    pub(crate) async fn row(&self, delivery: DeliveryId) -> Delivery {
        self.store.delivery(delivery).await.unwrap()
    }

    /// Waits until the delivery is as `wanted`.
    pub(crate) async fn until(&self, what: &str, delivery: DeliveryId, wanted: impl Fn(&Delivery) -> bool) -> Delivery {
        eventually(what, WAIT, async || Some(self.row(delivery).await).filter(&wanted)).await
    }

    pub(crate) async fn until_state(&self, delivery: DeliveryId, name: StateName) -> Delivery {
        self.until(name.as_str(), delivery, |row| row.state.name() == name && row.lease.is_none()).await
    }

    /// Waits until the delivery rests until a time.
    pub(crate) async fn until_rests(&self, delivery: DeliveryId) -> Delivery {
        self.until("it rests", delivery, |row| row.not_before.is_some() && row.lease.is_none()).await
    }

    /// Waits until the delivery is published, moving the clock over its pauses; anything that needs the maker is a
    /// failure.
    pub(crate) async fn published(&self, delivery: DeliveryId) -> Delivery {
        eventually("it is published", WAIT, async || {
            let row = self.row(delivery).await;
            let stopped = matches!(
                row.state,
                DeliveryState::NeedsAttention { .. } | DeliveryState::Failed { .. } | DeliveryState::Cancelled
            );
            assert!(!stopped, "{row:?}");
            if let (None, Some(then)) = (row.lease, row.not_before) {
                self.clock.pass(then - self.clock.now());
            }
            Some(row).filter(|row| row.state.name() == StateName::Published)
        })
        .await
    }

    /// Waits until `bytes` of the upload to YouTube have arrived there.
    pub(crate) async fn arrived(&self, bytes: u64) {
        eventually("bytes arrive", WAIT, async || {
            let open = self.simulator.uploads_in("youtube", "uploading").await;
            open.iter().any(|u| u["bytes"].as_u64() >= Some(bytes)).then_some(())
        })
        .await;
    }

    /// The one video there is on `platform`, the same bytes as the file's.
    pub(crate) async fn the_video(&self, platform: Platform) -> Value {
        let mut all = self.simulator.uploads().await;
        all.retain(|u| u["platform"] == platform.slug());
        assert_eq!(all.len(), 1, "one video and nothing beside it: {all:#?}");
        assert_eq!(all[0]["state"], "published");
        assert_eq!(all[0]["sha256"], video::sha256(&self.path("chair.mp4")), "other bytes");
        all.remove(0)
    }

    pub(crate) async fn opened(&self) -> usize {
        self.simulator.requests("open").await.len()
    }

    /// Bytes that the platforms have taken from the line, those that were sent again counted again.
    pub(crate) async fn received(&self) -> u64 {
        self.simulator.requests("put").await.iter().filter_map(|r| r["received_bytes"].as_u64()).sum()
    }
}

fn fields() -> DraftFields {
    let mut fields = DraftFields { title: "Oak chair".into(), targets: Platform::ALL.into(), ..DraftFields::default() };
    fields.youtube.privacy = Some(YoutubePrivacy::Public);
    fields.youtube.made_for_kids = Some(false);
    fields.youtube.synthetic = Some(false);
    fields.tiktok.privacy = Some("PUBLIC_TO_EVERYONE".into());
    fields.tiktok.ai_generated = Some(false);
    fields
}

/// Runs as time does, from a fixed morning, and jumps where a test says so.
pub(crate) struct MovedClock {
    began: Instant,
    moved_ms: AtomicI64,
}

impl MovedClock {
    pub(crate) fn pass(&self, time: TimeDelta) {
        self.moved_ms.fetch_add(time.num_milliseconds().max(0) + 1, Ordering::SeqCst);
    }
}

impl Clock for MovedClock {
    fn now(&self) -> DateTime<Utc> {
        let run = TimeDelta::from_std(self.began.elapsed()).unwrap();
        DateTime::from_timestamp(1_795_000_000, 0).unwrap()
            + run
            + TimeDelta::milliseconds(self.moved_ms.load(Ordering::SeqCst))
    }
}

/// Limits that a test changes.
pub(crate) struct SetLimits(pub(crate) Mutex<Limits>);

#[async_trait]
impl Wishes for SetLimits {
    async fn limits(&self) -> Limits {
        *self.0.lock().unwrap()
    }
}

/// Mints tokens at the pretend platforms, where the program has a keyring and a sign-in.
pub(crate) struct Keys {
    simulator: Arc<Simulator>,
    tokens: Mutex<BTreeMap<Platform, AccessToken>>,
    /// How often a token was renewed because the platform refused it.
    pub(crate) refreshed: AtomicUsize,
    /// The grant is dead: only the maker can help.
    pub(crate) refuses: AtomicBool,
    /// Whoever holds it keeps everybody waiting for a token.
    pub(crate) gate: tokio::sync::Mutex<()>,
}

impl Keys {
    fn granted(token: AccessToken, scopes: &[&str]) -> Granted {
        Granted { token, scopes: scopes.iter().map(|s| (*s).to_owned()).collect() }
    }

    /// One token now, and from then on nothing any more.
    pub(crate) async fn token_then_refuse(&self) {
        self.mint(Platform::Youtube).await.unwrap();
        self.refuses.store(true, Ordering::SeqCst);
    }

    async fn mint(&self, platform: Platform) -> Result<Granted, AccessError> {
        if self.refuses.load(Ordering::SeqCst) {
            return Err(AccessError::NeedsMaker(ReasonCode::SignInAgain));
        }
        let (_, scopes) = RIGHTS[usize::from(platform == Platform::Tiktok)];
        let token = AccessToken::new(self.simulator.token(platform.slug(), scopes).await);
        self.tokens.lock().unwrap().insert(platform, token.clone());
        Ok(Self::granted(token, scopes))
    }
}

#[async_trait]
impl Access for Keys {
    async fn token(&self, platform: Platform) -> Result<Granted, AccessError> {
        let (_, scopes) = RIGHTS[usize::from(platform == Platform::Tiktok)];
        let _open = self.gate.lock().await;
        let kept = self.tokens.lock().unwrap().get(&platform).cloned();
        match kept {
            Some(token) => Ok(Self::granted(token, scopes)),
            None => self.mint(platform).await,
        }
    }

    async fn rejected(&self, platform: Platform, _token: &AccessToken) -> Result<Granted, AccessError> {
        self.refreshed.fetch_add(1, Ordering::SeqCst);
        self.mint(platform).await
    }
}

/// No seal: what is sealed how is proved where it is done.
struct Plain;

#[async_trait]
impl Seal for Plain {
    async fn seal(&self, _delivery: DeliveryId, plain: &SecretString) -> Result<Vec<u8>, SealError> {
        Ok(plain.expose_secret().as_bytes().to_vec())
    }

    async fn open(&self, _delivery: DeliveryId, sealed: &[u8]) -> Result<SecretString, SealError> {
        Ok(String::from_utf8(sealed.to_vec()).map_err(|_| SealError::Broken)?.into())
    }
}
