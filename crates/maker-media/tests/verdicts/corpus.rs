//! Files on both sides of every limit, made once by ffmpeg and kept beside the programs that are tested.

use std::{
    fs::{self, File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

/// What a platform's line in the composer says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Fits,
    Warns(&'static str),
    Refused(&'static str),
    /// No platform is asked: it is no video, or a broken one.
    Unreadable(&'static str),
}

use Verdict::{Fits, Refused, Unreadable, Warns};

pub(crate) struct Case {
    pub(crate) name: String,
    make: Make,
    pub(crate) youtube: Verdict,
    pub(crate) tiktok: Verdict,
}

type Make = Box<dyn Fn(&Path) + Send + Sync>;

/// Change it when a file is made otherwise.
const EDITION: &str = "verdicts-1";
const SLOW: Verdict = Refused("23 at least");
const FAST: Verdict = Refused("60 at most");
const SIDES: Verdict = Refused("from 360 to 4,096 pixels");
const LONG: Verdict = Refused("10 min");
const LARGE: Verdict = Refused("up to 4 GB");
const MKV: Verdict = Refused("This is an MKV");
const EXPORT: Verdict = Unreadable("export it as MP4");
const CUT: Verdict = Unreadable("stops in the middle");
const UNFINISHED: Verdict = Unreadable("never finished");
const DAMAGED: Verdict = Unreadable("header of this");

const GIB: u64 = 1 << 30;

/// Every case with its file.
pub(crate) fn all() -> &'static [(Case, PathBuf)] {
    static ALL: OnceLock<Vec<(Case, PathBuf)>> = OnceLock::new();
    ALL.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(EDITION);
        fs::create_dir_all(&folder).expect("the target folder can be written");
        let cases: Vec<_> = cases().into_iter().map(|case| (folder.join(&case.name), case)).collect();
        let next = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    while let Some((path, case)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                        make_once(path, &case.make);
                    }
                });
            }
        });
        cases.into_iter().map(|(path, case)| (case, path)).collect()
    })
}

fn make_once(path: &Path, make: &Make) {
    if path.exists() {
        return;
    }
    // Another test process may be making the same: whoever renames last wins, and both are right. The ending stays, since
    // ffmpeg goes by it.
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let made = path.with_file_name(format!("making-{}-{name}", std::process::id()));
    make(&made);
    fs::rename(&made, path).expect("the target folder can be written");
}

fn cases() -> Vec<Case> {
    [rates(), sizes(), lengths(), codecs(), containers(), layouts(), damage(), weights(), hostile()]
        .into_iter()
        .flatten()
        .collect()
}

fn case(
    name: impl Into<String>,
    youtube: Verdict,
    tiktok: Verdict,
    make: impl Fn(&Path) + Send + Sync + 'static,
) -> Case {
    Case { name: name.into(), make: Box::new(make), youtube, tiktok }
}

fn unreadable(name: &str, why: Verdict, make: impl Fn(&Path) + Send + Sync + 'static) -> Case {
    case(name, why, why, make)
}

const H264: &[&str] = &["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];
const VP8: &[&str] = &["-c:v", "libvpx", "-cpu-used", "8", "-deadline", "realtime"];

fn film(path: &Path, size: &str, rate: &str, frames: u32, how: &[&str]) {
    let pictures = format!("color=gray:s={size}:r={rate}");
    let frames = frames.to_string();
    ffmpeg(&[&["-f", "lavfi", "-i", &pictures, "-frames:v", &frames], how], path);
}

fn rates() -> Vec<Case> {
    let mp4 = [
        ("10", SLOW),
        ("15", SLOW),
        ("20", SLOW),
        ("22", SLOW),
        ("23", Fits),
        ("24000/1001", Fits),
        ("24", Fits),
        ("25", Fits),
        ("30000/1001", Fits),
        ("30", Fits),
        ("48", Fits),
        ("50", Fits),
        ("60000/1001", Fits),
        ("60", Fits),
        ("61", FAST),
        ("72", FAST),
        ("90", FAST),
        ("120", FAST),
    ];
    let webm = [("22", SLOW), ("23", Fits), ("60", Fits), ("61", FAST)];
    let named = |rate: &str, ending: &str| format!("rate-{}.{ending}", rate.replace('/', "_"));
    mp4.into_iter()
        .map(|(rate, verdict)| {
            case(named(rate, "mp4"), Fits, verdict, move |path| film(path, "360x640", rate, 60, H264))
        })
        .chain(webm.into_iter().map(|(rate, verdict)| {
            case(named(rate, "webm"), Fits, verdict, move |path| film(path, "360x640", rate, 30, VP8))
        }))
        .collect()
}

fn sizes() -> Vec<Case> {
    let mp4 = [
        ("358x640", SIDES),
        ("640x358", SIDES),
        ("64x64", SIDES),
        ("360x640", Fits),
        ("640x360", Fits),
        ("360x360", Fits),
        ("362x362", Fits),
        ("720x1280", Fits),
        ("1080x1920", Fits),
        ("1920x1080", Fits),
        ("4096x360", Fits),
        ("360x4096", Fits),
        ("2160x4096", Fits),
        ("4096x2160", Fits),
        ("4098x360", SIDES),
        ("360x4098", SIDES),
        ("4098x2160", SIDES),
    ];
    let webm = [("358x640", SIDES), ("640x358", SIDES), ("362x640", Fits), ("4096x362", Fits), ("4098x362", SIDES)];
    let turned = [("640x360", Fits), ("358x640", SIDES), ("4096x360", Fits), ("4098x360", SIDES)];
    mp4.into_iter()
        .map(|(size, verdict)| {
            case(format!("size-{size}.mp4"), Fits, verdict, move |path| film(path, size, "25", 5, H264))
        })
        .chain(webm.into_iter().map(|(size, verdict)| {
            case(format!("size-{size}.webm"), Fits, verdict, move |path| film(path, size, "25", 5, VP8))
        }))
        .chain(turned.into_iter().map(|(size, verdict)| {
            case(format!("turned-{size}.mp4"), Fits, verdict, move |path| {
                film(path, size, "25", 5, H264);
                turn(path);
            })
        }))
        .collect()
}

/// Two seconds of film again and again, by the same frames: as long as it says, and small.
fn long(path: &Path, seconds: u32, rate: &str, each: u32, how: &[&str], with: &[&str]) {
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("mp4");
    let seed = path.with_extension(format!("seed.{ending}"));
    let frames = each * rate.parse::<u32>().expect("a whole rate");
    film(&seed, "360x640", rate, frames, how);
    let (turns, length) = (seconds.div_ceil(each).to_string(), seconds.to_string());
    let film = seed.to_str().expect("a path in UTF-8");
    ffmpeg(&[&["-stream_loop", &turns, "-i", film], with, &["-c:v", "copy", "-t", &length]], path);
    fs::remove_file(&seed).expect("it was just made");
}

fn lengths() -> Vec<Case> {
    let phone = Warns("confirmed phone number");
    let hours = Refused("up to 12 hours");
    let mp4 = [
        (1, "25", Fits, Fits),
        (179, "25", Fits, Fits),
        (180, "25", Fits, Fits),
        (181, "25", Fits, Fits),
        (599, "25", Fits, Fits),
        (600, "25", Fits, Fits),
        (601, "25", Fits, LONG),
        (899, "25", Fits, LONG),
        (900, "25", Fits, LONG),
        (901, "25", phone, LONG),
        (43_199, "1", phone, LONG),
        (43_200, "1", phone, LONG),
        (43_201, "1", hours, LONG),
    ];
    let others = [("mov", 600, Fits), ("mov", 601, LONG), ("webm", 600, Fits), ("webm", 601, LONG)];
    let heard = [(180, Fits), (600, Fits), (601, LONG)];
    mp4.into_iter()
        .map(|(seconds, rate, youtube, tiktok)| {
            // One frame a second keeps twelve hours small; TikTok refuses that too, for its rate.
            case(format!("long-{seconds}.mp4"), youtube, tiktok, move |path| {
                long(path, seconds, rate, if rate == "1" { 60 } else { 2 }, H264, &[]);
            })
        })
        .chain(others.into_iter().map(|(ending, seconds, tiktok)| {
            case(format!("long-{seconds}.{ending}"), Fits, tiktok, move |path| {
                long(path, seconds, "25", 2, if ending == "webm" { VP8 } else { H264 }, &[]);
            })
        }))
        .chain(heard.into_iter().map(|(seconds, tiktok)| {
            // Sound comes in frames of its own length: the file is a few hundredths longer than its pictures.
            case(format!("heard-{seconds}.mp4"), Fits, tiktok, move |path| {
                let sound = format!("sine=r=44100:d={seconds}.03");
                let with = ["-f", "lavfi", "-i", &sound, "-map", "0:v", "-map", "1:a", "-c:a", "aac", "-b:a", "16k"];
                long(path, seconds, "25", 2, H264, &with);
            })
        }))
        .collect()
}

fn codecs() -> Vec<Case> {
    let av1 = Refused("This is AV1");
    let other = Refused("TikTok takes H.264, H.265, VP8 and VP9");
    let hevc = &["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none", "-pix_fmt", "yuv420p"];
    let list: Vec<(&str, Vec<&str>, Verdict)> = vec![
        ("h264.mp4", H264.to_vec(), Fits),
        ("h264-10bit.mp4", [H264, &["-pix_fmt", "yuv420p10le"]].concat(), Fits),
        ("h264-422.mp4", [H264, &["-pix_fmt", "yuv422p"]].concat(), Fits),
        ("h264-444.mp4", [H264, &["-pix_fmt", "yuv444p"]].concat(), Fits),
        ("h264.mov", H264.to_vec(), Fits),
        ("h264.m4v", H264.to_vec(), Fits),
        ("h264.mkv", H264.to_vec(), MKV),
        ("hevc-hvc1.mp4", [&hevc[..], &["-tag:v", "hvc1"]].concat(), Fits),
        ("hevc-hev1.mp4", [&hevc[..], &["-tag:v", "hev1"]].concat(), Fits),
        ("hevc.mov", [&hevc[..], &["-tag:v", "hvc1"]].concat(), Fits),
        ("hevc.mkv", hevc.to_vec(), MKV),
        ("vp8.webm", VP8.to_vec(), Fits),
        ("vp8.mkv", VP8.to_vec(), MKV),
        ("vp9.webm", vec!["-c:v", "libvpx-vp9", "-cpu-used", "8", "-deadline", "realtime"], Fits),
        ("vp9.mp4", vec!["-c:v", "libvpx-vp9", "-cpu-used", "8", "-deadline", "realtime"], Fits),
        ("vp9.mkv", vec!["-c:v", "libvpx-vp9", "-cpu-used", "8", "-deadline", "realtime"], MKV),
        ("av1.mp4", vec!["-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime"], av1),
        ("av1.webm", vec!["-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime"], av1),
        ("av1.mkv", vec!["-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime"], MKV),
        ("mpeg4.mp4", vec!["-c:v", "mpeg4"], other),
        ("mpeg4.mov", vec!["-c:v", "mpeg4"], other),
        // A phone's film that says of itself that it plays as MP4.
        ("mpeg4.3gp", vec!["-c:v", "mpeg4"], other),
        ("mjpeg.mov", vec!["-c:v", "mjpeg", "-pix_fmt", "yuvj420p"], other),
        ("mjpeg.mkv", vec!["-c:v", "mjpeg", "-pix_fmt", "yuvj420p"], MKV),
        ("prores.mov", vec!["-c:v", "prores_ks"], other),
        ("prores-4444.mov", vec!["-c:v", "prores_ks", "-profile:v", "4", "-pix_fmt", "yuva444p10le"], other),
    ];
    list.into_iter()
        .map(|(name, how, tiktok)| {
            case(format!("codec-{name}"), Fits, tiktok, move |path| film(path, "360x640", "25", 12, &how))
        })
        .collect()
}

fn containers() -> Vec<Case> {
    let renamed: [(&str, &str, &[&str], Verdict); 6] = [
        ("really-mkv.mp4", "matroska", H264, MKV),
        ("really-webm.mp4", "webm", VP8, Fits),
        ("really-mov.mp4", "mov", H264, Fits),
        ("really-mp4.mkv", "mp4", H264, Fits),
        ("really-mp4.avi", "mp4", H264, Fits),
        ("really-mp4.txt", "mp4", H264, Fits),
    ];
    let foreign: [(&str, &[&str]); 9] = [
        ("x.avi", &["-c:v", "mpeg4"]),
        ("x.flv", &["-c:v", "flv1"]),
        ("x.ts", &["-c:v", "libx264"]),
        ("x.m2ts", &["-c:v", "libx264"]),
        ("x.mpg", &["-c:v", "mpeg2video"]),
        ("x.wmv", &["-c:v", "wmv2"]),
        ("x.ogv", &["-c:v", "libtheora"]),
        ("x.gif", &[]),
        ("avi-called.mp4", &["-c:v", "mpeg4", "-f", "avi"]),
    ];
    let silent = [
        ("p.jpg", "a picture"),
        ("p.png", "a picture"),
        ("p.webp", "a picture"),
        ("s.m4a", "a sound file"),
        ("s.mp3", "a sound file"),
        ("s.wav", "a sound file"),
        ("s.webm", "a sound file"),
        ("s.mka", "a sound file"),
    ];
    renamed
        .into_iter()
        .map(|(name, format, how, tiktok)| {
            case(name, Fits, tiktok, move |path| {
                film(path, "360x640", "25", 12, &[how, &["-f", format]].concat());
            })
        })
        .chain(
            foreign
                .into_iter()
                .map(|(name, how)| unreadable(name, EXPORT, move |path| film(path, "360x640", "25", 12, how))),
        )
        .chain(silent.into_iter().map(|(name, what)| {
            unreadable(name, Unreadable(what), move |path| {
                if name.starts_with('p') {
                    film(path, "64x64", "1", 1, &["-update", "1"]);
                } else {
                    ffmpeg(&[&["-f", "lavfi", "-i", "sine=d=1"]], path);
                }
            })
        }))
        .chain([
            unreadable("words.mp4", Unreadable("a text file"), |path| write(path, b"Dear diary, all is well.\n")),
            unreadable("packed.mov", Unreadable("a ZIP"), |path| write(path, b"PK\x03\x04 something else")),
            unreadable("zeros.mp4", Unreadable("none of these"), |path| write(path, &[0; 5_000])),
        ])
        .collect()
}

fn layouts() -> Vec<Case> {
    let sound = &["-f", "lavfi", "-i", "sine=d=2"];
    let list: Vec<(&str, Vec<&str>, Vec<&str>)> = vec![
        ("index-last.mp4", vec![], vec![]),
        ("index-first.mp4", vec![], vec!["-movflags", "+faststart"]),
        ("fragmented.mp4", vec![], vec!["-g", "10", "-movflags", "frag_keyframe+empty_moov"]),
        ("half-fragmented.mp4", vec![], vec!["-g", "10", "-movflags", "frag_keyframe"]),
        ("dash.mp4", vec![], vec!["-g", "10", "-movflags", "frag_keyframe+empty_moov+separate_moof+default_base_moof"]),
        ("heard.mp4", sound.to_vec(), vec!["-c:a", "aac", "-shortest"]),
        ("heard.mov", sound.to_vec(), vec!["-c:a", "pcm_s16le", "-shortest"]),
        ("sound-first.mp4", sound.to_vec(), vec!["-map", "1:a", "-map", "0:v", "-c:a", "aac", "-shortest"]),
        ("timecode.mov", vec![], vec!["-timecode", "01:00:00:00"]),
        ("no-edit-list.mp4", vec![], vec!["-use_editlist", "0"]),
        ("late-start.mp4", vec![], vec!["-output_ts_offset", "0.5"]),
        ("frames-doubled.mp4", vec![], vec!["-vf", "setpts=N/(25*TB)+gte(N\\,25)/(25*TB)", "-fps_mode", "passthrough"]),
    ];
    list.into_iter()
        .map(|(name, before, after)| {
            case(format!("layout-{name}"), Fits, Fits, move |path| {
                ffmpeg(&[&["-f", "lavfi", "-i", "color=gray:s=360x640:r=25:d=2"], &before, H264, &after], path);
            })
        })
        .collect()
}

fn damage() -> Vec<Case> {
    let first = &["-movflags", "+faststart"][..];
    let list: [(&str, &[&str], u64, Verdict); 10] = [
        ("tenth.mp4", &[], 10, CUT),
        ("half.mp4", &[], 50, CUT),
        ("most.mp4", &[], 90, CUT),
        ("first-half.mp4", first, 50, CUT),
        ("first-most.mp4", first, 99, CUT),
        ("half.mov", &[], 50, CUT),
        ("half.mkv", &[], 50, CUT),
        ("most.mkv", &[], 95, CUT),
        ("half.webm", &[], 50, CUT),
        ("most.webm", &[], 95, CUT),
    ];
    list.into_iter()
        .map(|(name, how, percent, why)| {
            unreadable(&format!("cut-{name}"), why, move |path| {
                let codec = if name.ends_with("webm") { VP8 } else { H264 };
                let noise = ["-vf", "noise=alls=60:allf=t"];
                film(path, "360x640", "25", 12, &[codec, &noise, how].concat());
                let size = fs::metadata(path).expect("it was just made").len();
                open(path).set_len(size * percent / 100).expect("the disk takes it");
            })
        })
        .chain([
            unreadable("head-alone.mp4", UNFINISHED, |path| write(path, &make(b"ftyp", b"isom\0\0\0\0isom"))),
            unreadable("never-finished.mp4", UNFINISHED, |path| {
                write(path, &[make(b"ftyp", b"isom\0\0\0\0isom"), make(b"mdat", &[7; 900])].concat());
            }),
        ])
        .collect()
}

fn weights() -> Vec<Case> {
    let huge = Refused("up to 256 GB");
    [
        ("4-gib.mp4", 4 * GIB, Fits, Fits),
        ("4-gib-and-one.mp4", 4 * GIB + 1, Fits, LARGE),
        ("5-gib.mov", 5 * GIB, Fits, LARGE),
        ("256-gib.mp4", 256 * GIB, Fits, LARGE),
        ("256-gib-and-one.mp4", 256 * GIB + 1, huge, LARGE),
    ]
    .into_iter()
    .map(|(name, bytes, youtube, tiktok)| {
        case(name, youtube, tiktok, move |path| {
            film(path, "360x640", "25", 12, H264);
            grow(path, bytes);
        })
    })
    .collect()
}

fn hostile() -> Vec<Case> {
    let ftyp = || make(b"ftyp", b"isom\0\0\0\0isom");
    let wide = |kind: &[u8; 4], size: u64| [&1_u32.to_be_bytes()[..], kind, &size.to_be_bytes()].concat();
    let list: Vec<(&str, Verdict, Vec<u8>)> = vec![
        ("tiny-boxes.mp4", DAMAGED, [ftyp(), b"\0\0\0\x08free".repeat(300_000)].concat()),
        ("index-past-the-end.mp4", CUT, [ftyp(), wide(b"moov", u64::MAX / 2)].concat()),
        ("length-overflows.mp4", DAMAGED, [ftyp(), wide(b"moov", u64::MAX - 4)].concat()),
        ("box-of-nothing.mp4", DAMAGED, [ftyp(), vec![0, 0, 0, 4], b"moov".to_vec()].concat()),
        ("index-of-nothing.mp4", UNFINISHED, [ftyp(), make(b"moov", &[])].concat()),
        ("tracks-of-nothing.mp4", Unreadable(""), [ftyp(), make(b"moov", &make(b"trak", &[]).repeat(20_000))].concat()),
        ("deep.mp4", UNFINISHED, [ftyp(), make(b"moov", &nest(3_000))].concat()),
        (
            "elements-past-the-end.webm",
            Unreadable(""),
            [WEBM, &[0x18, 0x53, 0x80, 0x67, 0xFF, 0x16, 0x54, 0xAE, 0x6B, 0x01, 0x7F], &[0xFF; 6]].concat(),
        ),
    ];
    list.into_iter().map(|(name, why, bytes)| unreadable(name, why, move |path| write(path, &bytes))).collect()
}

const WEBM: &[u8] = &[0x1A, 0x45, 0xDF, 0xA3, 0x87, 0x42, 0x82, 0x84, b'w', b'e', b'b', b'm'];

fn nest(depth: usize) -> Vec<u8> {
    (0..depth).fold(Vec::new(), |inner, _| make(b"meta", &inner))
}

fn make(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let size = u32::try_from(body.len() + 8).expect("a small box");
    [&size.to_be_bytes(), &kind[..], body].concat()
}

/// A quarter turn in every track's matrix, written here because ffmpeg has renamed its option for it twice.
fn turn(path: &Path) {
    let mut bytes = fs::read(path).expect("it was just made");
    let header = bytes.windows(4).position(|letters| letters == b"tkhd").expect("a track");
    let quarter: [i32; 9] = [0, 0x1_0000, 0, -0x1_0000, 0, 0, 0, 0, 0x4000_0000];
    let matrix: Vec<u8> = quarter.iter().flat_map(|n| n.to_be_bytes()).collect();
    bytes[header + 44..header + 80].copy_from_slice(&matrix);
    write(path, &bytes);
}

/// Larger by a box of free space that is a hole on the disk.
fn grow(path: &Path, to_bytes: u64) {
    let mut file = open(path);
    let size = file.seek(SeekFrom::End(0)).expect("a file has an end");
    let head = [&1_u32.to_be_bytes()[..], b"free", &(to_bytes - size).to_be_bytes()].concat();
    file.write_all(&head).expect("the disk takes it");
    file.set_len(to_bytes).expect("the disk takes it");
}

fn open(path: &Path) -> File {
    OpenOptions::new().write(true).open(path).expect("it was just made")
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("the target folder can be written");
}

fn ffmpeg(arguments: &[&[&str]], path: &Path) {
    let made = Command::new("ffmpeg")
        .args(["-y", "-v", "error"])
        .args(arguments.concat())
        .arg(path)
        .stdin(Stdio::null())
        .output()
        .expect("ffmpeg does not start: install the package ffmpeg");
    assert!(made.status.success(), "{}: {}", path.display(), String::from_utf8_lossy(&made.stderr));
}
