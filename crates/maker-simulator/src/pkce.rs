//! PKCE as each platform wants it. Google follows RFC 7636: unpadded base64url. TikTok wants lower-case hexadecimal.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// RFC 7636 section 4.1; both platforms ask for the same verifiers.
pub(crate) fn is_verifier(text: &str) -> bool {
    (43..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

pub(crate) fn base64url_challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier))
}

pub(crate) fn hex_challenge(verifier: &str) -> String {
    hex::encode(Sha256::digest(verifier))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    #[test]
    fn each_platform_gets_its_own_challenge() {
        assert_eq!(base64url_challenge(VERIFIER), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assert_eq!(hex_challenge(VERIFIER), "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3");
    }

    #[test]
    fn verifiers_have_43_to_128_unreserved_characters() {
        for (text, good) in [
            (VERIFIER.to_owned(), true),
            ("a".repeat(42), false),
            ("a".repeat(43), true),
            ("~".repeat(128), true),
            ("a".repeat(129), false),
            (format!("{VERIFIER}+"), false),
        ] {
            assert_eq!(is_verifier(&text), good, "{text}");
        }
    }
}
