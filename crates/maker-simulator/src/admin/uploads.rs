//! `/uploads`: everything that exists on the platforms or is on its way there.

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use crate::world::App;
use crate::{tiktok, youtube};

pub(crate) async fn list(State(app): State<App>) -> Json<Vec<Value>> {
    Json(all(&app))
}

pub(crate) fn all(app: &App) -> Vec<Value> {
    let now = app.now();
    let mut uploads = youtube::admin_uploads(&app.youtube(), &app.addresses.youtube, now);
    uploads.extend(tiktok::admin_uploads(&app.tiktok(), &app.addresses.tiktok, now));
    uploads
}
