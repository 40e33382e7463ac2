//! The files of the core's words, held against each other and against the code that says them.

#![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use maker_words::Language;
use maker_words::files::{AR_TAKES, EN_TAKES, FR_TAKES};

type Takes = (&'static str, &'static [&'static str]);
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The areas of a language by name, with the text of each.
fn areas(language: Language) -> Vec<(String, String)> {
    let folder = project().join("locales").join(language.code()).join("core");
    let mut areas: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    areas.sort();
    areas
}

fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.starts_with(['#', ' ']))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
}

/// What each choice of a file chooses between, where that is by a count, with the message it is in.
fn counted(text: &str) -> Vec<(&str, Vec<&str>)> {
    let (mut found, mut key, mut forms) = (Vec::new(), "", None);
    for line in text.lines() {
        key = keys(line).next().unwrap_or(key);
        let line = line.trim_start();
        if line.ends_with("->") {
            forms = Some(Vec::new());
        } else if let (Some(forms), Some((form, _))) = (&mut forms, line.trim_start_matches(['*', '[']).split_once(']'))
            && line.starts_with(['*', '['])
        {
            forms.push(form);
        } else if line.starts_with('}') {
            found.extend(forms.take().map(|forms| (key, forms)));
        }
    }
    found.retain(|(_, forms)| forms.iter().any(|form| PLURALS[..5].contains(form)));
    found
}

#[test]
fn g14_the_words_of_the_core_are_named_after_their_area_once() {
    let mut seen = BTreeSet::new();
    for (area, text) in areas(Language::English) {
        for key in keys(&text) {
            assert!(key.strip_prefix(&area).is_some_and(|rest| rest.starts_with('-')), "{key} in {area}");
            assert!(seen.insert(key.to_owned()), "{key} is there twice");
        }
    }
    assert_eq!(seen.len(), EN_TAKES.len());
}

#[test]
fn g14_the_words_of_the_core_are_all_there_in_every_language_with_the_same_arguments() {
    let sorted = |all: &[Takes]| all.iter().copied().collect::<BTreeSet<_>>();
    let english = sorted(EN_TAKES);
    for others in [FR_TAKES, AR_TAKES] {
        let others = sorted(others);
        let differing: Vec<_> = english.symmetric_difference(&others).collect();
        assert!(differing.is_empty(), "{differing:?}");
    }
    let names = |language| areas(language).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert!(names(Language::French) == names(Language::English) && names(Language::Arabic) == names(Language::English));
}

#[test]
fn g14_the_words_of_the_core_have_all_six_forms_of_arabic_wherever_something_is_counted() {
    let of = |language| areas(language).into_iter().map(|(_, text)| text).collect::<String>();
    let (english, arabic) = (of(Language::English), of(Language::Arabic));
    let arabic = counted(&arabic);
    assert!(arabic.iter().all(|(_, forms)| *forms == PLURALS), "{arabic:?}");
    for (key, _) in counted(&english) {
        assert!(arabic.iter().any(|(there, _)| *there == key), "{key} is not counted in Arabic");
    }
    assert!(!arabic.is_empty());
}

#[test]
fn g14_the_words_of_the_core_are_written_in_french_with_its_own_spaces_and_apostrophes() {
    for (area, text) in areas(Language::French) {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let plain = [" :", " ;", " !", " ?", " »", "« "].into_iter().find(|wrong| line.contains(wrong));
            assert!(plain.is_none() && !line.contains('\''), "{area}: {line}");
        }
    }
}

#[test]
fn g14_the_words_of_the_core_are_all_said_somewhere() {
    let mut code = String::new();
    let mut folders = vec![project().join("crates"), project().join("src-tauri/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() && path.file_name().is_some_and(|name| name != "tests") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                code.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let unsaid: Vec<_> = EN_TAKES.iter().filter(|(key, _)| !code.contains(&format!("\"{key}\""))).collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

#[test]
fn g14_the_window_does_not_load_the_words_of_the_core() {
    let reader = fs::read_to_string(project().join("ui/src/words/fluent.svelte.ts")).unwrap();
    assert!(reader.contains(r#"import.meta.glob<string>("../../../locales/*/*.ftl""#), "it reads other files now");
}
