//! What goes wrong in a use case: a code the interface acts on, a sentence the maker reads, a cause for the log.

use maker_domain::check::Field;
use serde::Serialize;
use specta::Type;

/// The answer of every use case.
pub type Answer<T> = Result<T, AppError>;

/// A refusal. `message` says what happened and the next step; `cause` goes to the log and never to the interface.
#[derive(Debug, Serialize, Type, thiserror::Error)]
#[error("{message}")]
pub struct AppError {
    /// What the interface does about it.
    pub code: ErrorCode,
    /// For the maker.
    pub message: String,
    /// The field to lead to.
    pub field: Option<Field>,
    /// For the log.
    #[serde(skip)]
    #[specta(skip)]
    #[source]
    pub cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// What the interface does about a refusal. Command line exit codes follow from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ErrorCode {
    /// What was asked for does not exist (any more): reload.
    NotFound,
    /// The input is not acceptable: show the message at `field`.
    BadInput,
    /// The maker must act elsewhere first (connect, unlock).
    NeedsMaker,
    /// It cannot be done in the present state: reload and show.
    NotNow,
    /// The network or a platform is away: try again.
    TryLater,
    /// Anything else: show and offer the details.
    Internal,
}

impl AppError {
    /// A refusal with `code` and a sentence.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), field: None, cause: None }
    }

    /// Something that is the program's fault or the disk's, with its cause for the log.
    pub fn internal(message: impl Into<String>, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self { code: ErrorCode::Internal, message: message.into(), field: None, cause: Some(Box::new(cause)) }
    }

    /// Leads to `field`.
    #[must_use]
    pub fn at(mut self, field: Field) -> Self {
        self.field = Some(field);
        self
    }
}

impl From<maker_store::StoreError> for AppError {
    fn from(error: maker_store::StoreError) -> Self {
        use maker_store::StoreError as S;
        let code = match &error {
            S::NotFound => ErrorCode::NotFound,
            S::IllegalMove(_) | S::LostLease | S::Stopped => ErrorCode::NotNow,
            S::Newer | S::NotOurs(_) | S::OtherWorkspace => ErrorCode::NeedsMaker,
            S::Unreadable { .. } | S::Disk(_) | S::Database(_) | S::Migration(_) => ErrorCode::Internal,
        };
        Self { code, message: error.to_string(), field: None, cause: Some(Box::new(error)) }
    }
}

impl From<maker_media::MediaError> for AppError {
    fn from(error: maker_media::MediaError) -> Self {
        Self {
            code: ErrorCode::BadInput,
            message: error.to_string(),
            field: Some(Field::File),
            cause: Some(Box::new(error)),
        }
    }
}

impl From<maker_media::PictureError> for AppError {
    fn from(error: maker_media::PictureError) -> Self {
        let message = error.to_string();
        Self { code: ErrorCode::BadInput, message, field: None, cause: Some(Box::new(error)) }
    }
}

impl From<maker_sync::Failure> for AppError {
    fn from(failure: maker_sync::Failure) -> Self {
        use maker_sync::Failure as F;
        let code = match failure {
            F::Store(error) => return error.into(),
            F::Offline | F::Busy { .. } | F::Diverged | F::Resync => ErrorCode::TryLater,
            F::SignInAgain | F::Revoked | F::UpgradeRequired | F::Credentials(_) => ErrorCode::NeedsMaker,
            F::Refused(_) => ErrorCode::BadInput,
        };
        Self { code, message: failure.to_string(), field: None, cause: None }
    }
}

impl From<maker_sync::AddressError> for AppError {
    fn from(error: maker_sync::AddressError) -> Self {
        Self::new(ErrorCode::BadInput, error.to_string())
    }
}
