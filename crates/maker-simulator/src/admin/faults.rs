//! `/faults`: order, look, forget.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::faults::{Active, Order};
use crate::world::App;

/// One order, or a list of them.
pub(crate) async fn add(State(app): State<App>, body: Bytes) -> Response {
    let orders =
        serde_json::from_slice::<Vec<Order>>(&body).or_else(|_| serde_json::from_slice(&body).map(|order| vec![order]));
    match orders {
        Ok(orders) => {
            let added: Vec<Active> = orders.into_iter().map(|order| app.faults.add(order)).collect();
            (StatusCode::CREATED, Json(added)).into_response()
        }
        // The parser's message names the unknown kind or field and lists the known ones.
        Err(error) => (StatusCode::BAD_REQUEST, format!("{error}\n")).into_response(),
    }
}

pub(crate) async fn list(State(app): State<App>) -> Json<Vec<Active>> {
    Json(app.faults.all())
}

pub(crate) async fn clear(State(app): State<App>) -> StatusCode {
    app.faults.clear();
    StatusCode::NO_CONTENT
}
