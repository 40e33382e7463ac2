//! The parts of the page.

use maker_words::say;
use maud::{Markup, html};
use url::Url;
use uuid::Uuid;

use super::words;
use crate::public::model::{Comment, Link, Maker, Post, Service, Video};

/// How posters differ, by their videos' ids.
const HUES: u8 = 5;

/// Whatever people wrote, in its own direction: its beginning, and the rest for whoever wants it.
pub(super) fn text(text: &str, most: usize) -> Markup {
    let (head, rest) = words::cut(text.trim(), most);
    html! {
        p.words dir="auto" { (head) @if rest.is_some() { " …" } }
        @if let Some(rest) = rest {
            details { summary { (say!("public-read-on")) } p.words dir="auto" { (rest) } }
        }
    }
}

/// The maker's picture, or the first letters of their name. Its place is as large before it has come.
pub(super) fn face(maker: &Maker) -> Markup {
    let initials = words::initials(&maker.name);
    html! {
        @if let Some(picture) = &maker.picture {
            img.face src=(picture.address) alt=(words::line(&picture.alt, 200)) width="104" height="104" decoding="async";
        } @else if !initials.is_empty() {
            p.initials aria-hidden="true" { (initials) }
        }
    }
}

pub(super) fn service(service: &Service) -> Markup {
    html! {
        h3 dir="auto" { (words::named(&service.title, 200)) }
        @if let Some(kind) = words::service(&service.kind) { p.kind { (kind) } }
        @if let Some(description) = service.description.as_deref().filter(|text| !text.trim().is_empty()) {
            (text(description, 280))
        }
        p.price {
            (words::amount(service.price, &service.currency)) " " small { (words::line(&service.currency, 12)) }
        }
    }
}

pub(super) fn video(maker: Uuid, video: &Video) -> Markup {
    let hue = video.id.as_bytes()[15] % HUES;
    html! {
        div class={ "poster hue-" (hue) } {
            h3 dir="auto" { a href=(video.url) rel="noopener" { (words::named(&video.title, 200)) } }
            p { (glyph(&video.platform)) (shown(video)) (length(video)) }
        }
        p.facts {
            (time(video.created_at))
            (counts(video.views, video.likes))
            a href={ "/m/" (maker) "/videos/" (video.id) } {
                (words::comments(video.comments))
                span.unseen { " " (say!("public-comments-on")) " " bdi { (words::named(&video.title, 100)) } }
            }
        }
    }
}

/// A video on a page of its own.
pub(super) fn watch(video: &Video) -> Markup {
    let hue = video.id.as_bytes()[15] % HUES;
    html! {
        article.watch {
            div class={ "poster hue-" (hue) } {
                h1 dir="auto" { (words::named(&video.title, 300)) }
                p { (glyph(&video.platform)) (shown(video)) (length(video)) }
            }
            p.facts { (time(video.created_at)) (counts(video.views, video.likes)) }
            @if let Some(description) = video.description.as_deref().filter(|text| !text.trim().is_empty()) {
                (text(description, 900))
            }
            @let platform = words::line(words::platform(&video.platform), 30);
            a.button href=(video.url) rel="noopener" {
                @if platform.is_empty() { (say!("public-watch")) } @else { (say!("public-watch-on", platform = platform)) }
            }
        }
    }
}

pub(super) fn post(post: &Post) -> Markup {
    html! {
        article {
            p.facts { (time(post.created_at)) (counts(0, post.likes)) }
            (text(&post.content, 600))
            @if !post.pictures.is_empty() {
                div.pictures {
                    @for picture in &post.pictures {
                        img src=(picture.address) alt=(words::line(&picture.alt, 1_000)) loading="lazy" decoding="async";
                    }
                }
            }
        }
    }
}

pub(super) fn comment(comment: &Comment) -> Markup {
    html! {
        p { b { bdi { (words::named(&comment.author, 100)) } } (time(comment.created_at)) }
        p dir="auto" { (comment.content) }
    }
}

/// A link in a line of its own.
pub(super) fn link(link: &Link) -> Markup {
    html! {
        a href=(link.url) rel="noopener" { bdi { (words::named(&link.platform, 200)) } " " span { (words::line(&link.url, 300)) } }
    }
}

/// A link among others.
pub(super) fn pill(link: &Link) -> Markup {
    html! {
        a href=(link.url) rel="noopener" {
            bdi { (words::named(&link.platform, 60)) }
            @if let Some(host) = host(&link.url) { " " span { (host) } }
        }
    }
}

fn host(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    let host = url.host_str()?;
    Some(words::line(host.strip_prefix("www.").unwrap_or(host), 60))
}

fn shown(video: &Video) -> Markup {
    html! {
        (words::line(words::platform(&video.platform), 30))
        @if let Some(kind) = words::video(&video.kind) { " · " (kind) }
    }
}

fn length(video: &Video) -> Markup {
    html! { @if let Some(seconds) = video.duration { span.length { span.unseen { (say!("public-lasts")) " " } (words::length(seconds)) } } }
}

fn time(ms: i64) -> Markup {
    html! { time datetime=(words::date(ms)) { (words::day(ms)) } }
}

fn counts(views: i64, likes: i64) -> Markup {
    html! {
        @if views > 0 { span { (words::views(views)) } }
        @if likes > 0 { span { (words::likes(likes)) } }
    }
}

/// A plain drawing beside the platform's name; never alone.
fn glyph(platform: &str) -> Markup {
    html! {
        svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true" {
            @match platform {
                "TIKTOK" => path d="M13 3v12.2a4.3 4.3 0 1 1-4.3-4.3M13 3c.4 3.3 2.5 5.3 6 5.6" stroke-linecap="round" stroke-linejoin="round" {},
                _ => {
                    rect x="2.5" y="5" width="19" height="14" rx="4.5" {}
                    path d="M10 9.2v5.6l4.8-2.8z" fill="currentColor" stroke-linejoin="round" {}
                }
            }
        }
    }
}

pub(super) fn pin() -> Markup {
    html! {
        svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true" {
            path d="M12 21c4.5-4.3 7-7.9 7-11a7 7 0 1 0-14 0c0 3.1 2.5 6.7 7 11z" stroke-linejoin="round" {}
            circle cx="12" cy="10" r="2.5" {}
        }
    }
}

/// The program's own mark, with the shapes of its icon (`ui/src/components/Mark.svelte`). Each on a page has a name.
pub(super) fn mark(name: &str) -> Markup {
    html! {
        svg viewBox="64 64 896 896" aria-hidden="true" {
            defs {
                linearGradient id=(name) x1="0" y1="0" x2="1" y2="1" {
                    stop offset="0" stop-color="#2a1f8f" {}
                    stop offset="0.55" stop-color="#5b2bd6" {}
                    stop offset="1" stop-color="#9a4bf2" {}
                }
            }
            rect x="64" y="64" width="896" height="896" rx="208" fill={ "url(#" (name) ")" } {}
            path d="M342 372 L342 736 L660 554 Z" fill="#fff" stroke="#fff" stroke-width="76" stroke-linejoin="round" {}
            path d="M706 196 C718 280 740 302 824 314 C740 326 718 348 706 432 C694 348 672 326 588 314 C672 302 694 280 706 196 Z" fill="#fff" {}
        }
    }
}
