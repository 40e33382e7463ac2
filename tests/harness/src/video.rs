//! Real video files, made by ffmpeg when a test needs them, and made larger without taking room.

use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

/// Two seconds of H.264 and AAC in an MP4, 720 x 1280.
///
/// # Panics
/// When ffmpeg cannot be run.
pub fn make(path: &Path) {
    ffmpeg(
        &[
            "-f",
            "lavfi",
            "-i",
            "gradients=size=720x1280:rate=30:duration=2:c0=0x4c1d95:c1=0xf59e0b:c2=0xfde68a:nb_colors=3",
            "-f",
            "lavfi",
            "-i",
            "sine=duration=2",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            "-shortest",
        ],
        path,
    );
}

/// The same, 1280 x 720.
///
/// # Panics
/// When ffmpeg cannot be run.
pub fn make_wide(path: &Path) {
    ffmpeg(
        &[
            "-f",
            "lavfi",
            "-i",
            "gradients=size=1280x720:rate=30:duration=2:c0=0x134e4a:c1=0xd97706:c2=0xfef3c7:nb_colors=3",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
        ],
        path,
    );
}

/// A film of `megabytes` million bytes, every one of them real: noise, which does not compress. Made once for each size and
/// kept beside the programs.
///
/// # Panics
/// When ffmpeg cannot be run.
pub fn make_of_size(path: &Path, megabytes: u64) {
    static MAKING: Mutex<()> = Mutex::new(());
    let folder = crate::binary("maker").with_file_name("test-videos");
    let kept = folder.join(format!("{megabytes}.mp4"));
    let _one_at_a_time = MAKING.lock().unwrap_or_else(PoisonError::into_inner);
    if !kept.exists() {
        std::fs::create_dir_all(&folder).expect("the target folder can be written");
        // Another test process may be making the same: whoever is first past the rename wins, and both are right.
        let made = folder.join(format!("{megabytes}-{}.mp4", std::process::id()));
        let limit = (megabytes * 1_000_000 - 200_000).to_string();
        let film = "color=gray:s=720x1280:r=30:d=60,noise=alls=90:allf=t";
        ffmpeg(
            &[
                "-f",
                "lavfi",
                "-i",
                film,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-qp",
                "18",
                "-fs",
                &limit,
            ],
            &made,
        );
        grow(&made, megabytes * 1_000_000);
        std::fs::rename(&made, &kept).expect("the target folder can be written");
    }
    std::fs::copy(&kept, path).expect("there is room for a video");
}

/// A picture, 1200 x 800, of the kind that the path's ending says.
///
/// # Panics
/// When ffmpeg cannot be run.
pub fn make_picture(path: &Path) {
    let scene = "gradients=size=1200x800:c0=0x134e4a:c1=0xd97706:c2=0xfef3c7:nb_colors=3";
    ffmpeg(&["-f", "lavfi", "-i", scene, "-frames:v", "1", "-update", "1"], path);
}

/// An AVI, which no platform takes.
///
/// # Panics
/// When ffmpeg cannot be run.
pub fn make_avi(path: &Path) {
    ffmpeg(&["-f", "lavfi", "-i", "testsrc2=size=320x240:rate=24:duration=1", "-c:v", "mpeg4", "-f", "avi"], path);
}

/// Makes an MP4 larger by a `free` box (ISO/IEC 14496-12 section 8.1.2) that is a hole on the disk. Does nothing when it
/// is as large already.
///
/// # Panics
/// When the file cannot be written.
pub fn grow(path: &Path, to_bytes: u64) {
    let mut file = std::fs::OpenOptions::new().read(true).write(true).open(path).expect("the video is there");
    let size = file.seek(SeekFrom::End(0)).expect("a file has an end");
    if size + 16 > to_bytes {
        return;
    }
    let mut head = Vec::from(1u32.to_be_bytes());
    head.extend(b"free");
    head.extend((to_bytes - size).to_be_bytes());
    file.write_all(&head).expect("the disk takes it");
    file.set_len(to_bytes).expect("the disk takes it");
}

/// SHA-256 of a file, in hex.
///
/// # Panics
/// When it cannot be read.
#[must_use]
pub fn sha256(path: &Path) -> String {
    let mut file = std::fs::File::open(path).expect("the video is there");
    let (mut hash, mut piece) = (Sha256::new(), vec![0; 1 << 20]);
    loop {
        let read = file.read(&mut piece).expect("it can be read");
        if read == 0 {
            return hash.finalize().iter().map(|b| format!("{b:02x}")).collect();
        }
        hash.update(&piece[..read]);
    }
}

fn ffmpeg(arguments: &[&str], path: &Path) {
    let made = Command::new("ffmpeg")
        .args(["-y", "-loglevel", "error"])
        .args(arguments)
        .arg(path)
        .stdin(Stdio::null())
        .status()
        .expect("ffmpeg does not start: install the package ffmpeg");
    assert!(made.success(), "ffmpeg made no {}", path.display());
}
