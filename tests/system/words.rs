//! The real program says what went wrong in the maker's language.

use maker_app::{Face, Options, Studio};
use maker_harness::{Ended, Way, World, video};

use crate::publish::BOTH;

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
        ("fr_CA.UTF-8", "Dossier de données: accessible en écriture"),
        ("ar_EG.UTF-8", "مجلد البيانات: يمكن الكتابة فيه"),
        ("sv_SE.UTF-8", "Data folder: can be written"),
    ] {
        let told = doctor(language).await;
        assert!(told.contains(line), "{language}: {told}");
    }
}
