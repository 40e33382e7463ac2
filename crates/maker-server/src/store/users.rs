//! Accounts, and their passwords' hashes in a table of their own.

use maker_domain::account::Person;
use uuid::Uuid;

use super::id;
use crate::db::{DbError, Reads, Tx, sql};
use crate::fields::Email;

type Line = (String, String, String, i64);

fn person((user, email, name, created_at): Line) -> Result<Person, DbError> {
    Ok(Person { id: id(&user)?, email, name, created_at })
}

/// [`DbError::Taken`] when the address has an account.
pub(crate) async fn add(tx: &mut Tx, user: Uuid, email: &Email, name: &str, now: i64) -> Result<(), DbError> {
    sql("INSERT INTO users (id, email, email_key, name, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)")
        .bind(user)
        .bind(&email.written)
        .bind(&email.key)
        .bind(name)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

pub(crate) async fn get(from: &mut impl Reads, user: Uuid) -> Result<Option<Person>, DbError> {
    let line = sql("SELECT id, email, name, created_at FROM users WHERE id = $1").bind(user);
    line.optional::<Line>(from).await?.map(person).transpose()
}

/// The account of an address in lower case, and its password's hash.
pub(crate) async fn by_email(from: &mut impl Reads, key: &str) -> Result<Option<(Person, String)>, DbError> {
    let line: Option<(String, String, String, i64, String)> =
        sql("SELECT u.id, u.email, u.name, u.created_at, p.hash \
         FROM users u JOIN passwords p ON p.user_id = u.id WHERE u.email_key = $1")
        .bind(key)
        .optional(from)
        .await?;
    let split = |(user, email, name, created_at, hash)| Ok((person((user, email, name, created_at))?, hash));
    line.map(split).transpose()
}

/// The address in lower case and the password's hash of an account.
pub(crate) async fn password_of(from: &mut impl Reads, user: Uuid) -> Result<Option<(String, String)>, DbError> {
    sql("SELECT u.email_key, p.hash FROM users u JOIN passwords p ON p.user_id = u.id WHERE u.id = $1")
        .bind(user)
        .optional(from)
        .await
}

pub(crate) async fn rename(tx: &mut Tx, user: Uuid, name: &str, now: i64) -> Result<(), DbError> {
    let change = sql("UPDATE users SET name = $2, updated_at = $3 WHERE id = $1");
    change.bind(user).bind(name).bind(now).run(tx).await?;
    Ok(())
}

pub(crate) async fn set_password(tx: &mut Tx, user: Uuid, hash: &str, now: i64) -> Result<(), DbError> {
    sql("INSERT INTO passwords (user_id, hash, changed_at) VALUES ($1, $2, $3) \
         ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at")
    .bind(user)
    .bind(hash)
    .bind(now)
    .run(tx)
    .await?;
    Ok(())
}

/// The account of an address in any case, or of an id.
pub(crate) async fn find(from: &mut impl Reads, account: &str) -> Result<Option<Uuid>, DbError> {
    let line = sql("SELECT id FROM users WHERE email_key = $1 OR id = $1").bind(account.trim().to_lowercase());
    line.optional::<(String,)>(from).await?.map(|(user,)| id(&user)).transpose()
}

pub(crate) async fn set_email(tx: &mut Tx, user: Uuid, email: &Email, now: i64) -> Result<(), DbError> {
    let change = sql("UPDATE users SET email = $2, email_key = $3, updated_at = $4 WHERE id = $1");
    change.bind(user).bind(&email.written).bind(&email.key).bind(now).run(tx).await?;
    Ok(())
}
