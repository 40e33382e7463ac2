//! What a maker offers that is not a thing, and what it costs.

use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Currencies without hundredths in use (ISO 4217).
const WHOLE: [&str; 16] =
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"];

/// As far as cents of it are still told apart, and far beyond what anything costs.
const HIGHEST: f64 = 1e12;

/// What kind of work it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum ServiceType {
    /// Delivery and transport.
    Driver,
    /// Sales and representation.
    Agent,
    /// Craft and creative work.
    Artisan,
    /// A word of a newer version, kept as it is.
    Other(String),
}

impl ServiceType {
    /// The stored form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Driver => "DRIVER",
            Self::Agent => "AGENT",
            Self::Artisan => "ARTISAN",
            Self::Other(word) => word,
        }
    }

    /// Reads the stored form.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        match word {
            "DRIVER" => Self::Driver,
            "AGENT" => Self::Agent,
            "ARTISAN" => Self::Artisan,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl From<String> for ServiceType {
    fn from(word: String) -> Self {
        Self::parse(&word)
    }
}

impl From<ServiceType> for String {
    fn from(kind: ServiceType) -> Self {
        kind.as_str().to_owned()
    }
}

/// What is edited of a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct ServiceFields {
    /// Title.
    pub title: String,
    /// What it is.
    pub description: Option<String>,
    /// Finite, not negative, at most two decimals.
    pub price: f64,
    /// ISO 4217.
    pub currency: String,
    /// What kind of work.
    #[specta(type = String)]
    pub kind: ServiceType,
    /// Its place among the others: smaller texts first.
    pub position: Option<String>,
    /// Not shown on the public page.
    pub hidden: bool,
}

impl ServiceFields {
    /// What it lacks to be shown on the page, with the next step; `None` when it is complete. The backend goes by the same.
    #[must_use]
    pub fn missing(&self) -> Option<String> {
        self.has_no_title().then(|| say!("fields-service-title"))
    }

    /// Whether everybody can see it.
    #[must_use]
    pub fn is_public(&self) -> bool {
        !self.hidden && !self.has_no_title()
    }

    fn has_no_title(&self) -> bool {
        self.title.trim().is_empty()
    }
}

/// Whether amounts of this currency are written without hundredths.
#[must_use]
pub fn is_whole(currency: &str) -> bool {
    WHOLE.contains(&currency)
}

/// Whether it looks like ISO 4217: three capital letters.
#[must_use]
pub fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// Whether a price can be stored: zero or more, with at most so many decimals.
#[must_use]
pub fn is_price(price: f64, decimals: i32) -> bool {
    let parts = price * 10_f64.powi(decimals);
    price.is_finite() && (0.0..=HIGHEST).contains(&price) && (parts - parts.round()).abs() <= 1e-6 * parts.max(1.0)
}

/// What is wrong with a price, with an example of a good one; `None` when nothing is.
#[must_use]
pub fn price_trouble(price: f64, currency: &str) -> Option<String> {
    let (decimals, example) = if is_whole(currency) { (0, "1500") } else { (2, "24.50") };
    if is_price(price, decimals) {
        return None;
    }
    Some(if !price.is_finite() || price > HIGHEST {
        say!("fields-price-not-one", example = example)
    } else if price < 0.0 {
        say!("fields-price-negative", example = example)
    } else if decimals == 0 {
        say!("fields-price-no-hundredths", currency = currency, example = example)
    } else {
        say!("fields-price-decimals", example = example)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s02_a_price_that_is_none_is_refused_with_an_example_of_a_good_one() {
        for (price, currency, words) in [
            (0.0, "EUR", None),
            (24.5, "EUR", None),
            (0.29, "EUR", None),
            (999_999.99, "GHS", None),
            (1_500.0, "JPY", None),
            (-1.0, "EUR", Some("zero or more. Write it such as 24.50")),
            (1.005, "EUR", Some("at most two decimals. Write it such as 24.50")),
            (1_500.5, "JPY", Some("no hundredths. Write the price such as 1500")),
            (f64::NAN, "EUR", Some("no price. Write one such as 24.50")),
            (f64::INFINITY, "JPY", Some("no price. Write one such as 1500")),
            (1e300, "EUR", Some("no price")),
        ] {
            let trouble = price_trouble(price, currency);
            match words {
                None => assert_eq!(trouble, None, "{price} {currency}"),
                Some(words) => assert!(trouble.as_ref().is_some_and(|t| t.contains(words)), "{price}: {trouble:?}"),
            }
        }
    }

    #[test]
    fn s03_what_has_no_title_is_unfinished_and_not_public() {
        let fields = |title: &str, hidden| ServiceFields {
            title: title.into(),
            description: None,
            price: 0.0,
            currency: "EUR".into(),
            kind: ServiceType::Driver,
            position: None,
            hidden,
        };
        assert!(fields("Delivery", false).is_public());
        assert!(!fields("Delivery", true).is_public() && fields("Delivery", true).missing().is_none());
        assert!(!fields(" \n", false).is_public() && fields("", true).missing().is_some());
    }

    #[test]
    fn s01_the_word_of_a_newer_version_stays_as_it_is() {
        for word in ["DRIVER", "AGENT", "ARTISAN", "GUIDE"] {
            assert_eq!(ServiceType::parse(word).as_str(), word);
        }
        assert!(is_currency("GHS") && !is_currency("ghs") && !is_currency("€") && !is_currency("EURO"));
    }
}
