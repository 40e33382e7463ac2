//! Accounts, signing in, and giving it back.

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::connection::ConnectionStatus;
use maker_domain::id::{ConnectionId, SignInId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A platform on the Connections screen, connected or not.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ConnectionView {
    /// The platform.
    pub platform: Platform,
    /// Whether this copy has a client id for it.
    pub set_up: bool,
    /// Its connection.
    pub connection: Option<ConnectedAccount>,
    /// A sign-in that waits for the browser.
    pub sign_in: Option<SignInView>,
    /// The rights that connecting asks for, and why.
    pub asks: Vec<Right>,
    /// Rights that can be asked for on top (captions and playlists), marked by whether the connection has them.
    pub extras: Vec<Right>,
    /// What the platform takes in a day.
    pub limit: UploadLimit,
}

/// How many uploads a platform takes in a day, and how many were begun on this computer. Others may have begun more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct UploadLimit {
    /// As many may be begun.
    pub uploads: u32,
    /// As many were begun here.
    pub begun: u32,
    /// When it begins anew; `None` where each upload counts for a day of its own.
    pub until: Option<DateTime<Utc>>,
}

/// The connected account.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ConnectedAccount {
    /// Its id.
    pub id: ConnectionId,
    /// Name on the platform.
    pub account_name: String,
    /// How it stands.
    pub status: ConnectionStatus,
    /// Granted and refused rights.
    pub rights: Vec<Right>,
    /// Since when.
    pub connected_at: DateTime<Utc>,
    /// Last use.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When the maker must sign in again at the latest, if the platform says so.
    pub renew_by: Option<DateTime<Utc>>,
}

/// One right, in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Right {
    /// The platform's own name of the scope.
    pub scope: String,
    /// What it lets us do.
    pub means: String,
    /// Granted by the maker; when not, `means` is switched off.
    pub granted: bool,
}

/// A sign-in under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SignInView {
    /// Its id.
    pub id: SignInId,
    /// The platform.
    pub platform: Platform,
    /// The address that was opened in the browser, to be copied when no browser opened.
    pub authorize_url: String,
    /// When we stop waiting.
    pub expires_at: DateTime<Utc>,
}

/// How a sign-in ended.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SignInEnd {
    /// Which.
    pub id: SignInId,
    /// The platform.
    pub platform: Platform,
    /// How.
    pub outcome: SignInOutcome,
    /// One sentence for the maker.
    pub message: String,
}

/// The ways a sign-in ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SignInOutcome {
    /// Connected with every right that was asked.
    Connected,
    /// Connected with every right, to another account than before.
    OtherAccount,
    /// Connected, but some rights were refused.
    ConnectedWithLess,
    /// The maker said no on the platform's page.
    Refused,
    /// The maker cancelled here.
    Cancelled,
    /// Nobody answered in time.
    TimedOut,
    /// The network is gone.
    NoNetwork,
    /// The password store cannot take the tokens.
    Keyring,
    /// The platform refused.
    PlatformRefused,
}

/// What a disconnect did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Disconnected {
    /// The platform.
    pub platform: Platform,
    /// Deliveries that stopped because of it.
    pub stopped: u32,
    /// Whether the platform took the rights back.
    pub revoked: bool,
    /// One or two sentences.
    pub message: String,
    /// The platform's page where the maker can take them back, when we could not.
    pub link: Option<HelpLink>,
}

/// Pages the window may open in the browser: a fixed list, so that nothing else can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum HelpLink {
    /// TikTok's Music Usage Confirmation.
    TiktokMusicUsage,
    /// TikTok's Branded Content Policy.
    TiktokBrandedContent,
    /// Google's list of connected apps.
    GoogleConnections,
    /// TikTok's settings.
    TiktokSettings,
    /// How to create a YouTube channel.
    YoutubeCreateChannel,
}
