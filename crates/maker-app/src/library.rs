//! The library: everything that is published or being written, looked through, used again, taken out.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, TimeZone, Utc};
use maker_domain::Platform;
use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, EntryId, PostId};
use maker_domain::image::ImageName;
use maker_domain::library::{EntryKind, LibraryFilter, LibraryOrder, LibraryPlace};
use maker_domain::media::FileIdentity;
use maker_domain::schedule::month_in_words;
use maker_domain::text::beginning;
use maker_store::audit::AuditEntry;
use maker_store::drafts::DraftMedia;
use maker_store::library::{AboutDelivery, Entry, EntryDetails, EntryPlace, EntryText, Wanted};
use maker_words::say;

use crate::studio::Studio;
use crate::views::{
    AuditView, EntryDetailsView, EntryFileView, EntryStill, EntryTextView, EntryView, HistoryView, LibraryCounts,
    LibraryView, PlaceView, UsedAgain,
};
use crate::{Answer, AppError, ErrorCode, activity};

/// As many pictures as are given in one answer.
const STILLS: usize = 100;

impl Studio {
    /// A part of the library: up to `limit` entries (500 at most) behind `after`.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn library(
        &self,
        filter: &LibraryFilter,
        order: LibraryOrder,
        after: Option<&LibraryPlace>,
        limit: u32,
    ) -> Answer<LibraryView> {
        let wanted = self.wanted(filter, order).await?;
        let page = self.inner.store.library(&wanted, after, limit).await?;
        let counts = page.counts.map(|counts| {
            let of = |kind| counts.iter().find(|(of, _)| *of == kind).map_or(0, |(_, count)| *count);
            let of = |kind| u32::try_from(of(kind)).unwrap_or(u32::MAX);
            LibraryCounts { videos: of(EntryKind::Video), posts: of(EntryKind::Post), drafts: of(EntryKind::Draft) }
        });
        let entries = page.entries.into_iter().map(EntryView::from).collect();
        Ok(LibraryView { entries, next: page.next, counts })
    }

    /// The ids of everything that is meant, in its order: for choosing all of it.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn library_ids(&self, filter: &LibraryFilter, order: LibraryOrder) -> Answer<Vec<EntryId>> {
        Ok(self.inner.store.library_ids(&self.wanted(filter, order).await?).await?)
    }

    /// Small pictures of videos and drafts; of the first hundred that are asked for.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn library_stills(&self, of: &[EntryId]) -> Answer<Vec<EntryStill>> {
        let of = of.get(..STILLS).unwrap_or(of);
        let found = self.inner.store.library_stills(of).await?;
        let still =
            |id: &EntryId| found.iter().find(|(which, _)| which == id).map(|(_, jpeg)| crate::drafts::data_url(jpeg));
        Ok(of.iter().map(|id| EntryStill { id: *id, still: still(id) }).collect())
    }

    /// Everything that is known about an entry.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn library_entry(&self, id: EntryId) -> Answer<EntryDetailsView> {
        let EntryDetails { entry, texts, from, deliveries, audit } = self.inner.store.library_entry(id).await?;
        let published_from = from.as_ref().map(|from| from.at);
        let file = match (entry.kind, from) {
            (EntryKind::Draft, _) => {
                let media = self.inner.store.draft(DraftId(id.0)).await?.media;
                media.map(|media| (media.file_name, media.facts, media.path, media.identity))
            }
            (_, from) => from.map(|from| {
                let file = from.file;
                (file.file_name, file.facts, file.path, file.identity)
            }),
        };
        let file = match file {
            None => None,
            Some((name, facts, path, identity)) => {
                let trouble = maker_media::unchanged(&path, &identity).await.err().map(|error| error.to_string());
                let preview_url = self.preview_url(DraftId(id.0)).filter(|_| trouble.is_none());
                Some(EntryFileView { name, facts, trouble, preview_url })
            }
        };
        Ok(EntryDetailsView {
            entry: entry.into(),
            texts: texts.into_iter().map(EntryTextView::from).collect(),
            file,
            published_from,
            deliveries: deliveries.into_iter().map(HistoryView::from).collect(),
            audit: audit.into_iter().map(AuditView::from).collect(),
        })
    }

    /// Makes something new of a published entry: a draft with the text, the choices and, where it is still there, the file
    /// of a video; a post with the text and the pictures of a post.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; [`ErrorCode::NotNow`] for what is a draft already.
    pub async fn use_again(&self, id: EntryId) -> Answer<UsedAgain> {
        let details = self.inner.store.library_entry(id).await?;
        match details.entry.kind {
            EntryKind::Video => self.use_video_again(details).await,
            EntryKind::Post => self.use_post_again(PostId(id.0)).await,
            EntryKind::Draft => Err(AppError::new(ErrorCode::NotNow, say!("app-is-draft"))),
        }
    }

    async fn use_video_again(&self, details: EntryDetails) -> Answer<UsedAgain> {
        let came_from = details.from.as_ref().and_then(|from| from.draft_id);
        let fields = match came_from {
            Some(draft) => self.inner.store.draft(draft).await?.fields,
            None => fields_of(&details),
        };
        let stills = self.inner.store.library_stills(&[details.entry.id]).await?;
        let mut warning = Vec::new();
        let media = match details.from {
            Some(from) => match maker_media::unchanged(&from.file.path, &from.file.identity).await {
                Ok(()) => {
                    let there = self.live_already(&from.file.identity, &fields.targets).await?;
                    let there = there.into_iter().map(|(_, since)| since);
                    let there = there.reduce(|first, second| say!("app-and", first = first, second = second));
                    warning.extend(there.map(|there| twice(&there)));
                    Some(DraftMedia {
                        path: from.file.path,
                        file_name: from.file.file_name,
                        facts: from.file.facts,
                        identity: from.file.identity,
                        still: stills.into_iter().next().map(|(_, jpeg)| jpeg),
                    })
                }
                Err(error) => {
                    warning.push(say!("app-draft-has-the-rest", why = error.to_string()));
                    None
                }
            },
            None => {
                warning.push(say!("app-file-unknown"));
                None
            }
        };
        let draft = self.add_draft(&fields, media).await?;
        if let Some(from) = came_from {
            self.copy_attachments(from, draft.id).await?;
        }
        let warning = (!warning.is_empty()).then(|| warning.join(" "));
        Ok(UsedAgain { draft_id: Some(draft.id), post_id: None, warning })
    }

    async fn use_post_again(&self, id: PostId) -> Answer<UsedAgain> {
        let store = &self.inner.store;
        let (text, pictures) = (store.post(id).await?.content, store.pictures(id).await?);
        let again = self.begin_post().await?.id;
        let mut warning = None;
        self.save_post(again, "", &text).await?;
        for picture in pictures {
            let Ok(name) = picture.image.parse::<ImageName>() else {
                warning = Some(say!("app-picture-unusable"));
                continue;
            };
            let new = store.add_post_picture(again, name, &picture.content_type, self.inner.now()).await?;
            if let Some(alt) = picture.alt.filter(|alt| !alt.is_empty()) {
                store.describe_post_picture(again, new, "", &alt, self.inner.now()).await?;
            }
        }
        self.inner.changed("posts");
        Ok(UsedAgain { draft_id: None, post_id: Some(again), warning })
    }

    /// The addresses of entries, those that a browser may open, in the order of `ids`.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when none of them has any.
    pub async fn addresses(&self, ids: &[EntryId]) -> Answer<Vec<String>> {
        let found = self.inner.store.library_entries(ids).await?;
        let of = |id: &EntryId| found.iter().find(|entry| entry.id == *id).map_or(&[][..], |entry| &entry.places[..]);
        let all: Vec<String> =
            ids.iter().flat_map(of).filter_map(|place| place.url.clone()).filter(|url| may_open(url)).collect();
        if all.is_empty() {
            return Err(AppError::new(ErrorCode::NotNow, say!("app-none-have-address")));
        }
        Ok(all)
    }

    /// The address of an entry on a platform.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it has none there.
    pub async fn place_address(&self, id: EntryId, platform: Platform) -> Answer<String> {
        let mut entry = self.inner.store.library_entries(&[id]).await?;
        entry.iter_mut().for_each(|entry| entry.places.retain(|place| place.platform == platform));
        let url = entry.into_iter().flat_map(|entry| entry.places).find_map(|place| place.url);
        url.filter(|url| may_open(url)).ok_or_else(|| AppError::new(ErrorCode::NotNow, say!("app-no-address")))
    }

    /// Takes entries out of the library: of videos the rows here, never anything on a platform; posts are deleted, drafts
    /// too. All can come back. Tells which were there.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn remove_entries(&self, ids: &[EntryId]) -> Answer<Vec<EntryId>> {
        let now = self.inner.now();
        let mut removed = Vec::new();
        for entry in self.inner.store.library_entries(ids).await? {
            let done = match entry.kind {
                EntryKind::Video => self.inner.store.remove_videos(entry.id, now).await,
                EntryKind::Post => self.inner.store.delete_post(PostId(entry.id.0), now).await,
                EntryKind::Draft => self.inner.store.delete_draft(DraftId(entry.id.0), now).await,
            };
            match done {
                Ok(()) => removed.push(entry.id),
                // Gone since it was read: that is what was wanted.
                Err(maker_store::StoreError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.tell_of_library();
        Ok(removed)
    }

    /// Brings back what was taken out on this computer in the last thirty days. Tells how many came back.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn restore_entries(&self, ids: &[EntryId]) -> Answer<u32> {
        let (store, now, by) = (&self.inner.store, self.inner.now(), self.inner.store.local_maker().await?);
        let mut restored = 0;
        for id in ids {
            let done = match store.kind_in_bin(*id).await {
                Ok(EntryKind::Video) => store.restore_videos(*id, by, now).await,
                Ok(EntryKind::Post) => store.restore_post(PostId(id.0), by, now).await,
                Ok(EntryKind::Draft) => store.restore_draft(DraftId(id.0), now).await,
                Err(error) => Err(error),
            };
            match done {
                Ok(()) => restored += 1,
                Err(maker_store::StoreError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.tell_of_library();
        Ok(restored)
    }

    fn tell_of_library(&self) {
        for table in ["videos", "posts", "drafts"] {
            self.inner.changed(table);
        }
    }

    /// On which of `targets` a file is live already, such as "on YouTube since 3 May 2026".
    pub(crate) async fn live_already(
        &self,
        file: &FileIdentity,
        targets: &BTreeSet<Platform>,
    ) -> Answer<Vec<(Platform, String)>> {
        let mut before = self.inner.store.published_before(file).await?;
        before.retain(|published| targets.contains(&published.platform));
        if before.is_empty() {
            return Ok(Vec::new());
        }
        before.sort_by_key(|published| published.platform);
        let zone = self.zone().await;
        let since = |platform: Platform, at: DateTime<Utc>| {
            let day = at.with_timezone(&zone).date_naive();
            say!(
                "app-there-since",
                platform = platform.name(),
                day = day.day(),
                month = month_in_words(day.month()),
                year = day.year().to_string(),
            )
        };
        Ok(before.iter().map(|p| (p.platform, since(p.platform, p.at))).collect())
    }

    async fn wanted(&self, filter: &LibraryFilter, order: LibraryOrder) -> Answer<Wanted> {
        let zone = self.zone().await;
        Ok(Wanted {
            since: filter.from.and_then(|day| begins(day, zone)),
            before: filter.to.and_then(|day| begins(day.succ_opt()?, zone)),
            filter: filter.clone(),
            order,
        })
    }

    /// The maker's time zone.
    pub(crate) async fn zone(&self) -> chrono_tz::Tz {
        self.settings().await.unwrap_or_default().zone().parse().unwrap_or(chrono_tz::UTC)
    }
}

/// What to say of a file that is live already, `there`.
pub(crate) fn twice(there: &str) -> String {
    say!("app-twice", there = there)
}

/// Whether a browser may open an address.
fn may_open(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|url| maker_domain::config::check_address(&url).is_ok())
}

/// The first moment of a day. Where the clocks go forward at midnight, the day begins an hour later.
pub(crate) fn begins(day: NaiveDate, zone: chrono_tz::Tz) -> Option<DateTime<Utc>> {
    let midnight = day.and_hms_opt(0, 0, 0)?;
    let begins = zone.from_local_datetime(&midnight).earliest();
    let begins = begins.or_else(|| zone.from_local_datetime(&(midnight + TimeDelta::hours(1))).earliest())?;
    Some(begins.with_timezone(&Utc))
}

/// The fields of a new draft, where the old one is not known here.
fn fields_of(details: &EntryDetails) -> DraftFields {
    let text = details.texts.first();
    DraftFields {
        title: text.map(|text| text.title.clone()).unwrap_or_default(),
        description: text.and_then(|text| text.description.clone()).unwrap_or_default(),
        video_type: details.entry.video_type,
        targets: details.entry.places.iter().map(|place| place.platform).collect(),
        ..DraftFields::default()
    }
}

impl From<Entry> for EntryView {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            kind: entry.kind,
            title: beginning(&entry.title),
            video_type: entry.video_type,
            states: entry.states,
            at: entry.at,
            places: entry.places.into_iter().map(PlaceView::from).collect(),
            duration_s: entry.duration_s,
            picture: entry.picture,
            numbers: entry.numbers.map(Into::into),
        }
    }
}

impl From<EntryPlace> for PlaceView {
    fn from(place: EntryPlace) -> Self {
        Self {
            platform: place.platform,
            video_id: place.video_id,
            delivery_id: place.delivery_id,
            url: place.url,
            numbers: place.numbers.map(Into::into),
            state: place.state,
        }
    }
}

impl From<EntryText> for EntryTextView {
    fn from(text: EntryText) -> Self {
        Self { platform: text.platform, title: text.title, description: text.description }
    }
}

impl From<AboutDelivery> for HistoryView {
    fn from(about: AboutDelivery) -> Self {
        Self {
            id: about.id,
            platform: about.platform,
            state: about.state,
            queued_at: about.queued_at,
            first_byte_at: about.first_byte_at,
            received_at: about.received_at,
            published_at: about.published_at,
        }
    }
}

impl From<AuditEntry> for AuditView {
    fn from(entry: AuditEntry) -> Self {
        Self {
            at: entry.at,
            platform: entry.platform,
            account: entry.account,
            action: entry.action,
            told: activity::told(&entry.outcome, entry.platform),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l_01_a_day_begins_at_midnight_in_the_makers_zone_also_where_there_is_none() {
        let at = |zone: &str, day: (i32, u32, u32)| {
            begins(NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap(), zone.parse().unwrap()).unwrap().to_rfc3339()
        };
        assert_eq!(at("Africa/Nairobi", (2026, 11, 26)), "2026-11-25T21:00:00+00:00");
        // In Beirut the clocks went from midnight to one.
        assert_eq!(at("Asia/Beirut", (2026, 3, 29)), "2026-03-28T22:00:00+00:00");
        assert_eq!(begins(NaiveDate::MAX, chrono_tz::UTC).map(|_| ()), Some(()));
    }
}
