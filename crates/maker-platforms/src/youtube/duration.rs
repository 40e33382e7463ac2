//! A video's length as YouTube writes it (ISO 8601: `PT1H2M3S`, `P1DT2S`).

/// Seconds; `None` for what is no such duration, and for zero, which means "not known yet".
pub(super) fn seconds(text: &str) -> Option<f64> {
    let rest = text.strip_prefix('P')?;
    let (date, time) = rest.split_once('T').unwrap_or((rest, ""));
    let total =
        sum(date, &[('W', 604_800.0), ('D', 86_400.0)])? + sum(time, &[('H', 3_600.0), ('M', 60.0), ('S', 1.0)])?;
    Some(total).filter(|s| *s > 0.0 && s.is_finite())
}

/// Adds up numbers with their units, which must come in order.
fn sum(text: &str, units: &[(char, f64)]) -> Option<f64> {
    let mut rest = text;
    let mut total = 0.0;
    for (unit, factor) in units {
        if let Some((number, after)) = rest.split_once(*unit) {
            let plain = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
            total += plain.then(|| number.parse::<f64>().ok()).flatten()? * factor;
            rest = after;
        }
    }
    rest.is_empty().then_some(total)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_duration_is_read_in_seconds() {
        let cases = [
            ("PT15S", Some(15.0)),
            ("PT1H2M3S", Some(3_723.0)),
            ("P1DT2S", Some(86_402.0)),
            ("PT0.5S", Some(0.5)),
            ("PT3M", Some(180.0)),
            ("P1W", Some(604_800.0)),
            ("P0D", None),
            ("PT0S", None),
            ("PT", None),
            ("", None),
            ("15", None),
            ("PT-5S", None),
            ("PT1S2M", None),
            ("PTinfS", None),
            ("PT1e9S", None),
        ];
        for (text, expected) in cases {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_finite_duration_or_none(text in "P?[0-9.TDHMSW-]{0,400}|\\PC{0,40}") {
            prop_assert!(seconds(&text).is_none_or(|s| s.is_finite() && s > 0.0));
        }
    }
}
