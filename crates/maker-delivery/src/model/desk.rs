//! The desk of the runs: a real database with one film on disk, and a clock that only moves when it is told to.

use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::id::{DeliveryId, DraftId, PublicationId};
use maker_domain::media::{Container, FileIdentity, MediaFacts};
use maker_domain::post::Post;
use maker_domain::{Clock, Platform, VideoType};
use maker_store::Store;
use maker_store::drafts::DraftMedia;
use maker_store::publications::NewPublication;

/// Bytes of the film: three whole parts and a rest.
pub(super) const FILM_BYTES: u64 = 3_300;

pub(super) struct Desk {
    pub(super) store: Store,
    pub(super) film: Vec<u8>,
    pub(super) folder: tempfile::TempDir,
    path: PathBuf,
    identity: FileIdentity,
}

impl Desk {
    pub(super) async fn open() -> Self {
        // In memory where the system has such a folder: what is proved here is order, and the disk's part is proved by
        // killing the real program.
        let memory = std::path::Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
        let path = folder.path().join("chair.mp4");
        let film: Vec<u8> = (0..FILM_BYTES).map(|n| (n * 7 % 251) as u8).collect();
        std::fs::write(&path, &film).unwrap();
        let store = Store::open(&folder.path().join("studio.db"), DateTime::UNIX_EPOCH).await.unwrap();
        let identity = maker_media::identify(&path).await.unwrap();
        Self { store, film, folder, path, identity }
    }

    /// A delivery of the film.
    pub(super) async fn publish(&self, platform: Platform, now: DateTime<Utc>) -> DeliveryId {
        let mut fields =
            DraftFields { title: "Oak chair".into(), targets: [platform].into(), ..DraftFields::default() };
        fields.youtube.privacy = Some(YoutubePrivacy::Public);
        fields.youtube.made_for_kids = Some(false);
        fields.youtube.synthetic = Some(false);
        fields.tiktok.privacy = Some("PUBLIC_TO_EVERYONE".into());
        fields.tiktok.ai_generated = Some(false);
        let facts = MediaFacts {
            container: Container::Mp4,
            size_bytes: FILM_BYTES,
            duration_s: Some(2.0),
            width: Some(720),
            height: Some(1280),
            codec: Some("H.264".into()),
            fps: Some(30.0),
        };
        let media = DraftMedia {
            path: self.path.clone(),
            file_name: "chair.mp4".into(),
            facts,
            identity: self.identity.clone(),
            still: None,
        };
        let (_, maker) = self.store.local_maker().await.unwrap();
        let draft = DraftId::make();
        self.store.add_draft(draft, maker, &fields, Some(&media), now).await.unwrap();
        let delivery = DeliveryId::make();
        let new = NewPublication {
            id: PublicationId::make(),
            draft_id: draft,
            title: "Oak chair".into(),
            video_type: VideoType::Short,
            posts: vec![(delivery, Post::resolve(&fields, platform).unwrap())],
            steps: Vec::new(),
            times: Vec::new(),
        };
        self.store.publish(&new, now).await.unwrap();
        delivery
    }
}

/// A clock that leaps.
#[derive(Debug)]
pub(super) struct Leaps(AtomicI64);

impl Leaps {
    pub(super) fn new() -> Self {
        Self(AtomicI64::new(1_795_000_000_000))
    }

    pub(super) fn to(&self, at: DateTime<Utc>) {
        self.0.fetch_max(at.timestamp_millis(), Ordering::SeqCst);
    }

    pub(super) fn by(&self, time: TimeDelta) {
        self.0.fetch_add(time.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for Leaps {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::SeqCst)).unwrap()
    }
}
