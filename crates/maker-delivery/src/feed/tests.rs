use futures_util::TryStreamExt;

use super::*;

struct Film {
    _folder: tempfile::TempDir,
    path: PathBuf,
    identity: FileIdentity,
    bytes: Vec<u8>,
}

fn film(size: u64) -> Film {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("film.mp4");
    let bytes: Vec<u8> = (0..size).map(|n| (n / 7 % 253) as u8).collect();
    std::fs::write(&path, &bytes).unwrap();
    let identity =
        FileIdentity { size_bytes: size, modified_at: chrono::DateTime::UNIX_EPOCH, fingerprint: "same".into() };
    Film { _folder: folder, path, identity, bytes }
}

async fn read(seat: &Arc<Seat>, range: Range<u64>, hash: &Arc<SourceHash>) -> io::Result<Vec<u8>> {
    let pieces: Vec<Bytes> = seat.stream(range, Arc::new(Pace::new()), Arc::clone(hash)).try_collect().await?;
    Ok(pieces.concat())
}

#[tokio::test]
async fn a_range_arrives_whole_and_nothing_else() {
    let (film, feeds) = (film(3 * PIECE_BYTES + 7), Feeds::default());
    let seat = feeds.seat(&film.path, &film.identity).unwrap();
    let hash = Arc::new(SourceHash::new(film.identity.size_bytes));
    for range in [0..1, 5..PIECE_BYTES + 5, PIECE_BYTES..3 * PIECE_BYTES + 7, 0..3 * PIECE_BYTES] {
        let expected = &film.bytes[range.start as usize..range.end as usize];
        assert_eq!(read(&seat, range, &hash).await.unwrap(), expected);
    }
    assert_eq!(hash.whole(), Some(blake3::hash(&film.bytes).to_hex().to_string()));
}

#[tokio::test]
async fn the_hash_is_whole_when_the_last_bytes_leave_since_a_body_of_known_length_is_asked_for_no_more() {
    let (film, feeds) = (film(20 * PIECE_BYTES), Feeds::default());
    let total = film.identity.size_bytes;
    for _ in 0..5 {
        let seat = feeds.seat(&film.path, &film.identity).unwrap();
        let hash = Arc::new(SourceHash::new(total));
        let mut bytes = Box::pin(seat.stream(0..total, Arc::new(Pace::new()), Arc::clone(&hash)));
        let mut left = total;
        while left > 0 {
            left -= bytes.next().await.unwrap().unwrap().len() as u64;
        }
        assert_eq!(hash.whole(), Some(blake3::hash(&film.bytes).to_hex().to_string()));
    }
}

#[tokio::test]
async fn f19_a_file_that_shrank_ends_in_an_error_and_not_in_silence() {
    let (film, feeds) = (film(2 * PIECE_BYTES), Feeds::default());
    let seat = feeds.seat(&film.path, &film.identity).unwrap();
    std::fs::OpenOptions::new().write(true).open(&film.path).unwrap().set_len(PIECE_BYTES + 9).unwrap();
    let hash = Arc::new(SourceHash::new(film.identity.size_bytes));
    assert!(read(&seat, 0..2 * PIECE_BYTES, &hash).await.is_err());
    assert_eq!(hash.whole(), None);
}

#[tokio::test]
async fn three_uploads_of_one_file_read_it_once() {
    // The whole film is within the window: one that no line holds back runs as far ahead of the others as it can.
    let film = film(15 * PIECE_BYTES + 99);
    assert_eq!(three_uploads(&film).await, film.identity.size_bytes);
}

/// Sends a film three times at once and tells how much of it was read.
async fn three_uploads(film: &Film) -> u64 {
    let (feeds, total) = (Feeds::default(), film.identity.size_bytes);
    let upload = |part: u64| {
        let (seat, hash) = (feeds.seat(&film.path, &film.identity).unwrap(), Arc::new(SourceHash::new(total)));
        async move {
            let mut all = Vec::new();
            let mut at = 0;
            while at < total {
                let end = (at + part).min(total);
                all.extend(read(&seat, at..end, &hash).await.unwrap());
                at = end;
                // The platform's answer.
                tokio::task::yield_now().await;
            }
            (all, hash.whole())
        }
    };
    // TikTok's ranges end in the middle of pieces, YouTube's do not; the third goes in one.
    let (one, two, three) = tokio::join!(upload(8 << 20), upload(5_000_000), upload(total));
    for (bytes, hash) in [one, two, three] {
        assert!(bytes == film.bytes);
        assert_eq!(hash, Some(blake3::hash(&film.bytes).to_hex().to_string()));
    }
    feeds.read_bytes()
}

#[tokio::test]
async fn one_that_stalls_holds_nobody_up_and_reads_for_itself_later() {
    let (film, feeds) = (film(100 * PIECE_BYTES), Feeds::default());
    let total = film.identity.size_bytes;
    let (fast, stalled) =
        (feeds.seat(&film.path, &film.identity).unwrap(), feeds.seat(&film.path, &film.identity).unwrap());
    let hash = Arc::new(SourceHash::new(total));
    let mut waiting = Box::pin(stalled.stream(0..total, Arc::new(Pace::new()), Arc::new(SourceHash::new(total))));
    assert!(waiting.next().await.unwrap().is_ok());

    assert!(read(&fast, 0..total, &hash).await.unwrap() == film.bytes);

    assert!(lock(&fast.feed.window).kept() as u64 * PIECE_BYTES <= WINDOW_BYTES);
    let rest: Vec<Bytes> = waiting.try_collect().await.unwrap();
    assert!(rest.concat() == film.bytes[film.bytes.len() - rest.iter().map(Bytes::len).sum::<usize>()..]);
    assert!(feeds.read_bytes() > total + total / 3, "it has read for itself");
}

#[tokio::test]
async fn a_file_put_in_the_place_of_another_is_not_read_for_it() {
    let (film, feeds) = (film(PIECE_BYTES), Feeds::default());
    let _first = feeds.seat(&film.path, &film.identity).unwrap();
    let other = vec![9; PIECE_BYTES as usize];
    std::fs::remove_file(&film.path).unwrap();
    std::fs::write(&film.path, &other).unwrap();
    let identity = FileIdentity { fingerprint: "other".into(), ..film.identity.clone() };
    let second = feeds.seat(&film.path, &identity).unwrap();
    let hash = Arc::new(SourceHash::new(PIECE_BYTES));
    assert!(read(&second, 0..PIECE_BYTES, &hash).await.unwrap() == other);
}

#[tokio::test]
async fn what_was_sent_before_a_restart_is_counted_without_being_sent() {
    let (film, feeds) = (film(5 * PIECE_BYTES + 3), Feeds::default());
    let total = film.identity.size_bytes;
    let seat = feeds.seat(&film.path, &film.identity).unwrap();
    let hash = Arc::new(SourceHash::new(total));
    read(&seat, 3 * PIECE_BYTES..total, &hash).await.unwrap();
    assert_eq!(hash.whole(), None);
    let mut counted = 0;
    while let Some(index) = hash.next_missing() {
        seat.count(index, &hash).await.unwrap();
        counted += 1;
    }
    assert_eq!(counted, 3, "what was sent since is not read again");
    assert_eq!(hash.whole(), Some(blake3::hash(&film.bytes).to_hex().to_string()));
}
