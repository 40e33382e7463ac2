//! Why something did not go on: a code for what the interface does, and the sentence a maker reads.
//!
//! A platform's own words are kept beside the code, one click away, and are never shown as our sentence.

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
}

impl Reason {
    /// A reason without words from outside.
    #[must_use]
    pub const fn new(code: ReasonCode) -> Self {
        Self { code, platform_words: None }
    }

    /// A reason with the platform's words, cut to 500 characters.
    #[must_use]
    pub fn with_words(code: ReasonCode, words: &str) -> Self {
        let words: String = words.chars().filter(|c| !c.is_control()).take(500).collect();
        Self { code, platform_words: Some(words).filter(|w| !w.is_empty()) }
    }
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
            Self::FileMissing => (
                "The video is no longer where it was on this computer.".into(),
                "Show where it is now: everything else is kept.",
                Remedy::LocateFile,
            ),
            Self::FileChanged => (
                "The file has changed since it was chosen, so its parts no longer fit together.".into(),
                "Take it back to a draft, choose the file you want, and publish again.",
                Remedy::EditDraft,
            ),
            Self::FileUnreadable => (
                "This computer does not let us read the video.".into(),
                "Check the file's permissions or the disk it is on, then try again.",
                Remedy::Retry,
            ),
            Self::NotConnected => {
                (format!("{p} is not connected."), "Connect it: this upload goes on by itself.", Remedy::Connect)
            }
            Self::SignInAgain => (
                format!("{p} no longer accepts our access."),
                "Reconnect: your drafts and what was sent are kept.",
                Remedy::Connect,
            ),
            Self::MissingScope => (
                format!("{p} was connected without the right to upload."),
                "Connect again and leave that right ticked.",
                Remedy::Connect,
            ),
            Self::KeyringLocked => (
                "The password store of this computer is locked.".into(),
                "Unlock it: this upload goes on by itself.",
                Remedy::Retry,
            ),
            Self::KeyringUnavailable => (
                "No password store is running, so we cannot use your sign-in.".into(),
                "Start one (for example GNOME Keyring or KWallet), then try again.",
                Remedy::Retry,
            ),
            Self::NoChannel => (
                "This Google account has no YouTube channel.".into(),
                "Create a channel on YouTube, or connect another account.",
                Remedy::Connect,
            ),
            Self::AccountRefused => (
                format!("{p} does not let this account upload."),
                "Look at the account on the platform, or connect another one.",
                Remedy::Connect,
            ),
            Self::DetailsRefused => (
                format!("{p} does not accept this text or one of the settings."),
                "Change it in the draft and publish again.",
                Remedy::EditDraft,
            ),
            Self::PrivacyNotOffered => (
                "TikTok no longer offers the chosen audience for this account.".into(),
                "Choose again who may watch, then publish.",
                Remedy::EditDraft,
            ),
            Self::PrivateAccountsOnly => (
                "TikTok lets this app post to private accounts only, until TikTok has reviewed it.".into(),
                "Set your TikTok account to private and choose “Only me”.",
                Remedy::EditDraft,
            ),
            Self::PostingLimit => (
                "TikTok takes no more posts from this account today.".into(),
                "Try again tomorrow, or post in the TikTok app.",
                Remedy::Retry,
            ),
            Self::UploadWindowClosed => (
                "TikTok gives an hour for an upload, and this one took longer.".into(),
                "Try again on a faster line, or with a smaller file.",
                Remedy::Retry,
            ),
            Self::WindowTooShort => (
                "TikTok gives an hour for an upload, and at today's speed this one would take longer.".into(),
                "Export a smaller file or raise the speed limit. You can also try as it is.",
                Remedy::Retry,
            ),
            Self::CannotTell => (
                format!(
                    "{p} dropped this upload right after its last part, so we cannot tell whether the video arrived."
                ),
                "Look at your account there. If it is missing, try again; if it is there, cancel.",
                Remedy::Retry,
            ),
            Self::Restored => (
                format!("This comes out of a backup, so {p} may have it already."),
                "Look at your account there. If it is missing, try again; if it is there, cancel.",
                Remedy::Retry,
            ),
            Self::SessionLost => (
                format!("{p} dropped this upload three times."),
                "Try again later: nothing was published.",
                Remedy::Retry,
            ),
            Self::ProcessingRefused => (
                format!("{p} could not make a video of this file."),
                "Export it again as MP4 with H.264 and publish the new file.",
                Remedy::EditDraft,
            ),
            Self::RejectedByPlatform => {
                (format!("{p} refused the video by its own rules."), "Its words are under Details.", Remedy::None)
            }
            Self::AccessRemoved => (
                format!("{p} withdrew our access while it worked on the video."),
                "Connect again and publish once more.",
                Remedy::Connect,
            ),
            Self::PlatformTrouble => (
                format!("{p} had a failure of its own while it worked on the video."),
                "Nothing is live: try again.",
                Remedy::Retry,
            ),
            Self::RefusedByPlatform => (
                format!("{p} refused this upload."),
                "Its words are under Details. Nothing is live.",
                Remedy::EditDraft,
            ),
            Self::OddAnswer => (
                format!("We could not make sense of what {p} answered."),
                "Nothing was sent twice. Try again, or copy the details.",
                Remedy::Retry,
            ),
            Self::NotSetUp => (
                format!("This copy of Maker Studio has no key for {p}."),
                "Set a backend address or your own client id in the configuration file.",
                Remedy::None,
            ),
        };
        Explanation { what, next: next.to_owned(), remedy }
    }
}
