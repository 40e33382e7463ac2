//! Backing the database up while it is in use, and making a backup ready to be restored.

use std::path::Path;

use maker_domain::Clock;
use maker_store::backup::{self, BackupFacts};
use maker_words::say;

use crate::clock::SystemClock;
use crate::data::Progress;
use crate::studio::Studio;
use crate::views::{BackupView, RestoreView};
use crate::{Answer, AppError, ErrorCode, folder};

impl Studio {
    /// Writes everything that is here to `file`, with the pictures of posts. A file of that name is replaced at the end,
    /// and only by a whole and sound one.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a place where no file can be; otherwise when the disk refuses.
    pub async fn back_up(&self, file: &Path) -> Answer<BackupView> {
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        if file.is_dir() || !file.parent().is_some_and(Path::is_dir) {
            let message = say!("data-backup-no-place", file = file.display().to_string());
            return Err(AppError::new(ErrorCode::BadInput, message));
        }
        if file.starts_with(&self.inner.data_dir) {
            let message = say!("data-backup-inside");
            return Err(AppError::new(ErrorCode::BadInput, message));
        }
        let work = self.inner.store.back_up(&self.inner.shelf, &file, self.inner.now());
        let facts = self.at_work(&Progress::default(), async { Ok(work.await?) }).await?;
        Ok(view(&file, &facts))
    }

    /// What a file is that might be restored.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] for what is no backup, is damaged, or was written by a newer version;
    /// [`ErrorCode::NotNow`] when it was cancelled.
    pub async fn look_at_backup(file: &Path, progress: &Progress) -> Answer<BackupView> {
        Ok(view(file, &backup::inspect(file, progress).await?))
    }

    /// Makes a backup ready: it takes the database's place at the next start at which nobody else has it open. Until then
    /// nothing changes, and afterwards the database of today is beside it. No studio is needed, so that this is possible
    /// also where the database cannot be opened any more.
    ///
    /// # Errors
    /// As [`Studio::look_at_backup`]; and when the disk refuses: then nothing has changed.
    pub async fn restore(data_dir: &Path, file: &Path, progress: &Progress) -> Answer<RestoreView> {
        folder::make(data_dir)?;
        let staged = backup::stage(data_dir, file, SystemClock.now(), progress).await?;
        Ok(RestoreView { backup: view(file, &staged.facts), kept: staged.kept.display().to_string() })
    }
}

fn view(file: &Path, facts: &BackupFacts) -> BackupView {
    BackupView {
        file: file.display().to_string(),
        made_at: facts.made_at,
        pictures: u32::try_from(facts.pictures).unwrap_or(u32::MAX),
        bytes: facts.bytes,
    }
}
