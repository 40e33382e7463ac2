use maker_words::{Language, in_language};

use super::*;
use crate::public::model::{Counts, Link, Picture, Post, Service};

/// In every field, whatever could become more than text.
const HOSTILE: &str = "</p></title></style><script>alert(1)</script>\"'><img src=x onerror=alert(2)><!--";

fn hostile() -> (Maker, Video, Listed<Comment>) {
    let text = || HOSTILE.to_owned();
    let one = |next| Some(next).map(|_| text());
    let video = Video {
        id: Uuid::from_u128(3),
        title: text(),
        description: Some(text()),
        url: "https://youtu.be/x?a=\"><script>".to_owned(),
        platform: text(),
        kind: text(),
        duration: Some(7.0),
        views: 1,
        likes: 1,
        comments: 1,
        created_at: 0,
    };
    let service = Service {
        id: Uuid::from_u128(4),
        title: text(),
        description: Some(text()),
        price: 1.0,
        currency: text(),
        kind: text(),
        created_at: 0,
    };
    let post = Post {
        id: Uuid::from_u128(5),
        content: text(),
        pictures: vec![Picture { address: "/v1/makers/x".to_owned(), alt: text(), content_type: text() }],
        likes: 3,
        created_at: 0,
    };
    let link = Link { id: Uuid::from_u128(6), platform: text(), url: "https://ex.example/\"><script>".to_owned() };
    let comment = Comment { id: Uuid::from_u128(7), author: text(), content: text(), created_at: 0 };
    let maker = Maker {
        id: Uuid::from_u128(1),
        name: text(),
        bio: Some(text()),
        country: Some(text()),
        picture: Some(Picture { address: "/v1/makers/face".to_owned(), alt: text(), content_type: text() }),
        picture_waits: false,
        counts: Counts { services: 1, links: 1, posts: 1, videos: 1 },
        services: Listed { items: vec![service], next: one(()) },
        links: Listed { items: vec![link], next: one(()) },
        posts: Listed { items: vec![post], next: one(()) },
        videos: Listed { items: vec![video.clone()], next: one(()) },
    };
    (maker, video, Listed { items: vec![comment], next: one(()) })
}

#[test]
fn f47_script_in_any_field_is_text() {
    let (maker, video, comments) = hostile();
    let address: Url = "https://studio.example/".parse().unwrap();
    let mut pages = vec![super::maker(&maker, Some(&address)), super::video(&maker, &video, &comments, true, None)];
    pages.extend(List::ALL.map(|of| list(&maker, of, true, None)));
    for page in pages {
        let page = page.replacen(STYLE, "", 1);
        assert!(page.contains("&lt;script&gt;"), "{page}");
        for never in ["<script", "<img src=x", "<!--", "onerror=alert(2)>", " style=", "javascript:"] {
            assert!(!page.contains(never), "{never} in {page}");
        }
        assert_eq!(["<style>", "</style>", "</title>", "<title>"].map(|part| page.matches(part).count()), [1; 4]);
    }
}

#[test]
fn a_page_has_one_heading_of_the_first_rank_a_language_a_title_and_words_for_other_sites() {
    let (mut maker, video, comments) = hostile();
    maker.name = "Amina Boateng".to_owned();
    maker.bio = Some("Wheel-thrown stoneware\nfrom Accra.".to_owned());
    let address: Url = "https://studio.example/base/".parse().unwrap();
    let page = super::maker(&maker, Some(&address));
    for part in [
        "<html lang=\"en\" dir=\"ltr\">",
        "<title>Amina Boateng</title>",
        "<meta name=\"description\" content=\"Wheel-thrown stoneware from Accra.\">",
        "<meta property=\"og:url\" content=\"https://studio.example/base/m/00000000-0000-0000-0000-000000000001\">",
        "<meta property=\"og:image\" content=\"https://studio.example/base/v1/makers/face\">",
        "<h1 dir=\"auto\">Amina Boateng</h1>",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let pages = [
        page,
        list(&maker, List::Posts, false, None),
        super::video(&maker, &video, &comments, false, None),
        not_found(),
    ];
    for page in pages {
        assert_eq!((page.matches("<h1").count(), page.matches("<main").count()), (1, 1), "{page}");
    }
}

/// Every page there is, in this language.
fn written(language: Language) -> String {
    let (mut maker, mut video, comments) = hostile();
    maker.name = "Amina".to_owned();
    video.created_at = 1_790_000_000_000;
    maker.country = Some("DE".to_owned());
    maker.bio = Some("word ".repeat(400));
    maker.services.items[0].kind = "ARTISAN".to_owned();
    maker.videos.items[0].kind = "DEMO".to_owned();
    maker.videos.items[0].comments = 0;
    let empty = Listed { items: Vec::new(), next: None };
    let bare = Maker { counts: Counts::default(), links: Listed { items: Vec::new(), next: None }, ..maker.clone() };
    let pages = || {
        let mut pages = vec![super::maker(&maker, None), super::maker(&bare, None), not_found(), busy()];
        pages.extend(List::ALL.map(|of| list(&maker, of, true, None)));
        pages.push(list(&bare, List::Links, false, None));
        pages.extend([
            super::video(&maker, &video, &comments, true, None),
            super::video(&maker, &video, &empty, false, None),
        ]);
        pages.concat().replace(STYLE, "")
    };
    in_language(language, pages)
}

#[test]
fn g14_a_page_is_in_the_language_of_its_reader_and_written_from_its_side() {
    for (language, sentences) in [
        (
            Language::French,
            [
                "<html lang=\"fr\" dir=\"ltr\">",
                "Lieu de travail\u{a0}: </span>Allemagne",
                "Les vidéos publiées par Amina",
                "1 en tout, les nouveautés d’abord",
                "21 septembre 2026",
                "1er janvier 1970",
                "1,00",
                "1 vue<",
            ],
        ),
        (
            Language::Arabic,
            [
                "<html lang=\"ar\" dir=\"rtl\">",
                "مكان العمل: </span>ألمانيا",
                "مقاطع فيديو \u{2068}Amina\u{2069}",
                "المجموع: \u{2068}1\u{2069}، الأحدث أولًا",
                "21 \u{2068}سبتمبر\u{2069} \u{2068}2026\u{2069}",
                "الحِرف والعمل الإبداعي",
                "1.00",
                "مشاهدة واحدة<",
            ],
        ),
    ] {
        let pages = written(language);
        for sentence in sentences {
            assert!(pages.contains(sentence), "{sentence} in {language:?}");
        }
        assert!(pages.contains("<h1 dir=\"auto\">Amina</h1>"), "what the maker wrote stays as it is");
    }
}

#[test]
fn g14_no_english_is_left_on_a_page_in_another_language() {
    let english = written(Language::English);
    for language in [Language::French, Language::Arabic] {
        let pages = written(language);
        for sentence in [
            "Works from",
            "Elsewhere",
            "All links",
            "On this page",
            "There is nothing",
            "More services",
            "Older videos",
            "Older posts",
            "More links",
            " in all",
            "the newest first",
            "From the start",
            "Read on",
            "Craft and creative",
            " · Demo",
            "Lasts",
            "Watch",
            "September",
            "1 view",
            "1 like",
            ">Comments",
            "No comments",
            " on <bdi>",
            "Nobody",
            "Newest comments",
            "Older comments",
            "Skip to",
            "\"Back\"",
            "Made with",
            "One moment",
            "There is no maker",
            "cannot be shown",
            "Links of",
            ">Videos",
        ] {
            assert!(english.contains(sentence) && !pages.contains(sentence), "{sentence} in {language:?}");
        }
    }
}

#[test]
fn the_style_can_stand_in_a_page_and_asks_nobody_for_anything() {
    for never in ["</", "url(", "@import", "http"] {
        assert!(!STYLE.contains(never), "{never}");
    }
}
