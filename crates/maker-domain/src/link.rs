//! A link to a page elsewhere, for display only: what somebody pastes, where it leads, and what is wrong with it. Nothing
//! is asked for at the address itself.

use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;
use url::Url;

/// What is edited of a link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LinkFields {
    /// Where it leads, in the maker's words.
    pub platform: String,
    /// The address.
    pub url: String,
}

/// Places that are known by their host, and by those below it.
const KNOWN: &[(&str, &str)] = &[
    ("behance.net", "Behance"),
    ("bsky.app", "Bluesky"),
    ("discord.com", "Discord"),
    ("discord.gg", "Discord"),
    ("dribbble.com", "Dribbble"),
    ("etsy.com", "Etsy"),
    ("facebook.com", "Facebook"),
    ("fb.com", "Facebook"),
    ("fb.me", "Facebook"),
    ("github.com", "GitHub"),
    ("instagram.com", "Instagram"),
    ("ko-fi.com", "Ko-fi"),
    ("linkedin.com", "LinkedIn"),
    ("linktr.ee", "Linktree"),
    ("m.me", "Messenger"),
    ("mastodon.social", "Mastodon"),
    ("medium.com", "Medium"),
    ("patreon.com", "Patreon"),
    ("pinterest.com", "Pinterest"),
    ("reddit.com", "Reddit"),
    ("snapchat.com", "Snapchat"),
    ("soundcloud.com", "SoundCloud"),
    ("spotify.com", "Spotify"),
    ("substack.com", "Substack"),
    ("t.me", "Telegram"),
    ("telegram.me", "Telegram"),
    ("threads.com", "Threads"),
    ("threads.net", "Threads"),
    ("tiktok.com", "TikTok"),
    ("twitch.tv", "Twitch"),
    ("twitter.com", "X"),
    ("vimeo.com", "Vimeo"),
    ("wa.me", "WhatsApp"),
    ("whatsapp.com", "WhatsApp"),
    ("x.com", "X"),
    ("youtu.be", "YouTube"),
    ("youtube.com", "YouTube"),
];

/// The address as it is kept: without spaces around it, and with `https://` where only that was left out.
#[must_use]
pub fn tidy(address: &str) -> String {
    let text = address.trim();
    let (host, _) = text.split_once(['/', '?', '#']).unwrap_or((text, ""));
    let is_bare = host.contains('.') && !host.contains([':', '@', ' ']) && !host.starts_with('.');
    if is_bare { format!("https://{text}") } else { text.to_owned() }
}

/// What the place at an address is called: a platform by its name, anything else by its host. Empty for no address.
#[must_use]
pub fn recognise(address: &str) -> String {
    let Some(host) = web(address) else { return String::new() };
    known(&host).map_or(host, str::to_owned)
}

/// What is wrong with an address, with the next step; `None` when nothing is. Nobody is asked whether it is there.
#[must_use]
pub fn trouble(address: &str) -> Option<String> {
    if address.trim().is_empty() {
        return Some(say!("fields-link-empty"));
    }
    let Ok(url) = Url::parse(address.trim()) else {
        return Some(say!("fields-link-no-address"));
    };
    if !matches!(url.scheme(), "http" | "https") {
        return Some(say!("fields-link-no-web"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Some(say!("fields-link-password"));
    }
    let Some(host) = web(address) else {
        return Some(say!("fields-link-no-address"));
    };
    if !host.contains('.') || host.starts_with('.') || host.ends_with('.') {
        return Some(say!("fields-link-local"));
    }
    if address.trim().contains(char::is_whitespace) {
        return Some(say!("fields-link-space"));
    }
    let leads_to_front = url.path().trim_matches('/').is_empty() && url.query().is_none();
    let platform = known(&host).filter(|_| leads_to_front && is_front(&host))?;
    Some(say!("fields-link-front", platform = platform))
}

/// Whether the page shows it: an address of the web, with nothing before its host. The backend goes by the same.
#[must_use]
pub fn is_shown(address: &str) -> bool {
    Url::parse(address.trim()).is_ok_and(|url| {
        let plain = url.username().is_empty() && url.password().is_none();
        matches!(url.scheme(), "http" | "https") && url.has_host() && plain
    })
}

/// The host of an address of the web, without `www.`.
fn web(address: &str) -> Option<String> {
    let url = Url::parse(&tidy(address)).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

fn known(host: &str) -> Option<&'static str> {
    let is_at = |place: &str| host.strip_suffix(place).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    KNOWN.iter().find(|(place, _)| is_at(place)).map(|(_, name)| *name)
}

/// Whether the platform itself is there: some give every account a host of its own.
fn is_front(host: &str) -> bool {
    KNOWN.iter().any(|(place, _)| host == *place || host == format!("m.{place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p02_whatever_is_pasted_is_recognised() {
        for (pasted, kept, place) in [
            ("https://www.instagram.com/marta.oak/", "https://www.instagram.com/marta.oak/", "Instagram"),
            (" instagram.com/marta.oak ", "https://instagram.com/marta.oak", "Instagram"),
            ("youtu.be/p9sN2x7Ho0k", "https://youtu.be/p9sN2x7Ho0k", "YouTube"),
            ("https://m.youtube.com/@martaoak", "https://m.youtube.com/@martaoak", "YouTube"),
            ("http://x.com/marta", "http://x.com/marta", "X"),
            ("https://netflix.com/marta", "https://netflix.com/marta", "netflix.com"),
            ("https://marta.substack.com", "https://marta.substack.com", "Substack"),
            ("www.oak.example?from=a/b", "https://www.oak.example?from=a/b", "oak.example"),
            ("marta@oak.example", "marta@oak.example", ""),
            ("not an address", "not an address", ""),
            ("", "", ""),
        ] {
            assert_eq!((&tidy(pasted)[..], &recognise(pasted)[..]), (kept, place), "{pasted}");
        }
    }

    #[test]
    fn p02_a_broken_address_is_pointed_out_with_the_next_step() {
        for good in [
            "https://instagram.com/marta",
            "https://oak.example",
            "http://oak.example/a?b#c",
            "https://marta.substack.com/",
            "https://youtube.com/?v=x",
        ] {
            assert_eq!((trouble(good), is_shown(good)), (None, true), "{good}");
        }
        for (address, words) in [
            ("", "leads nowhere"),
            ("marta oak", "no address"),
            ("javascript:alert(1)", "begin with https://"),
            ("mailto:marta@oak.example", "begin with https://"),
            ("https://marta:secret@oak.example", "name or a password"),
            ("https://localhost:3000/", "your own computer"),
            ("https://workshop/", "your own computer"),
            ("https://oak.example/a b", "a space"),
            ("https://www.instagram.com/", "front page of Instagram"),
            ("https://tiktok.com", "front page of TikTok"),
        ] {
            assert_eq!(
                is_shown(address),
                words.contains("front page") || words == "a space" || words.contains("your own")
            );
            assert!(trouble(address).is_some_and(|why| why.contains(words)), "{address}: {:?}", trouble(address));
        }
    }
}
