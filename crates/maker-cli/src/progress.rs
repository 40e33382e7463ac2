//! Watches deliveries until they rest: a bar for each on a terminal, a line for each change elsewhere.

use std::collections::{HashMap, HashSet};
use std::io::IsTerminal;
use std::time::Duration;

use chrono::{DateTime, Utc};
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use maker_app::views::{DeliveryView, StepView};
use maker_app::{Answer, Studio, StudioEvent};
use maker_domain::delivery::{DeliveryState, Stage, Wait};
use maker_domain::followup::StepState;
use maker_domain::id::DeliveryId;
use maker_words::{One, say, spoken};
use serde_json::json;
use tokio::sync::broadcast::Receiver;
use tokio::time::Instant;

use crate::End;
use crate::output::{Output, named, tell};

/// How often to look at a few deliveries: for their bytes, and for what another process does.
const LOOK: Duration = Duration::from_secs(1);

/// The same where another state may follow any moment: shortly after the last one, and when nearly every byte is there.
/// What this process does is told at once; another may be the one that sends, and a script wants to go on.
const LOOK_CLOSELY: Duration = Duration::from_millis(200);
const SHORTLY: Duration = Duration::from_secs(3);

/// More than so many are read in one go, seldom and not at each change: waiting must cost nothing.
const A_FEW: usize = 8;
const LOOK_AT_MANY: Duration = Duration::from_secs(15);
const BETWEEN_CHANGES: Duration = Duration::from_secs(1);

/// A wait with a known end further away than this is not sat out.
const PATIENCE: chrono::TimeDelta = chrono::TimeDelta::minutes(10);

/// Watches `ids` until all rest, Ctrl-C, or `wait` seconds have passed; prints each result and tells how it ended.
pub(crate) async fn watch(studio: &Studio, output: Output, ids: &[DeliveryId], wait: Option<u64>) -> Answer<End> {
    let deadline = wait.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let time_is_up = async || match deadline {
        Some(deadline) => tokio::time::sleep_until(deadline).await,
        None => std::future::pending().await,
    };
    let many = ids.len() > A_FEW;
    let mut events = studio.events();
    let mut last = (Vec::new(), Instant::now());
    let mut bars = Bars::new(!output.json && std::io::stderr().is_terminal());
    loop {
        let rows = read(studio, ids).await?;
        rows.iter().for_each(|row| bars.show(row));
        let states: Vec<_> = rows.iter().map(|row| row.state.name()).collect();
        if states != last.0 {
            last = (states, Instant::now());
        }
        let look = match last.1.elapsed() < SHORTLY || rows.iter().any(nearly_there) {
            _ if many => LOOK_AT_MANY,
            true => LOOK_CLOSELY,
            false => LOOK,
        };
        let over = deadline.is_some_and(|d| Instant::now() >= d);
        if over || rows.iter().all(|row| rests(studio, row)) {
            bars.end();
            for row in &rows {
                output.result(&result(row), || line(row));
            }
            return Ok(end(&rows));
        }
        tokio::select! {
            () = tokio::time::sleep(look) => {}
            () = time_is_up() => {}
            () = moved(&mut events) => tokio::time::sleep(if many { BETWEEN_CHANGES } else { Duration::ZERO }).await,
            _ = tokio::signal::ctrl_c() => {
                bars.end();
                tell(&say!("cli-stopped-here"));
                return Ok(End::NotYetKnown);
            }
        }
    }
}

/// Waits until some delivery is in another state. Bytes that come forward are no news among many; what was missed counts
/// as a change.
async fn moved(events: &mut Receiver<StudioEvent>) {
    while let Ok(StudioEvent::Progress(_)) = events.recv().await {}
}

async fn read(studio: &Studio, ids: &[DeliveryId]) -> Answer<Vec<DeliveryView>> {
    if ids.len() > A_FEW {
        let wanted: HashSet<&DeliveryId> = ids.iter().collect();
        let mut rows = studio.deliveries().await?;
        rows.retain(|row| wanted.contains(&row.id));
        return Ok(rows);
    }
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.push(studio.delivery(*id).await?);
    }
    Ok(rows)
}

fn nearly_there(row: &DeliveryView) -> bool {
    matches!(row.state, DeliveryState::Uploading) && percent(row) >= 90
}

/// Whether something is still to be done for a video that is there.
pub(crate) fn has_steps_to_do(row: &DeliveryView) -> bool {
    let to_do = |step: &StepView| match &step.state {
        StepState::Waiting { until } => until.is_none_or(|until| until - row.updated_at <= PATIENCE),
        StepState::Done | StepState::NeedsAttention { .. } => false,
    };
    matches!(row.state, DeliveryState::Published { .. }) && row.steps.iter().any(to_do)
}

/// Whether nothing more happens to `row` while somebody could wait for it.
fn rests(studio: &Studio, row: &DeliveryView) -> bool {
    match &row.state {
        DeliveryState::Published { .. } => !has_steps_to_do(row),
        DeliveryState::NeedsAttention { .. }
        | DeliveryState::Failed { .. }
        | DeliveryState::Paused
        | DeliveryState::Cancelled
        | DeliveryState::Processing { stage: Stage::InInbox | Stage::Scheduled } => true,
        DeliveryState::Waiting { until: Some(until), .. } => studio.until(*until) > PATIENCE,
        DeliveryState::Waiting { until: None, .. }
        | DeliveryState::Preparing
        | DeliveryState::Uploading
        | DeliveryState::Processing { stage: Stage::Working | Stage::AwaitingAddress }
        | DeliveryState::Unconfirmed => false,
    }
}

fn end(rows: &[DeliveryView]) -> End {
    let asks = |step: &StepView| matches!(step.state, StepState::NeedsAttention { .. });
    let worst = |row: &DeliveryView| match &row.state {
        // The video is there all the same; a script learns from the code that something beside it is not.
        DeliveryState::Published { .. } if row.steps.iter().any(asks) => End::NeedsMaker,
        DeliveryState::Published { .. } if has_steps_to_do(row) => End::NotYetKnown,
        DeliveryState::Published { .. } => End::Done,
        DeliveryState::NeedsAttention { .. } | DeliveryState::Processing { stage: Stage::InInbox } => End::NeedsMaker,
        DeliveryState::Failed { .. } | DeliveryState::Cancelled => End::Other,
        DeliveryState::Waiting { .. }
        | DeliveryState::Preparing
        | DeliveryState::Uploading
        | DeliveryState::Processing { .. }
        | DeliveryState::Paused
        | DeliveryState::Unconfirmed => End::NotYetKnown,
    };
    let ends: Vec<End> = rows.iter().map(worst).collect();
    [End::Other, End::NeedsMaker, End::NotYetKnown].into_iter().find(|e| ends.contains(e)).unwrap_or(End::Done)
}

/// A delivery as a JSON value: its state by name, and what belongs to it.
pub(crate) fn result(row: &DeliveryView) -> serde_json::Value {
    let url = match &row.state {
        DeliveryState::Published { url, .. } => Some(url),
        _ => None,
    };
    let reason = match &row.state {
        DeliveryState::NeedsAttention { reason } | DeliveryState::Failed { reason } => Some(reason),
        _ => None,
    };
    json!({
        "id": row.id,
        "platform": row.platform,
        "title": row.title,
        "type": row.video_type,
        "state": row.state.name().as_str(),
        "detail": row.state,
        "url": url,
        "schedule": row.schedule,
        "reason": reason.map(|r| r.code),
        "platform_words": reason.and_then(|r| r.platform_words.as_ref()),
        "noted": reason.and_then(|r| r.noted.as_ref()),
        "what": row.explanation.as_ref().map(|e| &e.what),
        "next": row.explanation.as_ref().map(|e| &e.next),
        "bytes": row.total_bytes,
        "confirmed_bytes": row.confirmed_bytes,
        "steps": row.steps.iter().map(step).collect::<Vec<_>>(),
    })
}

fn step(step: &StepView) -> serde_json::Value {
    json!({
        "id": step.id,
        "label": step.label,
        "detail": step.state,
        "what": step.explanation.as_ref().map(|e| &e.what),
        "next": step.explanation.as_ref().map(|e| &e.next),
    })
}

/// A delivery in one line, and a line for each of its steps that is not done.
pub(crate) fn line(row: &DeliveryView) -> String {
    let late = row.schedule.as_ref().and_then(|s| s.late_minutes);
    let late = late.map(|minutes| format!(" {}", say!("cli-late", minutes = minutes))).unwrap_or_default();
    let mut lines = vec![format!("{}  {}  {}{late}", row.id, row.platform, named(&row.title, &words(row)))];
    for step in &row.steps {
        let words = match (&step.state, &step.explanation) {
            (StepState::Done, _) => continue,
            (StepState::Waiting { until: Some(until) }, _) => say!("cli-step-until", time = moment(*until)),
            (StepState::Waiting { until: None }, _) => say!("cli-step-to-do"),
            (StepState::NeedsAttention { .. }, Some(e)) => format!("{} {}", e.what, e.next),
            (StepState::NeedsAttention { .. }, None) => say!("cli-step-needs-you"),
        };
        lines.push(format!("    {}", named(&step.label, &words)));
    }
    lines.join("\n")
}

fn words(row: &DeliveryView) -> String {
    let platform = row.platform.name();
    match &row.state {
        DeliveryState::Waiting { why: Wait::Schedule, until } => {
            let at = row.schedule.as_ref().and_then(|s| s.wall.as_ref()).map(ToString::to_string);
            let at = at.unwrap_or_else(|| until.map(|t| t.to_rfc3339()).unwrap_or_default());
            say!("cli-goes-at", time = at)
        }
        DeliveryState::Waiting { why, until } => {
            let why = One(match why {
                Wait::Turn | Wait::Schedule => "turn",
                Wait::Network => "network",
                Wait::Metered => "metered",
                Wait::Platform => "platform",
                Wait::Quota => "quota",
                Wait::AccountLimit => "account",
            });
            match until {
                None => say!("cli-waiting", why = why, platform = platform),
                Some(until) => say!("cli-waiting-until", why = why, platform = platform, time = moment(*until)),
            }
        }
        DeliveryState::Preparing => say!("cli-preparing"),
        DeliveryState::Uploading => say!("cli-uploading", percent = percent(row)),
        DeliveryState::Processing { stage: Stage::Working } => say!("cli-working", platform = platform),
        DeliveryState::Processing { stage: Stage::AwaitingAddress } => {
            say!("cli-awaiting-address", platform = platform)
        }
        DeliveryState::Processing { stage: Stage::Scheduled } => {
            let at =
                row.schedule.as_ref().map(|s| s.wall.as_ref().map_or_else(|| s.at.to_rfc3339(), ToString::to_string));
            say!("cli-scheduled", platform = platform, time = at.unwrap_or_default())
        }
        DeliveryState::Processing { stage: Stage::InInbox } => say!("cli-in-inbox"),
        DeliveryState::Published { url, exact: true } => format!("{} {url}", say!("cli-published")),
        DeliveryState::Published { url, exact: false } => {
            format!("{} {url}", say!("cli-posted-private", platform = platform))
        }
        DeliveryState::NeedsAttention { .. } | DeliveryState::Failed { .. } => {
            row.explanation.as_ref().map_or_else(String::new, |e| format!("{} {}", e.what, e.next))
        }
        DeliveryState::Paused => say!("cli-paused"),
        DeliveryState::Cancelled => say!("cli-cancelled"),
        DeliveryState::Unconfirmed => say!("cli-unconfirmed", platform = platform),
    }
}

fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M UTC").to_string()
}

fn percent(row: &DeliveryView) -> u64 {
    row.confirmed_bytes.saturating_mul(100).checked_div(row.total_bytes).unwrap_or(0)
}

struct Bars {
    terminal: Option<MultiProgress>,
    bars: HashMap<DeliveryId, ProgressBar>,
    said: HashMap<DeliveryId, String>,
}

impl Bars {
    fn new(terminal: bool) -> Self {
        Self { terminal: terminal.then(MultiProgress::new), bars: HashMap::new(), said: HashMap::new() }
    }

    fn show(&mut self, row: &DeliveryView) {
        let Some(all) = &self.terminal else { return self.say_changes(row) };
        let bar = self.bars.entry(row.id).or_insert_with(|| {
            let bar = all.add(ProgressBar::new(row.total_bytes));
            let style = "{prefix:>8} {bar:18} {percent:>3} %  {bytes}/{total_bytes}  {wide_msg}";
            if let Ok(style) = ProgressStyle::with_template(style) {
                bar.set_style(style.progress_chars("━╸─"));
            }
            bar.set_prefix(row.platform.name());
            bar
        });
        bar.set_position(if matches!(row.state, DeliveryState::Published { .. }) {
            row.total_bytes
        } else {
            row.confirmed_bytes
        });
        let speed = match (row.speed_bytes_s, row.left_s) {
            (Some(speed), Some(left)) => format!("  {}", pace(speed, left)),
            _ => String::new(),
        };
        bar.set_message(format!("{}{speed}", words(row)));
    }

    fn say_changes(&mut self, row: &DeliveryView) {
        let name = row.state.name().as_str();
        let state = match &row.state {
            // One wait follows another: for its turn, then for a network.
            DeliveryState::Waiting { why, .. } => format!("{name} {why:?}"),
            _ => name.to_owned(),
        };
        if self.said.get(&row.id) != Some(&state) {
            tell(&named(row.platform.name(), &words(row)));
            self.said.insert(row.id, state);
        }
    }

    fn end(&self) {
        self.bars.values().for_each(ProgressBar::abandon);
        // The results that follow say it all; a bar left behind would share their line.
        let _ = self.terminal.as_ref().map(MultiProgress::clear);
    }
}

fn pace(bytes_s: f64, seconds: f64) -> String {
    let speed = format!("{:.1}", bytes_s / 1e6).replace('.', &spoken().decimals().to_string());
    if seconds < 90.0 {
        say!("cli-pace-seconds", speed = speed, left = seconds.round())
    } else {
        say!("cli-pace-minutes", speed = speed, left = (seconds / 60.0).round())
    }
}
