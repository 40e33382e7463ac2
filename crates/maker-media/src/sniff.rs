//! Tells what a file is by its content, never by its name.

use std::io::{Read, Seek};

use maker_domain::media::{Container, MediaFacts};

use crate::{
    MediaError, ebml, mkv, mp4,
    source::{Fault, Source},
};

const HEAD: usize = 4096;

/// Videos we can name but not publish: exporting them helps.
pub(crate) const OTHER_VIDEOS: &[&str] = &[
    "an AVI",
    "an FLV",
    "a WMV",
    "an MPEG-TS",
    "an MPEG-PS",
    "a 3GP",
    "an Ogg file",
    "an animated GIF",
    "a RealMedia file",
    "an MXF",
];

/// The facts of the video in `source`.
pub(crate) fn facts<R: Read + Seek>(source: &mut Source<R>) -> Result<MediaFacts, MediaError> {
    let head = source.head(HEAD).map_err(|fault| explain("video", fault))?;
    let (container, read) = match kind(&head) {
        Kind::Iso(container) => (container, mp4::facts(source, container)),
        Kind::Ebml => match ebml::doctype(&head).as_deref() {
            Some("webm") => (Container::Webm, mkv::facts(source, Container::Webm)),
            Some("matroska") => (Container::Mkv, mkv::facts(source, Container::Mkv)),
            _ => return Err(MediaError::not_a_video("none of these")),
        },
        Kind::Other(what) => return Err(MediaError::not_a_video(what)),
    };
    match read.map_err(|fault| explain(container.name(), fault))? {
        Some(facts) => Ok(facts),
        None => Err(MediaError::not_a_video("a sound file")),
    }
}

/// What begins with `head`, with its article.
pub(crate) fn what(head: &[u8]) -> &'static str {
    match kind(head) {
        Kind::Iso(_) | Kind::Ebml => "a video",
        Kind::Other(what) => what,
    }
}

enum Kind {
    Iso(Container),
    Ebml,
    Other(&'static str),
}

fn kind(head: &[u8]) -> Kind {
    if head.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]) {
        return Kind::Ebml;
    }
    match head.get(4..8) {
        Some(b"ftyp") => iso(head),
        // QuickTime before 2001 has no ftyp.
        Some(b"moov" | b"mdat" | b"wide" | b"free" | b"skip" | b"pnot") => Kind::Iso(Container::Mov),
        _ => Kind::Other(other(head)),
    }
}

/// By the brands (ISO/IEC 14496-12 section 4.3): the main one at 8, the compatible ones from 16.
fn iso(head: &[u8]) -> Kind {
    let size = head.first_chunk::<4>().map_or(0, |b| u32::from_be_bytes(*b) as usize);
    let compatible = head.get(16..size.min(head.len())).unwrap_or_default();
    let plays_as_mp4 = compatible.chunks_exact(4).any(|b| matches!(b, b"mp41" | b"mp42") || b.starts_with(b"iso"));
    match head.get(8..12).unwrap_or_default() {
        b"qt  " => Kind::Iso(Container::Mov),
        b"avif" | b"avis" | b"heic" | b"heix" | b"heim" | b"heis" | b"mif1" | b"msf1" | b"crx " => {
            Kind::Other("a picture")
        }
        main if !plays_as_mp4 && (main.starts_with(b"3gp") || main.starts_with(b"3g2")) => Kind::Other("a 3GP"),
        _ => Kind::Iso(Container::Mp4),
    }
}

/// First bytes and what they are, with the article.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"FLV\x01", "an FLV"),
    (&[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], "a WMV"),
    (&[0x00, 0x00, 0x01, 0xBA], "an MPEG-PS"),
    (&[0x00, 0x00, 0x01, 0xB3], "an MPEG-PS"),
    (b".RMF", "a RealMedia file"),
    (&[0x06, 0x0E, 0x2B, 0x34, 0x02, 0x05, 0x01, 0x01], "an MXF"),
    (b"OggS", "an Ogg file"),
    (b"GIF8", "an animated GIF"),
    (&[0xFF, 0xD8, 0xFF], "a picture"),
    (b"\x89PNG", "a picture"),
    (b"BM", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\0\0\0\x0CjP  ", "a picture"),
    (b"\0\0\0\x0CJXL ", "a picture"),
    (b"8BPS", "a picture"),
    (b"ID3", "a sound file"),
    (b"fLaC", "a sound file"),
    (&[0xFF, 0xFB], "a sound file"),
    (&[0xFF, 0xF1], "a sound file"),
    (b"FORM", "a sound file"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP"),
    (b"7z\xBC\xAF\x27\x1C", "a packed folder"),
    (b"Rar!", "a packed folder"),
    (&[0x1F, 0x8B], "a packed folder"),
    (b"\x7FELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
];

fn other(head: &[u8]) -> &'static str {
    if head.starts_with(b"RIFF") {
        return match head.get(8..12) {
            Some(b"AVI ") => "an AVI",
            Some(b"WAVE") => "a sound file",
            Some(b"WEBP") => "a picture",
            _ => "none of these",
        };
    }
    if let Some((_, what)) = SIGNATURES.iter().find(|(first, _)| head.starts_with(first)) {
        return what;
    }
    // A transport stream has its sync byte every 188 bytes, with four bytes before it on discs and cameras.
    let packets = |start: usize, step: usize| (0..3).all(|n| head.get(start + n * step) == Some(&0x47));
    if packets(0, 188) || packets(4, 192) {
        return "an MPEG-TS";
    }
    if is_text(head) { "a text file" } else { "none of these" }
}

fn is_text(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The head may end inside a character.
        Err(e) if e.error_len().is_none() => match std::str::from_utf8(&head[..e.valid_up_to()]) {
            Ok(text) => text,
            Err(_) => return false,
        },
        Err(_) => return false,
    };
    !text.is_empty() && text.chars().all(|c| !c.is_control() || c.is_ascii_whitespace())
}

fn explain(container: &'static str, fault: Fault) -> MediaError {
    match fault {
        Fault::Damage(how) => MediaError::Broken { container, how },
        Fault::TooMuch => MediaError::Broken { container, how: crate::Damage::Nonsense },
        Fault::Io(source) => source.into(),
    }
}

#[cfg(test)]
mod tests {
    use std::{
        cell::Cell,
        io::{self, Cursor, SeekFrom},
    };

    use proptest::prelude::*;

    use super::*;
    use crate::Damage;

    #[test]
    fn f20_a_film_of_four_gigabytes_is_probed_from_a_few_bytes() {
        let head = [&ftyp(b"isom")[..], &wide_box(b"free", 4 << 30)].concat();
        let index = movie(b"avc1", 320, 180);
        let len = (4 << 30) + ftyp(b"isom").len() as u64 + index.len() as u64;
        let spent = Cell::new(0);
        let sparse = Sparse { head, tail: index, len, at: 0, spent: &spent };
        let facts = facts(&mut Source::new(sparse, len)).unwrap();
        assert_eq!((facts.size_bytes, facts.width, facts.codec.as_deref()), (len, Some(320), Some("H.264")));
        assert!(spent.get() < 10_000, "{} bytes read", spent.get());
    }

    #[test]
    fn a_header_full_of_tiny_boxes_ends_within_the_budget() {
        let file = [ftyp(b"isom"), b"\0\0\0\x08free".repeat(200_000)].concat();
        let spent = Cell::new(0);
        let len = file.len() as u64;
        let source = Sparse { head: file, tail: Vec::new(), len, at: 0, spent: &spent };
        let error = facts(&mut Source::new(source, len)).unwrap_err();
        assert!(matches!(error, MediaError::Broken { how: Damage::Nonsense, .. }), "{error}");
        assert!(spent.get() < 2 << 20, "{} bytes read", spent.get());
    }

    #[test]
    fn a_length_beyond_the_file_is_refused_before_anything_is_allocated() {
        let mkv = [EBML_WEBM, &[0x18, 0x53, 0x80, 0x67, 0xFF], &[0x16, 0x54, 0xAE, 0x6B], &[0x01, 0x7F], &[0xFF; 6]];
        assert!(read(&mkv.concat()).is_err());
        let mp4 = [ftyp(b"isom"), wide_box(b"moov", u64::MAX - 64)].concat();
        assert!(read(&mp4).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 1..2000), start in 0_usize..5) {
            let starts: [&[u8]; 5] = [b"", b"\0\0\0\x14ftypisom\0\0\0\0isom", b"\0\0\0\x08moov", EBML_WEBM, b"RIFF"];
            let _ = read(&[starts[start], &bytes].concat());
        }

        #[test]
        fn a_good_header_with_any_bytes_changed_is_answered(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
            let mut bytes = [ftyp(b"isom"), movie(b"hvc1", 640, 360)].concat();
            for (index, value) in changes {
                let at = index.index(bytes.len());
                bytes[at] = value;
            }
            let _ = read(&bytes);
        }
    }

    const EBML_WEBM: &[u8] = &[0x1A, 0x45, 0xDF, 0xA3, 0x87, 0x42, 0x82, 0x84, b'w', b'e', b'b', b'm'];

    fn read(bytes: &[u8]) -> Result<MediaFacts, MediaError> {
        facts(&mut Source::new(Cursor::new(bytes), bytes.len() as u64))
    }

    fn ftyp(brand: &[u8; 4]) -> Vec<u8> {
        make(b"ftyp", &[brand, &[0; 4][..], b"isom"].concat())
    }

    fn make(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        [&(body.len() as u32 + 8).to_be_bytes(), &kind[..], body].concat()
    }

    fn wide_box(kind: &[u8; 4], size: u64) -> Vec<u8> {
        [&1_u32.to_be_bytes(), &kind[..], &size.to_be_bytes()].concat()
    }

    fn movie(codec: &[u8; 4], width: u32, height: u32) -> Vec<u8> {
        let times = [[0; 4], [0; 4], [0; 4], 1000_u32.to_be_bytes(), 2000_u32.to_be_bytes()].concat();
        let size = [(width << 16).to_be_bytes(), (height << 16).to_be_bytes()].concat();
        let track_header = make(b"tkhd", &[&[0; 40][..], &0x1_0000_u32.to_be_bytes(), &[0; 32], &size].concat());
        let handler = make(b"hdlr", b"\0\0\0\0\0\0\0\0vide\0\0\0\0");
        let entry = make(codec, &[0; 70]);
        let table = make(
            b"stbl",
            &[
                make(b"stsd", &[&[0; 8][..], &entry].concat()),
                make(b"stsz", &[[0; 4], [0; 4], 60_u32.to_be_bytes()].concat()),
            ]
            .concat(),
        );
        let media = make(b"mdia", &[make(b"mdhd", &times), handler, make(b"minf", &table)].concat());
        make(b"moov", &[make(b"mvhd", &times), make(b"trak", &[track_header, media].concat())].concat())
    }

    /// A large file of which only both ends exist.
    struct Sparse<'a> {
        head: Vec<u8>,
        tail: Vec<u8>,
        len: u64,
        at: u64,
        spent: &'a Cell<usize>,
    }

    impl Read for Sparse<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let tail_start = self.len - self.tail.len() as u64;
            for (byte, at) in buffer.iter_mut().zip(self.at..) {
                *byte = match at.checked_sub(tail_start) {
                    Some(n) if !self.tail.is_empty() => self.tail[n as usize],
                    _ => self.head.get(at as usize).copied().unwrap_or(0),
                };
            }
            self.at += buffer.len() as u64;
            self.spent.set(self.spent.get() + buffer.len());
            Ok(buffer.len())
        }
    }

    impl Seek for Sparse<'_> {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            let SeekFrom::Start(at) = to else { return Err(io::ErrorKind::Unsupported.into()) };
            self.at = at;
            Ok(at)
        }
    }
}
