//! Signs a device in with address and password.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::account::{PASSWORD_MAX, SignIn, SignedIn};
use maker_domain::problem::code;
use uuid::Uuid;

use crate::auth::{self, Whose};
use crate::backend::Backend;
use crate::body::Body;
use crate::fields;
use crate::peer::Peer;
use crate::problem::Problem;
use crate::store::{devices, users};
use crate::transaction;

/// Signs this device in. An unknown address and a wrong password read the same and take as long.
#[utoipa::path(post, path = "/v1/devices", tag = "accounts", security(()), request_body = SignIn,
    responses((status = 201, description = "The device and its refresh secret", body = SignedIn)))]
pub(super) async fn sign_in(
    State(backend): State<Arc<Backend>>,
    Peer(address): Peer,
    Body(asked): Body<SignIn>,
) -> Result<(StatusCode, Json<SignedIn>), Problem> {
    let facts = fields::device(&asked.device)?;
    // What can be no address has no account.
    let email = fields::email(&asked.email).map_err(|_| refused())?;
    if asked.password.expose().len() > PASSWORD_MAX {
        return Err(refused());
    }
    let counted = [Whose::Account(email.key.clone()), Whose::Address(address)];
    backend.allowances.take(&counted)?;

    let found = users::by_email(&mut backend.database.reader().await?, &email.key).await?;
    let (person, hash) = found.unzip();
    let right = backend.passwords.is_right(asked.password, hash).await?;
    let Some(person) = person.filter(|_| right) else {
        backend.metrics.sign_in(false);
        return Err(refused());
    };
    backend.allowances.give_back(&counted);
    backend.metrics.sign_in(true);

    let (device_id, now) = (Uuid::now_v7(), backend.now_ms());
    let refresh_secret = auth::make("msr_")?;
    let secret = auth::hash(&refresh_secret);
    transaction!(backend.database, |tx| {
        devices::add(tx, device_id, person.id, &facts, &secret, now).await?;
        Ok::<_, Problem>(())
    })?;
    Ok((StatusCode::CREATED, Json(SignedIn { user: person, device_id, refresh_secret })))
}

fn refused() -> Problem {
    let detail = "Address and password do not go together. Check both, then try again.";
    Problem::new(StatusCode::UNAUTHORIZED, detail).code(code::SIGN_IN_REFUSED)
}
