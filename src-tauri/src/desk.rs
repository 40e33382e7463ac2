//! The studio of this window, or why it could not be opened. A window with a reason is better than none.

use std::sync::{Mutex, PoisonError};

use maker_app::{Answer, AppError, ErrorCode, Face, LogGuard, Options, Studio, default_data_dir, start_logs};
use maker_domain::id::PostId;

/// Managed by Tauri; every command begins with [`Desk::studio`].
pub(crate) struct Desk {
    studio: Result<Studio, (ErrorCode, String)>,
    composing: Mutex<Option<PostId>>,
    _log: Option<LogGuard>,
}

impl Desk {
    /// Opens the data folder named by `MAKER_STUDIO_DATA_DIR`, or the system's usual place, with the configuration named
    /// by `MAKER_STUDIO_CONFIG`, or `config.toml` in the folder.
    pub(crate) async fn open() -> Self {
        let from_env = |name| std::env::var_os(name).filter(|v| !v.is_empty()).map(std::path::PathBuf::from);
        let Some(data_dir) = from_env("MAKER_STUDIO_DATA_DIR").or_else(default_data_dir) else {
            let message = "This system names no folder for data. Set MAKER_STUDIO_DATA_DIR and start again.";
            return Self {
                studio: Err((ErrorCode::NeedsMaker, message.to_owned())),
                composing: Mutex::default(),
                _log: None,
            };
        };
        let log = start_logs(&data_dir);
        let config = from_env("MAKER_STUDIO_CONFIG").or_else(|| Some(data_dir.join("config.toml")));
        let studio = Studio::open(Options { data_dir, config, face: Face::Window }).await;
        let studio = studio.map_err(|error| {
            tracing::error!(%error, cause = ?error.cause, "the studio could not be opened");
            (error.code, error.message)
        });
        Self { studio, composing: Mutex::default(), _log: Some(log) }
    }

    /// The post whose composer is open.
    pub(crate) fn composing(&self) -> Option<PostId> {
        *self.composing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn compose(&self, post: Option<PostId>) {
        *self.composing.lock().unwrap_or_else(PoisonError::into_inner) = post;
    }

    /// The studio.
    ///
    /// # Errors
    /// Why it could not be opened, for every command alike.
    pub(crate) fn studio(&self) -> Answer<&Studio> {
        self.studio.as_ref().map_err(|(code, message)| AppError::new(*code, message.clone()))
    }
}
