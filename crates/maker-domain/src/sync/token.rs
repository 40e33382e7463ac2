//! A moment in a workspace's history: its sequence number, and the hash of everything that led there.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// 128 bits of hash over all that was accepted up to a number. Two histories with the same chain are the same.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Chain(pub [u8; 16]);

impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Chain({:016x}…)", u128::from_be_bytes(self.0) >> 64)
    }
}

/// A sequence number with its chain. Travels as one opaque word: only the backend takes it apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Token {
    /// The number; 0 is before the first change.
    pub seq: u64,
    /// The chain there; all zeros before the first change.
    pub chain: Chain,
}

impl Token {
    /// Before the first change of any workspace.
    pub const START: Self = Self { seq: 0, chain: Chain([0; 16]) };

    /// Reads the form that [`fmt::Display`] writes: 48 hexadecimal digits. `None` when it is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 48 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        let seq = u64::from_str_radix(text.get(..16)?, 16).ok()?;
        let chain = u128::from_str_radix(text.get(16..)?, 16).ok()?;
        Some(Self { seq, chain: Chain(chain.to_be_bytes()) })
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}{:032x}", self.seq, u128::from_be_bytes(self.chain.0))
    }
}

impl Serialize for Token {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Token {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a token of a history"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_token_comes_back_as_it_was(seq: u64, chain: [u8; 16]) {
            let token = Token { seq, chain: Chain(chain) };
            let json = serde_json::to_string(&token).unwrap();
            prop_assert_eq!(serde_json::from_str::<Token>(&json).unwrap(), token);
        }

        #[test]
        fn any_other_text_is_refused_and_never_panics(text in ".{0,60}") {
            let token = Token::parse(&text);
            prop_assert!(token.is_none_or(|t| t.to_string() == text));
        }
    }
}
