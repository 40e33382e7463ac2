//! What was typed before: the versions of a draft, steps back and forth, what was deleted, and where the maker was.

use maker_domain::deleted::Deletable;
use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, LinkId, PostId, ServiceId};
use maker_domain::text::beginning;
use maker_domain::versions::{FieldChange, compare, in_a_line};
use maker_store::StoreError;
use maker_store::undo::Way;
use maker_words::say;
use uuid::Uuid;

use crate::studio::Studio;
use crate::views::{DeletedView, Place, VersionView, VersionsView};
use crate::{Answer, AppError, ErrorCode};

/// Versions that are listed at once.
const PAGE: u32 = 50;

/// Where the window keeps what it showed last.
const PLACE: &str = "place";

/// More than any address of a screen takes.
const PLACE_MAX: usize = 300;

impl Studio {
    /// The versions of a draft, a video's or a post's, newest first: the first ones, or those that follow on `after`.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn versions(&self, draft: DraftId, after: Option<Uuid>) -> Answer<VersionsView> {
        let store = &self.inner.store;
        let mut newer = match after {
            Some(version) => store.version(draft, version).await?.fields,
            None => store.written(draft).await?,
        };
        let mut found = store.versions(draft, after, PAGE + 1).await?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let mut versions = Vec::with_capacity(found.len());
        for version in found {
            let line = in_a_line(&compare(&version.fields, &newer));
            versions.push(VersionView { id: version.id, until: version.until, elsewhere: version.elsewhere, line });
            newer = version.fields;
        }
        Ok(VersionsView { versions, more })
    }

    /// What restoring a version would do to the draft as it is, field by field.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn compare_version(&self, draft: DraftId, version: Uuid) -> Answer<Vec<FieldChange>> {
        let (now, then) = (self.inner.store.written(draft).await?, self.inner.store.version(draft, version).await?);
        Ok(compare(&now, &then.fields))
    }

    /// Makes a draft say what a version said. It is an edit over what the screen showed, like any other: it travels, it can
    /// be taken back, and what it replaces is a version too. Without `shown` it is over what the draft says now.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn restore_version(&self, draft: DraftId, version: Uuid, shown: Option<&DraftFields>) -> Answer<()> {
        let store = &self.inner.store;
        let then = store.version(draft, version).await?.fields;
        let now = match shown {
            Some(shown) => shown.clone(),
            None => store.written(draft).await?,
        };
        let at = self.inner.now();
        match store.draft(draft).await {
            Ok(_) => store.save_draft_over(draft, &now, &then, at).await?,
            Err(StoreError::NotFound) => {
                store.save_post_text(PostId(draft.0), &now.description, &then.description, at).await?;
            }
            Err(error) => return Err(error.into()),
        }
        self.inner.changed("drafts");
        Ok(())
    }

    /// Takes back the latest step in a draft, or does again what was taken back last. The columns that changed; `None` when
    /// there is nothing that way.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn step(&self, draft: DraftId, way: Way) -> Answer<Option<Vec<String>>> {
        let changed = self.inner.store.step(draft, way, self.inner.now()).await?;
        if changed.is_some() {
            self.inner.edited();
        }
        Ok(changed)
    }

    /// What was deleted and can come back, latest first.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn deleted(&self) -> Answer<Vec<DeletedView>> {
        let found = self.inner.store.bin(self.inner.now()).await?;
        let view = |thing: maker_store::bin::Deleted| DeletedView {
            kind: thing.kind,
            id: thing.id,
            title: if thing.title.trim().is_empty() { say!("app-untitled") } else { beginning(&thing.title) },
            deleted_at: thing.deleted_at,
            until: thing.until,
        };
        Ok(found.into_iter().map(view).collect())
    }

    /// Brings one of [`Studio::deleted`] back.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it is not there any more.
    pub async fn restore_deleted(&self, kind: Deletable, id: Uuid) -> Answer<()> {
        match kind {
            Deletable::Draft => self.restore_draft(DraftId(id)).await,
            Deletable::PostDraft => self.restore_post_draft(PostId(id)).await,
            Deletable::Post => self.restore_post(PostId(id)).await,
            Deletable::Service => self.restore_service(ServiceId(id)).await.map(drop),
            Deletable::Link => self.restore_link(LinkId(id)).await.map(drop),
        }
    }

    /// Where the window was when it was closed or killed.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn last_place(&self) -> Answer<Option<Place>> {
        // What another version wrote and this one cannot read is as good as none.
        Ok(self.inner.store.setting(PLACE).await.ok().flatten())
    }

    /// Keeps where the window is.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for what is no place.
    pub async fn keep_place(&self, place: &Place) -> Answer<()> {
        if place.address.len() > PLACE_MAX || place.field.as_ref().is_some_and(|field| field.len() > PLACE_MAX) {
            return Err(AppError::new(ErrorCode::BadInput, say!("app-bad-place")));
        }
        self.inner.gaze.goes_to(place);
        Ok(self.inner.store.set_setting(PLACE, place).await?)
    }
}
