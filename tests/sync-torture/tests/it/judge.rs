//! Judges from outside: by what the desks have written down and what their databases hold.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use maker_sync_torture::desk::Desk;
use maker_sync_torture::journal::{self, Deed, Line};
use sqlx::{Connection, SqliteConnection};
use uuid::Uuid;

/// What a desk shows, and what it keeps beside it.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// Title, description and whether it is deleted, by draft.
    drafts: BTreeMap<Uuid, (String, String, bool)>,
    /// Title by service.
    services: BTreeMap<Uuid, String>,
    /// What is kept beside the shown values, by draft, as it is written there.
    kept: BTreeMap<Uuid, String>,
}

impl Shown {
    /// A few of the rows that are not the same, in words.
    fn differs_from(&self, other: &Self) -> Vec<String> {
        fn pairs<T: PartialEq + std::fmt::Debug>(a: &BTreeMap<Uuid, T>, b: &BTreeMap<Uuid, T>) -> Vec<String> {
            let rows: BTreeSet<_> = a.keys().chain(b.keys()).collect();
            let differ = rows.into_iter().filter(|row| a.get(row) != b.get(row));
            differ.map(|row| format!("{row}: {:?} and {:?}", a.get(row), b.get(row))).collect()
        }
        // What was deleted before anybody heard of it is in one bin only.
        let mut here = self.drafts.clone();
        here.retain(|row, (.., deleted)| !*deleted || other.drafts.contains_key(row));
        let mut all = pairs(&here, &other.drafts);
        all.extend(pairs(&self.services, &other.services));
        all.extend(pairs(&self.kept, &other.kept));
        all.truncate(4);
        all
    }
}

/// Brings every desk to rest, so that nothing waits anywhere, and gives what all of them and a new one show.
pub(crate) async fn at_rest(folders: &[PathBuf], new: &Path, address: &str) -> Shown {
    std::fs::create_dir_all(new).unwrap();
    let mut desks = Vec::new();
    for folder in folders.iter().map(PathBuf::as_path).chain([new]) {
        let desk = Desk::open(folder, address).await.unwrap();
        // Not every desk has come to that yet.
        desk.sign_in("amina").await.unwrap();
        desks.push(desk);
    }
    // The last to send has nothing that the first has not seen after another round.
    for _ in 0..2 {
        for desk in &desks {
            desk.drain(200).await.unwrap();
        }
    }
    let mut all = Vec::new();
    for (desk, folder) in desks.iter().zip(folders.iter().map(PathBuf::as_path).chain([new])) {
        let record = desk.store.sync_record().await.unwrap();
        assert_eq!((record.waiting, record.refused), (0, 0), "{}", folder.display());
        all.push(shown(folder).await);
    }
    let last = all.pop().unwrap();
    for (shown, folder) in all.iter().zip(folders) {
        let differs = shown.differs_from(&last);
        assert!(differs.is_empty(), "{} differs from a new desk: {differs:#?}", folder.display());
    }
    last
}

async fn shown(folder: &Path) -> Shown {
    let address = format!("sqlite:{}", folder.join("studio.db").display());
    let mut database = SqliteConnection::connect(&address).await.unwrap();
    let sound: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut database).await.unwrap();
    assert_eq!(sound, "ok", "{}", folder.display());
    let drafts: Vec<(String, String, String, bool)> =
        sqlx::query_as("SELECT id, fields ->> '$.title', fields ->> '$.description', status = 'DELETED' FROM drafts")
            .fetch_all(&mut database)
            .await
            .unwrap();
    let services = sqlx::query_as("SELECT id, title FROM services").fetch_all(&mut database).await.unwrap();
    let kept =
        sqlx::query_as("SELECT row_id, alternatives FROM sync_rows WHERE tbl = 'drafts' AND alternatives IS NOT NULL");
    let kept: Vec<(String, String)> = kept.fetch_all(&mut database).await.unwrap();
    let id = |text: String| Uuid::parse_str(&text).unwrap();
    let services: Vec<(String, String)> = services;
    Shown {
        drafts: drafts.into_iter().map(|(row, title, text, gone)| (id(row), (title, text, gone))).collect(),
        services: services.into_iter().map(|(row, title)| (id(row), title)).collect(),
        kept: kept.into_iter().map(|(row, text)| (id(row), text)).collect(),
    }
}

/// What was counted while judging.
#[derive(Clone, Copy, Debug, Default)]
#[expect(dead_code, reason = "it is printed")]
pub(crate) struct Count {
    pub(crate) edits: usize,
    pub(crate) kept_beside: usize,
    pub(crate) drafts: usize,
}

/// Everything that a desk has taken is there, or somebody has said that it was on the screen when it went.
pub(crate) fn nothing_is_lost(folders: &[PathBuf], shown: &Shown) -> Count {
    let lines: Vec<Line> = folders.iter().flat_map(|folder| journal::read(folder).unwrap()).collect();
    let seen: HashSet<&str> = lines.iter().flat_map(|line| line.saw.split_whitespace()).collect();
    let mut words: HashMap<&str, usize> = HashMap::new();
    for (title, text, _) in shown.drafts.values() {
        for word in title.split_whitespace().chain(text.split_whitespace().collect::<BTreeSet<_>>()) {
            *words.entry(word).or_default() += 1;
        }
    }
    let beside: HashSet<&str> =
        shown.kept.values().flat_map(|text| text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')).collect();
    let titles: Vec<&str> = shown.services.values().map(String::as_str).collect();
    let done: Vec<&Line> = lines.iter().filter(|line| line.done).collect();
    let mut lost = Vec::new();
    for line in &done {
        let there = words.contains_key(line.word.as_str()) || beside.contains(line.word.as_str());
        let fine = match line.deed {
            Deed::Make | Deed::Title | Deed::Word => there || seen.contains(line.word.as_str()),
            Deed::Service => titles.iter().filter(|title| **title == line.word).count() == 1,
            Deed::Settle | Deed::Delete => true,
        };
        if !fine {
            lost.push((line, shown.drafts.get(&line.row)));
        }
    }
    assert!(lost.is_empty(), "{} of {} edits are lost: {:#?}", lost.len(), done.len(), &lost[..lost.len().min(4)]);
    let made: HashSet<Uuid> = lines.iter().filter(|l| l.deed == Deed::Make).map(|l| l.row).collect();
    let strange: Vec<_> = shown.drafts.keys().filter(|row| !made.contains(row)).collect();
    assert!(strange.is_empty(), "nobody has made {strange:?}");
    Count { edits: done.len(), kept_beside: shown.kept.len(), drafts: shown.drafts.len() }
}
