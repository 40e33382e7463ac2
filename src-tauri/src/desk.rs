//! The studio of this window, or why it could not be opened. A window with a reason is better than none.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use maker_app::views::WorkView;
use maker_app::{
    Answer, AppError, ErrorCode, Face, LogGuard, Options, Progress, RowKind, Studio, default_data_dir, start_logs,
};
use maker_domain::id::PostId;
use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A file that was chosen in a native dialog, until the maker says what is to become of it.
#[derive(Clone, Debug)]
pub(crate) enum Chosen {
    /// A backup.
    Backup(PathBuf),
    /// Services or drafts.
    Rows(PathBuf, RowKind),
}

/// What is open and takes pictures that are dropped on the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "is", rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum PicturePlace {
    /// A post that is being written.
    Post {
        /// Which.
        id: PostId,
    },
    /// The profile: one of them becomes the maker's own.
    Profile,
}

/// Managed by Tauri; every command begins with [`Desk::studio`].
pub(crate) struct Desk {
    studio: Result<Studio, (ErrorCode, String)>,
    data_dir: Option<PathBuf>,
    pictures: Mutex<Option<PicturePlace>>,
    chosen: Mutex<Option<Chosen>>,
    restoring: Mutex<Option<Progress>>,
    _log: Option<LogGuard>,
}

impl Desk {
    /// Opens the data folder named by `MAKER_STUDIO_DATA_DIR`, or the system's usual place, with the configuration named
    /// by `MAKER_STUDIO_CONFIG`, or `config.toml` in the folder.
    pub(crate) async fn open() -> Self {
        maker_app::speak_as_system();
        let from_env = |name| std::env::var_os(name).filter(|v| !v.is_empty()).map(std::path::PathBuf::from);
        let Some(data_dir) = from_env("MAKER_STUDIO_DATA_DIR").or_else(default_data_dir) else {
            return Self {
                studio: Err((ErrorCode::NeedsMaker, say!("app-no-data-folder"))),
                data_dir: None,
                pictures: Mutex::default(),
                chosen: Mutex::default(),
                restoring: Mutex::default(),
                _log: None,
            };
        };
        let log = start_logs(&data_dir);
        let config = from_env("MAKER_STUDIO_CONFIG").or_else(|| Some(data_dir.join("config.toml")));
        let studio = Studio::open(Options { data_dir: data_dir.clone(), config, face: Face::Window }).await;
        if let Ok(studio) = &studio {
            studio.speak().await;
        }
        let studio = studio.map_err(|error| {
            tracing::error!(%error, cause = ?error.cause, "the studio could not be opened");
            (error.code, error.message)
        });
        Self {
            studio,
            data_dir: Some(data_dir),
            pictures: Mutex::default(),
            chosen: Mutex::default(),
            restoring: Mutex::default(),
            _log: Some(log),
        }
    }

    /// Where pictures go that are dropped on the window.
    pub(crate) fn picture_place(&self) -> Option<PicturePlace> {
        *self.pictures.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn place_pictures(&self, place: Option<PicturePlace>) {
        *self.pictures.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }

    pub(crate) fn choose(&self, file: Chosen) {
        *self.chosen.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    }

    /// What was chosen last. It can be taken once.
    pub(crate) fn chosen(&self) -> Option<Chosen> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Does a piece of work on a backup, which needs no studio, and lets the window see how far it is meanwhile.
    pub(crate) async fn restoring<T>(&self, work: impl AsyncFnOnce(&Progress) -> T) -> T {
        let slot = || self.restoring.lock().unwrap_or_else(PoisonError::into_inner);
        let progress = Progress::default();
        *slot() = Some(progress.clone());
        let done = work(&progress).await;
        *slot() = None;
        done
    }

    /// How far that work is; `None` when there is none.
    pub(crate) fn restore_work(&self) -> Option<WorkView> {
        self.restoring.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(Progress::view)
    }

    /// Asks that work to stop.
    pub(crate) fn cancel_restore_work(&self) {
        if let Some(work) = self.restoring.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            work.cancel();
        }
    }

    /// The data folder, also where nothing in it could be opened.
    ///
    /// # Errors
    /// When this system names none.
    pub(crate) fn data_dir(&self) -> Answer<&Path> {
        let none = || AppError::new(ErrorCode::NeedsMaker, say!("app-no-data-folder"));
        self.data_dir.as_deref().ok_or_else(none)
    }

    /// The studio.
    ///
    /// # Errors
    /// Why it could not be opened, for every command alike.
    pub(crate) fn studio(&self) -> Answer<&Studio> {
        self.studio.as_ref().map_err(|(code, message)| AppError::new(*code, message.clone()))
    }
}
