//! `queue`, `resume`, `pause`, `cancel`, `retry`, `move`, `retry-step`.

use maker_app::{Answer, Studio, Work};
use maker_domain::id::{DeliveryId, StepId};
use maker_words::say;

use crate::End;
use crate::args::Wait;
use crate::output::{Output, no_id, tell};
use crate::progress;

/// What the maker wants of one delivery.
#[derive(Clone, Copy)]
pub(crate) enum Wish {
    Pause,
    Cancel,
    GoOn,
    Up,
    Down,
}

pub(crate) async fn list(studio: &Studio, output: Output) -> Answer<End> {
    let rows = studio.deliveries().await?;
    if rows.is_empty() && !output.json {
        tell(&say!("cli-queue-empty"));
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
        .filter(|row| row.state.name().runs_by_itself() || progress::has_steps_to_do(row))
        .map(|row| row.id)
        .collect();
    if ids.is_empty() {
        if !output.json {
            tell(&say!("cli-nothing-waits"));
        }
        return Ok(End::Done);
    }
    studio.start_work(Work::Everything)?;
    progress::watch(studio, output, &ids, wait.seconds).await
}

pub(crate) async fn act(studio: &Studio, delivery: &str, wish: Wish) -> Answer<End> {
    let id = delivery_id(delivery)?;
    match wish {
        Wish::Pause => studio.pause(id).await?,
        Wish::Cancel => studio.cancel(id).await?,
        Wish::GoOn => studio.go_on(id).await?,
        Wish::Up => studio.move_up(id).await?,
        Wish::Down => studio.move_down(id).await?,
    }
    Ok(End::Done)
}

pub(crate) async fn retry_step(studio: &Studio, step: &str) -> Answer<End> {
    studio.retry_step(StepId::parse(step).ok_or_else(|| no_id("step"))?).await?;
    Ok(End::Done)
}

pub(super) fn delivery_id(text: &str) -> Answer<DeliveryId> {
    DeliveryId::parse(text).ok_or_else(|| no_id("delivery"))
}
