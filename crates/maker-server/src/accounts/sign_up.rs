//! Makes an account and signs its first device in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use maker_domain::account::{Person, SignUp, SignedIn};
use maker_domain::problem::code;
use uuid::Uuid;

use crate::auth::{self, Whose};
use crate::backend::Backend;
use crate::body::Body;
use crate::db::DbError;
use crate::fields;
use crate::peer::Peer;
use crate::problem::Problem;
use crate::store::{devices, users};
use crate::transaction;

/// Makes an account and signs this device in.
#[utoipa::path(post, path = "/v1/accounts", tag = "accounts", security(()), request_body = SignUp,
    responses((status = 201, description = "The account, and the device's refresh secret", body = SignedIn)))]
pub(super) async fn sign_up(
    State(backend): State<Arc<Backend>>,
    Peer(address): Peer,
    Body(asked): Body<SignUp>,
) -> Result<(StatusCode, Json<SignedIn>), Problem> {
    let (email, name) = (fields::email(&asked.email)?, fields::name(&asked.name)?);
    let facts = fields::device(&asked.device)?;
    fields::new_password(&asked.password)?;
    // Whether an address has an account shows here, so that asking counts as guessing.
    let counted = [Whose::Address(address)];
    backend.allowances.take(&counted)?;
    let hash = backend.passwords.hash(asked.password).await?;

    let (user, device_id, now) = (Uuid::now_v7(), Uuid::now_v7(), backend.now_ms());
    let refresh_secret = auth::make("msr_")?;
    let secret = auth::hash(&refresh_secret);
    transaction!(backend.database, |tx| {
        users::add(tx, user, &email, &name, now).await.map_err(|error| match error {
            DbError::Taken(_) => taken(),
            error => error.into(),
        })?;
        users::set_password(tx, user, &hash, now).await?;
        devices::add(tx, device_id, user, &facts, &secret, now).await?;
        Ok::<_, Problem>(())
    })?;
    backend.allowances.give_back(&counted);
    let person = Person { id: user, email: email.written, name, created_at: now };
    Ok((StatusCode::CREATED, Json(SignedIn { user: person, device_id, refresh_secret })))
}

fn taken() -> Problem {
    let detail = "This address has an account already. Sign in with its password.";
    Problem::new(StatusCode::CONFLICT, detail).code(code::EMAIL_TAKEN)
}
