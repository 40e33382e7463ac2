//! What travels between a device and the backend about people: accounts, devices, workspaces and their members. Times are
//! UTC milliseconds since 1970.
//!
//! A device signs up or in once and keeps the refresh secret in the keyring. It gets an access token for it, which is good
//! for minutes, and with it a new refresh secret: that one is stored before it is used. When the answer is lost the one
//! before still works; a secret that has been replaced for good revokes the device. One refresh at a time.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// The longest e-mail address, in bytes.
pub const EMAIL_MAX: usize = 254;
/// The longest name of a person, a device or a workspace, in characters.
pub const NAME_MAX: usize = 100;
/// The shortest password, in characters.
pub const PASSWORD_MIN: usize = 10;
/// The longest password, in bytes.
pub const PASSWORD_MAX: usize = 512;

/// A password, secret, token or code on its way. Prints as redacted; it can be serialised, for it has to travel.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes ownership of the text, which is wiped from memory when dropped.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text.into())
    }

    /// The text itself, for a request's header or body, for hashing, and for the keyring.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(redacted)")
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.expose())
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

/// The device that signs in, as its user will find it in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceFacts {
    /// What its user calls it, such as the computer's name.
    pub name: String,
    /// The operating system.
    pub platform: String,
    /// The program's version.
    pub app_version: String,
}

/// `POST /v1/accounts`: makes an account and signs this device in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignUp {
    /// Upper and lower case are the same account.
    pub email: String,
    /// What members of the same workspace see.
    pub name: String,
    /// From [`PASSWORD_MIN`] characters.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub password: Secret,
    /// This device.
    pub device: DeviceFacts,
}

/// `POST /v1/devices`: signs this device in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// The account's address.
    pub email: String,
    /// Its password.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub password: Secret,
    /// This device.
    pub device: DeviceFacts,
}

/// The answer to [`SignUp`] and [`SignIn`].
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// Who signed in.
    pub user: Person,
    /// The device's id at the backend.
    pub device_id: Uuid,
    /// For the keyring.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub refresh_secret: Secret,
}

/// `POST /v1/auth/token`: asks for an access token.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Refresh {
    /// The newest one.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub refresh_secret: Secret,
    /// The one of the sign-in. A backend that was restored from a backup may know only this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub first_secret: Option<Secret>,
}

/// The answer to [`Refresh`].
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Refreshed {
    /// For `Authorization: Bearer`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub access_token: Secret,
    /// How long it is good for.
    pub expires_in_s: u32,
    /// Stored in place of the one that was shown, before anything is asked with it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub refresh_secret: Secret,
}

/// `GET /v1/me`: the person who asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// The account's id.
    pub id: Uuid,
    /// As it was written at sign-up.
    pub email: String,
    /// What members of the same workspace see.
    pub name: String,
    /// When the account was made.
    pub created_at: i64,
}

/// `PATCH /v1/me`: what is given is changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePerson {
    /// A new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// `POST /v1/me/password`. Every other device of the account is signed out.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePassword {
    /// The one there is.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub current: Secret,
    /// The one there will be.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub new: Secret,
}

/// One entry of `GET /v1/devices`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Device {
    /// Its id.
    pub id: Uuid,
    /// What it said of itself when it signed in.
    #[serde(flatten)]
    pub facts: DeviceFacts,
    /// When it signed in.
    pub created_at: i64,
    /// When it last asked for an access token.
    pub last_seen_at: i64,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// What a member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Role {
    /// Everything, and who else is a member.
    Owner,
    /// The work.
    Member,
}

/// `POST /v1/workspaces`: makes the workspace of a desk's maker, or finds the caller's own again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MakeWorkspace {
    /// The maker's id on the desk.
    pub id: Uuid,
    /// What lists call it.
    pub name: String,
}

/// A workspace that the caller is a member of: the answer to [`MakeWorkspace`] and [`AcceptInvitation`], and one entry of
/// `GET /v1/workspaces`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Workspace {
    /// The `{workspace}` of the routes under `/v1/t/`.
    pub id: Uuid,
    /// What lists call it.
    pub name: String,
    /// What the caller may do there.
    pub role: Role,
    /// When it was made.
    pub created_at: i64,
}

/// One entry of `GET /v1/t/{workspace}/members`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    /// The account's id.
    pub user_id: Uuid,
    /// The person's name. No address: members need not know it.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Since when.
    pub joined_at: i64,
}

/// The answer to `POST /v1/t/{workspace}/invitations`: the owner hands the code over, by whatever way they trust.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// By which the owner can take it back.
    pub id: Uuid,
    /// Good for one person, once.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: Secret,
    /// Until when.
    pub expires_at: i64,
}

/// One entry of `GET /v1/t/{workspace}/invitations`: nobody has used it. The code itself is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenInvitation {
    /// By which the owner can take it back.
    pub id: Uuid,
    /// When it was made.
    pub created_at: i64,
    /// Until when it is good.
    pub expires_at: i64,
}

/// `POST /v1/invitations/accept`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AcceptInvitation {
    /// As it was handed over; case, spaces and hyphens do not matter.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    pub code: Secret,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f44_nothing_secret_is_printed_and_everything_travels() {
        let text = r#"{"email":"a@b.example","name":"A","password":"hush-word","device":{"name":"d","platform":"Linux","app_version":"1"}}"#;
        let sign_up: SignUp = serde_json::from_str(text).unwrap();
        assert!(!format!("{sign_up:?}").contains("hush"));
        assert_eq!(serde_json::to_string(&sign_up).unwrap(), text);
    }
}
