//! Signing up, in and out, and the devices and workspaces of an account.

use maker_domain::account::{Device, MakeWorkspace, SignIn, SignUp, SignedIn, Workspace};
use reqwest::Method;
use uuid::Uuid;

use crate::exchange::Failure;
use crate::http::HttpBackend;

impl HttpBackend {
    /// Makes an account and signs this device in.
    ///
    /// # Errors
    /// [`Failure::Refused`] with the backend's words.
    pub async fn sign_up(&self, with: &SignUp) -> Result<SignedIn, Failure> {
        self.signed_in(self.open(Method::POST, "v1/accounts", Some(with)).await?).await
    }

    /// Signs this device in.
    ///
    /// # Errors
    /// [`Failure::Refused`] with the backend's words.
    pub async fn sign_in(&self, with: &SignIn) -> Result<SignedIn, Failure> {
        self.signed_in(self.open(Method::POST, "v1/devices", Some(with)).await?).await
    }

    async fn signed_in(&self, answer: SignedIn) -> Result<SignedIn, Failure> {
        self.keys().begin(&answer.refresh_secret).await.map_err(|e| Failure::Credentials(e.to_string()))?;
        Ok(answer)
    }

    /// Signs a device of the account out: this one or another.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn revoke_device(&self, device: Uuid) -> Result<(), Failure> {
        self.ask_for::<()>(Method::DELETE, &format!("v1/devices/{device}"), None).await?;
        Ok(())
    }

    /// The devices of the account.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn devices(&self) -> Result<Vec<Device>, Failure> {
        self.ask::<(), _>(Method::GET, "v1/devices", None).await
    }

    /// The workspaces that the person is a member of.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn workspaces(&self) -> Result<Vec<Workspace>, Failure> {
        self.ask::<(), _>(Method::GET, "v1/workspaces", None).await
    }

    /// Makes the workspace of a desk's maker, or finds it again.
    ///
    /// # Errors
    /// [`Failure`].
    pub async fn make_workspace(&self, new: &MakeWorkspace) -> Result<Workspace, Failure> {
        self.ask(Method::POST, "v1/workspaces", Some(new)).await
    }
}

/// The workspace that a desk joins: the one it is joined to, else the account's own, which the account's first desk has
/// made. `None` when there is none yet.
#[must_use]
pub fn choose(of_the_account: &[Workspace], of_the_desk: Option<Uuid>) -> Option<Uuid> {
    match of_the_desk {
        Some(desk) => of_the_account.iter().find(|w| w.id == desk).map(|w| w.id),
        None => of_the_account.iter().min_by_key(|w| (w.created_at, w.id)).map(|w| w.id),
    }
}
