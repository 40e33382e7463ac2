//! What a maker does at a desk, by chance, each step written down before and after.

use std::path::Path;

use maker_domain::Clock;
use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, ServiceId};
use maker_harness::Chance;
use maker_server::SystemClock;
use maker_store::services::{ServiceFields, ServiceType};
use maker_store::sync::{Conflict, Resolution, as_text};
use maker_store::{Store, StoreError};
use maker_sync_torture::journal::{Deed, Journal, Line};
use uuid::Uuid;

/// A desk has no more drafts than these, so that desks meet on them.
const DRAFTS: usize = 12;
/// A longer description is left alone.
const WORDS: usize = 120;

pub(crate) struct Hands<'a> {
    store: &'a Store,
    journal: &'a mut Journal,
    name: String,
}

impl<'a> Hands<'a> {
    pub(crate) fn new(store: &'a Store, journal: &'a mut Journal, folder: &Path) -> Self {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { store, journal, name }
    }

    /// A word that nobody has written before.
    fn word(&self) -> String {
        format!("{}-{}", self.name, Uuid::now_v7().simple())
    }

    async fn written_down(
        &mut self,
        line: Line,
        edit: impl Future<Output = Result<(), StoreError>>,
    ) -> anyhow::Result<()> {
        self.journal.write(&line)?;
        match edit.await {
            Ok(()) => self.journal.write(&Line { done: true, ..line })?,
            // Another device has deleted or settled it.
            Err(StoreError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    pub(crate) async fn make(&mut self, chance: &mut Chance) -> anyhow::Result<()> {
        let store = self.store.clone();
        let (_, maker) = store.local_maker().await?;
        let word = self.word();
        if chance.once_in(4) {
            let service = ServiceFields {
                title: word.clone(),
                description: None,
                price: 12.0,
                currency: "EUR".into(),
                kind: ServiceType::Artisan,
                position: None,
                hidden: false,
            };
            let id = ServiceId::make();
            let line = line(Deed::Service, id.0, &word, "");
            return self.written_down(line, store.save_service(id, maker, &service, SystemClock.now())).await;
        }
        let fields = DraftFields { title: word.clone(), description: word.clone(), ..DraftFields::default() };
        let id = DraftId::make();
        let line = line(Deed::Make, id.0, &word, "");
        self.written_down(line, store.add_draft(id, maker, &fields, None, SystemClock.now())).await
    }

    /// One edit of any kind.
    pub(crate) async fn edit(&mut self, chance: &mut Chance) -> anyhow::Result<()> {
        let drafts = self.store.drafts().await?;
        let Some(at) = drafts.len().checked_sub(1) else { return self.make(chance).await };
        let draft = &drafts[usize::try_from(chance.below(at as u64 + 1))?];
        match chance.below(100) {
            0..8 if drafts.len() < DRAFTS => self.make(chance).await,
            0..11 => self.delete(draft.id, &draft.fields).await,
            11..30 => self.settle().await,
            30..60 => self.rename(draft.id, &draft.fields).await,
            _ => self.write(draft.id, &draft.fields, chance).await,
        }
    }

    async fn rename(&mut self, draft: DraftId, shown: &DraftFields) -> anyhow::Result<()> {
        let word = self.word();
        let line = line(Deed::Title, draft.0, &word, &shown.title);
        self.type_over(draft, shown, &DraftFields { title: word, ..shown.clone() }, line).await
    }

    async fn write(&mut self, draft: DraftId, shown: &DraftFields, chance: &mut Chance) -> anyhow::Result<()> {
        let word = self.word();
        let mut words: Vec<&str> = shown.description.split_whitespace().collect();
        if words.len() >= WORDS {
            return Ok(());
        }
        words.insert(usize::try_from(chance.below(words.len() as u64 + 1))?, &word);
        let description = words.join(" ");
        let line = line(Deed::Word, draft.0, &word, "");
        self.type_over(draft, shown, &DraftFields { description, ..shown.clone() }, line).await
    }

    async fn type_over(
        &mut self,
        draft: DraftId,
        shown: &DraftFields,
        typed: &DraftFields,
        line: Line,
    ) -> anyhow::Result<()> {
        let store = self.store.clone();
        self.written_down(line, store.save_draft_over(draft, shown, typed, SystemClock.now())).await
    }

    async fn delete(&mut self, draft: DraftId, shown: &DraftFields) -> anyhow::Result<()> {
        let store = self.store.clone();
        let line = line(Deed::Delete, draft.0, "", &format!("{} {}", shown.title, shown.description));
        self.written_down(line, store.delete_draft(draft, SystemClock.now())).await
    }

    /// Settles one thing that was edited on two devices: of two titles one goes, of two texts the words of both stay.
    async fn settle(&mut self) -> anyhow::Result<()> {
        let conflicts = self.store.conflicts(10).await?;
        let Some(conflict) = conflicts.iter().find(|c| c.table == "drafts") else { return Ok(()) };
        match conflict.field.as_str() {
            "title" => self.choose(conflict).await,
            "description" => self.unite(conflict).await,
            field => anyhow::bail!("nobody edits {field}"),
        }
    }

    async fn choose(&mut self, conflict: &Conflict) -> anyhow::Result<()> {
        let store = self.store.clone();
        let kept = &conflict.kept[0];
        let (how, goes) = match conflict.row.as_u128() % 2 {
            0 => (Resolution::Use, &conflict.shown),
            _ => (Resolution::Dismiss, &kept.value),
        };
        let line = line(Deed::Settle, conflict.row, "", goes.as_str().unwrap_or_default());
        let settle = async {
            let now = SystemClock.now();
            store
                .resolve(&conflict.table, conflict.row, &kept.version, &as_text(&conflict.shown), how, now)
                .await
                .map(|_| ())
        };
        self.written_down(line, settle).await
    }

    async fn unite(&mut self, conflict: &Conflict) -> anyhow::Result<()> {
        let draft = DraftId(conflict.row);
        let shown = match self.store.draft(draft).await {
            Ok(draft) => draft.fields,
            Err(StoreError::NotFound) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let kept = &conflict.kept[0];
        let mut words: Vec<&str> = shown.description.split_whitespace().collect();
        for word in kept.value.as_str().unwrap_or_default().split_whitespace() {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        let typed = DraftFields { description: words.join(" "), ..shown.clone() };
        let now = SystemClock.now();
        self.store.save_draft_over(draft, &shown, &typed, now).await?;
        match self
            .store
            .resolve(&conflict.table, conflict.row, &kept.version, &as_text(&conflict.shown), Resolution::Dismiss, now)
            .await
        {
            Ok(_) | Err(StoreError::NotFound) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

fn line(deed: Deed, row: Uuid, word: &str, saw: &str) -> Line {
    Line { deed, row, word: word.to_owned(), saw: saw.to_owned(), done: false }
}
