//! The table of what the window promises, held against the names of the tests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/promises.md");

/// Where tests are.
const ROOMS: [&str; 5] = ["crates", "src-tauri", "tests", "ui/src", "ui/stories"];

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "node_modules" {
                files(&path, into);
            }
        } else if name.ends_with(".rs") || name.ends_with(".test.ts") {
            into.push(path);
        }
    }
}

/// `g_20_killed…` and `l_02_l_04_used…` begin with the ids of what they prove; `f17` is a fault and no promise of the window.
fn ids_of_a_function(name: &str) -> Vec<String> {
    let mut words = name.split('_').peekable();
    let mut ids = Vec::new();
    while let Some(word) = words.next() {
        let (letter, number) = match word.split_at_checked(1) {
            Some((letter, "")) => (letter, words.next().unwrap_or_default()),
            Some(whole) => whole,
            None => break,
        };
        if !letter.chars().all(|c| c.is_ascii_lowercase()) || number.len() != 2 || number.parse::<u8>().is_err() {
            break;
        }
        ids.push(format!("{}-{number}", letter.to_uppercase()));
    }
    ids
}

/// The ids at the beginning of a sentence, such as those of `C-03 each platform counts`.
fn ids_of_a_sentence(sentence: &str) -> Vec<String> {
    let is_id = |word: &&str| {
        let (letter, number) = word.split_once('-').unwrap_or_default();
        letter.len() == 1
            && letter.chars().all(|c| c.is_ascii_uppercase())
            && number.len() == 2
            && number.parse::<u8>().is_ok()
    };
    sentence.split([' ', ',', ':']).filter(|word| !word.is_empty()).take_while(is_id).map(str::to_owned).collect()
}

/// Ids with the files whose tests carry them.
fn proofs() -> BTreeMap<String, BTreeSet<String>> {
    let mut all = Vec::new();
    for room in ROOMS {
        files(&Path::new(ROOT).join(room), &mut all);
    }
    let mut proofs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in all {
        let text = std::fs::read_to_string(&path).unwrap();
        let ids: Vec<String> = if path.extension().is_some_and(|e| e == "rs") {
            text.split("fn ").skip(1).flat_map(ids_of_a_function).collect()
        } else {
            text.split(['"', '`', '\'']).flat_map(ids_of_a_sentence).collect()
        };
        let file = path.strip_prefix(ROOT).unwrap().to_string_lossy().into_owned();
        for id in ids {
            proofs.entry(id).or_default().insert(file.clone());
        }
    }
    proofs
}

/// Run with `MAKER_WRITE_PROMISES=1` to write the table anew (`make promises`).
#[test]
fn every_promise_of_the_window_is_proven_by_a_test_or_said_to_be_left() {
    let proofs = proofs();
    let kept = std::fs::read_to_string(TABLE).unwrap();
    let mut bare = Vec::new();
    let row = |line: &str, bare: &mut Vec<String>| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, id, promise, _, left, _] = cells[..] else { return line.to_owned() };
        if ids_of_a_sentence(id).is_empty() {
            return line.to_owned();
        }
        let proven: Vec<String> = proofs.get(id).into_iter().flatten().map(|file| format!("`{file}`")).collect();
        if proven.is_empty() && left.is_empty() {
            bare.push(id.to_owned());
        }
        ["", id, promise, &proven.join(" "), left, ""]
            .map(|cell| format!(" {cell} ").replace("  ", " "))
            .join("|")
            .trim()
            .to_owned()
    };
    let made: String = kept.lines().map(|line| row(line, &mut bare) + "\n").collect();
    if std::env::var_os("MAKER_WRITE_PROMISES").is_some() {
        std::fs::write(TABLE, &made).unwrap();
    }
    assert!(bare.is_empty(), "neither proven nor said to be left: {bare:?}");
    assert!(std::fs::read_to_string(TABLE).unwrap() == made, "docs/promises.md is stale: run `make promises`");
}
