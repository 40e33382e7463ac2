//! Drafts: made from dropped or chosen files, saved as they are typed, checked against the platforms' limits.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine as _;
use maker_delivery::Wishes;
use maker_domain::check::{self, Field, Finding, Level};
use maker_domain::connection::ConnectionStatus;
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::draft::DraftFields;
use maker_domain::id::{DeliveryId, DraftId, EntryId};
use maker_domain::image::ImageType;
use maker_domain::media::MediaFacts;
use maker_domain::text::beginning;
use maker_domain::{Platform, VideoType};
use maker_store::StoreError;
use maker_store::drafts::{Draft, DraftMedia, MediaElsewhere, TakenBack};
use maker_words::say;

use crate::library::twice;
use crate::studio::Studio;
use crate::uploads::Kept;
use crate::views::{AddedVideos, DraftSummary, DraftView, FileView, RefusedFile, TakenBackView};
use crate::{Answer, AppError, ErrorCode};

/// Largest still that is kept, in bytes.
const STILL_MAX: usize = 128 * 1024;

impl Studio {
    /// Makes a draft of every video among `paths` and says of the others what they are.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses; a file that is no video is no error.
    pub async fn add_videos(&self, paths: &[PathBuf]) -> Answer<AddedVideos> {
        let mut added = AddedVideos { drafts: Vec::new(), refused: Vec::new() };
        let targets: std::collections::BTreeSet<Platform> =
            self.inner.store.connections().await?.into_iter().map(|c| c.platform).collect();
        for path in paths {
            match self.read_file(path).await {
                Ok(media) => {
                    let fields =
                        DraftFields { title: title_of(path), targets: targets.clone(), ..DraftFields::default() };
                    let fields = self.begun(fields).await?;
                    added.drafts.push(self.add_draft(&fields, Some(media)).await?);
                }
                Err(error) => added.refused.push(RefusedFile { name: name_of(path), message: error.message }),
            }
        }
        Ok(added)
    }

    /// Makes a draft with `fields` of one file.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with what the file is instead of a video.
    pub async fn new_draft(&self, path: &Path, fields: &DraftFields) -> Answer<DraftSummary> {
        let media = self.read_file(path).await?;
        self.add_draft(fields, Some(media)).await
    }

    pub(crate) async fn add_draft(&self, fields: &DraftFields, media: Option<DraftMedia>) -> Answer<DraftSummary> {
        let id = DraftId::make();
        let (_, maker) = self.inner.store.local_maker().await?;
        self.inner.store.add_draft(id, maker, fields, media.as_ref(), self.inner.now()).await?;
        self.inner.changed("drafts");
        self.draft_summary(id).await
    }

    async fn read_file(&self, path: &Path) -> Answer<DraftMedia> {
        // The path is kept as the maker gave it, made absolute: a relative one means nothing to the next start.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let facts = maker_media::probe(&path).await?;
        let identity = maker_media::identify(&path).await?;
        Ok(DraftMedia { file_name: name_of(&path), path, facts, identity, still: None })
    }

    /// Unpublished drafts, last edited first.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn drafts(&self) -> Answer<Vec<DraftSummary>> {
        Ok(self.inner.store.drafts().await?.iter().map(|d| self.summary(d)).collect())
    }

    /// One draft with everything the composer shows.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn draft(&self, id: DraftId) -> Answer<DraftView> {
        let draft = self.inner.store.draft(id).await?;
        self.view(draft).await
    }

    /// Keeps what was typed over the fields that the screen showed, also while it breaks a limit. What another device or
    /// window wrote meanwhile stays: the answer has both.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn save_draft(&self, id: DraftId, shown: &DraftFields, fields: &DraftFields) -> Answer<DraftView> {
        self.inner.store.save_draft_over(id, shown, fields, self.inner.now()).await?;
        self.inner.edited();
        self.draft(id).await
    }

    /// Takes a draft off the list.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn delete_draft(&self, id: DraftId) -> Answer<()> {
        self.inner.store.delete_draft(id, self.inner.now()).await?;
        self.inner.changed("drafts");
        Ok(())
    }

    /// The composer was left: a draft that was begun and has nothing in it but a time goes without a word.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn leave_draft(&self, id: DraftId) -> Answer<()> {
        match self.inner.store.draft(id).await {
            Ok(draft) if self.is_as_begun(&draft).await? => self.delete_draft(id).await,
            Ok(_) | Err(StoreError::NotFound) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Nothing was chosen for it, and its words are those that every draft begins with.
    async fn is_as_begun(&self, draft: &Draft) -> Answer<bool> {
        let DraftFields { targets, schedule, .. } = draft.fields.clone();
        let begun = self.begun(DraftFields { targets, schedule, ..DraftFields::default() }).await?;
        Ok(draft.media.is_none()
            && draft.elsewhere.is_none()
            && draft.fields == begun
            && self.inner.store.attachments(draft.id).await?.is_empty())
    }

    /// Brings a deleted draft back.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn restore_draft(&self, id: DraftId) -> Answer<()> {
        self.inner.store.restore_draft(id, self.inner.now()).await?;
        self.inner.changed("drafts");
        Ok(())
    }

    /// Takes a delivery that stopped or failed back to the composer: a new draft of the same video and text for that
    /// platform alone, in place of the delivery.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when the delivery is under way or live.
    pub async fn edit_again(&self, delivery: DeliveryId) -> Answer<DraftSummary> {
        let row = self.inner.store.delivery(delivery).await?;
        let from = row.draft_id.ok_or_else(|| AppError::new(ErrorCode::NotFound, say!("app-draft-gone")))?;
        let mut draft = self.inner.store.draft(from).await?;
        match row.state.name() {
            StateName::Failed => {}
            StateName::NeedsAttention | StateName::Paused | StateName::Cancelled if row.remote_id.is_none() => {
                if row.state.name() != StateName::Cancelled {
                    self.cancel(delivery).await?;
                }
            }
            _ => return Err(AppError::new(ErrorCode::NotNow, say!("app-upload-under-way"))),
        }
        draft.fields.targets = [row.platform].into();
        let again = self.add_draft(&draft.fields, draft.media).await?;
        self.copy_attachments(from, again.id).await?;
        if let DeliveryState::Failed { reason } | DeliveryState::NeedsAttention { reason } = row.state {
            let was = TakenBack { delivery, platform: row.platform, reason };
            self.inner.store.note_taken_back(again.id, &was).await?;
        }
        self.dismiss(delivery).await?;
        Ok(again)
    }

    /// Gives a draft another file and keeps everything else.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with what the file is instead of a video.
    pub async fn set_file(&self, id: DraftId, path: &Path) -> Answer<DraftView> {
        let media = self.read_file(path).await?;
        self.inner.store.set_media(id, &media, self.inner.now()).await?;
        self.inner.changed("drafts");
        self.draft(id).await
    }

    /// Keeps a small JPEG of the draft's video, given in base64.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] when it is no JPEG of at most 128 KiB.
    pub async fn set_still(&self, id: DraftId, jpeg_base64: &str) -> Answer<()> {
        let refuse = || AppError::new(ErrorCode::BadInput, say!("app-bad-still"));
        if jpeg_base64.len() > STILL_MAX * 4 / 3 + 4 {
            return Err(refuse());
        }
        let jpeg = base64::engine::general_purpose::STANDARD.decode(jpeg_base64).map_err(|_| refuse())?;
        if jpeg.len() > STILL_MAX || ImageType::of(&jpeg) != Some(ImageType::Jpeg) {
            return Err(refuse());
        }
        self.inner.store.set_still(id, &jpeg).await?;
        self.inner.changed("drafts");
        Ok(())
    }

    /// The file to show as a preview of a draft or of what was published, if there is one. For the window's loopback route
    /// only.
    pub async fn preview_file(&self, id: EntryId) -> Option<(PathBuf, MediaFacts)> {
        if let Ok(draft) = self.inner.store.draft(DraftId(id.0)).await {
            return draft.media.map(|media| (media.path, media.facts));
        }
        let file = self.inner.store.published_from(id).await.ok()??.file;
        Some((file.path, file.facts))
    }

    /// Where previews are served, once the window has a route for them.
    pub fn serve_previews_at(&self, base: String) {
        // Set once, at the window's start.
        let _ = self.inner.preview_base.set(base);
    }

    pub(crate) async fn view(&self, draft: Draft) -> Answer<DraftView> {
        let findings = self.findings(&draft).await?;
        let attachments = self.attachment_views(draft.id).await?;
        let sample = self.is_sample(draft.media.as_ref());
        let taken_back = self.inner.store.taken_back(draft.id).await?.map(taken_back);
        let predicted_type = draft.media.as_ref().and_then(|m| m.facts.will_be_short()).map(type_by_shape);
        let trouble =
            findings.iter().find(|f| f.field == Field::File && f.platform.is_none()).map(|f| f.message.clone());
        let file = draft.media.map(|media| FileView {
            name: media.file_name,
            facts: media.facts,
            trouble,
            preview_url: self.preview_url(draft.id),
            still: media.still.as_deref().map(data_url),
        });
        Ok(DraftView {
            id: draft.id,
            fields: draft.fields,
            file,
            updated_at: draft.updated_at,
            findings,
            attachments,
            predicted_type,
            sample,
            taken_back,
        })
    }

    fn summary(&self, draft: &Draft) -> DraftSummary {
        DraftSummary {
            id: draft.id,
            title: beginning(&shown_title(draft)),
            file_name: file_name(draft).map(str::to_owned),
            still: draft.media.as_ref().and_then(|m| m.still.as_deref()).map(data_url),
            preview_url: draft.media.as_ref().and_then(|_| self.preview_url(draft.id)),
            targets: draft.fields.targets.iter().copied().collect(),
            updated_at: draft.updated_at,
            sample: self.is_sample(draft.media.as_ref()),
        }
    }

    pub(crate) async fn draft_summary(&self, id: DraftId) -> Answer<DraftSummary> {
        Ok(self.summary(&self.inner.store.draft(id).await?))
    }

    pub(crate) fn preview_url(&self, id: DraftId) -> Option<String> {
        self.inner.preview_base.get().map(|base| format!("{base}/{id}"))
    }

    /// Everything that stands in the way of publishing `draft`: its text and file, the platforms' limits, the
    /// connections, the password store.
    pub(crate) async fn findings(&self, draft: &Draft) -> Answer<Vec<Finding>> {
        let creator = self.known_creator();
        let facts = draft.media.as_ref().map(|m| &m.facts);
        let mut found = check::preflight(&draft.fields, facts, creator.as_ref());
        found.extend(check::times(&draft.fields, self.inner.now()));
        if let Some(elsewhere) = &draft.elsewhere {
            for finding in found.iter_mut().filter(|f| f.field == Field::File && f.platform.is_none()) {
                finding.message = on_another_device(elsewhere);
            }
        }
        if self.is_sample(draft.media.as_ref()) {
            let message = say!("app-sample");
            found.push(Finding { level: Level::Error, platform: None, field: Field::File, message });
        }
        if let Some(media) = &draft.media
            && let Err(error) = maker_media::unchanged(&media.path, &media.identity).await
        {
            found.push(Finding { level: Level::Error, platform: None, field: Field::File, message: error.to_string() });
        }
        for platform in &draft.fields.targets {
            if let Some(message) = self.connection_trouble(*platform, &draft.fields).await? {
                found.push(Finding {
                    level: Level::Error,
                    platform: Some(*platform),
                    field: Field::Connection,
                    message,
                });
            }
        }
        found.extend(self.step_findings(draft).await?);
        found.extend(self.speed_finding(draft).await);
        if let Some(media) = &draft.media {
            for (platform, since) in self.live_already(&media.identity, &draft.fields.targets).await? {
                let message = twice(&since);
                found.push(Finding { level: Level::Warning, platform: Some(platform), field: Field::File, message });
            }
        }
        Ok(found)
    }

    /// Whether a platform's time limit is likely too short for this file: by what the line did last, and by the cap.
    async fn speed_finding(&self, draft: &Draft) -> Option<Finding> {
        let bytes = draft.media.as_ref()?.facts.size_bytes;
        let wishes = Kept { store: self.inner.store.clone(), clock: Arc::clone(&self.inner.clock) };
        let cap = wishes.limits().await.cap_bytes_s;
        for platform in &draft.fields.targets {
            let Some(window) = self.inner.apis.get(platform).and_then(|api| api.upload_window()) else { continue };
            let needs = maker_delivery::time_needed(&self.inner.store, *platform, bytes, cap).await?;
            if needs > window {
                let message = format!(
                    "At today's speed this upload takes about {}, and {platform} gives it {} min. Export a smaller file, or \
                     raise the speed limit.",
                    about(needs),
                    window.as_secs() / 60,
                );
                let field = Field::File;
                return Some(Finding { level: Level::Warning, platform: Some(*platform), field, message });
            }
        }
        None
    }

    async fn connection_trouble(&self, platform: Platform, fields: &DraftFields) -> Answer<Option<String>> {
        let Some(connection) = self.inner.store.connection(platform).await? else {
            return Ok(Some(say!("app-connect-first", platform = platform.name())));
        };
        if connection.status == ConnectionStatus::SignInAgain {
            return Ok(Some(say!("app-reconnect", platform = platform.name())));
        }
        let Some(post) = maker_domain::post::Post::resolve(fields, platform) else { return Ok(None) };
        let needed = self.inner.api(platform)?.upload_scopes(&post);
        let lacks = needed.iter().any(|scope| !connection.scopes.iter().any(|s| s == scope));
        Ok(lacks.then(|| say!("app-no-right-to-post", platform = platform.name())))
    }
}

fn about(time: std::time::Duration) -> String {
    let minutes = time.as_secs().div_ceil(60);
    if minutes < 60 { format!("{minutes} min") } else { format!("{} h {} min", minutes / 60, minutes % 60) }
}

/// The title to show: the file's name while there is none.
pub(crate) fn shown_title(draft: &Draft) -> String {
    match draft.fields.title.trim() {
        "" => file_name(draft).map_or_else(|| say!("app-untitled"), str::to_owned),
        title => title.to_owned(),
    }
}

/// The name of the draft's file, on whichever device that is.
fn file_name(draft: &Draft) -> Option<&str> {
    let here = draft.media.as_ref().map(|m| m.file_name.as_str());
    here.or_else(|| draft.elsewhere.as_ref().map(|m| m.file_name.as_str()))
}

/// What to do about a file that is on another device.
fn on_another_device(file: &MediaElsewhere) -> String {
    match file.device.as_deref().filter(|name| !name.is_empty()) {
        Some(device) => say!("app-file-elsewhere", file = &file.file_name, device = device),
        None => say!("app-file-on-another-device", file = &file.file_name),
    }
}

fn taken_back(was: TakenBack) -> TakenBackView {
    TakenBackView {
        delivery: was.delivery,
        platform: was.platform,
        explanation: was.reason.code.explain(was.platform),
        reason: was.reason,
    }
}

pub(crate) fn type_by_shape(will_be_short: bool) -> VideoType {
    if will_be_short { VideoType::Short } else { VideoType::Long }
}

pub(crate) fn data_url(jpeg: &[u8]) -> String {
    format!("data:image/jpeg;base64,{}", base64::engine::general_purpose::STANDARD.encode(jpeg))
}

pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// A first title from the file's name, in words.
fn title_of(path: &Path) -> String {
    let stem = path.file_stem().map(|s| s.to_string_lossy().replace(['_', '-'], " ")).unwrap_or_default();
    stem.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_becomes_a_title_in_words() {
        assert_eq!(title_of(Path::new("/videos/oak_chair--oiled.final.mp4")), "oak chair oiled.final");
    }
}
