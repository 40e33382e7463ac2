//! The page of a maker in the language that is spoken, written by templates that escape whatever they are given. No script, nothing from elsewhere: a
//! video is a poster of its title, for its picture is at its platform.

mod parts;
mod words;

use maker_words::{One, say};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use url::Url;
use uuid::Uuid;

use super::model::{Comment, Listed, Maker, Picture, Video};
use super::view::List;

/// The only style. The policy names it by its hash.
pub(super) const STYLE: &str = include_str!("html/style.css");

/// So many links stand at the top of the page.
const LINKS: usize = 8;

/// The whole page.
pub(super) fn maker(maker: &Maker, address: Option<&Url>) -> String {
    let head = Head {
        title: words::named(&maker.name, 100),
        about: maker.bio.as_deref().map_or_else(|| words::named(&maker.name, 100), |bio| words::line(bio, 160)),
        url: url(address, maker.id, ""),
        image: picture(maker, address),
    };
    let shown = [List::Services, List::Videos, List::Posts].map(|list| (list, count(maker, list)));
    let shown: Vec<_> = shown.into_iter().filter(|(_, count)| *count > 0).collect();
    let links = Listed { items: maker.links.items.iter().take(LINKS).cloned().collect(), next: None };
    let all_links = maker.links.items.len() > LINKS || maker.links.next.is_some();
    let body = html! {
        header.maker {
            div.wrap {
                div.who {
                    (parts::face(maker))
                    div {
                        h1 dir="auto" { (words::named(&maker.name, 200)) }
                        @if let Some(country) = &maker.country {
                            p.place { (parts::pin()) span.unseen { (say!("public-works-from")) " " } (words::country(&words::line(country, 60))) }
                        }
                    }
                }
                @if let Some(bio) = &maker.bio { div.bio { (parts::text(bio, 900)) } }
                @if !links.items.is_empty() {
                    nav aria-label=(say!("public-elsewhere")) {
                        ul.pills {
                            @for link in &links.items { li { (parts::pill(link)) } }
                            @if all_links { li { a href={ "/m/" (maker.id) "/links" } { (say!("public-all-links")) } } }
                        }
                    }
                }
            }
        }
        @if shown.len() > 1 {
            nav.jump aria-label=(say!("public-on-this-page")) {
                ul.wrap {
                    @for (list, count) in &shown {
                        li { a href={ "#" (list.slug()) } { (title(*list)) b { (words::number_in_groups(*count)) } } }
                    }
                }
            }
        }
        main.wrap #main {
            @for (list, count) in &shown {
                section aria-labelledby=(list.slug()) {
                    h2 #(list.slug()) { (title(*list)) " " b { (words::number_in_groups(*count)) } }
                    (items(maker, *list))
                    (more(maker.id, *list, next(maker, *list)))
                }
            }
            @if shown.is_empty() {
                section { p.empty { (say!("public-empty")) } }
            }
        }
    };
    document(&head, &body)
}

/// A page of one list.
pub(super) fn list(maker: &Maker, list: List, later: bool, address: Option<&Url>) -> String {
    let name = words::named(&maker.name, 100);
    let head = Head {
        title: format!("{} · {name}", title(list)),
        about: say!("public-list-of", list = One(list.slug()), name = &name),
        url: url(address, maker.id, &format!("/{}", list.slug())),
        image: portrait(maker, address),
    };
    let body = html! {
        (crumb(maker))
        main.wrap #main {
            h1 { (title(list)) }
            section aria-labelledby="order" {
                h2.order #order {
                    @let number = words::number_in_groups(count(maker, list));
                    @if list.is_by_time() { (say!("public-in-all-newest", number = number)) }
                    @else { (say!("public-in-all", number = number)) }
                }
                (items(maker, list))
                @if is_empty(maker, list) { p.empty { (say!("public-empty-list")) } }
                p.more {
                    @if later { a href={ "/m/" (maker.id) "/" (list.slug()) } { (say!("public-from-the-start")) } }
                    @if let Some(next) = next(maker, list) {
                        a rel="next" href={ "/m/" (maker.id) "/" (list.slug()) "?after=" (next) } { (further(list)) }
                    }
                }
            }
        }
    };
    document(&head, &body)
}

/// A video with a page of what is said about it.
pub(super) fn video(
    maker: &Maker,
    video: &Video,
    comments: &Listed<Comment>,
    later: bool,
    address: Option<&Url>,
) -> String {
    let (name, title) = (words::named(&maker.name, 100), words::named(&video.title, 100));
    let head = Head {
        title: format!("{title} · {name}"),
        about: video.description.as_deref().map_or_else(|| title.clone(), |text| words::line(text, 160)),
        url: url(address, maker.id, &format!("/videos/{}", video.id)),
        image: None,
    };
    let path = format!("/m/{}/videos/{}", maker.id, video.id);
    let body = html! {
        (crumb(maker))
        main.wrap #main {
            (parts::watch(video))
            section aria-labelledby="comments" {
                h2 #comments { (say!("public-comments")) " " b { (words::number_in_groups(video.comments)) } }
                @if comments.items.is_empty() { p.empty { (say!("public-nobody-said")) } }
                ul.comments { @for comment in &comments.items { li { (parts::comment(comment)) } } }
                p.more {
                    @if later { a href=(path) { (say!("public-newest-comments")) } }
                    @if let Some(next) = &comments.next { a rel="next" href={ (path) "?after=" (next) } { (say!("public-older-comments")) } }
                }
            }
        }
    };
    document(&head, &body)
}

/// There is no such page.
pub(super) fn not_found() -> String {
    alone(&say!("public-nobody"), &say!("public-nobody-text"))
}

/// The page cannot be made just now.
pub(super) fn busy() -> String {
    alone(&say!("public-moment"), &say!("public-moment-text"))
}

/// What the page says of itself to browsers and other sites.
struct Head {
    title: String,
    about: String,
    url: Option<String>,
    image: Option<String>,
}

fn document(head: &Head, body: &Markup) -> String {
    let language = maker_words::spoken();
    html! {
        (DOCTYPE)
        html lang=(language.code()) dir=(if language.is_right_to_left() { "rtl" } else { "ltr" }) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (head.title) }
                meta name="description" content=(head.about);
                meta property="og:type" content="profile";
                meta property="og:site_name" content="Maker Studio";
                meta property="og:title" content=(head.title);
                meta property="og:description" content=(head.about);
                @if let Some(url) = &head.url {
                    link rel="canonical" href=(url);
                    meta property="og:url" content=(url);
                }
                @if let Some(image) = &head.image { meta property="og:image" content=(image); }
                // Ours, and the policy's hash is of these bytes.
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { (say!("public-skip")) }
                (body)
                footer { p.wrap { (parts::mark("mark")) (say!("public-made-with")) } }
            }
        }
    }
    .into_string()
}

fn alone(title: &str, text: &str) -> String {
    let head = Head { title: title.to_owned(), about: text.to_owned(), url: None, image: None };
    document(&head, &html! { main.wrap.alone #main { (parts::mark("sign")) h1 { (title) } p { (text) } } })
}

fn crumb(maker: &Maker) -> Markup {
    html! {
        header.back { nav.wrap aria-label=(say!("public-back")) {
            a href={ "/m/" (maker.id) } { bdi { (words::named(&maker.name, 100)) } }
        } }
    }
}

fn title(list: List) -> String {
    say!("public-list", list = One(list.slug()))
}

fn further(list: List) -> String {
    say!("public-further", list = One(list.slug()))
}

fn items(maker: &Maker, list: List) -> Markup {
    match list {
        List::Services => {
            html! { ul.services { @for service in &maker.services.items { li.card { (parts::service(service)) } } } }
        }
        List::Videos => {
            html! { ul.videos { @for video in &maker.videos.items { li.video { (parts::video(maker.id, video)) } } } }
        }
        List::Posts => html! { ul.posts { @for post in &maker.posts.items { li.card { (parts::post(post)) } } } },
        List::Links => html! { ul.linked { @for link in &maker.links.items { li.card { (parts::link(link)) } } } },
    }
}

fn count(maker: &Maker, list: List) -> i64 {
    match list {
        List::Services => maker.counts.services,
        List::Videos => maker.counts.videos,
        List::Posts => maker.counts.posts,
        List::Links => maker.counts.links,
    }
}

fn is_empty(maker: &Maker, list: List) -> bool {
    match list {
        List::Services => maker.services.items.is_empty(),
        List::Videos => maker.videos.items.is_empty(),
        List::Posts => maker.posts.items.is_empty(),
        List::Links => maker.links.items.is_empty(),
    }
}

fn next(maker: &Maker, list: List) -> Option<&str> {
    match list {
        List::Services => maker.services.next.as_deref(),
        List::Videos => maker.videos.next.as_deref(),
        List::Posts => maker.posts.next.as_deref(),
        List::Links => maker.links.next.as_deref(),
    }
}

fn more(maker: Uuid, list: List, next: Option<&str>) -> Markup {
    html! {
        @if let Some(next) = next {
            p.more { a href={ "/m/" (maker) "/" (list.slug()) "?after=" (next) } { (further(list)) } }
        }
    }
}

fn url(address: Option<&Url>, maker: Uuid, rest: &str) -> Option<String> {
    Some(format!("{}/m/{maker}{rest}", address?.as_str().trim_end_matches('/')))
}

/// The maker's picture or else the newest, for sites that show one beside a link.
fn picture(maker: &Maker, address: Option<&Url>) -> Option<String> {
    let newest = || Some(seen(maker.posts.items.iter().flat_map(|post| &post.pictures).next()?, address?));
    portrait(maker, address).or_else(newest)
}

fn portrait(maker: &Maker, address: Option<&Url>) -> Option<String> {
    Some(seen(maker.picture.as_ref()?, address?))
}

/// Where others find a picture of ours.
fn seen(picture: &Picture, address: &Url) -> String {
    format!("{}{}", address.as_str().trim_end_matches('/'), picture.address)
}

#[cfg(test)]
mod tests;
