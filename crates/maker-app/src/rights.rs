//! What each scope lets us do, in plain words, and which of them a connection has.

use maker_domain::Platform;
use maker_words::say;

use crate::views::Right;

/// The rights that connecting `platform` asks for, marked by whether `granted` has them.
pub(crate) fn of(platform: Platform, granted: &[String]) -> Vec<Right> {
    told(maker_connections::asked_scopes(platform), granted)
}

/// The rights that captions and playlists need on top, marked by whether `granted` has them.
pub(crate) fn extras(platform: Platform, granted: &[String]) -> Vec<Right> {
    told(&crate::attachments::extra_scopes(platform), granted)
}

fn told(scopes: &[&str], granted: &[String]) -> Vec<Right> {
    let right = |scope: &&str| Right {
        scope: (*scope).to_owned(),
        means: meaning(scope),
        granted: granted.iter().any(|g| g == scope),
    };
    scopes.iter().map(right).collect()
}

/// The meaning of scopes with spaces between, such as a connection was granted, in one line.
pub(crate) fn in_words(scopes: &str) -> String {
    let all = scopes.split(' ').filter(|scope| !scope.is_empty()).map(meaning);
    one_after_another(all)
}

/// Several things in a line.
pub(crate) fn one_after_another(all: impl Iterator<Item = String>) -> String {
    all.reduce(|first, second| say!("app-both", first = first, second = second)).unwrap_or_default()
}

fn meaning(scope: &str) -> String {
    match scope.rsplit('/').next().unwrap_or(scope) {
        "youtube.upload" => say!("app-right-upload"),
        "youtube.readonly" => say!("app-right-channel"),
        "youtube.force-ssl" => say!("app-right-captions"),
        "user.info.basic" => say!("app-right-name"),
        "user.info.profile" => say!("app-right-handle"),
        "video.publish" => say!("app-right-post"),
        "video.upload" => say!("app-right-inbox"),
        "video.list" => say!("app-right-list"),
        _ => say!("app-right-use"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n01_every_right_we_ask_for_is_told_in_plain_words() {
        for platform in Platform::ALL {
            for right in of(platform, &[]).into_iter().chain(extras(platform, &[])) {
                assert_ne!(right.means, "Use your account", "{}", right.scope);
                assert!(!right.granted);
            }
        }
    }
}
