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
use maker_domain::followup::{FollowUp, StepState};
use maker_domain::id::{DeliveryId, DraftId, ProcessId, PublicationId, StepId};
use maker_domain::post::Post;
use maker_domain::reason::ReasonCode;
use maker_domain::secret::AccessToken;
use maker_domain::{Clock, Platform, VideoType};
use maker_harness::{Simulator, eventually, video};
use maker_platforms::{Patience, PlatformApi, http_client, platform_api_with};
use maker_store::Store;
use maker_store::deliveries::Delivery;
use maker_store::drafts::DraftMedia;
use maker_store::publications::{NewPublication, Timed};
use maker_store::steps::{DeliveryStep, NewStep};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use tokio::time::Instant;

use crate::line::Line;

/// Bytes of one of YouTube's parts.
pub(crate) const PART: u64 = 8 << 20;

/// How long a test waits for what must come.
pub(crate) const WAIT: Duration = Duration::from_secs(30);

const RIGHTS: [(Platform, &[&str]); 2] = [
    (
        Platform::Youtube,
        &["https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.readonly"],
    ),
    (Platform::Tiktok, &["user.info.basic", "video.publish", "video.upload"]),
];

/// What captions and playlists take on top.
const EXTRA: &str = "https://www.googleapis.com/auth/youtube.force-ssl";

pub(crate) struct Bench {
    pub(crate) simulator: Arc<Simulator>,
    pub(crate) store: Store,
    pub(crate) keys: Arc<Keys>,
    pub(crate) clock: Arc<MovedClock>,
    pub(crate) wishes: Arc<SetLimits>,
    config: StudioConfig,
    films: tempfile::TempDir,
    /// Database and locks.
    folder: tempfile::TempDir,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        Self::start(tempfile::tempdir().unwrap(), false).await.0
    }

    /// A bench whose database lies in `folder`, which may be a disk of its own.
    pub(crate) async fn with_database_in(disk: &std::path::Path) -> Self {
        Self::start(tempfile::tempdir_in(disk).unwrap(), false).await.0
    }

    /// A bench whose platforms are reached over a line that can be cut.
    pub(crate) async fn on_a_line() -> (Self, Line) {
        let (bench, line) = Self::start(tempfile::tempdir().unwrap(), true).await;
        (bench, line.unwrap())
    }

    async fn start(folder: tempfile::TempDir, on_a_line: bool) -> (Self, Option<Line>) {
        let films = tempfile::tempdir().unwrap();
        let file = films.path().join("studio.toml");
        let simulator = Arc::new(Simulator::start(&file, &["--processing-ms", "0"]).await);
        let mut config = StudioConfig::parse(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let line = if on_a_line { Some(Line::to(&mut config).await) } else { None };
        let clock = Arc::new(MovedClock { began: Instant::now(), moved_ms: AtomicI64::new(0) });
        let store = Store::open(&folder.path().join("studio.db"), clock.now()).await.unwrap();
        let keys = Arc::new(Keys {
            simulator: Arc::clone(&simulator),
            tokens: Mutex::default(),
            refreshed: AtomicUsize::new(0),
            refuses: AtomicBool::new(false),
            extras: AtomicBool::new(false),
            gate: tokio::sync::Mutex::default(),
        });
        let wishes = Arc::new(SetLimits(Mutex::new(Limits { files_at_once: 2, cap_bytes_s: None, hold: false })));
        (Self { simulator, store, keys, clock, wishes, config, films, folder }, line)
    }

    /// Another process's sign of life, for as long as it is held.
    pub(crate) fn someone_else(&self) -> Alive {
        Alive::begin(self.folder.path(), ProcessId::make()).unwrap()
    }

    /// An engine, as one more process has it.
    pub(crate) fn engine(&self) -> Engine {
        self.start_engine(Scope::Everything)
    }

    /// An engine for these deliveries and no others, as the command line has it.
    pub(crate) fn engine_for(&self, only: Vec<DeliveryId>) -> Engine {
        self.start_engine(Scope::Only(only))
    }

    fn start_engine(&self, scope: Scope) -> Engine {
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
        Engine::start(parts, scope)
    }

    /// A backup of the database as it is now, beside the films.
    pub(crate) async fn backup(&self) -> PathBuf {
        let file = self.path("yesterday.backup");
        self.store.back_up(&maker_store::Shelf::of(self.folder.path()), &file, self.clock.now()).await.unwrap();
        file
    }

    /// The same bench with a backup in the place of its database, which is there (`knowing`) or was lost with its disk.
    pub(crate) async fn restored(mut self, backup: &std::path::Path, knowing: bool) -> Self {
        self.store.close().await;
        let folder = self.folder.path();
        if !knowing {
            std::fs::remove_file(folder.join("studio.db")).unwrap();
        }
        maker_store::backup::stage(folder, backup, self.clock.now(), &()).await.unwrap();
        assert!(maker_store::backup::finish(folder).await.unwrap().is_some());
        self.store = Store::open(&folder.join("studio.db"), self.clock.now()).await.unwrap();
        self
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.folder.path().join("studio.db")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.films.path().join(name)
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
        let facts = maker_media::probe(&path).await.unwrap();
        self.publish_as(facts, to, "Oak chair", Vec::new(), None).await
    }

    /// Publishes the film to one platform, for a time.
    pub(crate) async fn publish_at(&self, megabytes: u64, to: Platform, at: Timed) -> DeliveryId {
        let path = self.path("chair.mp4");
        if !path.exists() {
            video::make_of_size(&path, megabytes);
        }
        let facts = maker_media::probe(&path).await.unwrap();
        self.publish_as(facts, &[to], "Oak chair", Vec::new(), Some(at)).await[0]
    }

    /// Publishes `bytes` in place of a film, as if they were one: what is in it is nothing to the engine.
    pub(crate) async fn publish_bytes(&self, bytes: &[u8], to: &[Platform]) -> Vec<DeliveryId> {
        let path = self.path("chair.mp4");
        video::make_of_size(&path, 2);
        let facts = maker_media::probe(&path).await.unwrap();
        std::fs::write(&path, bytes).unwrap();
        let facts = maker_domain::media::MediaFacts { size_bytes: bytes.len() as u64, ..facts };
        self.publish_as(facts, to, "Oak chair", Vec::new(), None).await
    }

    /// Publishes the film, of 10 MB, to YouTube under `title`, with something to be done after.
    pub(crate) async fn publish_with(&self, title: &str, steps: Vec<(FollowUp, Option<&str>)>) -> DeliveryId {
        let path = self.path("chair.mp4");
        if !path.exists() {
            video::make_of_size(&path, 10);
        }
        let facts = maker_media::probe(&path).await.unwrap();
        self.publish_as(facts, &[Platform::Youtube], title, steps, None).await[0]
    }

    async fn publish_as(
        &self,
        facts: maker_domain::media::MediaFacts,
        to: &[Platform],
        title: &str,
        steps: Vec<(FollowUp, Option<&str>)>,
        at: Option<Timed>,
    ) -> Vec<DeliveryId> {
        let path = self.path("chair.mp4");
        let media = DraftMedia {
            file_name: "chair.mp4".into(),
            facts,
            identity: maker_media::identify(&path).await.unwrap(),
            path,
            still: None,
        };
        let (fields, draft) = (DraftFields { title: title.into(), ..fields() }, DraftId::make());
        let (_, maker) = self.store.local_maker().await.unwrap();
        self.store.add_draft(draft, maker, &fields, Some(&media), self.clock.now()).await.unwrap();
        let mut posts: Vec<(DeliveryId, Post)> =
            to.iter().map(|p| (DeliveryId::make(), Post::resolve(&fields, *p).unwrap())).collect();
        for (_, post) in &mut posts {
            post.set_time(at.as_ref().map(|timed| timed.at));
        }
        let mut queued = Vec::new();
        for (work, file) in steps {
            let file = match file.map(|name| self.path(name)) {
                Some(path) => Some((path.clone(), maker_media::identify(&path).await.unwrap())),
                None => None,
            };
            queued.push(NewStep { id: StepId::make(), delivery: posts[0].0, work, file });
        }
        let id = PublicationId::make();
        let new = NewPublication {
            id,
            draft_id: draft,
            title: title.into(),
            video_type: VideoType::Short,
            posts,
            steps: queued,
            times: at.into_iter().flat_map(|at| to.iter().map(move |p| (*p, at.clone()))).collect(),
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

    /// The entries of a list of YouTube's, asked for beside the engine.
    pub(crate) async fn google(&self, call: &str) -> Vec<Value> {
        let token = self.simulator.token("youtube", &[EXTRA]).await;
        let url = format!("{}/{call}", self.config.platform(Platform::Youtube).api.as_str().trim_end_matches('/'));
        let answer = reqwest::Client::new().get(url).bearer_auth(token).send().await.unwrap();
        let list: Value = answer.error_for_status().unwrap().json().await.unwrap();
        list["items"].as_array().cloned().unwrap_or_default()
    }

    /// Statements beside the engine, as another program with the database open.
    pub(crate) fn sql(&self, statements: &str) -> String {
        maker_harness::World::sql(self.folder.path(), statements).unwrap()
    }

    /// Makes a resting delivery wait for `time` from now.
    pub(crate) fn put_off(&self, delivery: DeliveryId, time: TimeDelta) {
        let until = (self.clock.now() + time).timestamp_millis();
        self.sql(&format!("UPDATE deliveries SET not_before = {until} WHERE id = '{delivery}'"));
    }

    /// The one step of a delivery.
    pub(crate) async fn step(&self, delivery: DeliveryId) -> DeliveryStep {
        self.store.steps_of(delivery).await.unwrap().remove(0)
    }

    /// Waits until the delivery's steps are all as `wanted`.
    pub(crate) async fn until_steps(
        &self,
        what: &str,
        delivery: DeliveryId,
        wanted: impl Fn(&DeliveryStep) -> bool,
    ) -> Vec<DeliveryStep> {
        eventually(what, WAIT, async || {
            Some(self.store.steps_of(delivery).await.unwrap()).filter(|steps| steps.iter().all(&wanted))
        })
        .await
    }

    /// Waits until all of the delivery's steps are done, moving the clock over a minute at a time.
    pub(crate) async fn steps_done(&self, delivery: DeliveryId) {
        eventually("its steps are done", WAIT, async || {
            let steps = self.store.steps_of(delivery).await.unwrap();
            let stopped = steps.iter().find(|s| matches!(s.state, StepState::NeedsAttention { .. }));
            assert!(stopped.is_none(), "{stopped:?}");
            self.clock.pass(TimeDelta::seconds(30));
            steps.iter().all(|s| s.state == StepState::Done).then_some(())
        })
        .await;
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
    /// How far it was moved by now.
    pub(crate) fn moved(&self) -> i64 {
        self.moved_ms.load(Ordering::SeqCst)
    }

    /// Somebody sets the clock back.
    pub(crate) fn set_back(&self, time: TimeDelta) {
        self.moved_ms.fetch_sub(time.num_milliseconds(), Ordering::SeqCst);
    }

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
    /// The maker has also allowed captions and playlists.
    pub(crate) extras: AtomicBool,
    /// Whoever holds it keeps everybody waiting for a token.
    pub(crate) gate: tokio::sync::Mutex<()>,
}

impl Keys {
    fn granted(token: AccessToken, scopes: &[&str]) -> Granted {
        Granted { token, scopes: scopes.iter().map(|s| (*s).to_owned()).collect() }
    }

    fn rights(&self, platform: Platform) -> Vec<&'static str> {
        let (_, scopes) = RIGHTS[usize::from(platform == Platform::Tiktok)];
        let extra = (platform == Platform::Youtube && self.extras.load(Ordering::SeqCst)).then_some(EXTRA);
        scopes.iter().copied().chain(extra).collect()
    }

    /// The maker allows captions and playlists too, by a new sign-in.
    pub(crate) fn allow_extras(&self) {
        self.extras.store(true, Ordering::SeqCst);
        self.tokens.lock().unwrap().clear();
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
        let scopes = self.rights(platform);
        let token = AccessToken::new(self.simulator.token(platform.slug(), &scopes).await);
        self.tokens.lock().unwrap().insert(platform, token.clone());
        Ok(Self::granted(token, &scopes))
    }
}

#[async_trait]
impl Access for Keys {
    async fn token(&self, platform: Platform) -> Result<Granted, AccessError> {
        let scopes = self.rights(platform);
        let _open = self.gate.lock().await;
        let kept = self.tokens.lock().unwrap().get(&platform).cloned();
        match kept {
            Some(token) => Ok(Self::granted(token, &scopes)),
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
