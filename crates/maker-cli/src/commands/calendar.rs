//! `calendar` and `reschedule`.

use chrono::{TimeDelta, Utc};
use maker_app::views::CalendarItem;
use maker_app::{Answer, AppError, ErrorCode, Studio};
use maker_domain::delivery::{DeliveryState, Stage};
use maker_domain::id::{DeliveryId, DraftId};
use maker_domain::schedule::WallTime;
use maker_words::{One, say};

use crate::End;
use crate::output::{Output, named, no_id, tell};

pub(crate) async fn list(studio: &Studio, output: Output, days: u16) -> Answer<End> {
    let now = chrono::DateTime::<Utc>::UNIX_EPOCH - studio.until(chrono::DateTime::UNIX_EPOCH);
    let items = studio.calendar(now, now + TimeDelta::days(days.into())).await?;
    if items.is_empty() && !output.json {
        tell(&say!("cli-calendar-empty"));
    }
    for item in items {
        output.result(&item, || line(&item));
    }
    Ok(End::Done)
}

pub(crate) async fn reschedule(studio: &Studio, id: &str, to: Option<&str>) -> Answer<End> {
    let to = at(studio, to).await?;
    let unknown = || no_id("calendar");
    let delivery = DeliveryId::parse(id).ok_or_else(unknown)?;
    match studio.reschedule(delivery, to.as_ref()).await {
        Err(error) if error.code == ErrorCode::NotFound => {
            let draft = DraftId::parse(id).ok_or_else(unknown)?;
            let on: Vec<_> = studio.draft(draft).await?.fields.targets.into_iter().collect();
            studio.move_draft(draft, &on, to.as_ref()).await?;
        }
        other => other?,
    }
    Ok(End::Done)
}

/// The time that is written in `text`, in the maker's zone unless it names another.
pub(crate) async fn at(studio: &Studio, text: Option<&str>) -> Answer<Option<WallTime>> {
    let Some(text) = text else { return Ok(None) };
    let settings = studio.settings().await?;
    let read = WallTime::parse(text, settings.zone());
    let wrong = || AppError::new(ErrorCode::BadInput, say!("cli-no-time", text = text));
    read.map(Some).ok_or_else(wrong)
}

fn line(item: &CalendarItem) -> String {
    let on: Vec<&str> = item.platforms.iter().map(|p| p.name()).collect();
    let when = item.wall.as_ref().map_or_else(|| item.at.format("%Y-%m-%d %H:%M UTC").to_string(), ToString::to_string);
    let state = match &item.state {
        None => "draft",
        Some(DeliveryState::Published { .. }) => "published",
        Some(DeliveryState::Waiting { .. }) => "waiting",
        Some(DeliveryState::Processing { stage: Stage::Scheduled }) => "scheduled",
        Some(_) => "other",
    };
    let id = item.delivery_id.map(|d| d.to_string()).or(item.draft_id.map(|d| d.to_string())).unwrap_or_default();
    let what = named(&item.title, &say!("cli-calendar-state", state = One(state)));
    format!("{when}  {}  {what}  {id}", on.join(", "))
}
