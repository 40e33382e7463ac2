//! Signing up, in and out of the backend, and the account's devices. A password goes from the window's message straight
//! into a secret: nothing here keeps, prints or logs it.

use maker_app::views::{AccountDevice, SyncStatus};
use maker_app::{Answer, Login};
use maker_domain::account::Secret;
use serde::Deserialize;
use specta::Type;
use tauri::State;
use uuid::Uuid;

use crate::desk::Desk;

/// Who signs in, and where.
#[derive(Deserialize, Type)]
pub(crate) struct Credentials {
    /// The backend's address; `None` = the one of the configuration file, or the one of the last sign-in.
    backend: Option<String>,
    /// The account's address.
    email: String,
    /// Its password.
    #[specta(type = String)]
    password: Secret,
    /// What to call this device; `None` = by the computer's name.
    device_name: Option<String>,
}

impl From<Credentials> for Login {
    fn from(typed: Credentials) -> Self {
        let Credentials { backend, email, password, device_name } = typed;
        Self { backend, email, password, device_name }
    }
}

/// Makes an account and backs everything on this desk up to it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn account_sign_up(
    desk: State<'_, Desk>,
    credentials: Credentials,
    name: String,
) -> Answer<SyncStatus> {
    desk.studio()?.account_sign_up(credentials.into(), &name).await
}

/// Signs in; what is on this desk goes up to the account.
#[tauri::command]
#[specta::specta]
pub(crate) async fn account_sign_in(desk: State<'_, Desk>, credentials: Credentials) -> Answer<SyncStatus> {
    desk.studio()?.account_sign_in(credentials.into()).await
}

/// Signs this device out; everything stays on it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn account_sign_out(desk: State<'_, Desk>) -> Answer<SyncStatus> {
    desk.studio()?.account_sign_out().await
}

/// The devices of the account.
#[tauri::command]
#[specta::specta]
pub(crate) async fn account_devices(desk: State<'_, Desk>) -> Answer<Vec<AccountDevice>> {
    desk.studio()?.devices().await
}

/// Signs another device of the account out.
#[tauri::command]
#[specta::specta]
pub(crate) async fn revoke_device(desk: State<'_, Desk>, id: Uuid) -> Answer<()> {
    desk.studio()?.revoke_device(id).await
}
