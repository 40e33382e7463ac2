//! Places in a list, as texts that sort: a row is put between two others without touching them, so that two devices can
//! put things in order at the same time. Texts are compared byte by byte, as the databases do.

/// In the order of their bytes.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Longer places are not made: then all rows of the list get fresh ones.
const LONGEST: usize = 64;

/// A place behind `before` and ahead of `after`; nothing on a side means the end of the list there. `None` when there is
/// no room, as between places that another program has made: then [`spread`] gives fresh ones to the whole list.
#[must_use]
pub fn between(before: Option<&str>, after: Option<&str>) -> Option<String> {
    let low = before.unwrap_or_default();
    let mut high = after;
    let mut place = String::new();
    for at in 0..LONGEST {
        let from = digit(low, at)?.unwrap_or(0);
        let to = match high {
            Some(high) => digit(high, at)?,
            None => Some(DIGITS.len()),
        };
        // `after` has ended: what comes behind it here is no longer ahead of it.
        let to = to?;
        match to.checked_sub(from)? {
            0 => place.push(char::from(DIGITS[from])),
            1 => {
                place.push(char::from(DIGITS[from]));
                high = None;
            }
            room => {
                place.push(char::from(DIGITS[from + room / 2]));
                let fits = place.as_str() > low && after.is_none_or(|after| place.as_str() < after);
                return fits.then_some(place);
            }
        }
    }
    None
}

/// What becomes of places when a row is put among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    /// The row gets this place; the others keep theirs.
    One(String),
    /// There is no room: these are for all rows in their order, with the new one among them.
    All(Vec<String>),
}

/// Puts a row behind the first `at` of the others, which are in their order; some may have no place.
#[must_use]
pub fn put(others: &[Option<&str>], at: usize) -> Put {
    let at = at.min(others.len());
    let (before, after) = (at.checked_sub(1).map(|at| others[at]), others.get(at));
    let one = match (before, after) {
        (Some(None), _) | (_, Some(None)) => None,
        (before, after) => between(before.flatten(), after.copied().flatten()),
    };
    one.map_or_else(|| Put::All(spread(others.len() + 1)), Put::One)
}

/// So many places in their order, evenly apart.
#[must_use]
pub fn spread(count: usize) -> Vec<String> {
    let base = DIGITS.len();
    let mut width = 2;
    while base.pow(width) <= count.saturating_mul(base) && width < 6 {
        width += 1;
    }
    let step = (base.pow(width) / (count + 1)).max(1);
    (1..=count).map(|n| digits(n * step, width)).collect()
}

/// The digit at `at`; `Some(None)` behind the end, `None` for what is none of ours.
fn digit(place: &str, at: usize) -> Option<Option<usize>> {
    match place.as_bytes().get(at) {
        Some(byte) => DIGITS.binary_search(byte).ok().map(Some),
        None => Some(None),
    }
}

/// `number` in `width` digits, without zeros at the end: nothing fits between a place and the same with a zero behind it.
fn digits(number: usize, width: u32) -> String {
    let base = DIGITS.len();
    let text: String = (0..width).rev().map(|place| char::from(DIGITS[number / base.pow(place) % base])).collect();
    text.trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_row_goes_to_either_end_and_in_between() {
        let first = between(None, None).unwrap();
        let (ahead, behind) = (between(None, Some(&first)).unwrap(), between(Some(&first), None).unwrap());
        assert!(ahead < first && first < behind);
    }

    #[test]
    fn where_there_is_no_room_the_whole_list_gets_fresh_places() {
        for (before, after) in [("m", "m"), ("n", "m"), ("m", "m0"), ("A", "m"), ("a", "\u{e9}"), ("", "0")] {
            assert_eq!(between(Some(before), Some(after)), None, "{before} {after}");
        }
        for count in [0, 1, 20, 2_000] {
            let places = spread(count);
            assert_eq!(places.len(), count);
            assert!(places.is_sorted_by(|a, b| a < b), "{places:?}");
            assert!(places.iter().all(|place| !place.is_empty() && !place.ends_with('0')), "{places:?}");
        }
    }

    #[test]
    fn a_row_is_put_among_others_and_only_where_there_is_no_room_all_get_fresh_places() {
        for (others, at) in [(vec![], 0), (vec![Some("m")], 0), (vec![Some("m")], 9), (vec![Some("a"), Some("m")], 1)] {
            let Put::One(place) = put(&others, at) else { panic!("{others:?}") };
            let at = at.min(others.len());
            assert!(others[..at].iter().flatten().all(|before| *before < &place[..]), "{others:?} {place}");
            assert!(others[at..].iter().flatten().all(|after| *after > &place[..]), "{others:?} {place}");
        }
        for (others, at) in [(vec![None], 0), (vec![Some("m"), None], 2), (vec![Some("m"), Some("m")], 1)] {
            let Put::All(places) = put(&others, at) else { panic!("{others:?}") };
            assert_eq!(places.len(), others.len() + 1);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_moved_about_the_order_is_the_one_that_was_asked_for(
            moves in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..200)
        ) {
            let mut list: Vec<(usize, String)> = spread(9).into_iter().enumerate().collect();
            for (from, to) in moves {
                let (row, _) = list.remove(from.index(list.len()));
                let to = to.index(list.len() + 1);
                let neighbour = |at: Option<usize>| at.and_then(|at| list.get(at)).map(|(_, place)| place.as_str());
                match between(neighbour(to.checked_sub(1)), neighbour(Some(to))) {
                    Some(place) => list.insert(to, (row, place)),
                    None => {
                        list.insert(to, (row, String::new()));
                        let fresh = spread(list.len());
                        list.iter_mut().zip(fresh).for_each(|((_, place), new)| *place = new);
                    }
                }
                prop_assert!(list.is_sorted_by(|a, b| a.1 < b.1), "{:?}", list);
            }
        }

        #[test]
        fn a_place_from_anywhere_is_answered(before in ".{0,80}", after in ".{0,80}") {
            if let Some(place) = between(Some(&before), Some(&after)) {
                prop_assert!(before < place && place < after);
            }
        }
    }
}
