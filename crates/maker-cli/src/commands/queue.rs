//! `queue`, `resume`, `pause`, `cancel`, `retry`.

use maker_app::{Answer, AppError, ErrorCode, Studio, Work};
use maker_domain::id::DeliveryId;

use crate::End;
use crate::args::Wait;
use crate::output::{Output, say};
use crate::progress;

/// What the maker wants of one delivery.
#[derive(Clone, Copy)]
pub(crate) enum Wish {
    Pause,
    Cancel,
    GoOn,
}

pub(crate) async fn list(studio: &Studio, output: Output) -> Answer<End> {
    let rows = studio.deliveries().await?;
    if rows.is_empty() && !output.json {
        say("Nothing is on its way. `maker publish FILE --to youtube --title ...` starts something.");
    }
    for row in rows {
        output.result(&progress::result(&row), || progress::line(&row));
    }
    Ok(End::Done)
}

pub(crate) async fn resume(studio: &Studio, output: Output, wait: Wait) -> Answer<End> {
    let ids: Vec<DeliveryId> = studio
        .deliveries()
        .await?
        .into_iter()
        .filter(|row| row.state.name().runs_by_itself())
        .map(|row| row.id)
        .collect();
    if ids.is_empty() {
        if !output.json {
            say("Nothing waits to go on.");
        }
        return Ok(End::Done);
    }
    studio.start_work(Work::Everything)?;
    progress::watch(studio, output, &ids, wait.seconds).await
}

pub(crate) async fn act(studio: &Studio, delivery: &str, wish: Wish) -> Answer<End> {
    let id = DeliveryId::parse(delivery)
        .ok_or_else(|| AppError::new(ErrorCode::BadInput, "This is no delivery's id. `maker queue` shows them."))?;
    match wish {
        Wish::Pause => studio.pause(id).await?,
        Wish::Cancel => studio.cancel(id).await?,
        Wish::GoOn => studio.go_on(id).await?,
    }
    Ok(End::Done)
}
