//! Passwords: argon2id, as many at once as there are processors and no more, so that guessing cannot exhaust the backend.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use maker_domain::account::Secret;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::problem::Problem;

/// 32 MiB, three passes: about 60 ms on a server's processor. More than the least that OWASP asks for (19 MiB, two).
const MEMORY_KIB: u32 = 32 * 1024;
const PASSES: u32 = 3;
/// How long somebody waits for their turn.
const PATIENCE: Duration = Duration::from_secs(5);

/// Hashes and checks passwords.
pub(crate) struct Passwords {
    turns: Arc<Semaphore>,
    argon2: Argon2<'static>,
    /// Checked in place of the hash that an unknown address does not have, so that both take the same time.
    nobodys: String,
}

impl Passwords {
    pub(crate) fn new() -> anyhow::Result<Self> {
        let params = Params::new(MEMORY_KIB, PASSES, 1, None)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobodys = argon2.hash_password(b"nobody has this password").map_err(|e| anyhow::anyhow!("argon2: {e}"))?;
        let at_once = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Ok(Self { turns: Arc::new(Semaphore::new(at_once)), nobodys: nobodys.to_string(), argon2 })
    }

    /// What the database keeps of a password.
    pub(crate) async fn hash(&self, password: Secret) -> Result<String, Problem> {
        let argon2 = self.argon2.clone();
        let work = move || argon2.hash_password(password.expose().as_bytes()).map(|hash| hash.to_string());
        self.work(work).await?.map_err(|error| {
            tracing::error!(%error, "a password could not be hashed");
            Problem::internal()
        })
    }

    /// Whether it is the password that was hashed. Nobody's hash is never right and takes as long.
    pub(crate) async fn is_right(&self, password: Secret, hash: Option<String>) -> Result<bool, Problem> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.nobodys.clone());
        let argon2 = self.argon2.clone();
        let work = move || match PasswordHash::new(&hash) {
            Ok(hash) => argon2.verify_password(password.expose().as_bytes(), &hash).is_ok(),
            Err(_) => false,
        };
        Ok(self.work(work).await? && known)
    }

    async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
        let turn = self.turn().await?;
        let done = tokio::task::spawn_blocking(move || {
            // Held until the work is done, also when whoever asked has gone.
            let _turn = turn;
            work()
        });
        done.await.map_err(|_| Problem::internal())
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, Problem> {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.turns).acquire_owned()).await;
        turn.ok().and_then(Result::ok).ok_or_else(Problem::unavailable)
    }
}

/// Whether a hash that comes from elsewhere is one that can be checked here: argon2 in its usual form, and not so dear that
/// signing in would exhaust the backend.
pub(crate) fn can_check(hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    let known = Algorithm::try_from(hash.algorithm.as_str()).is_ok() && hash.salt.is_some() && hash.hash.is_some();
    let cheap = |params: Params| params.m_cost() <= 256 * 1024 && params.t_cost() <= 16 && params.p_cost() <= 16;
    known && Params::try_from(&hash).is_ok_and(cheap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text.to_owned())
    }

    #[tokio::test]
    async fn a_hash_from_elsewhere_is_checked_by_its_own_measure_unless_that_is_too_dear() {
        let passwords = Passwords::new().unwrap();
        for algorithm in [Algorithm::Argon2i, Algorithm::Argon2d, Algorithm::Argon2id] {
            let theirs = Argon2::new(algorithm, Version::V0x13, Params::new(8 * 1024, 1, 2, Some(24)).unwrap());
            let hash = theirs.hash_password(b"correct horse").unwrap().to_string();
            assert!(can_check(&hash), "{hash}");
            assert!(passwords.is_right(secret("correct horse"), Some(hash.clone())).await.unwrap(), "{hash}");
            assert!(!passwords.is_right(secret("wrong horse"), Some(hash.clone())).await.unwrap());
            for dear in [("m=8192", "m=4194304"), ("t=1", "t=999"), ("argon2", "scrypt")] {
                assert!(!can_check(&hash.replace(dear.0, dear.1)), "{dear:?}");
            }
        }
        for none in [
            "",
            "hush",
            "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
            "$argon2id$v=19$m=8192,t=1,p=1",
        ] {
            assert!(!can_check(none), "{none}");
        }
    }

    #[tokio::test]
    async fn only_the_password_itself_is_right_and_nobodys_never_is() {
        let passwords = Passwords::new().unwrap();
        let hash = passwords.hash(secret("correct horse")).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=32768,t=3,p=1$") && !hash.contains("horse"), "{hash}");
        assert!(passwords.is_right(secret("correct horse"), Some(hash.clone())).await.unwrap());
        assert!(!passwords.is_right(secret("Correct horse"), Some(hash)).await.unwrap());
        assert!(!passwords.is_right(secret("nobody has this password"), None).await.unwrap());
        assert!(!passwords.is_right(secret("x"), Some("damaged".into())).await.unwrap());
    }
}
