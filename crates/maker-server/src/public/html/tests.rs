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
        "<html lang=\"en\">",
        "<title>Amina Boateng</title>",
        "<meta name=\"description\" content=\"Wheel-thrown stoneware from Accra.\">",
        "<meta property=\"og:url\" content=\"https://studio.example/base/m/00000000-0000-0000-0000-000000000001\">",
        "<meta property=\"og:image\" content=\"https://studio.example/base/v1/makers/x\">",
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

#[test]
fn the_style_can_stand_in_a_page_and_asks_nobody_for_anything() {
    for never in ["</", "url(", "@import", "http"] {
        assert!(!STYLE.contains(never), "{never}");
    }
}
