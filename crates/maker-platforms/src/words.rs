//! A platform's words as plain text, fit to be kept and shown behind "Details".
//!
//! Messages carry HTML (YouTube: errors) and sometimes addresses; a tag is noise and an address's query may be a secret.

/// The longest text looked at; what is kept is cut further by `Reason`.
const MAX_INPUT_CHARS: usize = 8_192;

/// `text` without tags, with the common entities read, white space made single, and no query on any address.
pub(crate) fn plain(text: &str) -> String {
    let bare: String = without_tags(text);
    let read = bare
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
    read.split_whitespace().map(without_query).collect::<Vec<_>>().join(" ")
}

/// `code: message`, or whichever there is.
pub(crate) fn code_and_message(code: &str, message: &str) -> String {
    let message = plain(message);
    match (code.is_empty(), message.is_empty()) {
        (false, false) => format!("{code}: {message}"),
        (false, true) => code.to_owned(),
        (true, _) => message,
    }
}

fn without_tags(text: &str) -> String {
    let mut inside = false;
    let mut out = String::new();
    let mut chars = text.chars().take(MAX_INPUT_CHARS).peekable();
    while let Some(c) = chars.next() {
        let opens = c == '<' && chars.peek().is_some_and(|next| next.is_ascii_alphabetic() || "/!".contains(*next));
        match c {
            '>' if inside => inside = false,
            _ if inside => {}
            _ if opens => inside = true,
            _ => out.push(c),
        }
    }
    out
}

fn without_query(word: &str) -> &str {
    match (word.contains("://"), word.find('?')) {
        (true, Some(at)) => &word[..at],
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn html_becomes_text() {
        let html = "You have exceeded your <a href=\"/youtube/v3/getting-started#quota\">quota</a>.";
        assert_eq!(plain(html), "You have exceeded your quota.");
        assert_eq!(plain("a &lt; b &amp;&amp; 1 < 2\n\n c"), "a < b && 1 < 2 c");
        assert_eq!(plain("<script>alert(1)"), "alert(1)");
    }

    #[test]
    fn f44_an_address_loses_what_may_be_its_secret() {
        assert_eq!(plain("bad https://a.org/u?upload_id=SECRET here"), "bad https://a.org/u here");
    }

    proptest! {
        #[test]
        fn any_text_becomes_plain_text(text in "\\PC{0,200}|[<>/a&;?: ]{0,80}") {
            let out = plain(&text);
            prop_assert!(out.len() <= text.len());
        }
    }
}
