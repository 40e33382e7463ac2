//! What the backend answers when it does not do what it was asked (RFC 9457, `application/problem+json`).

use serde::{Deserialize, Serialize};

/// What went wrong and the next step. Programs go by [`Problem::code`], people by [`Problem::detail`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// The status in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// A stable word out of [`code`], or one that a newer backend has added: then the status decides.
    pub code: String,
    /// What happened and what to do, for people.
    pub detail: String,
}

/// The words in [`Problem::code`] that a device acts on.
pub mod code {
    /// 400: not understood.
    pub const BAD_REQUEST: &str = "bad_request";
    /// 401: no access token, or none that the backend knows (any more). Refresh and ask again.
    pub const TOKEN_INVALID: &str = "token_invalid";
    /// 401: the device was signed out, here or on another device. Only signing in helps.
    pub const DEVICE_REVOKED: &str = "device_revoked";
    /// 401: e-mail address and password are no account's.
    pub const SIGN_IN_REFUSED: &str = "sign_in_refused";
    /// 403: the person was a member of the workspace and is not any more.
    pub const MEMBERSHIP_REVOKED: &str = "membership_revoked";
    /// 403: this takes the workspace's owner.
    pub const OWNER_ONLY: &str = "owner_only";
    /// 404: there is no such thing, or none that the caller may know of.
    pub const NOT_FOUND: &str = "not_found";
    /// 405: not with this method.
    pub const METHOD_NOT_ALLOWED: &str = "method_not_allowed";
    /// 409: the address has an account: sign in.
    pub const EMAIL_TAKEN: &str = "email_taken";
    /// 409: the workspace's id is somebody else's.
    pub const WORKSPACE_TAKEN: &str = "workspace_taken";
    /// 409: a workspace is never without an owner.
    pub const LAST_OWNER: &str = "last_owner";
    /// 409: the backend's history is not the device's: find the ancestor.
    pub const DIVERGED: &str = "diverged";
    /// 410: the cursor is older than what the backend keeps: start from nothing.
    pub const RESYNC: &str = "resync";
    /// 413: too large.
    pub const TOO_LARGE: &str = "too_large";
    /// 415: JSON is wanted, or a form at the relay.
    pub const UNSUPPORTED_MEDIA_TYPE: &str = "unsupported_media_type";
    /// 422: understood, and not acceptable as it is.
    pub const INVALID: &str = "invalid";
    /// 422: the bytes are no picture that is taken, or not those of the name.
    pub const IMAGE_REFUSED: &str = "image_refused";
    /// 426: the program is too old for this backend.
    pub const UPGRADE_REQUIRED: &str = "upgrade_required";
    /// 429: later, as `Retry-After` says.
    pub const TOO_MANY: &str = "too_many";
    /// 500: a fault of the backend.
    pub const INTERNAL: &str = "internal";
    /// 507: the workspace holds as much as it may.
    pub const QUOTA: &str = "quota";
    /// 502: a platform gave no usable answer.
    pub const PLATFORM: &str = "platform";
    /// 503: this backend keeps no pictures, until its operator says where.
    pub const NO_IMAGES: &str = "no_images";
    /// 503: later.
    pub const UNAVAILABLE: &str = "unavailable";
    /// 408, 504: it took too long.
    pub const TIMEOUT: &str = "timeout";
    /// Any other status.
    pub const REFUSED: &str = "refused";
}
