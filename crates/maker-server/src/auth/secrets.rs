//! Random words that open a door. They leave the backend once, in the answer that makes them; what stays is a hash.

use maker_domain::account::Secret;
use rand::TryRngCore;
use rand::rngs::OsRng;
use sha2::{Digest, Sha256};

use crate::problem::Problem;

/// SHA-256 in hexadecimal. Enough for 256 random bits (and 100 of a code): there is nothing to guess.
pub(crate) type Hash = String;

/// No vowels, so that no words come out, and nothing that looks like something else.
const READABLE: &[u8; 29] = b"23456789BCDFGHJKLMNPQRSTVWXYZ";

/// 256 random bits behind a word that says what they are for, so that a scanner of leaked secrets can know them.
pub(crate) fn make(kind: &str) -> Result<Secret, Problem> {
    let mut bytes = [0_u8; 32];
    fill(&mut bytes)?;
    Ok(Secret::new(format!("{kind}{}", hexadecimal(&bytes))))
}

/// What the database keeps of a secret.
pub(crate) fn hash(secret: &Secret) -> Hash {
    hexadecimal(&Sha256::digest(secret.expose().as_bytes()))
}

/// A code that is read out or written on paper: 20 characters in groups, 97 random bits.
pub(crate) fn invitation_code() -> Result<Secret, Problem> {
    let mut code = String::with_capacity(24);
    let mut drawn = 0;
    while drawn < 20 {
        let mut byte = [0_u8];
        fill(&mut byte)?;
        // Five random bits; the three numbers that are left over are drawn again, so that each character is as likely.
        let Some(character) = READABLE.get(usize::from(byte[0] & 31)) else { continue };
        if drawn > 0 && drawn % 5 == 0 {
            code.push('-');
        }
        code.push(char::from(*character));
        drawn += 1;
    }
    Ok(Secret::new(code))
}

/// A code as somebody typed it, in the form it was made in.
pub(crate) fn typed_code(typed: &Secret) -> Secret {
    let plain: Vec<char> =
        typed.expose().chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).take(64).collect();
    Secret::new(plain.chunks(5).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for half in [byte >> 4, byte & 15] {
            text.extend(char::from_digit(u32::from(half), 16));
        }
        text
    })
}

fn fill(bytes: &mut [u8]) -> Result<(), Problem> {
    OsRng.try_fill_bytes(bytes).map_err(|_| {
        tracing::error!("the system gives no random bytes");
        Problem::internal()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f57_no_two_are_alike_and_the_hash_shows_nothing_of_them() {
        let (one, other) = (make("msr_").unwrap(), make("msr_").unwrap());
        assert_eq!(one.expose().len(), 4 + 64);
        assert_ne!(one.expose(), other.expose());
        assert_eq!(hash(&one).len(), 64);
        assert!(!hash(&one).contains(&one.expose()[4..20]));
    }

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        for _ in 0..50 {
            let code = invitation_code().unwrap();
            let text = code.expose();
            assert_eq!(text.len(), 23);
            assert!(text.split('-').all(|group| group.len() == 5), "{text}");
            for typed in [text.to_lowercase(), text.replace('-', " "), format!(" {} ", text.replace('-', ""))] {
                assert_eq!(typed_code(&Secret::new(typed)).expose(), text);
            }
        }
    }
}
