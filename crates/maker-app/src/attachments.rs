//! Thumbnail, captions and playlist of a draft: chosen, checked at once, and frozen into steps at the press of Publish.

use std::io::Read;
use std::path::Path;
use std::sync::PoisonError;

use maker_connections::Asking;
use maker_delivery::authorised;
use maker_domain::Platform;
use maker_domain::check::{self, Field, Finding, attachments as rules};
use maker_domain::draft::DraftFields;
use maker_domain::followup::{FollowUp, PlaylistChoice, StepKind};
use maker_domain::id::{AttachmentId, DeliveryId, DraftId, StepId};
use maker_domain::post::Post;
use maker_platforms::ApiError;
use maker_store::StoreError;
use maker_store::attachments::Attachment;
use maker_store::drafts::Draft;
use maker_store::steps::NewStep;
use maker_words::say;

use crate::publish::{later, no_access};
use crate::studio::Studio;
use crate::views::{AttachmentView, DraftView, PlaylistView};
use crate::{Answer, AppError, ErrorCode};

/// Only this platform takes thumbnails, captions and playlists by its API.
const TAKES_STEPS: Platform = Platform::Youtube;

/// So much of what was taken off drafts can be given back. Undo is offered for the last one.
const TAKEN_OFF: usize = 50;

impl Studio {
    /// Gives a draft its thumbnail, in place of an earlier one. The picture stays where it is.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with what is wrong with the picture.
    pub async fn add_thumbnail(&self, id: DraftId, path: &Path) -> Answer<DraftView> {
        self.attach(id, StepKind::Thumbnail, path, String::new(), String::new()).await
    }

    /// Adds captions to a draft. Without a `language` it is the one the file's name ends with (`chair.fr.srt`), or not said
    /// yet: only the maker knows it, and viewers would choose the track by a wrong one.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with what is wrong with the file or the language.
    pub async fn add_captions(
        &self,
        id: DraftId,
        path: &Path,
        language: Option<&str>,
        name: &str,
    ) -> Answer<DraftView> {
        let bad = |message| bad(StepKind::Captions, message);
        let language = match language {
            Some(said) => rules::language(said).map_err(bad)?,
            None => language_of(path),
        };
        let name = rules::caption_name(name).map_err(bad)?;
        self.attach(id, StepKind::Captions, path, language, name).await
    }

    async fn attach(
        &self,
        draft: DraftId,
        kind: StepKind,
        path: &Path,
        language: String,
        name: String,
    ) -> Answer<DraftView> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let file_name = crate::drafts::name_of(&path);
        // What is empty is no video that has to be exported again.
        if std::fs::metadata(&path).is_ok_and(|file| file.is_file() && file.len() == 0) {
            looked_at(kind, &path, &file_name, 0).await?;
        }
        let identity = maker_media::identify(&path).await?;
        looked_at(kind, &path, &file_name, identity.size_bytes).await?;
        let new = Attachment { id: AttachmentId::make(), draft, kind, path, file_name, identity, language, name };
        // A draft that is gone is said before the disk has to refuse it.
        self.inner.store.draft(draft).await?;
        self.inner.store.attach(&new, self.inner.now()).await?;
        self.inner.changed("drafts");
        self.draft(draft).await
    }

    /// Says what language captions are in and what viewers choose them by. No language is "not said yet", which stands in
    /// the way of publishing and not of typing.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a language that is none; [`ErrorCode::NotFound`]
    pub async fn describe_captions(&self, id: AttachmentId, language: &str, name: &str) -> Answer<DraftView> {
        let bad = |message| bad(StepKind::Captions, message);
        let said = language.trim();
        let language = if said.is_empty() { String::new() } else { rules::language(said).map_err(bad)? };
        let name = rules::caption_name(name).map_err(bad)?;
        let draft = self.inner.store.draft_of_attachment(id).await?;
        self.inner.store.describe_attachment(id, &language, &name, self.inner.now()).await?;
        self.draft(draft).await
    }

    /// Takes a thumbnail or captions off a draft. The file stays, and [`Studio::restore_attachment`] brings it back.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn remove_attachment(&self, id: AttachmentId) -> Answer<DraftView> {
        let draft = self.inner.store.draft_of_attachment(id).await?;
        let there = self.inner.store.attachments(draft).await?;
        self.inner.store.detach(id, self.inner.now()).await?;
        {
            let mut taken_off = self.inner.taken_off.lock().unwrap_or_else(PoisonError::into_inner);
            taken_off.extend(there.into_iter().find(|one| one.id == id));
            if taken_off.len() > TAKEN_OFF {
                taken_off.pop_front();
            }
        }
        self.inner.changed("drafts");
        self.draft(draft).await
    }

    /// Gives a draft back what was taken off it, with its words: one of the last fifty since the program runs.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn restore_attachment(&self, id: AttachmentId) -> Answer<DraftView> {
        let taken_off = || self.inner.taken_off.lock().unwrap_or_else(PoisonError::into_inner);
        let one = taken_off().iter().find(|one| one.id == id).cloned().ok_or(StoreError::NotFound)?;
        self.inner.store.draft(one.draft).await?;
        self.inner.store.attach(&one, self.inner.now()).await?;
        taken_off().retain(|one| one.id != id);
        self.inner.changed("drafts");
        self.draft(one.draft).await
    }

    /// The playlists of the connected YouTube channel.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] without a live connection; [`ErrorCode::TryLater`] without a network.
    pub async fn playlists(&self) -> Answer<Vec<PlaylistView>> {
        let (api, now) = (self.inner.api(TAKES_STEPS)?, self.inner.now());
        let asked = authorised(&self.inner.keys, TAKES_STEPS, |t| async move { api.playlists(&t, now).await });
        let asked = asked.await;
        self.inner.note_read(TAKES_STEPS, "playlists", &asked).await;
        let found = asked.map_err(|error| no_access(TAKES_STEPS, &error))?;
        match found {
            Ok(found) => {
                Ok(found.into_iter().map(|p| PlaylistView { id: p.id, title: p.title, privacy: p.privacy }).collect())
            }
            Err(ApiError::Refused { reason }) => {
                let said = StepKind::Playlist.explain(reason.code, TAKES_STEPS);
                Err(AppError::new(ErrorCode::NeedsMaker, format!("{} {}", said.what, said.next)))
            }
            Err(_) => Err(later(TAKES_STEPS)),
        }
    }

    pub(crate) async fn attachment_views(&self, draft: DraftId) -> Answer<Vec<AttachmentView>> {
        let mut views = Vec::new();
        for one in self.inner.store.attachments(draft).await? {
            let trouble = maker_media::unchanged(&one.path, &one.identity).await.err().map(|error| error.to_string());
            views.push(AttachmentView {
                id: one.id,
                kind: one.kind,
                file_name: one.file_name,
                language: one.language,
                name: one.name,
                trouble,
            });
        }
        Ok(views)
    }

    /// What stands in the way of a draft's steps: a file that is gone, a right that is missing. Said before publishing;
    /// afterwards each step says it for itself.
    pub(crate) async fn step_findings(&self, draft: &Draft) -> Answer<Vec<Finding>> {
        if !draft.fields.targets.contains(&TAKES_STEPS) {
            return Ok(Vec::new());
        }
        let attachments = self.inner.store.attachments(draft.id).await?;
        let mut found = Vec::new();
        let mut error = |kind: StepKind, message: String| {
            found.push(Finding {
                level: check::Level::Error,
                platform: Some(TAKES_STEPS),
                field: field_of(kind),
                message,
            });
        };
        for one in &attachments {
            if let Err(gone) = maker_media::unchanged(&one.path, &one.identity).await {
                error(one.kind, say!("app-file-trouble", file = &one.file_name, why = gone.to_string()));
            }
            if one.kind == StepKind::Captions && one.language.is_empty() {
                error(one.kind, say!("app-captions-language", file = &one.file_name));
            }
        }
        let captions = || attachments.iter().filter(|one| one.kind == StepKind::Captions && !one.language.is_empty());
        for (n, one) in captions().enumerate() {
            let same = |other: &&Attachment| (&other.language, &other.name) == (&one.language, &one.name);
            if let Some(first) = captions().take(n).find(same) {
                error(one.kind, say!("app-captions-same", file = &one.file_name, first = &first.file_name));
            }
        }
        if let Some(PlaylistChoice::New { title, .. }) = &draft.fields.youtube.playlist
            && let Err(wrong) = rules::playlist_title(title)
        {
            error(StepKind::Playlist, wrong);
        }
        if let Some(connection) = self.inner.store.connection(TAKES_STEPS).await? {
            let api = self.inner.api(TAKES_STEPS)?;
            let kinds = attachments
                .iter()
                .map(|a| a.kind)
                .chain(draft.fields.youtube.playlist.iter().map(|_| StepKind::Playlist));
            let lacks = |kind: &StepKind| {
                api.step_scopes(*kind).iter().any(|needed| !connection.scopes.iter().any(|s| s == needed))
            };
            if let Some(kind) = kinds.into_iter().find(lacks) {
                error(kind, say!("app-extras-not-asked"));
            }
        }
        Ok(found)
    }

    /// A draft's steps, frozen for the deliveries of one press of Publish.
    pub(crate) async fn steps_for(
        &self,
        draft: DraftId,
        fields: &DraftFields,
        posts: &[(DeliveryId, Post)],
    ) -> Answer<Vec<NewStep>> {
        let Some((delivery, _)) = posts.iter().find(|(_, post)| post.platform() == TAKES_STEPS) else {
            return Ok(Vec::new());
        };
        let step = |work, file| NewStep { id: StepId::make(), delivery: *delivery, work, file };
        let mut steps = Vec::new();
        for one in self.inner.store.attachments(draft).await? {
            let work = match one.kind {
                StepKind::Thumbnail => FollowUp::Thumbnail { file_name: one.file_name },
                _ => FollowUp::Captions { file_name: one.file_name, language: one.language, name: one.name },
            };
            steps.push(step(work, Some((one.path, one.identity))));
        }
        if let Some(playlist) = &fields.youtube.playlist {
            steps.push(step(FollowUp::Playlist { playlist: playlist.clone() }, None));
        }
        Ok(steps)
    }

    /// Copies what was chosen for one draft to another: a refused upload that goes back to the composer.
    pub(crate) async fn copy_attachments(&self, from: DraftId, to: DraftId) -> Answer<()> {
        for one in self.inner.store.attachments(from).await? {
            let again = Attachment { id: AttachmentId::make(), draft: to, ..one };
            self.inner.store.attach(&again, self.inner.now()).await?;
        }
        Ok(())
    }
}

/// The rights that steps need on top of uploading, for the Connections screen.
pub(crate) fn extra_scopes(platform: Platform) -> Vec<&'static str> {
    let usual = maker_connections::scopes_asked_for(platform, Asking::Upload);
    let mut all = maker_connections::scopes_asked_for(platform, Asking::UploadAndSteps);
    all.retain(|scope| !usual.contains(scope));
    all
}

async fn looked_at(kind: StepKind, path: &Path, file_name: &str, size_bytes: u64) -> Answer<()> {
    let (path, file_name) = (path.to_owned(), file_name.to_owned());
    let looked = tokio::task::spawn_blocking(move || match kind {
        StepKind::Thumbnail => {
            let mut head = Vec::new();
            std::fs::File::open(&path)?.take(rules::THUMBNAIL_HEAD_BYTES as u64).read_to_end(&mut head)?;
            Ok(rules::thumbnail(&file_name, size_bytes, &head))
        }
        StepKind::Captions | StepKind::Playlist => {
            let mut bytes = Vec::new();
            std::fs::File::open(&path)?.take(rules::CAPTIONS_MAX_BYTES + 1).read_to_end(&mut bytes)?;
            let is_readable = std::str::from_utf8(&bytes).is_ok();
            Ok(rules::captions(&file_name, size_bytes, &String::from_utf8_lossy(&bytes))
                .and_then(|_| if is_readable { Ok(()) } else { Err(say!("app-captions-letters", file = &file_name)) }))
        }
    });
    let unreadable = |error: std::io::Error| AppError::internal(say!("app-file-unread"), error);
    let looked = looked.await.map_err(|error| unreadable(std::io::Error::other(error)))?;
    looked.map_err(unreadable)?.map_err(|message| bad(kind, message))
}

/// `chair.fr-CA.srt` is in Canadian French by the custom of players.
fn language_of(path: &Path) -> String {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let end = stem.rsplit_once('.').map(|(_, end)| end.to_owned());
    end.and_then(|end| rules::language(&end).ok()).unwrap_or_default()
}

fn bad(kind: StepKind, message: String) -> AppError {
    AppError::new(ErrorCode::BadInput, message).at(field_of(kind))
}

const fn field_of(kind: StepKind) -> Field {
    match kind {
        StepKind::Thumbnail => Field::Thumbnail,
        StepKind::Captions => Field::Captions,
        StepKind::Playlist => Field::Playlist,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_in_the_language_their_name_says_and_in_none_where_it_says_none() {
        let said = ["/a/chair.fr-CA.srt", "/a/chair.srt", "/a/chair.final cut.srt", "/a/chair.de.vtt"];
        assert_eq!(said.map(|path| language_of(Path::new(path))), ["fr-CA", "", "", "de"]);
    }
}
