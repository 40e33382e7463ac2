//! How often somebody may be wrong: per account and per address. A try is counted before it is judged, so that many at
//! once are no way around it, and given back when it was right.
//!
//! Kept in memory by each instance: with N of them an attacker has N times as many tries, which still are few.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::http::StatusCode;

use crate::problem::Problem;

/// Beyond this many keys those that have nothing to remember are forgotten, and if that is not enough the oldest.
const KEYS: usize = 50_000;

/// What a try is counted against.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Guess {
    /// An account's address as it was asked for, whether it exists or not.
    Account(String),
    /// Where the request came from.
    Address(IpAddr),
}

impl Guess {
    /// So many at once, and another one each time this has passed.
    fn allowance(&self) -> (u32, Duration) {
        match self {
            Self::Account(_) => (10, Duration::from_secs(60)),
            Self::Address(_) => (50, Duration::from_secs(6)),
        }
    }
}

/// The tries that were wrong.
#[derive(Debug, Default)]
pub(crate) struct Guesses(Mutex<HashMap<Guess, Wrong>>);

/// Of a leaky bucket: how full it was, and when.
#[derive(Clone, Copy, Debug)]
struct Wrong {
    tries: f64,
    at: Instant,
}

impl Guesses {
    /// Counts a try against each of `keys`, or none of them and says when to come back.
    pub(crate) fn count(&self, keys: &[Guess]) -> Result<(), Problem> {
        self.count_at(keys, Instant::now()).map_err(|wait| {
            let seconds = u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1);
            let detail = format!("Too many wrong tries. Try again in {seconds} s.");
            Problem::new(StatusCode::TOO_MANY_REQUESTS, detail).retry_after(seconds)
        })
    }

    /// Takes a try back: it was right.
    pub(crate) fn forgive(&self, keys: &[Guess]) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in keys {
            if let Some(wrong) = all.get_mut(key) {
                wrong.tries = (wrong.tries - 1.0).max(0.0);
            }
        }
    }

    fn count_at(&self, keys: &[Guess], now: Instant) -> Result<(), Duration> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in keys {
            let (most, refill) = key.allowance();
            let over = all.get(key).map_or(0.0, |wrong| wrong.left(refill, now)) + 1.0 - f64::from(most);
            if over > 0.0 {
                return Err(refill.mul_f64(over));
            }
        }
        for key in keys {
            let (_, refill) = key.allowance();
            let wrong = all.entry(key.clone()).or_insert(Wrong { tries: 0.0, at: now });
            *wrong = Wrong { tries: wrong.left(refill, now) + 1.0, at: now };
        }
        if all.len() > KEYS {
            all.retain(|key, wrong| wrong.left(key.allowance().1, now) > 0.0);
            let oldest = all.values().map(|wrong| wrong.at).min();
            if all.len() > KEYS
                && let Some(oldest) = oldest
            {
                let horizon = oldest + now.duration_since(oldest) / 2;
                all.retain(|_, wrong| wrong.at >= horizon);
            }
        }
        Ok(())
    }
}

impl Wrong {
    fn left(&self, refill: Duration, now: Instant) -> f64 {
        let passed = now.saturating_duration_since(self.at);
        (self.tries - passed.as_secs_f64() / refill.as_secs_f64()).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(name: &str) -> Guess {
        Guess::Account(name.to_owned())
    }

    #[test]
    fn f56_ten_wrong_tries_at_an_account_then_one_a_minute_whatever_other_accounts_do() {
        let (guesses, start) = (Guesses::default(), Instant::now());
        for _ in 0..10 {
            guesses.count_at(&[account("a")], start).unwrap();
        }
        assert!(guesses.count_at(&[account("a")], start).is_err());
        guesses.count_at(&[account("b")], start).unwrap();
        let minute = start + Duration::from_secs(60);
        guesses.count_at(&[account("a")], minute).unwrap();
        assert!(guesses.count_at(&[account("a")], minute).is_err());
    }

    #[test]
    fn f56_an_address_that_tries_many_accounts_is_stopped_too_and_a_right_try_costs_nothing() {
        let (guesses, start) = (Guesses::default(), Instant::now());
        let address = Guess::Address([203, 0, 113, 7].into());
        for number in 0..50 {
            guesses.count_at(&[account(&number.to_string()), address.clone()], start).unwrap();
        }
        assert!(guesses.count_at(&[account("new"), address.clone()], start).is_err());
        guesses.forgive(std::slice::from_ref(&address));
        guesses.count_at(&[account("new"), address], start).unwrap();
    }

    #[test]
    fn f60_a_million_names_are_not_remembered() {
        let (guesses, start) = (Guesses::default(), Instant::now());
        for number in 0..u64::try_from(2 * KEYS).unwrap() {
            let now = start + Duration::from_micros(number);
            guesses.count_at(&[account(&number.to_string())], now).unwrap();
        }
        assert!(guesses.0.lock().unwrap().len() <= KEYS + 1);
    }
}
