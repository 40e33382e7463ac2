//! How often somebody may be wrong, per account and per address, how often a device may ask, and a visitor be heard. A try is taken before it
//! is judged, so that many at once are no way around it, and given back when it was right.
//!
//! Kept in memory by each instance: with N of them an attacker has N times as many tries, which still are few.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use uuid::Uuid;

use crate::problem::Problem;

/// Beyond this many keys those that have nothing to remember are forgotten, and if that is not enough the oldest.
const KEYS: usize = 50_000;

/// What a try is counted against.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Whose {
    /// An account's address as it was asked for, whether it exists or not.
    Account(String),
    /// Where the request came from.
    Address(IpAddr),
    /// A device that is signed in: a request, right or not.
    Device(Uuid),
    /// A person who likes something, or takes that or a comment back.
    Likes(Uuid),
    /// The same from an address, which may be a household's or a school's.
    LikesFrom(IpAddr),
    /// A person who says something.
    Comments(Uuid),
    /// The same from an address.
    CommentsFrom(IpAddr),
}

impl Whose {
    /// So many at once, and another one each time this has passed.
    fn allowance(&self) -> (u32, Duration) {
        match self {
            Self::Account(_) => (10, Duration::from_secs(60)),
            Self::Address(_) => (50, Duration::from_secs(6)),
            Self::Device(_) => (100, Duration::from_millis(20)),
            Self::Likes(_) => (30, Duration::from_secs(2)),
            Self::LikesFrom(_) => (120, Duration::from_millis(500)),
            Self::Comments(_) => (5, Duration::from_secs(12)),
            Self::CommentsFrom(_) => (20, Duration::from_secs(3)),
        }
    }
}

/// The tries that were taken.
#[derive(Debug, Default)]
pub(crate) struct Allowances(Mutex<HashMap<Whose, Taken>>);

/// Of a leaky bucket: how full it was, and when.
#[derive(Clone, Copy, Debug)]
struct Taken {
    tries: f64,
    at: Instant,
}

impl Allowances {
    /// Takes a try from each of `keys`, or from none of them and says when to come back.
    pub(crate) fn take(&self, keys: &[Whose]) -> Result<(), Problem> {
        self.take_at(keys, Instant::now()).map_err(|wait| {
            let seconds = u32::try_from(wait.as_secs()).unwrap_or(u32::MAX).saturating_add(1);
            let detail = format!("Too many tries. Try again in {seconds} s.");
            Problem::new(StatusCode::TOO_MANY_REQUESTS, detail).retry_after(seconds)
        })
    }

    /// Puts a try back: it was right.
    pub(crate) fn give_back(&self, keys: &[Whose]) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in keys {
            if let Some(taken) = all.get_mut(key) {
                taken.tries = (taken.tries - 1.0).max(0.0);
            }
        }
    }

    fn take_at(&self, keys: &[Whose], now: Instant) -> Result<(), Duration> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for key in keys {
            let (most, refill) = key.allowance();
            let over = all.get(key).map_or(0.0, |taken| taken.left(refill, now)) + 1.0 - f64::from(most);
            if over > 0.0 {
                return Err(refill.mul_f64(over));
            }
        }
        for key in keys {
            let (_, refill) = key.allowance();
            let taken = all.entry(key.clone()).or_insert(Taken { tries: 0.0, at: now });
            *taken = Taken { tries: taken.left(refill, now) + 1.0, at: now };
        }
        if all.len() > KEYS {
            all.retain(|key, taken| taken.left(key.allowance().1, now) > 0.0);
            let oldest = all.values().map(|taken| taken.at).min();
            if all.len() > KEYS
                && let Some(oldest) = oldest
            {
                let horizon = oldest + now.duration_since(oldest) / 2;
                all.retain(|_, taken| taken.at >= horizon);
            }
        }
        Ok(())
    }
}

impl Taken {
    fn left(&self, refill: Duration, now: Instant) -> f64 {
        let passed = now.saturating_duration_since(self.at);
        (self.tries - passed.as_secs_f64() / refill.as_secs_f64()).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(name: &str) -> Whose {
        Whose::Account(name.to_owned())
    }

    #[test]
    fn f56_ten_wrong_tries_at_an_account_then_one_a_minute_whatever_other_accounts_do() {
        let (allowances, start) = (Allowances::default(), Instant::now());
        for _ in 0..10 {
            allowances.take_at(&[account("a")], start).unwrap();
        }
        assert!(allowances.take_at(&[account("a")], start).is_err());
        allowances.take_at(&[account("b")], start).unwrap();
        let minute = start + Duration::from_secs(60);
        allowances.take_at(&[account("a")], minute).unwrap();
        assert!(allowances.take_at(&[account("a")], minute).is_err());
    }

    #[test]
    fn f56_an_address_that_tries_many_accounts_is_stopped_too_and_a_right_try_costs_nothing() {
        let (allowances, start) = (Allowances::default(), Instant::now());
        let address = Whose::Address([203, 0, 113, 7].into());
        for number in 0..50 {
            allowances.take_at(&[account(&number.to_string()), address.clone()], start).unwrap();
        }
        assert!(allowances.take_at(&[account("new"), address.clone()], start).is_err());
        allowances.give_back(std::slice::from_ref(&address));
        allowances.take_at(&[account("new"), address], start).unwrap();
    }

    #[test]
    fn f60_a_device_asks_a_hundred_times_at_once_and_then_fifty_times_a_second() {
        let (allowances, start) = (Allowances::default(), Instant::now());
        let device = [Whose::Device(Uuid::nil())];
        for _ in 0..100 {
            allowances.take_at(&device, start).unwrap();
        }
        assert!(allowances.take_at(&device, start).is_err());
        let second = start + Duration::from_secs(1);
        for _ in 0..50 {
            allowances.take_at(&device, second).unwrap();
        }
        assert!(allowances.take_at(&device, second).is_err());
    }

    #[test]
    fn f60_a_million_names_are_not_remembered() {
        let (allowances, start) = (Allowances::default(), Instant::now());
        for number in 0..u64::try_from(2 * KEYS).unwrap() {
            let now = start + Duration::from_micros(number);
            allowances.take_at(&[account(&number.to_string())], now).unwrap();
        }
        assert!(allowances.0.lock().unwrap().len() <= KEYS + 1);
    }
}
