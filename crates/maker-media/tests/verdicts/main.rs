//! What the composer says of a file to each platform, over a corpus on both sides of every limit; and that no file, however
//! made, is read without end. `MAKER_FUZZ_CASES` sets how many damaged files are made up; two thousand when it is absent.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a helper that fails ends its test")]

mod corpus;

use std::{
    cell::Cell,
    fs::{self, File},
    io::{self, Cursor, Read, Seek, SeekFrom},
    path::Path,
    rc::Rc,
};

use corpus::{Case, Verdict};
use maker_domain::{
    Platform,
    check::{CreatorInfo, Field, Finding, Level, preflight},
    draft::DraftFields,
    media::MediaFacts,
};
use maker_media::{MediaError, facts_of};

const MOST_BYTES: u64 = 2 << 20;

#[test]
fn c_04_every_file_gets_its_verdict_on_both_sides_of_every_limit() {
    let all = corpus::all();
    assert!(all.len() >= 120, "only {} files", all.len());
    let mut wrong = Vec::new();
    for (case, path) in all {
        for (platform, expected) in [(Platform::Youtube, case.youtube), (Platform::Tiktok, case.tiktok)] {
            let (facts, _) = look(path);
            if let Err(said) = agrees(&facts, platform, expected, None) {
                wrong.push(format!("{} to {platform:?}: {expected:?}, but {said}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), all.len() * 2, wrong.join("\n"));
}

#[test]
fn c_04_no_file_takes_more_than_2_mib_to_look_at_however_large_it_is() {
    for (case, path) in corpus::all() {
        let (_, read) = look(path);
        assert!(read <= MOST_BYTES, "{}: {read} bytes read of {}", case.name, fs::metadata(path).unwrap().len());
    }
}

#[test]
fn c_04_an_account_that_may_post_three_minutes_is_told_so() {
    let creator = CreatorInfo {
        nickname: "Marta Oak".into(),
        username: "martaoak".into(),
        privacy_options: vec!["SELF_ONLY".into()],
        comment_disabled: false,
        duet_disabled: false,
        stitch_disabled: false,
        max_duration_s: 180,
    };
    for (name, expected) in [
        ("long-179.mp4", Verdict::Fits),
        ("long-180.mp4", Verdict::Fits),
        ("heard-180.mp4", Verdict::Fits),
        ("long-181.mp4", Verdict::Refused("3 min from this account")),
    ] {
        let facts = look(&file(name)).0;
        assert_eq!(agrees(&facts, Platform::Tiktok, expected, Some(&creator)), Ok(()), "{name}");
    }
}

#[test]
fn c_05_what_is_square_or_upright_and_at_most_three_minutes_is_called_a_short() {
    for (name, expected) in [
        ("long-180.mp4", true),
        ("heard-180.mp4", true),
        ("long-181.mp4", false),
        ("size-360x360.mp4", true),
        ("size-362x362.mp4", true),
        ("size-640x360.mp4", false),
        ("turned-640x360.mp4", true),
        ("turned-358x640.mp4", false),
        ("size-362x640.webm", true),
        ("size-640x358.webm", false),
    ] {
        assert_eq!(look(&file(name)).0.unwrap().will_be_short(), Some(expected), "{name}");
    }
}

#[test]
fn c_04_no_damage_ends_the_program_or_is_read_without_end() {
    let cases = std::env::var("MAKER_FUZZ_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(2_000_u64);
    let good: Vec<Vec<u8>> = corpus::all()
        .iter()
        .filter(|(_, path)| fs::metadata(path).unwrap().len() < 128 * 1024)
        .map(|(_, path)| fs::read(path).unwrap())
        .collect();
    let before = peak_kib();
    for seed in 0..cases {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let bytes = damaged(&good, &mut dice);
        let (_, read) = looked_at(Cursor::new(&bytes), bytes.len() as u64);
        assert!(read <= MOST_BYTES, "seed {seed}: {read} bytes read of {}", bytes.len());
    }
    // What is allocated is what was read, and never what a header asks for.
    let grown = peak_kib().saturating_sub(before);
    assert!(grown < 64 * 1024, "{grown} KiB more at the peak");
}

/// A file of the corpus with some of its bytes changed, most of them in numbers and names of boxes; or any bytes at all.
fn damaged(good: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    if dice.below(8) == 0 {
        return (0..dice.below(4_000)).map(|_| dice.byte()).collect();
    }
    let mut bytes = good[dice.below(good.len())].clone();
    for _ in 0..=dice.below(8) {
        let len = bytes.len();
        if len < 16 {
            break;
        }
        let at = match dice.below(2) {
            0 => dice.below(len - 8),
            _ => {
                // A number before one of the names that lead to the facts.
                let names: [&[u8]; 14] = [
                    b"moov", b"trak", b"mdia", b"stbl", b"stsd", b"stsz", b"tkhd", b"mdhd", b"mvhd", b"moof", b"traf",
                    b"trun", b"mdat", b"hdlr",
                ];
                let name = names[dice.below(names.len())];
                let found = bytes.windows(4).position(|letters| letters == name).unwrap_or(8);
                (found + dice.below(24)).saturating_sub(4).min(len - 8)
            }
        };
        match dice.below(6) {
            0 => bytes[at] = dice.byte(),
            1 => bytes[at..at + 4].copy_from_slice(&[0xFF; 4]),
            2 => bytes[at..at + 4].copy_from_slice(&[0; 4]),
            3 => bytes[at..at + 4].copy_from_slice(&[0, 0, 0, dice.byte()]),
            4 => bytes.truncate(at),
            _ => {
                let end = (at + dice.below(4_000)).min(len);
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

/// Numbers that are the same for the same seed.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most as u64).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_be_bytes()[0]
    }
}

/// The most memory this process has had at once.
fn peak_kib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// Whether the platform's lines about the file are what is expected, or what they say instead.
fn agrees(
    facts: &Result<MediaFacts, MediaError>,
    platform: Platform,
    expected: Verdict,
    creator: Option<&CreatorInfo>,
) -> Result<(), String> {
    let facts = match (facts, expected) {
        (Err(error), Verdict::Unreadable(words)) if error.to_string().contains(words) => return Ok(()),
        (Err(error), _) => return Err(error.to_string()),
        (Ok(facts), _) => facts,
    };
    let fields = DraftFields { targets: [platform].into(), ..DraftFields::default() };
    let found = preflight(&fields, Some(facts), creator);
    let found: Vec<&Finding> = found.iter().filter(|finding| finding.field == Field::File).collect();
    let says = |level, words: &str| found.iter().any(|f| f.level == level && f.message.contains(words));
    let right = match expected {
        Verdict::Fits => found.is_empty(),
        Verdict::Warns(words) => says(Level::Warning, words) && !says(Level::Error, ""),
        Verdict::Refused(words) => says(Level::Error, words),
        Verdict::Unreadable(_) => false,
    };
    if right { Ok(()) } else { Err(format!("{:?} of {facts:?}", found.iter().map(|f| &f.message).collect::<Vec<_>>())) }
}

fn file(name: &str) -> std::path::PathBuf {
    let found = corpus::all().iter().find(|(case, _): &&(Case, _)| case.name == name);
    found.map(|(_, path)| path.clone()).expect("a file of the corpus")
}

/// The facts, and how many bytes were read for them.
fn look(path: &Path) -> (Result<MediaFacts, MediaError>, u64) {
    let file = File::open(path).unwrap();
    let len = file.metadata().unwrap().len();
    looked_at(file, len)
}

fn looked_at<R: Read + Seek>(inner: R, len: u64) -> (Result<MediaFacts, MediaError>, u64) {
    let read = Rc::new(Cell::new(0));
    let facts = facts_of(Counted { inner, read: Rc::clone(&read) }, len);
    (facts, read.get())
}

struct Counted<R> {
    inner: R,
    read: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.read.set(self.read.get() + read as u64);
        Ok(read)
    }
}

impl<R: Seek> Seek for Counted<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
