//! The operator's word for somebody who cannot sign in: a new password, told once.

use maker_domain::account::Secret;
use uuid::Uuid;

use crate::auth::{self, Passwords};
use crate::db::{CanStartAgain, Database, DbError};
use crate::fields;
use crate::store::{devices, users};
use crate::transaction;

/// Why an account has no new password.
#[derive(Debug, thiserror::Error)]
pub enum RecoverError {
    /// There is no such account.
    #[error("there is no account with this address or id")]
    NoAccount,
    /// What was given can be no address.
    #[error("--email has to be an e-mail address, such as name@example.org")]
    NoAddress,
    /// Another account has the address.
    #[error("another account has this address")]
    Taken,
    /// No password could be made.
    #[error("no password could be made: the system gives no random bytes, or is out of memory")]
    NoPassword,
    /// The database did not answer.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl CanStartAgain for RecoverError {
    fn lost_a_race(&self) -> bool {
        matches!(self, Self::Database(error) if error.lost_a_race())
    }
}

/// Gives the account of an address or id a new password, and another address when there is one; signs every device of the
/// account out. `now` is UTC milliseconds.
///
/// # Errors
/// [`RecoverError`]; nothing has changed then.
pub async fn new_password(
    database: &Database,
    account: &str,
    email: Option<&str>,
    now: i64,
) -> Result<Secret, RecoverError> {
    let email = email.map(|email| fields::email(email).map_err(|_| RecoverError::NoAddress)).transpose()?;
    let password = auth::invitation_code().map_err(|_| RecoverError::NoPassword)?;
    let passwords = Passwords::new().map_err(|_| RecoverError::NoPassword)?;
    let hash = passwords.hash(password.clone()).await.map_err(|_| RecoverError::NoPassword)?;
    transaction!(*database, |tx| {
        let user = users::find(tx, account).await?.ok_or(RecoverError::NoAccount)?;
        if let Some(email) = &email {
            users::set_email(tx, user, email, now).await.map_err(|error| match error {
                DbError::Taken(_) => RecoverError::Taken,
                error => error.into(),
            })?;
        }
        users::set_password(tx, user, &hash, now).await?;
        // No device has this id.
        devices::revoke_others(tx, user, Uuid::nil(), now).await?;
        Ok::<_, RecoverError>(())
    })?;
    Ok(password)
}
