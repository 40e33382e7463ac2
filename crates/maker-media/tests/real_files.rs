//! Facts and identity of files that ffmpeg writes, and of everything a maker may drop by mistake.

#![expect(clippy::unwrap_used, reason = "a helper that fails ends its test, which is what a test is for")]

use std::{
    fs::{self, File},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, SystemTime},
};

use maker_domain::{
    media::{Container, MediaFacts},
    reason::ReasonCode,
};
use maker_media::{ChangedWhat, Damage, MediaError, identify, probe, unchanged};
use rstest::rstest;
use tempfile::TempDir;

#[rstest]
#[case::mp4("a.mp4", &["-c:v", "libx264"], Container::Mp4, "H.264")]
#[case::index_first("b.mp4", &["-c:v", "libx264", "-movflags", "+faststart"], Container::Mp4, "H.264")]
#[case::fragmented("c.mp4", &["-c:v", "libx264", "-g", "10", "-movflags", "frag_keyframe+empty_moov"], Container::Mp4, "H.264")]
#[case::half_fragmented("d.mp4", &["-c:v", "libx264", "-g", "10", "-movflags", "frag_keyframe"], Container::Mp4, "H.264")]
#[case::dash("dash.mp4", &["-c:v", "libx264", "-g", "10", "-movflags", "frag_keyframe+empty_moov+separate_moof+default_base_moof"], Container::Mp4, "H.264")]
#[case::hevc("e.mp4", &["-c:v", "libx265", "-tag:v", "hvc1", "-x265-params", "log-level=none"], Container::Mp4, "H.265")]
#[case::vp9_in_mp4("f.mp4", &["-c:v", "libvpx-vp9", "-cpu-used", "8"], Container::Mp4, "VP9")]
#[case::mov("g.mov", &["-c:v", "libx264"], Container::Mov, "H.264")]
#[case::prores("h.mov", &["-c:v", "prores_ks"], Container::Mov, "apch")]
#[case::webm("i.webm", &["-c:v", "libvpx-vp9", "-cpu-used", "8", "-c:a", "libopus"], Container::Webm, "VP9")]
#[case::webm_vp8("j.webm", &["-c:v", "libvpx", "-c:a", "libvorbis"], Container::Webm, "VP8")]
#[case::mkv("k.mkv", &["-c:v", "libx264"], Container::Mkv, "H.264")]
#[case::mkv_hevc("l.mkv", &["-c:v", "libx265", "-x265-params", "log-level=none"], Container::Mkv, "H.265")]
#[tokio::test]
async fn the_header_tells_size_length_rate_and_codec(
    #[case] name: &str,
    #[case] how: &[&str],
    #[case] container: Container,
    #[case] codec: &str,
) {
    let desk = Desk::new();
    let video = desk.film(name, "320x180", how);
    let facts = probe(&video).await.unwrap();
    assert_eq!(facts.container, container);
    assert_eq!(facts.codec.as_deref(), Some(codec));
    assert_eq!((facts.width, facts.height), (Some(320), Some(180)), "{facts:?}");
    assert_eq!(facts.size_bytes, fs::metadata(&video).unwrap().len());
    assert_close(facts.duration_s, 2.0, 0.15, &facts);
    assert_close(facts.fps, 25.0, 0.2, &facts);
}

#[tokio::test]
async fn a_turned_video_has_the_size_that_people_see() {
    let desk = Desk::new();
    let video = desk.film("turned.mp4", "320x180", &["-c:v", "libx264"]);
    // Written here, because ffmpeg has renamed its option for it twice.
    let mut bytes = fs::read(&video).unwrap();
    let header = bytes.windows(4).position(|letters| letters == b"tkhd").unwrap();
    let quarter_turn: [i32; 9] = [0, 0x1_0000, 0, -0x1_0000, 0, 0, 0, 0, 0x4000_0000];
    let matrix: Vec<u8> = quarter_turn.iter().flat_map(|n| n.to_be_bytes()).collect();
    bytes[header + 44..header + 80].copy_from_slice(&matrix);
    let turned = desk.write("turned.mp4", &bytes);
    let facts = probe(&turned).await.unwrap();
    assert_eq!((facts.width, facts.height), (Some(180), Some(320)));
    assert_eq!(facts.will_be_short(), Some(true));
}

#[tokio::test]
async fn the_content_decides_and_not_the_name() {
    let desk = Desk::new();
    let video = desk.film("really.mkv", "320x180", &["-c:v", "libx264"]);
    let renamed = desk.path("holiday.mp4");
    fs::rename(video, &renamed).unwrap();
    assert_eq!(probe(&renamed).await.unwrap().container, Container::Mkv);
}

#[rstest]
#[case::avi("x.avi", &["-c:v", "mpeg4"], "an AVI")]
#[case::flv("x.flv", &["-c:v", "flv1", "-ar", "44100"], "an FLV")]
#[case::transport_stream("x.ts", &["-c:v", "libx264"], "an MPEG-TS")]
#[case::camera_stream("x.m2ts", &["-c:v", "libx264"], "an MPEG-TS")]
#[case::program_stream("x.mpg", &["-c:v", "mpeg2video"], "an MPEG-PS")]
#[case::windows("x.wmv", &["-c:v", "wmv2"], "a WMV")]
#[case::ogg("x.ogv", &["-c:v", "libtheora", "-c:a", "libvorbis"], "an Ogg file")]
#[case::gif("x.gif", &[], "an animated GIF")]
#[tokio::test]
async fn other_videos_are_named_and_may_be_exported(#[case] name: &str, #[case] how: &[&str], #[case] what: &str) {
    let desk = Desk::new();
    let error = probe(&desk.film(name, "320x180", how)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("TikTok and YouTube take MP4, MOV, WebM and MKV. This is {what}: export it as MP4 and drop it here.")
    );
}

#[rstest]
#[case::jpeg("p.jpg", "a picture")]
#[case::png("p.png", "a picture")]
#[case::webp("p.webp", "a picture")]
#[tokio::test]
async fn pictures_are_named(#[case] name: &str, #[case] what: &str) {
    let desk = Desk::new();
    let path = desk.path(name);
    ffmpeg(&["-f", "lavfi", "-i", "testsrc2=s=64x64", "-frames:v", "1", text(&path)]);
    assert_not_a_video(&probe(&path).await.unwrap_err(), what);
}

#[rstest]
#[case::mp4("s.m4a", &["-c:a", "aac"])]
#[case::matroska("s.mka", &["-c:a", "aac"])]
#[case::webm("s.webm", &["-c:a", "libopus"])]
#[case::wave("s.wav", &[])]
#[case::mp3("s.mp3", &[])]
#[tokio::test]
async fn sound_alone_is_not_a_video(#[case] name: &str, #[case] how: &[&str]) {
    let desk = Desk::new();
    let path = desk.path(name);
    ffmpeg(&[&["-f", "lavfi", "-i", "sine=d=1"], how, &[text(&path)]].concat());
    assert_not_a_video(&probe(&path).await.unwrap_err(), "a sound file");
}

#[rstest]
#[case(b"Dear diary,\nall is well \xe2\x82", "a text file")]
#[case(b"%PDF-1.7\n", "a PDF")]
#[case(b"PK\x03\x04 something", "a ZIP")]
#[case(b"\x7fELF\x02\x01\x01\0", "a program")]
#[case(&[0; 5000], "none of these")]
#[case(&[0xC3, 0x28, 0x00, 0x81], "none of these")]
#[case(&[0x00], "none of these")]
#[tokio::test]
async fn files_of_other_kinds_are_named(#[case] content: &[u8], #[case] what: &str) {
    let desk = Desk::new();
    let error = probe(&desk.write("video.mp4", content)).await.unwrap_err();
    assert_not_a_video(&error, what);
    assert!(error.to_string().ends_with("drop the video itself here."), "{error}");
}

#[rstest]
#[case::index_last("t.mp4", &["-c:v", "libx264"])]
#[case::index_first("t.mp4", &["-c:v", "libx264", "-movflags", "+faststart"])]
#[case::fragmented("t.mp4", &["-c:v", "libx264", "-g", "10", "-movflags", "frag_keyframe+empty_moov"])]
#[case::mkv("t.mkv", &["-c:v", "libx264"])]
#[tokio::test]
async fn a_video_that_was_cut_anywhere_is_refused_and_never_crashes(#[case] name: &str, #[case] how: &[&str]) {
    let desk = Desk::new();
    let whole = fs::read(desk.film(name, "160x90", how)).unwrap();
    let cuts = (1..40).map(|n| whole.len() * n / 40).chain([9, 17, 33, whole.len() - 1]);
    for cut in cuts {
        // A fragmented film is also whole where one fragment ends, so only the crash is ruled out there.
        let refused = probe(&desk.write("cut", &whole[..cut])).await;
        let fragmented = how.iter().any(|word| word.contains("empty_moov"));
        match refused {
            Err(MediaError::Broken { .. } | MediaError::NotAVideo { .. }) => {}
            Ok(_) if fragmented => {}
            other => panic!("cut at {cut} of {}: {other:?}", whole.len()),
        }
    }
    let most = desk.write("most", &whole[..whole.len() * 9 / 10]);
    let Err(MediaError::Broken { how: Damage::CutShort, .. }) = probe(&most).await else {
        panic!("nine tenths of a file must be called cut short");
    };
}

#[tokio::test]
async fn f20_five_gigabytes_on_a_real_disk_are_probed_and_identified_at_once() {
    let desk = Desk::new();
    let small = fs::read(desk.film("small.mp4", "160x90", &["-c:v", "libx264", "-movflags", "+faststart"])).unwrap();
    let path = desk.write("large.mp4", &small);
    let padding = 5_u64 << 30;
    let mut file = File::options().append(true).open(&path).unwrap();
    file.write_all(&[&1_u32.to_be_bytes()[..], b"free", &padding.to_be_bytes()].concat()).unwrap();
    file.set_len(small.len() as u64 + padding).unwrap();
    let facts = probe(&path).await.unwrap();
    assert_eq!(facts.size_bytes, small.len() as u64 + padding);
    assert_eq!(facts.width, Some(160));
    let identity = identify(&path).await.unwrap();
    unchanged(&path, &identity).await.unwrap();
}

#[tokio::test]
async fn what_is_no_file_is_said_and_never_waited_for() {
    let desk = Desk::new();
    let fifo = desk.path("pipe.mp4");
    assert!(Command::new("mkfifo").arg(&fifo).status().unwrap().success());
    let empty = desk.write("empty.mp4", b"");
    assert!(matches!(probe(&fifo).await, Err(MediaError::NotAFile)));
    assert!(matches!(identify(&fifo).await, Err(MediaError::NotAFile)));
    assert!(matches!(probe(Path::new("/dev/zero")).await, Err(MediaError::NotAFile)));
    assert!(matches!(probe(desk.folder.path()).await, Err(MediaError::Directory)));
    assert!(matches!(probe(&empty).await, Err(MediaError::Empty)));
    assert!(matches!(probe(&desk.path("gone.mp4")).await, Err(MediaError::Missing)));
    assert!(matches!(probe(&empty.join("inside.mp4")).await, Err(MediaError::Missing)));
    assert_eq!(MediaError::Missing.reason(), ReasonCode::FileMissing);
}

#[tokio::test]
async fn a_link_to_a_video_is_that_video_and_a_link_in_a_circle_is_unreadable() {
    let desk = Desk::new();
    let video = desk.film("v.mp4", "160x90", &["-c:v", "libx264"]);
    let link = desk.path("link.mp4");
    std::os::unix::fs::symlink(&video, &link).unwrap();
    assert_eq!(probe(&link).await.unwrap(), probe(&video).await.unwrap());
    let circle = desk.path("circle.mp4");
    std::os::unix::fs::symlink(&circle, &circle).unwrap();
    let error = probe(&circle).await.unwrap_err();
    assert_eq!(error.reason(), ReasonCode::FileUnreadable, "{error:?}");
}

#[tokio::test]
async fn f19_every_change_is_noticed_and_named() {
    let desk = Desk::new();
    let content: Vec<u8> = (0..2_000_000_u32).map(|n| (n / 7) as u8).collect();
    let path = desk.write("v.mp4", &content);
    let chosen_at = fs::metadata(&path).unwrap().modified().unwrap();
    let before = identify(&path).await.unwrap();
    unchanged(&path, &before).await.unwrap();

    File::options().append(true).open(&path).unwrap().write_all(b"x").unwrap();
    assert_changed(&path, &before, ChangedWhat::Size).await;

    fs::write(&path, &content).unwrap();
    set_time(&path, chosen_at + Duration::from_secs(1));
    assert_changed(&path, &before, ChangedWhat::Time).await;

    for place in [0, 10, 2_000_000 / 7 * 3, 1_999_999] {
        fs::write(&path, &content).unwrap();
        let mut file = File::options().write(true).open(&path).unwrap();
        file.seek(SeekFrom::Start(place)).unwrap();
        file.write_all(&[!content[place as usize]]).unwrap();
        set_time(&path, chosen_at);
        assert_changed(&path, &before, ChangedWhat::Content).await;
    }

    fs::write(&path, b"").unwrap();
    assert_changed(&path, &before, ChangedWhat::Size).await;
    fs::remove_file(&path).unwrap();
    assert!(matches!(unchanged(&path, &before).await, Err(MediaError::Missing)));
}

#[rstest]
#[tokio::test]
async fn small_files_are_hashed_whole(#[values(1, 2, 229_375, 229_376, 229_377)] size: usize) {
    let desk = Desk::new();
    let mut content = vec![7; size];
    let path = desk.write("v.mp4", &content);
    let before = identify(&path).await.unwrap();
    unchanged(&path, &before).await.unwrap();
    // Just inside the first edge: hashed at every size.
    let place = (size - 1).min(65_535);
    content[place] = 8;
    fs::write(&path, &content).unwrap();
    assert_ne!(identify(&path).await.unwrap().fingerprint, before.fingerprint);
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        fs::write(self.path(name), content).unwrap();
        self.path(name)
    }

    /// Two seconds at 25 frames per second, with a tone.
    fn film(&self, name: &str, size: &str, how: &[&str]) -> PathBuf {
        let path = self.path(name);
        let pictures = format!("testsrc2=s={size}:r=25:d=2");
        let input = ["-f", "lavfi", "-i", &pictures, "-f", "lavfi", "-i", "sine=d=2:r=44100"];
        ffmpeg(&[&input, how, &["-pix_fmt", pixels(name, how), text(&path)]].concat());
        path
    }
}

fn pixels(name: &str, how: &[&str]) -> &'static str {
    match (name.ends_with(".gif"), how.contains(&"prores_ks")) {
        (true, _) => "rgb8",
        (_, true) => "yuv422p10le",
        _ => "yuv420p",
    }
}

fn ffmpeg(arguments: &[&str]) {
    let output = Command::new("ffmpeg").args(["-v", "error", "-y"]).args(arguments).output().unwrap();
    assert!(output.status.success(), "ffmpeg {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn set_time(path: &Path, to: SystemTime) {
    File::options().write(true).open(path).unwrap().set_modified(to).unwrap();
}

fn assert_close(value: Option<f64>, expected: f64, by: f64, facts: &MediaFacts) {
    assert!(value.is_some_and(|v| (v - expected).abs() <= by), "{value:?} is not about {expected}: {facts:?}");
}

fn assert_not_a_video(error: &MediaError, expected: &str) {
    assert!(matches!(error, MediaError::NotAVideo { what } if what == expected), "{error}");
}

async fn assert_changed(path: &Path, before: &maker_domain::media::FileIdentity, expected: ChangedWhat) {
    match unchanged(path, before).await {
        Err(MediaError::Changed { what }) => assert_eq!(what, expected),
        other => panic!("expected a change of {expected:?}, got {other:?}"),
    }
}
