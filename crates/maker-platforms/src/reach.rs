//! Whether a platform can be reached at all, and what time it is there. Asked by the doctor; nothing is told to anybody.

use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::DATE;
use url::Url;

/// Whoever looks at a screen waits no longer.
const PATIENCE: Duration = Duration::from_secs(6);

/// Any answer at all from the host of `address`, with the time that it says it is. `None` when there is none.
pub async fn reach(address: &Url) -> Option<Option<DateTime<Utc>>> {
    let mut root = address.clone();
    root.set_path("/");
    root.set_query(None);
    let http = crate::http_client().ok()?;
    let answer = http.head(root).timeout(PATIENCE).send().await.ok()?;
    let said = answer.headers().get(DATE).and_then(|date| date.to_str().ok());
    Some(said.and_then(|date| DateTime::parse_from_rfc2822(date).ok()).map(|date| date.with_timezone(&Utc)))
}
