//! The real program says what went wrong in the maker's language.

use std::collections::BTreeSet;

use maker_app::{Face, Options, Studio};
use maker_harness::{Ended, Way, World, video};

use crate::publish::BOTH;

/// What is called so in both languages, and what the test itself has written.
const NAMES: [&str; 18] = [
    "youtube",
    "tiktok",
    "maker",
    "studio",
    "gnome",
    "keyring",
    "kwallet",
    "utc",
    "europe",
    "paris",
    "eur",
    "page",
    "chaise",
    "fauteuil",
    "livraison",
    "amina",
    "makes",
    "pots",
];

async fn choose(world: &World, language: &str) {
    let options = Options { data_dir: world.data_dir(), config: None, face: Face::CommandLine };
    let studio = Studio::open(options).await.unwrap();
    let mut settings = studio.settings().await.unwrap();
    settings.language = Some(language.to_owned());
    studio.save_settings(&settings).await.unwrap();
    studio.close().await;
}

async fn refused(world: &World, file: &str, title: &str) -> Ended {
    let path = world.path(file);
    let mut arguments = vec!["publish", path.to_str().unwrap(), "--title", title];
    arguments.extend(BOTH);
    let ended = world.maker(&arguments).await;
    assert_eq!(ended.code, Some(2), "{ended:?}");
    ended
}

#[tokio::test(flavor = "multi_thread")]
async fn g14_a_publish_is_refused_in_the_language_that_the_maker_has_chosen() {
    let world = World::start(Way::Loopback).await;
    video::make(&world.path("chair.mp4"));
    std::fs::write(world.path("empty.mp4"), b"").unwrap();
    let long = "x".repeat(102);
    // What the rules say of the text, what is said of the file, and nothing of the other language beside it.
    let said = async || {
        [refused(&world, "chair.mp4", &long).await.messages, refused(&world, "empty.mp4", "Chair").await.messages]
    };

    let [text, file] = said().await;
    assert!(text.contains("YouTube takes 100 characters in a title: cut 2."), "{text}");
    assert!(file.contains("This file is empty."), "{file}");

    choose(&world, "fr").await;
    let [text, file] = said().await;
    assert!(text.contains("YouTube accepte 100 caractères dans un titre\u{a0}: retirez-en 2."), "{text}");
    assert!(file.contains("Ce fichier est vide. Exportez ou copiez de nouveau la vidéo"), "{file}");

    choose(&world, "ar").await;
    let [text, file] = said().await;
    assert!(text.contains("يقبل YouTube 100 حرف في العنوان، والزائد 2: اختصره."), "{text}");
    assert!(file.contains("هذا الملف فارغ."), "{file}");
    assert!(!text.contains("YouTube takes") && !file.contains("This file"), "{text} {file}");
}

#[tokio::test(flavor = "multi_thread")]
async fn g14_who_has_chosen_nothing_is_spoken_to_as_the_system_is() {
    let world = World::start(Way::Loopback).await;
    let doctor = async |language: &str| {
        let mut command = world.command("maker");
        let told = command.arg("doctor").env("LC_ALL", language).output().await.unwrap();
        String::from_utf8(told.stdout).unwrap()
    };
    for (language, line) in [
        ("C.UTF-8", "Data folder: can be written"),
        ("fr_CA.UTF-8", "Dossier de données\u{a0}: accessible en écriture"),
        ("ar_EG.UTF-8", "\u{2068}مجلد البيانات\u{2069}: \u{2068}يمكن الكتابة فيه\u{2069}"),
        ("sv_SE.UTF-8", "Data folder: can be written"),
    ] {
        let told = doctor(language).await;
        assert!(told.contains(line), "{language}: {told}");
    }
}

/// What `maker` says to a person, on both of its outputs.
async fn told(world: &World, language: &str, arguments: &[&str]) -> String {
    let told = world.command("maker").args(arguments).env("LC_ALL", language).output().await.unwrap();
    String::from_utf8([told.stdout, told.stderr].concat()).unwrap()
}

/// Its words, but for names, numbers, ids, commands and the shortest.
fn words(told: &str) -> BTreeSet<String> {
    let outside_of_commands = told.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let in_words = outside_of_commands.split_whitespace().filter(|word| !word.contains("://") && !is_id(word));
    let words = in_words.flat_map(|word| word.split(|c: char| !c.is_alphabetic())).map(str::to_lowercase);
    words.filter(|word| word.len() > 2 && !NAMES.contains(&word.as_str())).collect()
}

fn is_id(word: &str) -> bool {
    uuid::Uuid::parse_str(word.trim_end_matches([':', '\u{a0}'])).is_ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn g14_the_command_line_speaks_french_without_a_word_of_english() {
    const ASKED: [&[&str]; 9] = [
        &["queue"],
        &["drafts"],
        &["profile"],
        &["services"],
        &["sync", "status"],
        &["sync", "conflicts"],
        &["calendar", "--days", "90"],
        &["connections"],
        &["doctor"],
    ];
    let world = World::start(Way::Loopback).await;
    let is_french = async |when: &str| {
        for arguments in ASKED {
            let [english, french] =
                [told(&world, "C.UTF-8", arguments).await, told(&world, "fr_FR.UTF-8", arguments).await];
            let both: Vec<_> = words(&english).intersection(&words(&french)).cloned().collect();
            assert!(both.is_empty(), "{when}, {arguments:?}: {both:?} of {english:?} in {french:?}");
            assert_eq!(words(&english).is_empty(), words(&french).is_empty(), "{when}, {arguments:?}: {french:?}");
        }
    };
    world.done(&["profile", "--name", "Chaise"]).await;
    is_french("when there is nothing").await;

    video::make(&world.path("chaise.mp4"));
    let path = world.path("chaise.mp4");
    let path = path.to_str().unwrap();
    world.connect("tiktok").await;
    world.done(&["services", "new", "--title", "Livraison", "--price", "24.50", "--hidden"]).await;
    let unfinished = world.done(&["services", "new", "--title", "Livraison", "--price", "24.50"]).await.remove(0);
    world.done(&["services", "edit", unfinished["id"].as_str().unwrap(), "--title", ""]).await;
    let now = chrono::DateTime::parse_from_rfc3339(&world.simulator.now().await).unwrap();
    let at = (now + chrono::TimeDelta::days(2)).format("%Y-%m-%d %H:%M Europe/Paris").to_string();
    world.done(&["draft", path, "--title", "Fauteuil", "--to", "tiktok", "--at", &at]).await;
    let mut publish = vec!["publish", path, "--title", "Chaise", "--at", &at, "--wait", "0"];
    publish.extend(["--to", "tiktok", "--privacy", "public", "--ai-made", "no", "--yes-tiktok-terms"]);
    let waits = world.maker(&publish).await;
    assert_eq!(waits.code, Some(4), "{waits:?}");
    is_french("when there is something").await;
    let queue = told(&world, "fr_FR.UTF-8", &["queue"]).await;
    assert!(queue.contains("Chaise\u{a0}: part à ") && queue.contains("cet ordinateur devra être allumé"), "{queue}");

    let id = waits.results[0]["id"].as_str().unwrap();
    world.done(&["pause", id]).await;
    is_french("when an upload is paused").await;
}
