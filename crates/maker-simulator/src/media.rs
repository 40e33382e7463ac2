//! What the simulator recognises of files without parsing them: image kinds by their first bytes, and media types.

/// The MIME type of an image YouTube accepts as a thumbnail, from its first bytes.
pub(crate) fn image_type(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"\xff\xd8\xff") {
        Some("image/jpeg")
    } else if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some("image/png")
    } else if head.starts_with(b"GIF8") {
        Some("image/gif")
    } else if head.starts_with(b"BM") {
        Some("image/bmp")
    } else {
        None
    }
}

/// YouTube: `video/*` or `application/octet-stream`.
pub(crate) fn is_youtube_media_type(media_type: &str) -> bool {
    let kind = media_type.split(';').next().unwrap_or_default().trim();
    kind.strip_prefix("video/").is_some_and(|rest| !rest.is_empty()) || kind == "application/octet-stream"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn youtube_takes_videos_and_octet_streams() {
        for (media_type, good) in [
            ("video/mp4", true),
            ("video/mp4; codecs=\"avc1\"", true),
            ("application/octet-stream", true),
            ("video/", false),
            ("image/png", false),
            ("", false),
        ] {
            assert_eq!(is_youtube_media_type(media_type), good, "{media_type}");
        }
    }
}
