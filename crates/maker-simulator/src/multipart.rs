//! `multipart/related` bodies as API clients send them: one JSON part, then one media part that is passed on in pieces.
//! Written for streams and for both line endings, because Google's Python client separates lines with a bare line feed.

/// A JSON part or the head of a part is never longer.
const LIMIT: usize = 1 << 20;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Malformed,
    TooLong,
}

/// Fed with pieces of the body; gives the JSON text and media type once known, and the media bytes as they come.
pub(crate) struct Related {
    boundary: Vec<u8>,
    buffer: Vec<u8>,
    delimiter: Vec<u8>,
    stage: Stage,
    json: Vec<u8>,
    media_type: String,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Stage {
    Preamble,
    JsonHead,
    Json,
    MediaHead,
    Media,
    End,
}

impl Related {
    /// From a `Content-Type` header's value.
    pub(crate) fn new(content_type: &str) -> Option<Self> {
        let (kind, parameters) = content_type.split_once(';')?;
        if !kind.trim().eq_ignore_ascii_case("multipart/related") {
            return None;
        }
        let boundary = parameters.split(';').find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("boundary").then(|| value.trim().trim_matches('"').to_owned())
        })?;
        (!boundary.is_empty()).then(|| Self {
            boundary: boundary.into_bytes(),
            buffer: Vec::new(),
            delimiter: Vec::new(),
            stage: Stage::Preamble,
            json: Vec::new(),
            media_type: String::new(),
        })
    }

    pub(crate) fn json(&self) -> &[u8] {
        &self.json
    }

    /// The media part's own content type; empty when it named none.
    pub(crate) fn media_type(&self) -> &str {
        &self.media_type
    }

    /// True once everything before the media is known.
    pub(crate) fn reached_media(&self) -> bool {
        matches!(self.stage, Stage::Media | Stage::End)
    }

    pub(crate) fn ended(&self) -> bool {
        self.stage == Stage::End
    }

    /// Takes a piece of the body and hands media bytes to `take`.
    pub(crate) fn push(&mut self, piece: &[u8], mut take: impl FnMut(&[u8])) -> Result<(), Problem> {
        self.buffer.extend_from_slice(piece);
        loop {
            let advanced = match self.stage {
                Stage::Preamble => self.preamble(),
                Stage::JsonHead => self.head(Stage::Json),
                Stage::Json => self.json_part(),
                Stage::MediaHead => self.head(Stage::Media),
                Stage::Media => self.media(&mut take)?,
                Stage::End => {
                    self.buffer.clear();
                    false
                }
            };
            if !advanced {
                let waiting_for_text = !matches!(self.stage, Stage::Media | Stage::End);
                return if waiting_for_text && self.buffer.len() > LIMIT { Err(Problem::TooLong) } else { Ok(()) };
            }
        }
    }

    fn preamble(&mut self) -> bool {
        let opening = [b"--".as_slice(), &self.boundary].concat();
        let Some(start) = find(&self.buffer, &opening) else { return false };
        let after = start + opening.len();
        let Some(line_end) = find(&self.buffer[after..], b"\n") else { return false };
        let ending: &[u8] = if self.buffer[after..after + line_end].ends_with(b"\r") { b"\r\n" } else { b"\n" };
        self.delimiter = [ending, &opening].concat();
        self.buffer.drain(..=after + line_end);
        self.stage = Stage::JsonHead;
        true
    }

    fn head(&mut self, next: Stage) -> bool {
        let Some((end, length)) = head_end(&self.buffer) else { return false };
        if next == Stage::Media {
            self.media_type = content_type(&self.buffer[..end]);
        }
        self.buffer.drain(..end + length);
        self.stage = next;
        true
    }

    fn json_part(&mut self) -> bool {
        let Some(end) = find(&self.buffer, &self.delimiter) else { return false };
        let Some(line_end) = find(&self.buffer[end + self.delimiter.len()..], b"\n") else { return false };
        self.json = self.buffer[..end].to_vec();
        self.buffer.drain(..=end + self.delimiter.len() + line_end);
        self.stage = Stage::MediaHead;
        true
    }

    fn media(&mut self, take: &mut impl FnMut(&[u8])) -> Result<bool, Problem> {
        if let Some(end) = find(&self.buffer, &self.delimiter) {
            take(&self.buffer[..end]);
            let rest = &self.buffer[end + self.delimiter.len()..];
            if rest.len() >= 2 && !rest.starts_with(b"--") {
                return Err(Problem::Malformed);
            }
            self.buffer.clear();
            self.stage = Stage::End;
            return Ok(true);
        }
        // The tail may be the beginning of the delimiter.
        let safe = self.buffer.len().saturating_sub(self.delimiter.len());
        take(&self.buffer[..safe]);
        self.buffer.drain(..safe);
        Ok(false)
    }
}

/// Where a part's head ends, and the length of the blank line there.
fn head_end(buffer: &[u8]) -> Option<(usize, usize)> {
    let windows = find(buffer, b"\r\n\r\n").map(|end| (end, 4));
    let unix = find(buffer, b"\n\n").map(|end| (end, 2));
    match (windows, unix) {
        (Some(windows), Some(unix)) => Some(if windows.0 < unix.0 { windows } else { unix }),
        (windows, unix) => windows.or(unix),
    }
}

fn content_type(head: &[u8]) -> String {
    let head = String::from_utf8_lossy(head);
    let value = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-type").then(|| value.trim().to_ascii_lowercase())
    });
    value.unwrap_or_default()
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(step) = haystack[from..].iter().position(|byte| *byte == first) {
        let at = from + step;
        if haystack[at..].starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(line_end: &str, media: &[u8]) -> Vec<u8> {
        let text =
            "--b#Content-Type: application/json##{\"a\":1}#--b#Content-Type: Video/MP4#X: y##".replace('#', line_end);
        let end = "#--b--#".replace('#', line_end);
        [text.as_bytes(), media, end.as_bytes()].concat()
    }

    fn read(body: &[u8], piece: usize) -> (String, String, Vec<u8>, bool) {
        let mut related =
            Related::new("multipart/related; boundary=\"b\"").unwrap_or_else(|| panic!("a boundary is there"));
        let mut media = Vec::new();
        for piece in body.chunks(piece) {
            let pushed = related.push(piece, |bytes| media.extend_from_slice(bytes));
            assert_eq!(pushed, Ok(()));
        }
        let json = String::from_utf8_lossy(related.json()).into_owned();
        (json, related.media_type().to_owned(), media, related.ended())
    }

    #[test]
    fn both_line_endings_and_any_cut_give_the_same_parts() {
        let media = b"\r\n--\r\nbytes -- \n--c \r\r\n\r";
        for line_end in ["\r\n", "\n"] {
            let body = body(line_end, media);
            for piece in [1, 2, 3, 7, 64, body.len()] {
                let (json, media_type, received, ended) = read(&body, piece);
                assert_eq!((json.as_str(), media_type.as_str()), ("{\"a\":1}", "video/mp4"));
                assert_eq!(received, media, "pieces of {piece}");
                assert!(ended);
            }
        }
    }

    #[test]
    fn a_body_that_breaks_off_never_counts_as_ended() {
        let body = body("\r\n", b"media");
        assert!(!read(&body[..body.len() - 8], 5).3);
    }

    #[test]
    fn only_multipart_related_with_a_boundary_is_taken() {
        assert!(Related::new("multipart/form-data; boundary=b").is_none());
        assert!(Related::new("multipart/related").is_none());
    }
}
