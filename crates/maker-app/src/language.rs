//! The language in which a program speaks to the maker: the chosen one, or the system's.

use std::sync::atomic::Ordering;

use maker_words::Language;

use crate::studio::Studio;

/// Speaks as the system does, until it is known what the maker has chosen.
pub fn speak_as_system() {
    maker_words::speak(of(None));
}

impl Studio {
    /// Speaks the language of the settings in the whole process, now and whenever another one is chosen.
    pub async fn speak(&self) {
        self.inner.speaks.store(true, Ordering::Relaxed);
        self.speak_as_chosen().await;
    }

    /// Whether it is another language than before.
    pub(crate) async fn speak_as_chosen(&self) -> bool {
        if !self.inner.speaks.load(Ordering::Relaxed) {
            return false;
        }
        let settings = self.settings().await.unwrap_or_default();
        let (before, now) = (maker_words::spoken(), of(settings.language.as_deref()));
        maker_words::speak(now);
        before != now
    }
}

/// The chosen language, or the first of the system's that is spoken here: as the window decides.
fn of(chosen: Option<&str>) -> Language {
    let of_system = || sys_locale::get_locales().find_map(|tag| Language::parse(&tag));
    chosen.and_then(Language::parse).or_else(of_system).unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn g14_the_chosen_language_is_spoken_whatever_the_system_speaks() {
        for language in Language::ALL {
            assert_eq!(of(Some(language.code())), language);
        }
        assert_eq!((of(Some("fr-CA")), of(Some("ar_EG.UTF-8"))), (Language::French, Language::Arabic));
    }
}
