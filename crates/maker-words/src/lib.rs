//! What the core says to makers, in their language. The sentences are the Fluent files in `locales/LANGUAGE/core`, which
//! are inside the program; [`say!`] says one of them.
//!
//! A process speaks one language, English until somebody says otherwise ([`speak`]). What is said for one reader alone is
//! said [`in_language`].

mod language;
mod said;

pub use language::Language;
pub use said::{Argument, One, say};

use std::cell::Cell;
use std::sync::atomic::{AtomicU8, Ordering};

/// The files, and what the compiler knows of them.
#[doc(hidden)]
pub mod files {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

static SPOKEN: AtomicU8 = AtomicU8::new(Language::English as u8);

thread_local! {
    static HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Speaks this language from now on, in the whole process. What was said before stays as it was said.
pub fn speak(language: Language) {
    SPOKEN.store(language as u8, Ordering::Relaxed);
}

/// The language that is spoken here.
#[must_use]
pub fn spoken() -> Language {
    let of_all = || Language::ALL.into_iter().find(|l| *l as u8 == SPOKEN.load(Ordering::Relaxed));
    HERE.get().or_else(of_all).unwrap_or(Language::English)
}

/// Says everything that `words` says in this language, whatever else is spoken in the process.
pub fn in_language<T>(language: Language, words: impl FnOnce() -> T) -> T {
    struct Before(Option<Language>);
    impl Drop for Before {
        fn drop(&mut self) {
            HERE.set(self.0);
        }
    }
    let _before = Before(HERE.replace(Some(language)));
    words()
}

/// Whether there is such a message, and takes these arguments. Asked by the compiler.
#[doc(hidden)]
#[must_use]
pub const fn is_said(key: &str, given: &[&str]) -> bool {
    let mut n = 0;
    while n < files::EN_TAKES.len() {
        let (name, takes) = files::EN_TAKES[n];
        if is_same(name, key) {
            return are_all_in(takes, given) && are_all_in(given, takes);
        }
        n += 1;
    }
    false
}

const fn are_all_in(these: &[&str], those: &[&str]) -> bool {
    let mut n = 0;
    while n < these.len() {
        let mut m = 0;
        while m < those.len() && !is_same(these[n], those[m]) {
            m += 1;
        }
        if m == those.len() {
            return false;
        }
        n += 1;
    }
    true
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut n = 0;
    while n < one.len() {
        if one[n] != other[n] {
            return false;
        }
        n += 1;
    }
    true
}

/// Says a message in the language that is spoken: `say!("reason-not-connected", platform = platform.name())`. A message
/// that does not exist, and an argument too many or too few, are errors of the compiler.
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        const { assert!($crate::is_said($key, &[$(stringify!($name)),*]), "no such message, or it takes other arguments") };
        $crate::say($key, &[$((stringify!($name), $crate::Argument::from($value))),*])
    }};
}
