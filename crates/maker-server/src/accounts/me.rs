//! The person who asks.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::account::{ChangePassword, ChangePerson, PASSWORD_MAX, Person};
use maker_domain::problem::code;

use crate::auth::{Signed, Whose};
use crate::backend::Backend;
use crate::body::Body;
use crate::fields;
use crate::problem::Problem;
use crate::store::{devices, users};
use crate::transaction;

/// The person who asks.
#[utoipa::path(get, path = "/v1/me", tag = "accounts",
    responses((status = 200, description = "The person", body = Person)))]
pub(super) async fn show(State(backend): State<Arc<Backend>>, signed: Signed) -> Result<Json<Person>, Problem> {
    let person = users::get(&mut backend.database.reader().await?, signed.user).await?;
    person.map(Json).ok_or_else(Problem::not_found)
}

/// Changes what is given.
#[utoipa::path(patch, path = "/v1/me", tag = "accounts", request_body = ChangePerson,
    responses((status = 200, description = "The person as they are then", body = Person)))]
pub(super) async fn change(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Body(asked): Body<ChangePerson>,
) -> Result<Json<Person>, Problem> {
    let name = asked.name.as_deref().map(fields::name).transpose()?;
    let now = backend.now_ms();
    let person = transaction!(backend.database, |tx| {
        if let Some(name) = &name {
            users::rename(tx, signed.user, name, now).await?;
        }
        Ok::<_, Problem>(users::get(tx, signed.user).await?)
    })?;
    person.map(Json).ok_or_else(Problem::not_found)
}

/// Takes another password and signs out every other device of the account.
#[utoipa::path(post, path = "/v1/me/password", tag = "accounts", request_body = ChangePassword,
    responses((status = 204, description = "Done")))]
pub(super) async fn change_password(
    State(backend): State<Arc<Backend>>,
    signed: Signed,
    Body(asked): Body<ChangePassword>,
) -> Result<StatusCode, Problem> {
    fields::new_password(&asked.new)?;
    let found = users::password_of(&mut backend.database.reader().await?, signed.user).await?;
    let (key, hash) = found.ok_or_else(Problem::not_found)?;
    let counted = [Whose::Account(key)];
    backend.allowances.take(&counted)?;
    if asked.current.expose().len() > PASSWORD_MAX || !backend.passwords.is_right(asked.current, Some(hash)).await? {
        let detail = "The current password is not right. Check it, then try again.";
        return Err(Problem::new(StatusCode::FORBIDDEN, detail).code(code::SIGN_IN_REFUSED));
    }
    backend.allowances.give_back(&counted);
    let (hash, now) = (backend.passwords.hash(asked.new).await?, backend.now_ms());
    transaction!(backend.database, |tx| {
        users::set_password(tx, signed.user, &hash, now).await?;
        devices::revoke_others(tx, signed.user, signed.device, now).await?;
        Ok::<_, Problem>(())
    })?;
    Ok(StatusCode::NO_CONTENT)
}
