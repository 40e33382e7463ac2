//! The only place that asks for randomness: ids, codes and tokens in the shapes the platforms use.

use rand::Rng;

const BASE64URL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

fn text(alphabet: &[u8], length: usize) -> String {
    let mut rng = rand::rng();
    (0..length).map(|_| char::from(alphabet[rng.random_range(0..alphabet.len())])).collect()
}

/// Characters of YouTube's ids and of both platforms' tokens.
pub(crate) fn base64url(length: usize) -> String {
    text(BASE64URL, length)
}

/// Letters and digits only.
pub(crate) fn letters(length: usize) -> String {
    text(LETTERS, length)
}

/// Upper-case hexadecimal, as in TikTok's `log_id`.
pub(crate) fn hex(length: usize) -> String {
    text(b"0123456789ABCDEF", length)
}

/// A TikTok post id: 19 digits that fit a signed 64-bit integer and lose digits in a JavaScript number.
pub(crate) fn post_id() -> String {
    // An odd last digit is never representable above 2^53.
    format!("7{}{}", text(b"0123456789", 17), text(b"13579", 1))
}
