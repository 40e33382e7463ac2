//! The first minutes: what is shown to somebody who has nothing here yet, a sample to try things with, and a short list of
//! what everybody does first. Nothing here stands in the way: the rest of the window works meanwhile.

use std::path::{Path, PathBuf};

use maker_domain::Platform;
use maker_domain::draft::DraftFields;
use maker_domain::service::ServiceType;
use maker_store::drafts::DraftMedia;
use maker_words::say;
use serde::{Deserialize, Serialize};

use crate::studio::Studio;
use crate::views::{Checklist, DraftSummary, WelcomeChange, WelcomeStep, WelcomeView};
use crate::{Answer, AppError};

const KEY: &str = "welcome";

/// A few seconds of moving colours that say what they are. Made for this, so that it belongs to nobody else.
const SAMPLE: &[u8] = include_bytes!("welcome/sample.mp4");
const FOLDER: &str = "sample";
const FILE_NAME: &str = "Sample video.mp4";

/// What is kept of it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    step: WelcomeStep,
    done: bool,
    list_dismissed: bool,
    trade: Option<String>,
}

impl Studio {
    /// What a newcomer is shown. Nothing of it to an install that had something in it before.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn welcome(&self) -> Answer<WelcomeView> {
        let kept: Option<Kept> = self.inner.store.setting(KEY).await.ok().flatten();
        let begun = self.inner.store.beginnings().await?;
        let sample = self.inner.store.drafts_of_file(&self.sample_path()).await?.first().copied();
        let Some(kept) = kept else {
            return Ok(WelcomeView {
                show: !begun.any,
                step: WelcomeStep::Hello,
                trade: None,
                checklist: None,
                sample,
            });
        };
        let list = Checklist {
            profile: begun.named,
            service: begun.service,
            connection: begun.connection,
            publication: begun.publication,
        };
        let is_over = list.profile && list.service && list.connection && list.publication;
        let show = !kept.done && !begun.home;
        Ok(WelcomeView {
            show,
            step: kept.step,
            trade: kept.trade.as_deref().map(ServiceType::parse),
            checklist: (!show && !kept.list_dismissed && !is_over).then_some(list),
            sample,
        })
    }

    /// Keeps how far the newcomer is.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn change_welcome(&self, change: &WelcomeChange) -> Answer<WelcomeView> {
        let mut kept: Kept = self.inner.store.setting(KEY).await.ok().flatten().unwrap_or_default();
        kept.step = change.step.unwrap_or(kept.step);
        kept.done |= change.done;
        kept.list_dismissed |= change.dismiss_list;
        if let Some(trade) = &change.trade {
            kept.trade = Some(trade.as_str().to_owned());
        }
        self.inner.store.set_setting(KEY, &kept).await?;
        self.inner.changed("welcome");
        self.welcome().await
    }

    /// Fills a draft with the sample; the one that is there, where there is one.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn add_sample(&self) -> Answer<DraftSummary> {
        let path = self.sample_path();
        if let Some(there) = self.inner.store.drafts_of_file(&path).await?.first() {
            return self.draft_summary(*there).await;
        }
        write_sample(&path).await?;
        let fields = DraftFields {
            title: "Sample: an oak bowl in four seconds".into(),
            description:
                "This is a sample, so that you can try everything. Change the words, look at each platform, and \
                          remove it when you have seen enough. It cannot be published."
                    .into(),
            tags: vec!["sample".into(), "oak".into()],
            targets: Platform::ALL.into(),
            ..DraftFields::default()
        };
        let made = self.new_draft(&path, &fields).await?;
        self.change_welcome(&WelcomeChange { done: true, ..WelcomeChange::default() }).await?;
        Ok(made)
    }

    /// Takes every draft of the sample away, and its file.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn remove_sample(&self) -> Answer<()> {
        let path = self.sample_path();
        for draft in self.inner.store.drafts_of_file(&path).await? {
            self.inner.store.erase_draft(draft).await?;
        }
        // What is left of it is in nobody's way.
        if let Some(folder) = path.parent() {
            let _ = tokio::fs::remove_dir_all(folder).await;
        }
        self.inner.changed("drafts");
        self.inner.changed("welcome");
        Ok(())
    }

    /// Whether a file is the sample.
    pub(crate) fn is_sample(&self, media: Option<&DraftMedia>) -> bool {
        media.is_some_and(|media| media.path == self.sample_path())
    }

    /// What the first service is, as the newcomer said.
    pub(crate) async fn trade(&self) -> Option<ServiceType> {
        let kept: Option<Kept> = self.inner.store.setting(KEY).await.ok().flatten();
        kept?.trade.as_deref().map(ServiceType::parse)
    }

    fn sample_path(&self) -> PathBuf {
        let path = self.inner.data_dir.join(FOLDER).join(FILE_NAME);
        std::path::absolute(&path).unwrap_or(path)
    }
}

async fn write_sample(path: &Path) -> Answer<()> {
    let refused = |error| AppError::internal(say!("app-sample-unwritten"), error);
    if let Some(folder) = path.parent() {
        tokio::fs::create_dir_all(folder).await.map_err(refused)?;
    }
    tokio::fs::write(path, SAMPLE).await.map_err(refused)
}
