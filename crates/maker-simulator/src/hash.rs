//! A SHA-256 that can forget bytes that were received but never acknowledged.
//! `sure` covers what the platform has stored; `ahead` runs on with bytes that may yet be lost.

use sha2::{Digest, Sha256};

#[derive(Clone, Default)]
pub(crate) struct RewindableHash {
    sure: Sha256,
    sure_bytes: u64,
    ahead: Sha256,
    ahead_bytes: u64,
}

impl RewindableHash {
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.ahead.update(bytes);
        self.ahead_bytes += bytes.len() as u64;
    }

    /// Pushes bytes and keeps everything up to the last multiple of `step`. True when that moved.
    pub(crate) fn push_keeping_steps(&mut self, mut bytes: &[u8], step: u64) -> bool {
        let before = self.sure_bytes;
        while !bytes.is_empty() {
            let to_boundary = step - self.ahead_bytes % step;
            let (head, rest) = bytes.split_at(bytes.len().min(usize::try_from(to_boundary).unwrap_or(usize::MAX)));
            self.push(head);
            if self.ahead_bytes.is_multiple_of(step) {
                self.keep();
            }
            bytes = rest;
        }
        self.sure_bytes != before
    }

    pub(crate) fn keep(&mut self) {
        self.sure = self.ahead.clone();
        self.sure_bytes = self.ahead_bytes;
    }

    pub(crate) fn rewind(&mut self) {
        self.ahead = self.sure.clone();
        self.ahead_bytes = self.sure_bytes;
    }

    pub(crate) fn sure_bytes(&self) -> u64 {
        self.sure_bytes
    }

    /// Including bytes not kept yet.
    pub(crate) fn ahead_bytes(&self) -> u64 {
        self.ahead_bytes
    }

    /// Lower-case hexadecimal digest of the stored bytes.
    pub(crate) fn hex(&self) -> String {
        hex::encode(self.sure.clone().finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> String {
        hex::encode(Sha256::digest(bytes))
    }

    #[test]
    fn bytes_of_a_broken_chunk_never_enter_the_hash() {
        let mut hash = RewindableHash::default();
        hash.push(b"kept");
        hash.keep();
        hash.push(b" and lost");
        hash.rewind();
        hash.push(b" and sent again");
        hash.keep();
        assert_eq!(hash.hex(), of(b"kept and sent again"));
        assert_eq!(hash.sure_bytes(), 19);
    }

    #[test]
    fn whole_steps_survive_a_cut_and_the_rest_is_forgotten() {
        let mut hash = RewindableHash::default();
        assert!(!hash.push_keeping_steps(b"abc", 4));
        assert!(hash.push_keeping_steps(b"defghij", 4));
        hash.rewind();
        assert_eq!(hash.sure_bytes(), 8);
        assert_eq!(hash.hex(), of(b"abcdefgh"));
    }
}
