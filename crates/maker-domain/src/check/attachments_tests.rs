use proptest::prelude::*;

use super::*;

const JPEG: &[u8] = b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01";
const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\x0D";

#[test]
fn a_picture_is_known_by_its_bytes_whatever_it_is_called() {
    for (name, head) in [("a.jpg", JPEG), ("a.png", PNG), ("a.txt", JPEG), ("a", PNG)] {
        assert_eq!(thumbnail(name, 1_000, head), Ok(()), "{name}");
        assert_eq!(thumbnail(name, THUMBNAIL_MAX_BYTES, head), Ok(()), "{name}");
    }
    for (head, word) in [
        (b"GIF89a\0\0\0\0\0\0".as_slice(), "is a GIF picture: save it as JPEG or PNG"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "is a WebP picture"),
        (b"BM\0\0\0\0\0\0\0\0\0\0", "is a BMP picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "is a HEIC picture"),
        (b"<svg xmlns=", "is no JPEG or PNG picture: choose one that is"),
        (b"\x89PN", "is no JPEG or PNG picture"),
        (b"\xFF\xD8", "is no JPEG or PNG picture"),
        (b"", "is no JPEG or PNG picture"),
    ] {
        let said = thumbnail("cover.png", 1_000, head).unwrap_err();
        assert!(said.contains(word) && said.starts_with("“cover.png” "), "{said}");
    }
}

#[test]
fn a_picture_that_is_empty_or_too_large_says_so() {
    assert_eq!(thumbnail("c.jpg", 0, b""), Err("“c.jpg” is empty: choose another picture.".into()));
    let said = thumbnail("c.jpg", THUMBNAIL_MAX_BYTES + 1, JPEG).unwrap_err();
    assert_eq!(said, "“c.jpg” is larger than the 50 MB YouTube takes: save it smaller.");
}

fn read(text: &str) -> Result<CaptionFormat, String> {
    captions("a.srt", text.len() as u64, text)
}

#[test]
fn captions_are_known_by_what_is_in_them() {
    let srt = "1\n00:00:01,000 --> 00:00:02,500\nHello\n\n2\n00:00:03,000 --> 00:00:03,000\nthere -> here\n";
    let vtt = "WEBVTT - a film\nKind: captions\n\nNOTE 00:99 --> nothing\nstill --> a note\n\nSTYLE\n::cue { }\n\n\
               intro\n00:01.000 --> 01:00:02.500 align:start position:0%\nHello\n";
    for (text, format) in [(srt, CaptionFormat::Srt), (vtt, CaptionFormat::WebVtt)] {
        assert_eq!(read(text), Ok(format));
        assert_eq!(read(&format!("\u{FEFF}{text}")), Ok(format), "with a byte order mark");
        assert_eq!(read(&text.replace('\n', "\r\n")), Ok(format), "from Windows");
        assert_eq!(read(&text.replace('\n', "\r")), Ok(format), "from an old Mac");
        assert_eq!(read(text.trim_end()), Ok(format), "without a last line break");
    }
    for text in [
        "00:00:01,000 --> 00:00:02,000",
        "\n\n1\n0:00:01.000-->100:00:02.000   X1:0 X2:9\ntext",
        "1\n00:00:01,000 --> 00:00:02,000\nfrom A\n\nto B, with a blank line\n",
    ] {
        assert_eq!(read(text), Ok(CaptionFormat::Srt), "{text}");
    }
    assert_eq!(read("WEBVTT\n\n00:01.000 --> 00:02.000\n"), Ok(CaptionFormat::WebVtt));
}

#[test]
fn captions_that_youtube_could_not_read_say_what_is_wrong_and_where() {
    for (text, said) in [
        ("", "“a.srt” is empty: choose a file with captions."),
        ("\u{FEFF}\r\n \n", "“a.srt” is empty: choose a file with captions."),
        (
            "Once upon a time",
            "“a.srt” has no captions with times, such as a line 00:00:01,000 --> 00:00:04,000: choose an SRT or VTT file.",
        ),
        (
            "WEBVTT",
            "“a.srt” has no captions with times, such as a line 00:00:01.000 --> 00:00:04.000: choose an SRT or VTT file.",
        ),
        ("WEBVTTx\n", "has no captions with times"),
        ("PK\u{3}\0\0", "“a.srt” is no text file: choose an SRT or VTT file."),
        (
            "1\n00:00:02,000 --> 00:00:01,999\nx",
            "“a.srt”, line 2: this caption ends (00:00:01,999) before it begins (00:00:02,000). Put its times right.",
        ),
        (
            "1\r\n00:00:01,000 --> 00:00:02,000\r\nx\r\n\r\n2\r\n00:61:00,000 --> 00:62:00,000\r\n",
            "“a.srt”, line 6: “00:62:00,000” is no time. Write it like 00:00:01,000.",
        ),
        ("WEBVTT\n\n00:01,000 --> 00:02,000", "“a.srt”, line 3: “00:02,000” is no time. Write it like 00:00:01.000."),
        ("00:01.000 --> 00:02.000", "line 1: “00:02.000” is no time"),
        ("00:00:01,0 --> 00:00:02,000", "“00:00:01,0” is no time"),
        ("00:00:59,000 --> 00:00:60,000", "“00:00:60,000” is no time"),
        ("00:00:01,000 --> ", "“” is no time"),
        (" --> ", "“” is no time"),
        ("99999:00:01,000 --> 99999:00:02,000", "“99999:00:02,000” is no time"),
        ("00:00:01,000 -> 00:00:02,000", "line 1: between the two times of a caption stands -->, with two hyphens."),
        ("00:00:01,000 —> 00:00:02,000", "with two hyphens"),
        ("-1:00:00,000 --> 00:00:02,000", "“-1:00:00,000” is no time"),
        ("00:00:+1,000 --> 00:00:02,000", "“00:00:+1,000” is no time"),
    ] {
        let answer = read(text).unwrap_err();
        assert!(answer.contains(said), "{text:?}: {answer}");
    }
    let large = captions("a.srt", CAPTIONS_MAX_BYTES + 1, "00:00:01,000 --> 00:00:02,000").unwrap_err();
    assert_eq!(large, "“a.srt” is larger than the 100 MB YouTube takes: shorten it.");
}

#[test]
fn a_language_is_written_as_everybody_writes_it() {
    for (text, tag) in [
        ("en", "en"),
        (" FR-ca ", "fr-CA"),
        ("pt_BR", "pt-BR"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("fil", "fil"),
        ("zh-yue-HK", "zh-yue-HK"),
        ("de-CH-1996", "de-CH-1996"),
        ("sl-ROZAJ-biske", "sl-rozaj-biske"),
        ("de-DE-u-co-phonebk", "de-DE-u-co-phonebk"),
        ("en-x-a-B", "en-x-a-b"),
    ] {
        assert_eq!(language(text), Ok(tag.to_owned()), "{text}");
    }
    for bad in [
        "",
        "  ",
        "e",
        "1",
        "en-",
        "-en",
        "en--US",
        "English language",
        "français",
        "en-US-US",
        "abcdefghi",
        "en-a",
        "x-private",
        "en-u",
        "en-USA",
        "en-12",
        "en-abcdefghi",
        "a\0b",
        "en;q=1",
        &"en-abcde".repeat(20),
    ] {
        assert!(language(bad).is_err(), "{bad} was taken");
    }
    assert_eq!(language(""), Err("Say which language the captions are in.".into()));
    assert_eq!(language("French!"), Err("“French!” is no language code: write it like en, fr-CA or zh-Hant.".into()));
}

#[test]
fn a_playlists_title_is_one_line_youtube_takes() {
    assert_eq!(playlist_title(" Bowls & cups 👋 "), Ok("Bowls & cups 👋".into()));
    assert_eq!(playlist_title(&"é".repeat(150)), Ok("é".repeat(150)));
    for (bad, said) in [
        ("  ".to_owned(), "Give the new playlist a title."),
        ("é".repeat(152), "YouTube takes 150 characters in a playlist's title: cut 2."),
        ("a <b>".to_owned(), "YouTube takes no < or > in a playlist's title: write it in words."),
        ("a\nb".to_owned(), "A playlist's title is one line"),
        ("a\0b".to_owned(), "A playlist's title is one line"),
    ] {
        let answer = playlist_title(&bad).unwrap_err();
        assert!(answer.starts_with(said), "{answer}");
    }
    assert_eq!(caption_name(""), Ok(String::new()));
    assert!(caption_name(&"x".repeat(151)).is_err());
}

proptest! {
    #[test]
    fn no_bytes_make_a_thumbnail_check_panic(name in "\\PC{0,80}", size: u64, head: Vec<u8>) {
        if let Err(said) = thumbnail(&name, size, &head) {
            prop_assert!(said.chars().count() < 200, "{}", said);
        }
    }

    #[test]
    fn no_text_makes_a_captions_check_panic(
        text in "(WEBVTT)?([0-9:,. >\\r\\n-]|-->|NOTE|\\PC){0,200}|(\\PC|[\\r\\n\\x00])*",
        size: u64,
    ) {
        if let Err(said) = captions("a.srt", size, &text) {
            prop_assert!(said.chars().count() < 300 && !said.contains(['\n', '\r', '\0']), "{:?}", said);
        }
    }

    #[test]
    fn times_in_order_are_captions_and_times_out_of_order_are_none(
        from in 0_u64..36_000_000, long in 0_u64..10_000, vtt: bool, crlf: bool,
    ) {
        let (mark, head) = if vtt { ('.', "WEBVTT\n\n") } else { (',', "1\n") };
        let time = |ms: u64| {
            let (s, ms) = (ms / 1_000, ms % 1_000);
            format!("{:02}:{:02}:{:02}{mark}{ms:03}", s / 3_600, s / 60 % 60, s % 60)
        };
        let end = if crlf { "\r\n" } else { "\n" };
        let file = |a, b| format!("{head}{} --> {}\nHello\n", time(a), time(b)).replace('\n', end);
        prop_assert!(read(&file(from, from + long)).is_ok());
        prop_assert!(long == 0 || read(&file(from + long, from)).is_err_and(|said| said.contains("before it begins")));
    }

    #[test]
    fn a_language_once_read_reads_as_itself(text in "[A-Za-z0-9_ -]{0,70}|\\PC{0,40}") {
        if let Ok(tag) = language(&text) {
            prop_assert_eq!(language(&tag), Ok(tag.clone()));
            prop_assert!(tag.is_ascii() && tag.len() <= 63);
        }
    }

    #[test]
    fn any_title_is_kept_within_bounds_or_refused(text in "\\PC{0,200}|[<>\\r\\n a]{0,20}") {
        if let Ok(title) = playlist_title(&text) {
            prop_assert!((1..=150).contains(&title.chars().count()) && !title.contains(['<', '>', '\n']));
        }
    }
}
