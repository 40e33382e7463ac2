//! Who has an account, and whose workspace is where. Pure, and the same at every run: whoever goes on after an interruption
//! comes to the same answers.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::ids;
use super::report::{Line, Tally};
use super::row::OldRow;
use crate::auth::can_check;
use crate::fields;

/// Where an old table may have a password's hash.
const HASHES: [&str; 3] = ["password_hash", "hashed_password", "password"];

/// A person's account.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Account {
    pub(super) id: Uuid,
    pub(super) old_id: String,
    /// As it was written.
    pub(super) email: String,
    /// What they sign in with; the account's own id, which nobody can type as an address, when they cannot.
    pub(super) key: String,
    pub(super) name: String,
    pub(super) created_at: i64,
    pub(super) updated_at: i64,
    /// Their password's hash when it is one that can be checked here.
    pub(super) hash: Option<String>,
}

/// A maker's workspace.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Workspace {
    pub(super) id: Uuid,
    /// Its only member, when the old database knew them.
    pub(super) owner: Option<Uuid>,
    /// The maker it was. Nothing for the workspace of somebody who had none.
    pub(super) maker: Option<String>,
    pub(super) name: String,
    pub(super) bio: Option<String>,
    pub(super) country: Option<String>,
    pub(super) created_at: i64,
    pub(super) updated_at: i64,
}

/// Everybody, and where what they made belongs.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) accounts: Vec<Account>,
    pub(super) workspaces: Vec<Workspace>,
    of_user: BTreeMap<String, (Uuid, Vec<Uuid>)>,
    of_maker: BTreeMap<String, Uuid>,
}

/// Whose something is, and in which workspace it belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Home {
    pub(super) user: Option<Uuid>,
    pub(super) tenant: Uuid,
}

impl People {
    /// From the old tables, and the old ids of those who made a post or a video. `now` stands for times that were not
    /// written down.
    pub(super) fn of(users: &[OldRow], makers: &[OldRow], authors: &BTreeSet<String>, now: i64) -> Self {
        let mut people = Self::default();
        let mut by_age: Vec<_> = users.iter().map(|row| (row.times(now), row.id(), row)).collect();
        by_age.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let mut taken = BTreeSet::new();
        for ((created_at, updated_at), old_id, row) in by_age {
            let id = ids::id("users", &old_id);
            let email = row.text("email").unwrap_or_default().to_owned();
            let key = fields::email(&email).ok().map(|email| email.key).filter(|key| taken.insert(key.clone()));
            let hash = HASHES.iter().find_map(|name| row.text(name)).filter(|hash| can_check(hash));
            people.of_user.insert(old_id.clone(), (id, Vec::new()));
            people.accounts.push(Account {
                id,
                key: key.unwrap_or_else(|| id.to_string()),
                name: named([row.text("name"), email.split('@').next()]),
                old_id,
                email,
                created_at,
                updated_at,
                hash: hash.map(str::to_owned),
            });
        }
        for row in makers {
            let (old_id, owner) = (row.id(), row.key("user_id"));
            let id = ids::id("makers", &old_id);
            let owner = owner.and_then(|owner| people.of_user.get_mut(&owner)).map(|(owner, theirs)| {
                theirs.push(id);
                *owner
            });
            let (created_at, updated_at) = row.times(now);
            people.of_maker.insert(old_id.clone(), id);
            people.workspaces.push(Workspace {
                id,
                owner,
                maker: Some(old_id),
                name: named([row.text("name"), None]),
                bio: row.text("bio").map(str::to_owned),
                country: row.text("country").map(str::to_owned),
                created_at,
                updated_at,
            });
        }
        people.give_rooms(authors);
        people
    }

    /// Whoever made something and has no maker gets a workspace of their name: a person has at least one.
    fn give_rooms(&mut self, authors: &BTreeSet<String>) {
        for account in &self.accounts {
            let Some((_, theirs)) = self.of_user.get_mut(&account.old_id) else { continue };
            if !theirs.is_empty() || !authors.contains(&account.old_id) {
                continue;
            }
            let id = ids::derived("workspace of", &account.old_id);
            theirs.push(id);
            self.workspaces.push(Workspace {
                id,
                owner: Some(account.id),
                maker: None,
                name: account.name.clone(),
                bio: None,
                country: None,
                created_at: account.created_at,
                updated_at: account.updated_at,
            });
        }
    }

    /// Where a row with a `user_id`, and perhaps a `maker_id`, belongs.
    ///
    /// # Errors
    /// Why that is not certain, in words for the report.
    pub(super) fn home(&self, row: &OldRow) -> Result<Home, &'static str> {
        let user = row.key("user_id").and_then(|old| self.of_user.get(&old));
        let tenant = match (row.key("maker_id"), user) {
            (Some(maker), _) => *self.of_maker.get(&maker).ok_or("its maker is not there")?,
            (None, None) => return Err("its user is not there"),
            (None, Some((_, theirs))) => match theirs[..] {
                [only] => only,
                [] => return Err("its user has no maker"),
                _ => return Err("its user has several makers, and it does not say which"),
            },
        };
        Ok(Home { user: user.map(|(id, _)| *id), tenant })
    }

    /// The account of an old id.
    pub(super) fn account(&self, old: Option<String>) -> Option<Uuid> {
        self.of_user.get(&old?).map(|(id, _)| *id)
    }

    /// Whoever cannot sign in with what they have, and workspaces that nobody can enter.
    pub(super) fn remarks(&self) -> impl Iterator<Item = Line> {
        let accounts = self.accounts.iter().filter_map(|account| {
            let (id, old_id, email) = (account.id, account.old_id.clone(), account.email.clone());
            if account.key.contains('@') {
                return None;
            }
            let why = match fields::email(&account.email) {
                Ok(_) => "an older account has this address in another spelling: it needs one of its own",
                Err(_) => "it has no address that could be one",
            };
            Some(Line::Account { id, old_id, email, why: why.to_owned() })
        });
        let rooms = self.workspaces.iter().filter(|workspace| workspace.owner.is_none());
        let rooms = rooms.map(|workspace| Line::Workspace {
            id: workspace.id,
            old_id: workspace.maker.clone().unwrap_or_default(),
            why: "its user is not there: it has no member".to_owned(),
        });
        accounts.chain(rooms)
    }

    pub(super) fn count(&self, tally: &mut Tally) {
        let mut add = |of: &str, n: usize| tally.add(of, n as u64);
        add("accounts", self.accounts.len());
        add("accounts with their password", self.accounts.iter().filter(|a| a.hash.is_some()).count());
        add("accounts that need an address", self.accounts.iter().filter(|a| !a.key.contains('@')).count());
        add("workspaces of makers", self.of_maker.len());
        add("workspaces of people without a maker", self.workspaces.len() - self.of_maker.len());
    }
}

/// The first that says something. Every account and workspace has a name.
fn named(names: [Option<&str>; 2]) -> String {
    let names = names.into_iter().flatten().filter(|name| !name.trim().is_empty());
    names.map(str::to_owned).next().unwrap_or_else(|| "Maker".to_owned())
}
