//! What a run has measured.

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::moments::Moment;

/// After a start, bytes flow again (or the platform is asked for its offset) within this time.
const QUICK_MS: i64 = 3_000;

pub(super) struct Figures {
    began: Instant,
    rounds: u64,
    kills: BTreeMap<Moment, u64>,
    between: u64,
    first_call_ms: Vec<i64>,
    sent_again: Vec<u64>,
}

impl Figures {
    pub(super) fn begin() -> Self {
        Self {
            began: Instant::now(),
            rounds: 0,
            kills: BTreeMap::new(),
            between: 0,
            first_call_ms: Vec::new(),
            sent_again: Vec::new(),
        }
    }

    pub(super) fn kills(&self) -> u64 {
        self.kills.values().sum()
    }

    pub(super) fn note_kill(&mut self, moment: Moment, between: bool) {
        *self.kills.entry(moment).or_default() += 1;
        self.between += u64::from(between);
        if self.kills().is_multiple_of(100) {
            println!("{} kills, {:.0} s", self.kills(), self.began.elapsed().as_secs_f64());
        }
    }

    pub(super) fn note_round(&mut self, sent_again: Option<u64>) {
        self.rounds += 1;
        self.sent_again.extend(sent_again);
    }

    /// How long after `began` the first byte or question about an upload came, if one came in `log`.
    pub(super) fn note_start(&mut self, began: &str, log: &[Value]) {
        let first = log.iter().find(|e| e["step"] == "put" || e["step"] == "status_query");
        let at = first.and_then(|e| e["time"].as_str()).and_then(milliseconds);
        if let (Some(at), Some(began)) = (at, milliseconds(began)) {
            self.first_call_ms.push((at - began).rem_euclid(86_400_000));
        }
    }

    /// # Panics
    /// When it took too long once.
    pub(super) fn assert_quick(&self) {
        let slowest = self.first_call_ms.iter().max().copied().unwrap_or_default();
        assert!(!self.first_call_ms.is_empty(), "no start had anything to send");
        assert!(slowest <= QUICK_MS, "after a start it took {slowest} ms until bytes flowed again");
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let took: Duration = self.began.elapsed();
        writeln!(f, "{} kills in {} rounds, {:.0} s: {:?}", self.kills(), self.rounds, took.as_secs_f64(), self.kills)?;
        writeln!(f, "between an answer and its commit: {}", self.between)?;
        let (mut first, mut again) = (self.first_call_ms.clone(), self.sent_again.clone());
        writeln!(f, "bytes flow again after a start: {} ms ({} starts)", spread(&mut first), first.len())?;
        write!(f, "bytes sent again in a round: {}", spread(&mut again))
    }
}

fn spread<T: Ord + Copy + Default + fmt::Display>(all: &mut [T]) -> String {
    all.sort_unstable();
    let middle = all.get(all.len() / 2).copied().unwrap_or_default();
    format!("median {middle}, most {}", all.last().copied().unwrap_or_default())
}

/// Milliseconds since midnight of a time such as `2026-11-22T12:00:00.000Z`.
fn milliseconds(stamp: &str) -> Option<i64> {
    let time = stamp.split_once('T')?.1.trim_end_matches('Z');
    let mut parts = time.splitn(3, ':');
    let (hours, minutes, seconds) = (parts.next()?, parts.next()?, parts.next()?);
    let (whole, thousandths) = seconds.split_once('.')?;
    let number = |text: &str| text.parse::<i64>().ok();
    Some(((number(hours)? * 60 + number(minutes)?) * 60 + number(whole)?) * 1_000 + number(thousandths)?)
}
