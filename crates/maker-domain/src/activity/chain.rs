//! How the entries of the activity are chained, so that one that was changed or taken out by hand is noticed.
//!
//! The hash is BLAKE3 in its key derivation mode over: the hash before (32 zeros before the first), the number of the
//! entry and its time, 64 bits each with the most significant first, then id, platform, action and outcome as texts, and
//! account, scope and subject each as `0`, or `1` and a text. A *text* is its length in bytes, 64 bits, and its UTF-8.
//!
//! There is no key in it: whoever writes the whole chain anew leaves no trace here. Against that stands an exported file,
//! which holds the hash of every entry.

use blake3::Hasher;

/// What is hashed before the first entry.
pub const START: Hash = [0; 32];

/// A whole BLAKE3 hash.
pub type Hash = [u8; 32];

/// Everything that is stored of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// 1, 2, 3 and so on.
    pub n: i64,
    /// Its id.
    pub id: &'a str,
    /// When, in UTC milliseconds since 1970.
    pub at_ms: i64,
    /// The platform.
    pub platform: &'a str,
    /// The account's name.
    pub account: Option<&'a str>,
    /// What for.
    pub action: &'a str,
    /// The rights.
    pub scope: Option<&'a str>,
    /// How it ended.
    pub outcome: &'a str,
    /// What it is about.
    pub subject: Option<&'a str>,
}

/// The hash of an entry that comes after one with the hash `before`.
#[must_use]
pub fn next(before: &Hash, link: &Link<'_>) -> Hash {
    let mut hasher = Hasher::new_derive_key("maker-studio 2026 activity");
    hasher.update(before);
    hasher.update(&link.n.to_be_bytes());
    hasher.update(&link.at_ms.to_be_bytes());
    for text in [link.id, link.platform, link.action, link.outcome] {
        add(&mut hasher, text);
    }
    for text in [link.account, link.scope, link.subject] {
        match text {
            None => {
                hasher.update(b"0");
            }
            Some(text) => {
                hasher.update(b"1");
                add(&mut hasher, text);
            }
        }
    }
    *hasher.finalize().as_bytes()
}

fn add(hasher: &mut Hasher, text: &str) {
    hasher.update(&(text.len() as u64).to_be_bytes());
    hasher.update(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: Link<'_> = Link {
        n: 7,
        id: "019a0000-0000-7000-8000-000000000001",
        at_ms: 1_790_000_000_000,
        platform: "YOUTUBE",
        account: Some("Marta Oak"),
        action: "UPLOAD",
        scope: None,
        outcome: "PUBLISHED",
        subject: Some("019a0000-0000-7000-8000-000000000002"),
    };

    /// Logs that were written by any version must stay whole: these bytes never change.
    #[test]
    fn v03_the_recipe_stays_as_it_is() {
        let hash: String = next(&START, &ENTRY).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, "6e0b12d441425f53427779a5f4795e0289c5c989ee162f4a599d222c6594a3f6");
    }

    #[test]
    fn v03_every_part_of_an_entry_and_the_one_before_it_counts() {
        let whole = next(&START, &ENTRY);
        let changed = [
            Link { n: 8, ..ENTRY },
            Link { id: "x", ..ENTRY },
            Link { at_ms: 0, ..ENTRY },
            Link { platform: "TIKTOK", ..ENTRY },
            Link { account: None, ..ENTRY },
            Link { account: None, scope: Some("Marta Oak"), ..ENTRY },
            Link { action: "READ", ..ENTRY },
            Link { scope: Some(""), ..ENTRY },
            Link { outcome: "OK", ..ENTRY },
            Link { subject: None, ..ENTRY },
        ];
        let mut all: Vec<Hash> = changed.iter().map(|link| next(&START, link)).collect();
        all.extend([whole, next(&whole, &ENTRY)]);
        let different: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
    }
}
