//! `account`: signing up, in and out, and the account's devices.

use std::io::BufRead;

use clap::{Args, Subcommand};
use maker_app::{Answer, AppError, ErrorCode, Login, Studio};
use maker_domain::account::{PASSWORD_MAX, Secret};
use maker_words::say;
use uuid::Uuid;

use super::sync::status_line;
use crate::End;
use crate::output::{Output, no_id, tell};

#[derive(Debug, Subcommand)]
pub(crate) enum Account {
    /// Make an account; everything on this computer goes up
    SignUp {
        #[command(flatten)]
        who: Who,
        /// Your name, as members of the same workspace see it
        #[arg(long)]
        name: String,
    },
    /// Sign in; what is on this computer joins your workspace
    SignIn {
        #[command(flatten)]
        who: Who,
    },
    /// Sign this computer out; everything stays here
    SignOut,
    /// List the account's devices
    Devices {
        /// Sign this device out instead
        #[arg(long, value_name = "DEVICE")]
        sign_out: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Who {
    /// The account's address; the password is read from standard input
    email: String,
    /// The backend's address, where the configuration file names none
    #[arg(long, value_name = "ADDRESS")]
    backend: Option<String>,
    /// What to call this computer
    #[arg(long, value_name = "NAME")]
    device_name: Option<String>,
}

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
            studio.revoke_device(Uuid::parse_str(&device).map_err(|_| no_id("device"))?).await?;
        }
        Account::Devices { sign_out: None } => {
            for device in studio.devices().await? {
                output.result(&device, || {
                    let this = if device.this { format!("  {}", say!("cli-this-device")) } else { String::new() };
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
        tell(&error.message);
    }
}

/// The password comes on standard input, so that it is in no list of processes and no history.
fn login(who: Who) -> Answer<Login> {
    tell(&say!("cli-password"));
    let mut line = String::new();
    let mut limited = std::io::Read::take(std::io::stdin().lock(), PASSWORD_MAX as u64 + 2);
    let unread = |e| AppError::internal(say!("cli-password-unread"), e);
    limited.read_line(&mut line).map_err(unread)?;
    let password = line.trim_end_matches(['\r', '\n']);
    if password.is_empty() {
        return Err(AppError::new(ErrorCode::BadInput, say!("cli-no-password")));
    }
    Ok(Login {
        backend: who.backend,
        email: who.email,
        password: Secret::new(password.to_owned()),
        device_name: who.device_name,
    })
}
