//! The studio: every part of the desk side, put together once per process.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use maker_connections::{HttpClient, Sealer, SignIns, TokenKeeper, Vault};
use maker_delivery::{Alive, Engine, Parts, Scope};
use maker_domain::check::CreatorInfo;
use maker_domain::config::StudioConfig;
use maker_domain::id::{DeliveryId, ProcessId, SignInId};
use maker_domain::{Clock, Platform};
use maker_platforms::{PlatformApi, http_client, platform_api};
use maker_store::attachments::Attachment;
use maker_store::{Shelf, Store};
use maker_sync::session::Event;
use maker_words::say;
use tokio::sync::broadcast;

use crate::access::Keys;
use crate::clock::SystemClock;
use crate::data::Hold;
use crate::events::{self, StudioEvent};
use crate::telling::{self, Gaze};
use crate::uploads::Kept;
use crate::views::SignInView;
use crate::{Answer, AppError, awake, config, folder, numbers, posts};

/// Longest that the program's end waits for what is in flight.
const FAREWELL: Duration = Duration::from_secs(3);

/// Who looks at the studio: decides how a sign-in comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The window: deep links reach it.
    Window,
    /// A command line: only a listener does.
    CommandLine,
}

/// Connections to the database. A command does one thing and is over before a second would have paid for its opening.
fn connections(face: Face) -> u32 {
    match face {
        Face::Window => maker_store::CONNECTIONS,
        Face::CommandLine => 1,
    }
}

/// What the upload engine of this process works on.
#[derive(Clone, Debug)]
pub enum Work {
    /// The whole queue.
    Everything,
    /// These deliveries.
    Only(Vec<DeliveryId>),
}

/// How to open a studio.
#[derive(Clone, Debug)]
pub struct Options {
    /// Database, pictures of posts, logs, locks.
    pub data_dir: PathBuf,
    /// The configuration file; a missing one means the live platforms.
    pub config: Option<PathBuf>,
    /// Who looks.
    pub face: Face,
}

/// What a maker can do. Cheap to clone; the areas are in files of their own.
#[derive(Clone)]
pub struct Studio {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) config: Arc<StudioConfig>,
    pub(crate) vault: Vault,
    pub(crate) keys: Keys,
    pub(crate) sign_ins: SignIns,
    pub(crate) apis: BTreeMap<Platform, Arc<dyn PlatformApi>>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) data_dir: PathBuf,
    pub(crate) shelf: Shelf,
    pub(crate) face: Face,
    pub(crate) waiting_sign_ins: Mutex<HashMap<SignInId, SignInView>>,
    pub(crate) creator: Mutex<Option<CreatorInfo>>,
    /// Thumbnails and captions that were taken off drafts last, for as long as the program runs.
    pub(crate) taken_off: Mutex<VecDeque<Attachment>>,
    pub(crate) preview_base: OnceLock<String>,
    pub(crate) sync: crate::sync::Slot,
    pub(crate) data_work: Mutex<Option<crate::Progress>>,
    pub(crate) speaks: AtomicBool,
    pub(crate) gaze: Gaze,
    hold: Mutex<Option<Hold>>,
    engine: Mutex<Option<Arc<Engine>>>,
    events: broadcast::Sender<StudioEvent>,
}

impl Studio {
    /// Opens the data folder, the database and the configuration. Nothing is sent by this.
    ///
    /// # Errors
    /// [`AppError`] with what to do about the folder, the database or the configuration.
    pub async fn open(options: Options) -> Answer<Self> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        folder::make(&options.data_dir)?;
        // What the system trusts and the password store take a while to answer, and the database needs neither.
        let http = tokio::task::spawn_blocking(http_client);
        let vault = Vault::of_this_computer();
        let config = Arc::new(config::load(options.config.as_deref(), &vault).await?);
        if Platform::ALL.into_iter().any(|platform| config.platform(platform).is_set_up()) {
            vault.open_ahead();
        }
        let hold = Hold::take(&options.data_dir).await?;
        let file = folder::prepare(&options.data_dir)?;
        let store = Store::open_with(&file, connections(options.face), clock.now()).await?;
        let no_tls = say!("app-no-tls");
        let sign_in_http = HttpClient::default();
        let http =
            http.await.map_err(|e| AppError::internal(&no_tls, e))?.map_err(|e| AppError::internal(&no_tls, e))?;
        let keeper = TokenKeeper::new(
            Arc::clone(&config),
            sign_in_http.clone(),
            vault.clone(),
            Arc::clone(&clock),
            options.data_dir.clone(),
        );
        let sign_ins = SignIns::new(Arc::clone(&config), sign_in_http, vault.clone(), Arc::clone(&clock));
        let sealer = Arc::new(Sealer::new(vault.clone(), options.data_dir.clone()));
        let apis = Platform::ALL.map(|p| (p, platform_api(config.platform(p), p, http.clone()))).into();
        let inner = Arc::new(Inner {
            keys: Keys { store: store.clone(), keeper, sealer, clock: Arc::clone(&clock) },
            store,
            config,
            vault,
            sign_ins,
            apis,
            clock,
            shelf: Shelf::of(&options.data_dir),
            data_dir: options.data_dir,
            face: options.face,
            waiting_sign_ins: Mutex::default(),
            creator: Mutex::default(),
            preview_base: OnceLock::new(),
            sync: crate::sync::Slot::default(),
            taken_off: Mutex::default(),
            data_work: Mutex::default(),
            speaks: AtomicBool::default(),
            gaze: Gaze::default(),
            hold: Mutex::new(Some(hold)),
            engine: Mutex::new(None),
            events: broadcast::Sender::new(256),
        });
        if options.face == Face::Window {
            tokio::spawn(events::watch_outside(Arc::downgrade(&inner)));
            tokio::spawn(numbers::keep_fresh(Arc::downgrade(&inner)));
            tokio::spawn(posts::keep_tidy(Arc::downgrade(&inner)));
            tokio::spawn(telling::watch(Arc::downgrade(&inner), inner.events.subscribe()));
        }
        Ok(Self { inner })
    }

    /// Starts the upload engine of this process.
    ///
    /// # Errors
    /// [`AppError`] when the data folder cannot be written.
    pub fn start_work(&self, work: Work) -> Answer<()> {
        let alive = Alive::begin(&self.inner.data_dir, ProcessId::make())
            .map_err(|error| AppError::internal(say!("app-data-folder-full"), error))?;
        let parts = Parts {
            store: self.inner.store.clone(),
            apis: self.inner.apis.clone(),
            access: Arc::new(self.inner.keys.clone()),
            seal: Arc::new(self.inner.keys.clone()),
            wishes: Arc::new(Kept { store: self.inner.store.clone(), clock: Arc::clone(&self.inner.clock) }),
            clock: Arc::clone(&self.inner.clock),
            alive,
        };
        let scope = match work {
            Work::Everything => Scope::Everything,
            Work::Only(ids) => Scope::Only(ids),
        };
        let engine = Engine::start(parts, scope);
        let studio = Arc::downgrade(&self.inner);
        let tell = move |event| studio.upgrade().map(|studio| studio.tell(event)).is_some();
        tokio::spawn(events::relay(engine.events(), events::pace(self.inner.face), tell));
        tokio::spawn(awake::hold(self.inner.store.clone(), engine.uploads()));
        *self.inner.engine.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(engine));
        Ok(())
    }

    /// Stops sending and gives everything back that this process holds. States stay, so that the next start goes on.
    pub async fn close(&self) {
        if let Some(sync) = self.inner.sync.take() {
            sync.stop().await;
        }
        let engine = self.inner.engine.lock().unwrap_or_else(PoisonError::into_inner).take();
        // A call that still waits for its answer is not waited for: the next start asks what became of it.
        if let Some(engine) = engine
            && tokio::time::timeout(FAREWELL, engine.stop()).await.is_err()
        {
            tracing::info!("ended while a platform had not answered yet");
        }
        self.inner.store.close().await;
        self.inner.hold.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    /// What happens from now on.
    #[must_use]
    pub fn events(&self) -> broadcast::Receiver<StudioEvent> {
        self.inner.events.subscribe()
    }
}

impl Inner {
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    pub(crate) fn tell(&self, event: StudioEvent) {
        // Nobody listening is fine: rows are the truth.
        let _ = self.events.send(event);
    }

    /// Something was written here: whoever shows it reads anew, and it goes on its way to the other devices.
    pub(crate) fn changed(&self, table: &'static str) {
        self.tell(StudioEvent::Changed(vec![table]));
        self.edited();
    }

    /// The same where whoever shows it has it already.
    pub(crate) fn edited(&self) {
        self.sync.tell(Event::Edited);
    }

    pub(crate) fn engine(&self) -> Option<Arc<Engine>> {
        self.engine.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn api(&self, platform: Platform) -> Answer<&dyn PlatformApi> {
        self.apis.get(&platform).map(AsRef::as_ref).ok_or_else(|| {
            AppError::new(crate::ErrorCode::NotNow, say!("app-no-such-platform", platform = platform.name()))
        })
    }
}
