//! Named sets of platform settings: saved from a draft, put on one draft or many.

use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, PresetId};
use maker_domain::preset::{MOST, PresetSettings, name_trouble};
use maker_store::StoreError;
use maker_store::presets::Preset;
use maker_words::say;

use crate::events::StudioEvent;
use crate::studio::Studio;
use crate::views::{DraftView, PresetView};
use crate::{Answer, AppError, ErrorCode};

impl Studio {
    /// The presets by name.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn presets(&self) -> Answer<Vec<PresetView>> {
        Ok(self.inner.store.presets().await?.into_iter().map(view).collect())
    }

    /// Keeps settings under a name.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a name that is none or is taken; [`ErrorCode::NotNow`] when there are as many as there
    /// may be.
    pub async fn new_preset(&self, name: &str, settings: &PresetSettings) -> Answer<PresetView> {
        let id = PresetId::make();
        self.check_name(id, name).await?;
        if !self.inner.store.add_preset(id, name.trim(), settings, self.inner.now()).await? {
            let message = say!("app-presets-most", most = MOST);
            return Err(AppError::new(ErrorCode::NotNow, message));
        }
        self.presets_changed();
        Ok(view(self.inner.store.preset(id).await?))
    }

    /// Keeps what of a draft's settings may be kept, under a name.
    ///
    /// # Errors
    /// As [`Studio::new_preset`]; [`ErrorCode::NotFound`] without such a draft.
    pub async fn preset_of_draft(&self, draft: DraftId, name: &str) -> Answer<PresetView> {
        let fields = self.inner.store.draft(draft).await?.fields;
        self.new_preset(name, &PresetSettings::of(&fields)).await
    }

    /// Gives a preset another name and other settings.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a name that is none or is taken; [`ErrorCode::NotFound`]
    pub async fn save_preset(&self, id: PresetId, name: &str, settings: &PresetSettings) -> Answer<PresetView> {
        self.check_name(id, name).await?;
        self.inner.store.save_preset(id, name.trim(), settings, self.inner.now()).await?;
        self.presets_changed();
        Ok(view(self.inner.store.preset(id).await?))
    }

    /// Lets new drafts begin with this preset, or with none.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn set_default_preset(&self, id: Option<PresetId>) -> Answer<()> {
        self.inner.store.set_default_preset(id, self.inner.now()).await?;
        self.presets_changed();
        Ok(())
    }

    /// Deletes a preset. Drafts that it was put on stay as they are.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn delete_preset(&self, id: PresetId) -> Answer<()> {
        self.inner.store.delete_preset(id, self.inner.now()).await?;
        self.presets_changed();
        Ok(())
    }

    /// Brings it back as it was.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it was not deleted in the last thirty days.
    pub async fn restore_preset(&self, id: PresetId) -> Answer<()> {
        self.inner.store.restore_preset(id, self.inner.now()).await?;
        self.presets_changed();
        Ok(())
    }

    /// Puts settings on drafts, each as an edit of its own that can be taken back. A draft that was published or deleted
    /// meanwhile is left out of the answer.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn apply_settings(&self, settings: &PresetSettings, drafts: &[DraftId]) -> Answer<Vec<DraftView>> {
        let mut changed = Vec::new();
        for draft in self.inner.store.open_drafts(drafts).await? {
            let mut after = draft.fields.clone();
            settings.put_on(&mut after);
            match self.inner.store.save_draft_over(draft.id, &draft.fields, &after, self.inner.now()).await {
                Ok(()) => changed.push(draft.id),
                Err(StoreError::NotFound) => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.inner.changed("drafts");
        self.views_of(&changed).await
    }

    /// `fields` as a new draft begins: with the preset that the maker has made the usual one. What that says of platforms
    /// counts for more than what is connected.
    pub(crate) async fn begun(&self, mut fields: DraftFields) -> Answer<DraftFields> {
        if let Some(usual) = self.inner.store.default_preset().await? {
            usual.settings.put_on(&mut fields);
        }
        Ok(fields)
    }

    async fn check_name(&self, id: PresetId, name: &str) -> Answer<()> {
        let refuse = |message: String| Err(AppError::new(ErrorCode::BadInput, message));
        if let Some(trouble) = name_trouble(name) {
            return refuse(trouble);
        }
        let same = |other: &Preset| other.id != id && other.name.to_lowercase() == name.trim().to_lowercase();
        match self.inner.store.presets().await?.iter().find(|other| same(other)) {
            Some(other) => refuse(say!("app-preset-there", name = &other.name)),
            None => Ok(()),
        }
    }

    fn presets_changed(&self) {
        self.inner.tell(StudioEvent::Changed(vec!["presets"]));
    }
}

fn view(Preset { id, name, settings, is_default, updated_at }: Preset) -> PresetView {
    PresetView { id, name, settings, is_default, updated_at }
}
