//! What each scope lets us do, in plain words, and which of them a connection has.

use maker_domain::Platform;

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
        means: meaning(scope).to_owned(),
        granted: granted.iter().any(|g| g == scope),
    };
    scopes.iter().map(right).collect()
}

/// The meaning of scopes with spaces between, such as a connection was granted, in one line.
pub(crate) fn in_words(scopes: &str) -> String {
    let all: Vec<&str> = scopes.split(' ').filter(|scope| !scope.is_empty()).map(meaning).collect();
    all.join("; ")
}

fn meaning(scope: &str) -> &'static str {
    match scope.rsplit('/').next().unwrap_or(scope) {
        "youtube.upload" => "Upload your videos and set their thumbnails",
        "youtube.readonly" => "See your channel's name and how your uploads are doing",
        "youtube.force-ssl" => "Add captions, and put videos into your playlists",
        "user.info.basic" => "See your name and picture on TikTok",
        "user.info.profile" => "See your @name, so that links to your posts are right",
        "video.publish" => "Post videos to your account",
        "video.upload" => "Send videos to your TikTok inbox",
        "video.list" => "See the address and picture of your public posts",
        _ => "Use your account",
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
