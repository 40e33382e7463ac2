//! A desk for one test: a database in a folder of its own, with what publishing needs.

use std::path::PathBuf;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::delivery::{DeliveryState, Stage, StateName};
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::id::{DeliveryId, DraftId, ProcessId, PublicationId};
use maker_domain::media::{Container, FileIdentity, MediaFacts};
use maker_domain::post::{Post, TiktokPost, YoutubePost};
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::{Platform, VideoType};
use maker_store::Store;
use maker_store::deliveries::{Delivery, Step};
use maker_store::drafts::DraftMedia;
use maker_store::publications::NewPublication;
use maker_store::sessions::StoredSession;
use sqlx::{Connection, SqliteConnection};

/// A fixed morning, and `seconds` after it.
pub(crate) fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap() + TimeDelta::seconds(seconds)
}

pub(crate) struct Desk {
    pub(crate) store: Store,
    pub(crate) path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("studio.db");
        Self { store: Store::open(&path, at(0)).await.unwrap(), path, _folder: folder }
    }

    /// A connection beside the store's own, as another program would open it.
    pub(crate) async fn beside(&self) -> SqliteConnection {
        SqliteConnection::connect(self.path.to_str().unwrap()).await.unwrap()
    }

    pub(crate) async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&mut self.beside().await).await.unwrap()
    }

    pub(crate) async fn draft(&self) -> DraftId {
        add_draft(&self.store, "Oak chair").await
    }

    /// One delivery to YouTube, as the press of Publish leaves it.
    pub(crate) async fn delivery(&self) -> DeliveryId {
        publish(&self.store, self.draft().await, &[Platform::Youtube]).await[0]
    }

    /// A new delivery to `platform`.
    pub(crate) async fn delivery_to(&self, platform: Platform) -> DeliveryId {
        publish(&self.store, add_draft(&self.store, "Oak chair").await, &[platform]).await[0]
    }

    pub(crate) async fn row(&self, delivery: DeliveryId) -> Delivery {
        self.store.delivery(delivery).await.unwrap()
    }

    /// Moves a delivery as `owner`, who has its lease.
    pub(crate) async fn advance(&self, delivery: DeliveryId, owner: ProcessId, to: DeliveryState) {
        self.store.advance(delivery, owner, &step(to), at(10)).await.unwrap();
    }

    /// A delivery in the state `name`, leased by `owner` for a minute.
    pub(crate) async fn delivery_in(&self, name: StateName, owner: ProcessId) -> DeliveryId {
        let delivery = self.delivery().await;
        assert!(self.store.claim(delivery, owner, at(0), at(60)).await.unwrap());
        if name == StateName::Waiting {
            return delivery;
        }
        self.advance(delivery, owner, DeliveryState::Preparing).await;
        if name == StateName::Published {
            self.advance(delivery, owner, a(StateName::Processing)).await;
        }
        if name != StateName::Preparing {
            self.advance(delivery, owner, a(name)).await;
        }
        delivery
    }
}

/// A state of each name.
pub(crate) fn a(name: StateName) -> DeliveryState {
    match name {
        StateName::Waiting => DeliveryState::queued(),
        StateName::Preparing => DeliveryState::Preparing,
        StateName::Uploading => DeliveryState::Uploading,
        StateName::Processing => DeliveryState::Processing { stage: Stage::Working },
        StateName::Published => DeliveryState::Published { url: "https://youtu.be/x".into(), exact: true },
        StateName::NeedsAttention => needs(ReasonCode::FileMissing),
        StateName::Failed => DeliveryState::Failed { reason: Reason::new(ReasonCode::ProcessingRefused) },
        StateName::Paused => DeliveryState::Paused,
        StateName::Cancelled => DeliveryState::Cancelled,
        StateName::Unconfirmed => DeliveryState::Unconfirmed,
    }
}

pub(crate) fn needs(code: ReasonCode) -> DeliveryState {
    DeliveryState::NeedsAttention { reason: Reason::new(code) }
}

/// The step to a state, with the platform's name for the video once it has every byte.
pub(crate) fn step(to: DeliveryState) -> Step {
    let remote_id = (to.name() == StateName::Processing).then(|| "remote-1".to_owned());
    Step { remote_id, ..Step::to(to) }
}

pub(crate) fn fields(title: &str) -> DraftFields {
    DraftFields { title: title.into(), ..DraftFields::default() }
}

pub(crate) fn media() -> DraftMedia {
    DraftMedia {
        path: PathBuf::from("/videos/chair.mp4"),
        file_name: "chair.mp4".into(),
        facts: MediaFacts {
            container: Container::Mp4,
            size_bytes: 1_000,
            duration_s: Some(2.5),
            width: Some(720),
            height: Some(1280),
            codec: Some("H.264".into()),
            fps: Some(30.0),
        },
        identity: FileIdentity { size_bytes: 1_000, modified_at: at(-100), fingerprint: "f00d".into() },
        still: None,
    }
}

pub(crate) async fn add_draft(store: &Store, title: &str) -> DraftId {
    let (_, maker) = store.local_maker().await.unwrap();
    let id = DraftId::make();
    store.add_draft(id, maker, &fields(title), Some(&media()), at(0)).await.unwrap();
    id
}

pub(crate) fn post(platform: Platform) -> Post {
    match platform {
        Platform::Youtube => Post::Youtube(YoutubePost {
            title: "Oak chair".into(),
            description: "Oiled.".into(),
            tags: vec!["oak".into()],
            category_id: "22".into(),
            privacy: YoutubePrivacy::Public,
            made_for_kids: false,
            synthetic: false,
            notify_subscribers: true,
            publish_at: None,
        }),
        Platform::Tiktok => Post::Tiktok(TiktokPost {
            caption: "Oak chair".into(),
            privacy: "SELF_ONLY".into(),
            allow_comment: false,
            allow_duet: false,
            allow_stitch: false,
            your_brand: false,
            branded_content: false,
            ai_generated: false,
            to_inbox: false,
            cover_at_ms: None,
        }),
    }
}

pub(crate) fn publication(draft: DraftId, to: &[Platform]) -> NewPublication {
    NewPublication {
        id: PublicationId::make(),
        draft_id: draft,
        title: "Oak chair".into(),
        video_type: VideoType::Short,
        posts: to.iter().map(|platform| (DeliveryId::make(), post(*platform))).collect(),
        steps: Vec::new(),
        times: Vec::new(),
    }
}

pub(crate) async fn publish(store: &Store, draft: DraftId, to: &[Platform]) -> Vec<DeliveryId> {
    let new = publication(draft, to);
    store.publish(&new, at(1)).await.unwrap();
    new.posts.into_iter().map(|(id, _)| id).collect()
}

pub(crate) fn session() -> StoredSession {
    StoredSession {
        sealed_address: vec![0, 255, 7, 39, 0],
        handle: Some("v_pub_file~1".into()),
        chunk_bytes: 8 << 20,
        total_bytes: 1_000,
        content_type: "video/mp4".into(),
        opened_at: at(5),
        expires_at: Some(at(3_605)),
        sent_all: false,
    }
}
