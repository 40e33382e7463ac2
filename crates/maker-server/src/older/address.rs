//! Which platform an address is on, and which kind of video it is: from the address alone, never from what it looks like.

use maker_domain::{Platform, VideoType};
use url::{Host, Url};

/// The hosts of the platforms; their subdomains count, and nothing else.
const HOSTS: [(&str, Platform); 3] =
    [("youtube.com", Platform::Youtube), ("youtu.be", Platform::Youtube), ("tiktok.com", Platform::Tiktok)];
/// The longest short video, in seconds.
const SHORT_S: f64 = 180.0;

/// An address on a platform.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    /// As it was written, without space around it.
    pub(super) url: String,
    pub(super) platform: Platform,
    pub(super) kind: VideoType,
}

/// What an address says, with the duration in seconds where that is known.
///
/// # Errors
/// Why the video has no place, in words for the report.
pub(super) fn read(written: Option<&str>, duration: Option<f64>) -> Result<Placed, &'static str> {
    let text = written.unwrap_or_default().trim_matches(|c: char| c.is_ascii_whitespace());
    if text.is_empty() {
        return Err("it has no address");
    }
    // Browsers leave some of these out and read others as something else: whoever reads it differently would be sent
    // elsewhere.
    if text.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
        return Err("its address cannot be read");
    }
    let url = Url::parse(text).map_err(|_| "its address cannot be read")?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err("its address is not one of the web");
    }
    let platform = match url.host() {
        Some(Host::Domain(host)) => platform(host),
        _ => None,
    };
    let platform = platform.ok_or("its address is on neither YouTube nor TikTok")?;
    let short = url.path().contains("/shorts/") || duration.is_some_and(|s| (0.0..=SHORT_S).contains(&s));
    let kind = if short { VideoType::Short } else { VideoType::Long };
    Ok(Placed { url: text.to_owned(), platform, kind })
}

/// `host` as the parser gives it: in lower case, with punycode for whatever is not ASCII.
fn platform(host: &str) -> Option<Platform> {
    // A closing dot says that the name is whole, and changes nothing.
    let host = host.strip_suffix('.').unwrap_or(host);
    if host.split('.').any(str::is_empty) {
        return None;
    }
    let on = |known: &str| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    HOSTS.iter().find(|(known, _)| on(known)).map(|(_, platform)| *platform)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(address: &str) -> Option<Platform> {
        read(Some(address), None).ok().map(|placed| placed.platform)
    }

    #[test]
    fn the_platforms_hosts_and_their_subdomains_are_known_however_they_are_written() {
        for (address, platform) in [
            ("https://youtube.com/watch?v=a", Platform::Youtube),
            ("https://www.youtube.com/watch?v=a", Platform::Youtube),
            ("http://m.youtube.com/watch?v=a", Platform::Youtube),
            ("https://music.youtube.com/watch?v=a", Platform::Youtube),
            ("HTTPS://WWW.YOUTUBE.COM/watch?v=a", Platform::Youtube),
            ("https://youtu.be/a", Platform::Youtube),
            ("https://youtube.com./watch?v=a", Platform::Youtube),
            ("https://youtube.com:443/watch?v=a", Platform::Youtube),
            ("https://youtube.com:8443/watch?v=a", Platform::Youtube),
            ("https://somebody:word@youtube.com/watch?v=a", Platform::Youtube),
            ("https://evil.org@youtube.com/watch?v=a", Platform::Youtube),
            ("  https://youtu.be/a\n", Platform::Youtube),
            ("https://www.tiktok.com/@clay/video/7", Platform::Tiktok),
            ("https://vm.tiktok.com/a/", Platform::Tiktok),
            ("https://TikTok.com/@clay/video/7", Platform::Tiktok),
        ] {
            assert_eq!(on(address), Some(platform), "{address}");
        }
    }

    #[test]
    fn what_only_looks_like_a_platform_is_none() {
        for address in [
            "https://evil-youtube.com/watch?v=a",
            "https://youtube.com.evil.org/watch?v=a",
            "https://youtube.com@evil.org/watch?v=a",
            "https://youtube.com:word@evil.org/",
            "https://evil.org/https://youtube.com/watch?v=a",
            "https://evil.org/?u=youtube.com",
            "https://evil.org#youtube.com",
            "https://youtube.comevil.org/",
            "https://notyoutu.be/a",
            "https://youtube.co/a",
            "https://youtube.com../a",
            "https://.youtube.com/a",
            "https://www..youtube.com/a",
            "https://youtube-nocookie.com/embed/a",
            "https://y\u{43e}utube.com/a",
            "https://youtube.com\\@evil.org/",
            "https://you\ntube.com/a",
            "https://youtube.com /a",
            "javascript://youtube.com/%0aalert(1)",
            "ftp://youtube.com/a",
            "file://youtube.com/a",
            "//youtube.com/a",
            "youtube.com/watch?v=a",
            "https://[::1]/youtube.com",
            "https://127.0.0.1/youtube.com",
            "https:///a",
            "not an address",
            "",
        ] {
            assert_eq!(on(address), None, "{address}");
        }
        assert_eq!(read(None, None), Err("it has no address"));
        let long = format!("https://cdn.example/{}.mp4", "x".repeat(1 << 20));
        assert_eq!(on(&long), None);
    }

    #[test]
    fn a_short_is_one_by_its_address_or_by_its_length() {
        let kind = |address, duration| read(Some(address), duration).unwrap().kind;
        let (watch, shorts) = ("https://youtube.com/watch?v=a&u=/shorts/b", "https://youtube.com/shorts/a");
        for (address, duration, expected) in [
            (shorts, None, VideoType::Short),
            (shorts, Some(900.0), VideoType::Short),
            (watch, None, VideoType::Long),
            (watch, Some(0.0), VideoType::Short),
            (watch, Some(180.0), VideoType::Short),
            (watch, Some(180.5), VideoType::Long),
            (watch, Some(181.0), VideoType::Long),
            (watch, Some(-1.0), VideoType::Long),
            (watch, Some(f64::NAN), VideoType::Long),
            ("https://youtube.com/shorts", None, VideoType::Long),
            ("https://youtube.com/watch#/shorts/a", None, VideoType::Long),
        ] {
            assert_eq!(kind(address, duration), expected, "{address} {duration:?}");
        }
    }
}
