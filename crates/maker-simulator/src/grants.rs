//! What an OAuth server remembers: codes, access tokens, refresh tokens and who consented. Pure: time and token texts are
//! arguments. Each platform's own rules about when to issue what are in its `oauth` module.

use std::collections::{HashMap, HashSet};

use crate::clock::Moment;

#[derive(Default)]
pub(crate) struct Grants {
    codes: HashMap<String, Code>,
    access: HashMap<String, Access>,
    refresh: HashMap<String, Refresh>,
    consented: HashSet<String>,
    issued: u64,
}

/// A consent on its way to the client.
#[derive(Clone)]
pub(crate) struct Code {
    pub(crate) account: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) redirect: String,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) expires: Moment,
    pub(crate) wants_refresh: bool,
}

#[derive(Clone)]
pub(crate) struct Challenge {
    pub(crate) value: String,
    pub(crate) plain: bool,
}

#[derive(Clone)]
pub(crate) struct Access {
    pub(crate) account: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) expires: Moment,
}

#[derive(Clone)]
pub(crate) struct Refresh {
    pub(crate) account: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) expires: Moment,
    number: u64,
}

impl Grants {
    pub(crate) fn add_code(&mut self, text: String, code: Code) {
        self.codes.insert(text, code);
    }

    /// Takes the code out, so a second use finds nothing.
    pub(crate) fn take_code(&mut self, text: &str, now: Moment) -> Option<Code> {
        self.codes.remove(text).filter(|code| now < code.expires)
    }

    /// True when this is the account's first consent since it last had none.
    pub(crate) fn consent(&mut self, account: &str) -> bool {
        self.consented.insert(account.to_owned())
    }

    pub(crate) fn add_access(&mut self, text: String, access: Access) {
        self.access.insert(text, access);
    }

    /// Adds a refresh token; beyond `cap` live ones the account's oldest stops working without a word.
    pub(crate) fn add_refresh(
        &mut self,
        text: String,
        account: &str,
        scopes: Vec<String>,
        expires: Moment,
        cap: Option<usize>,
    ) {
        self.issued += 1;
        let refresh = Refresh { account: account.to_owned(), scopes, expires, number: self.issued };
        self.refresh.insert(text, refresh);
        let mut numbers: Vec<_> =
            self.refresh.values().filter(|refresh| refresh.account == account).map(|refresh| refresh.number).collect();
        numbers.sort_unstable();
        let surplus = cap.map_or(0, |cap| numbers.len().saturating_sub(cap));
        if let Some(oldest_kept) = numbers.get(surplus).copied() {
            self.refresh.retain(|_, refresh| refresh.account != account || refresh.number >= oldest_kept);
        }
    }

    pub(crate) fn access(&self, text: &str, now: Moment) -> Option<&Access> {
        self.access.get(text).filter(|access| now < access.expires)
    }

    pub(crate) fn refresh(&self, text: &str, now: Moment) -> Option<&Refresh> {
        self.refresh.get(text).filter(|refresh| now < refresh.expires)
    }

    pub(crate) fn postpone_refresh(&mut self, text: &str, expires: Moment) {
        if let Some(refresh) = self.refresh.get_mut(text) {
            refresh.expires = expires;
        }
    }

    pub(crate) fn expire_access(&mut self, text: &str) {
        self.access.remove(text);
    }

    pub(crate) fn forget_refresh(&mut self, text: &str) {
        self.refresh.remove(text);
    }

    /// The account behind a live token of either kind.
    pub(crate) fn owner(&self, text: &str, now: Moment) -> Option<String> {
        let access = self.access(text, now).map(|access| access.account.clone());
        access.or_else(|| self.refresh(text, now).map(|refresh| refresh.account.clone()))
    }

    /// Removes everything the account ever granted.
    pub(crate) fn revoke_account(&mut self, account: &str) {
        self.codes.retain(|_, code| code.account != account);
        self.access.retain(|_, access| access.account != account);
        self.refresh.retain(|_, refresh| refresh.account != account);
        self.consented.remove(account);
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, TimeZone, Utc};

    use super::*;

    fn noon() -> Moment {
        Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).single().unwrap_or_default()
    }

    #[test]
    fn the_oldest_refresh_token_dies_when_the_cap_is_passed() {
        let mut grants = Grants::default();
        let later = noon() + TimeDelta::days(1);
        for number in 0..4 {
            grants.add_refresh(format!("token {number}"), "amina", vec![], later, Some(3));
        }
        grants.add_refresh("other".into(), "kofi", vec![], later, Some(3));
        let live: Vec<_> = (0..4).map(|number| grants.refresh(&format!("token {number}"), noon()).is_some()).collect();
        assert_eq!(live, [false, true, true, true]);
        assert!(grants.refresh("other", noon()).is_some());
    }

    #[test]
    fn revoking_an_account_ends_all_of_its_tokens_and_its_consent() {
        let mut grants = Grants::default();
        assert!(grants.consent("amina"));
        assert!(!grants.consent("amina"));
        grants.add_refresh("r".into(), "amina", vec![], noon() + TimeDelta::days(1), None);
        grants.revoke_account("amina");
        assert!(grants.owner("r", noon()).is_none());
        assert!(grants.consent("amina"), "the next consent is a first one again");
    }

    #[test]
    fn a_code_works_once_and_not_after_its_time() {
        let mut grants = Grants::default();
        let code = Code {
            account: "amina".into(),
            scopes: vec![],
            redirect: String::new(),
            challenge: None,
            expires: noon(),
            wants_refresh: true,
        };
        grants.add_code("c".into(), code.clone());
        assert!(grants.take_code("c", noon() - TimeDelta::seconds(1)).is_some());
        assert!(grants.take_code("c", noon() - TimeDelta::seconds(1)).is_none());
        grants.add_code("c".into(), code);
        assert!(grants.take_code("c", noon()).is_none());
    }
}
