//! Why something did not go on: a code for what the interface does, and the sentence a maker reads.
//!
//! A platform's own words are kept beside the code, one click away, and are never shown as our sentence; nor is what was
//! noticed here shown as theirs.

use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Platform;

/// What stands in the way, and what the platform said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Reason {
    /// What the interface acts on.
    pub code: ReasonCode,
    /// The platform's own words or code, cut to 500 characters; shown as text behind "Details".
    pub platform_words: Option<String>,
    /// What was noticed here, before or instead of a word from the platform: a short English phrase for whoever looks into
    /// it, behind "Details" too. Older versions have kept it as the platform's words.
    #[serde(default)]
    pub noted: Option<String>,
}

impl Reason {
    /// A reason without words from outside.
    #[must_use]
    pub const fn new(code: ReasonCode) -> Self {
        Self { code, platform_words: None, noted: None }
    }

    /// A reason with the platform's words, cut to 500 characters.
    #[must_use]
    pub fn with_words(code: ReasonCode, words: &str) -> Self {
        Self { platform_words: short(words), ..Self::new(code) }
    }

    /// A reason with what was noticed here, cut in the same way.
    #[must_use]
    pub fn noted(code: ReasonCode, what: &str) -> Self {
        Self { noted: short(what), ..Self::new(code) }
    }
}

fn short(words: &str) -> Option<String> {
    let words: String = words.chars().filter(|c| !c.is_control()).take(500).collect();
    Some(words).filter(|w| !w.is_empty())
}

/// Every way a delivery can stop. Stored in upper case; each has one sentence and one remedy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ReasonCode {
    /// The chosen file is not where it was.
    FileMissing,
    /// It is there, but not the file that was chosen.
    FileChanged,
    /// The system does not let us read it.
    FileUnreadable,
    /// No connection to this platform.
    NotConnected,
    /// The platform no longer accepts the grant.
    SignInAgain,
    /// The maker did not grant what this needs.
    MissingScope,
    /// The password store is locked.
    KeyringLocked,
    /// No password store runs.
    KeyringUnavailable,
    /// The Google account has no channel.
    NoChannel,
    /// The platform does not let this account upload.
    AccountRefused,
    /// The platform refuses the text or settings.
    DetailsRefused,
    /// The privacy chosen is not offered for this account now.
    PrivacyNotOffered,
    /// TikTok lets an unaudited app post to private accounts only.
    PrivateAccountsOnly,
    /// TikTok takes no more posts from this account today.
    PostingLimit,
    /// The upload address ran out before the file was through.
    UploadWindowClosed,
    /// At this line's speed the upload cannot end before its address runs out.
    WindowTooShort,
    /// The session was gone after the last byte: whether the video arrived cannot be told.
    CannotTell,
    /// It came out of a backup or an export, and nothing here tells what became of it since.
    Restored,
    /// The session was gone three times.
    SessionLost,
    /// The platform could not make a video of the file.
    ProcessingRefused,
    /// The platform took the video down or refused it by its rules.
    RejectedByPlatform,
    /// The platform withdrew our access while it worked on the video.
    AccessRemoved,
    /// The platform broke down while it worked on the video.
    PlatformTrouble,
    /// The platform refuses for a reason of its own.
    RefusedByPlatform,
    /// The platform's answer does not follow its own protocol.
    OddAnswer,
    /// No client id is set for this platform.
    NotSetUp,
}

/// What the one button beside a reason does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Remedy {
    /// Opens the sign-in of the platform.
    Connect,
    /// Lets the maker show where the file is.
    LocateFile,
    /// Opens the draft.
    EditDraft,
    /// Tries the same again.
    Retry,
    /// Nothing to press: only reading helps.
    None,
}

/// A reason in the maker's words: what happened, then what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Explanation {
    /// The fact, and why.
    pub what: String,
    /// The next step.
    pub next: String,
    /// The button.
    pub remedy: Remedy,
}

impl ReasonCode {
    /// Whether the maker can mend it. What cannot be mended ends the delivery as failed.
    #[must_use]
    pub const fn can_be_mended(self) -> bool {
        // An answer that makes no sense says nothing of what is there: its session is kept, and going on asks first.
        !matches!(self, Self::ProcessingRefused | Self::RejectedByPlatform | Self::RefusedByPlatform)
    }

    /// The sentence and the remedy for this code on `platform`.
    #[must_use]
    pub fn explain(self, platform: Platform) -> Explanation {
        let p = platform.name();
        let (what, next, remedy) = match self {
            Self::FileMissing => (say!("reason-file-missing"), say!("reason-file-missing-next"), Remedy::LocateFile),
            Self::FileChanged => (say!("reason-file-changed"), say!("reason-file-changed-next"), Remedy::EditDraft),
            Self::FileUnreadable => {
                (say!("reason-file-unreadable"), say!("reason-file-unreadable-next"), Remedy::Retry)
            }
            Self::NotConnected => {
                (say!("reason-not-connected", platform = p), say!("reason-not-connected-next"), Remedy::Connect)
            }
            Self::SignInAgain => {
                (say!("reason-sign-in-again", platform = p), say!("reason-sign-in-again-next"), Remedy::Connect)
            }
            Self::MissingScope => {
                (say!("reason-missing-scope", platform = p), say!("reason-missing-scope-next"), Remedy::Connect)
            }
            Self::KeyringLocked => (say!("reason-keyring-locked"), say!("reason-keyring-locked-next"), Remedy::Retry),
            Self::KeyringUnavailable => {
                (say!("reason-keyring-unavailable"), say!("reason-keyring-unavailable-next"), Remedy::Retry)
            }
            Self::NoChannel => (say!("reason-no-channel"), say!("reason-no-channel-next"), Remedy::Connect),
            Self::AccountRefused => {
                (say!("reason-account-refused", platform = p), say!("reason-account-refused-next"), Remedy::Connect)
            }
            Self::DetailsRefused => {
                (say!("reason-details-refused", platform = p), say!("reason-details-refused-next"), Remedy::EditDraft)
            }
            Self::PrivacyNotOffered => {
                (say!("reason-privacy-not-offered"), say!("reason-privacy-not-offered-next"), Remedy::EditDraft)
            }
            Self::PrivateAccountsOnly => {
                (say!("reason-private-accounts-only"), say!("reason-private-accounts-only-next"), Remedy::EditDraft)
            }
            Self::PostingLimit => (say!("reason-posting-limit"), say!("reason-posting-limit-next"), Remedy::Retry),
            Self::UploadWindowClosed => {
                (say!("reason-upload-window-closed"), say!("reason-upload-window-closed-next"), Remedy::Retry)
            }
            Self::WindowTooShort => {
                (say!("reason-window-too-short"), say!("reason-window-too-short-next"), Remedy::Retry)
            }
            Self::CannotTell => {
                (say!("reason-cannot-tell", platform = p), say!("reason-look-there-next"), Remedy::Retry)
            }
            Self::Restored => (say!("reason-restored", platform = p), say!("reason-look-there-next"), Remedy::Retry),
            Self::SessionLost => {
                (say!("reason-session-lost", platform = p), say!("reason-session-lost-next"), Remedy::Retry)
            }
            Self::ProcessingRefused => (
                say!("reason-processing-refused", platform = p),
                say!("reason-processing-refused-next"),
                Remedy::EditDraft,
            ),
            Self::RejectedByPlatform => (
                say!("reason-rejected-by-platform", platform = p),
                say!("reason-rejected-by-platform-next"),
                Remedy::None,
            ),
            Self::AccessRemoved => {
                (say!("reason-access-removed", platform = p), say!("reason-access-removed-next"), Remedy::Connect)
            }
            Self::PlatformTrouble => {
                (say!("reason-platform-trouble", platform = p), say!("reason-platform-trouble-next"), Remedy::Retry)
            }
            Self::RefusedByPlatform => (
                say!("reason-refused-by-platform", platform = p),
                say!("reason-refused-by-platform-next"),
                Remedy::EditDraft,
            ),
            Self::OddAnswer => (say!("reason-odd-answer", platform = p), say!("reason-odd-answer-next"), Remedy::Retry),
            Self::NotSetUp => (say!("reason-not-set-up", platform = p), say!("reason-not-set-up-next"), Remedy::None),
        };
        Explanation { what, next, remedy }
    }
}
