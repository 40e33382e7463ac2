//! A row of a file as a service.

use maker_domain::service::{ServiceFields, ServiceType, is_currency, price_trouble};
use maker_words::say;

use super::table::Cells;

/// What its columns are called.
pub(crate) const COLUMNS: &[&str] = &["title", "description", "price", "currency", "type", "hidden"];

/// A service, or which column is not good and why.
pub(crate) fn row(cells: &Cells, usual_currency: &str) -> Result<ServiceFields, (&'static str, String)> {
    let cell = |name: &str| cells.get(name).map(|cell| cell.trim());
    let title = cell("title").ok_or_else(|| ("title", say!("table-service-title")))?;
    let currency = cell("currency").unwrap_or(usual_currency).to_uppercase();
    if !is_currency(&currency) {
        return Err(("currency", say!("table-currency", text = quoted(&currency))));
    }
    let written = cell("price").ok_or_else(|| ("price", say!("table-price-missing")))?;
    let price = number(written).ok_or_else(|| ("price", say!("table-price", text = quoted(written))))?;
    if let Some(why) = price_trouble(price, &currency) {
        return Err(("price", why));
    }
    let kind = match cell("type").unwrap_or("ARTISAN").to_uppercase().as_str() {
        "DRIVER" => ServiceType::Driver,
        "AGENT" => ServiceType::Agent,
        "ARTISAN" => ServiceType::Artisan,
        other => {
            let message = say!("table-service-type", text = quoted(other));
            return Err(("type", message));
        }
    };
    let hidden = cell("hidden").map_or(Ok(false), yes_no).map_err(|message| ("hidden", message))?;
    let description = cells.get("description").cloned();
    Ok(ServiceFields { title: title.to_owned(), description, price, currency, kind, position: None, hidden })
}

/// `24.50`, or `24,50` as half of Europe writes it. A thousands sign could be either, so none is taken.
fn number(text: &str) -> Option<f64> {
    let plain = match (text.matches(',').count(), text.contains('.')) {
        (0, _) => text.to_owned(),
        (1, false) => text.replace(',', "."),
        _ => return None,
    };
    let good = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    // `1,000` is a thousand to some and one to others.
    let thousands = text.split_once(',').is_some_and(|(_, decimals)| decimals.len() > 2);
    if thousands || !plain.chars().all(good) { None } else { plain.parse().ok() }
}

/// Yes or no.
pub(crate) fn yes_no(text: &str) -> Result<bool, String> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "true" | "1" => Ok(true),
        "no" | "false" | "0" => Ok(false),
        other => Err(say!("table-yes-no", text = quoted(other))),
    }
}

/// The beginning of what was written, for a message.
pub(crate) fn quoted(text: &str) -> String {
    let short: String = text.chars().take(30).collect();
    let cut = if text.chars().count() > 30 { "…" } else { "" };
    say!("table-quoted", text = format!("{short}{cut}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(pairs: &[(&str, &str)]) -> Cells {
        pairs.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect()
    }

    #[test]
    fn l06_a_price_is_read_as_it_is_written_and_never_guessed() {
        for (text, price) in [("24.50", Some(24.5)), ("24,5", Some(24.5)), ("0", Some(0.0)), ("1500", Some(1500.0))] {
            assert_eq!(number(text), price, "{text}");
        }
        for text in ["1,000", "1.000,50", "12 €", "EUR 5", "1e3", "NaN", "inf", "", "--1"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn l06_each_error_names_its_column_and_a_good_value() {
        for (pairs, column, example) in [
            (&[("price", "1")][..], "title", "Delivery"),
            (&[("title", "a")], "price", "24.50"),
            (&[("title", "a"), ("price", "x")], "price", "24.50"),
            (&[("title", "a"), ("price", "-1")], "price", "24.50"),
            (&[("title", "a"), ("price", "1.5"), ("currency", "XOF")], "price", "1500"),
            (&[("title", "a"), ("price", "1"), ("currency", "€")], "currency", "EUR"),
            (&[("title", "a"), ("price", "1"), ("type", "cook")], "type", "artisan"),
            (&[("title", "a"), ("price", "1"), ("hidden", "maybe")], "hidden", "yes"),
        ] {
            let (found, message) = row(&cells(pairs), "EUR").unwrap_err();
            assert_eq!(found, column, "{message}");
            assert!(message.contains(example), "{message}");
        }
    }
}
