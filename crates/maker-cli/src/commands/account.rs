//! `account`: signing up, in and out, and the account's devices.

use std::io::BufRead;

use maker_app::{Answer, AppError, ErrorCode, Login, Studio};
use maker_domain::account::{PASSWORD_MAX, Secret};
use uuid::Uuid;

use super::sync::status_line;
use crate::End;
use crate::args::{Account, Who};
use crate::output::{Output, say};

pub(crate) async fn run(studio: &Studio, output: Output, command: Account) -> Answer<End> {
    match command {
        Account::SignUp { who, name } => {
            let status = studio.account_sign_up(login(who)?, &name).await?;
            output.result(&status, || status_line(&status));
            up(studio).await;
        }
        Account::SignIn { who } => {
            let status = studio.account_sign_in(login(who)?).await?;
            output.result(&status, || status_line(&status));
            up(studio).await;
        }
        Account::SignOut => {
            let status = studio.account_sign_out().await?;
            output.result(&status, || status_line(&status));
        }
        Account::Devices { sign_out: Some(device) } => {
            let bad =
                |_| AppError::new(ErrorCode::BadInput, "This is no device's id. `maker account devices` shows them.");
            studio.revoke_device(Uuid::parse_str(&device).map_err(bad)?).await?;
        }
        Account::Devices { sign_out: None } => {
            for device in studio.devices().await? {
                output.result(&device, || {
                    let this = if device.this { "  (this one)" } else { "" };
                    format!(
                        "{}  {}  {}  {}{this}",
                        device.id,
                        device.name,
                        device.platform,
                        device.last_seen_at.date_naive()
                    )
                });
            }
        }
    }
    Ok(End::Done)
}

/// What is here goes up at once. A failure is no failure of the sign-in: the next `maker sync now` or the window goes on.
async fn up(studio: &Studio) {
    if let Err(error) = studio.sync_now().await {
        say(&error.message);
    }
}

/// The password comes on standard input, so that it is in no list of processes and no history.
fn login(who: Who) -> Answer<Login> {
    say("Password, on one line of standard input:");
    let mut line = String::new();
    let mut limited = std::io::Read::take(std::io::stdin().lock(), PASSWORD_MAX as u64 + 2);
    let unread = |e| AppError::internal("The password could not be read.", e);
    limited.read_line(&mut line).map_err(unread)?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(AppError::new(ErrorCode::BadInput, "There is no password on standard input."));
    }
    Ok(Login {
        backend: who.backend,
        email: who.email,
        password: Secret::new(password.to_owned()),
        device_name: who.device_name,
    })
}
