//! `activity`: what the connections were used for, and whether the log is whole.

use chrono::NaiveDate;
use clap::Args;
use maker_app::views::ActivityEntryView;
use maker_app::{Answer, Studio};
use maker_domain::Platform;
use maker_domain::activity::{ActivityFilter, ActivityWord, AuditAction, OutcomeKind};
use maker_words::{One, say};

use crate::End;
use crate::args::platform;
use crate::output::{Output, tell};

#[derive(Debug, Args)]
pub(crate) struct Activity {
    /// Words that have to be in it: a title, an account, a use, a right, an outcome
    #[arg(long, value_name = "TEXT")]
    search: Vec<String>,
    /// Uses of the connection to youtube or tiktok
    #[arg(long, value_parser = platform)]
    platform: Option<Platform>,
    /// From this day on, such as 2026-11-01
    #[arg(long, value_name = "DAY")]
    since: Option<NaiveDate>,
    /// Only what went wrong
    #[arg(long)]
    trouble: bool,
    /// At most so many
    #[arg(long, default_value_t = 100, value_name = "COUNT")]
    limit: usize,
    /// Look whether every entry is as it was written and none is missing
    #[arg(long, conflicts_with_all = ["search", "platform", "since", "trouble", "limit"])]
    verify: bool,
}

/// As many entries are read at once.
const PART: usize = 500;

pub(crate) async fn run(studio: &Studio, output: Output, activity: Activity) -> Answer<End> {
    if activity.verify {
        let check = studio.check_activity().await?;
        output.result(&check, || format!("{} {}", check.message, say!("cli-activity-looked", count = check.entries)));
        return Ok(if check.broken.is_none() { End::Done } else { End::NeedsMaker });
    }
    let filter = ActivityFilter {
        words: activity.search.iter().flat_map(|text| text.split_whitespace()).map(word).collect(),
        platform: activity.platform,
        outcome: activity.trouble.then_some(OutcomeKind::Trouble),
        from: activity.since,
        ..ActivityFilter::default()
    };
    let (mut left, mut before, mut more) = (activity.limit, None, true);
    while more && left > 0 {
        let part = u32::try_from(left.min(PART)).unwrap_or_default();
        let page = studio.activity(&filter, before, part).await?;
        left -= page.entries.len().min(left);
        for entry in &page.entries {
            output.result(entry, || line(entry));
        }
        more = page.next.is_some();
        before = page.next;
    }
    if more {
        tell(&say!("cli-activity-more"));
    }
    Ok(End::Done)
}

/// A word finds the uses that are named by it.
fn word(text: &str) -> ActivityWord {
    let lower = text.to_lowercase();
    let actions = AuditAction::ALL.into_iter().filter(|action| use_in_words(*action).to_lowercase().contains(&lower));
    ActivityWord { text: text.to_owned(), actions: actions.collect(), outcomes: Vec::new() }
}

pub(super) fn use_in_words(action: AuditAction) -> String {
    say!("cli-activity-use", action = One(&action.as_str().to_lowercase()))
}

fn line(entry: &ActivityEntryView) -> String {
    let mut parts = vec![
        format!("{}", entry.n),
        entry.at.format("%Y-%m-%d %H:%M:%S UTC").to_string(),
        entry.platform.to_string(),
        entry.account.clone().unwrap_or_else(|| "-".to_owned()),
        use_in_words(entry.action),
        entry.told.clone(),
    ];
    parts.extend(entry.about.as_ref().map(|about| about.title.clone()));
    parts.join("  ")
}
