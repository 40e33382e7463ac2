//! The database of an older backend, as full and as odd as one gets, and what has to become of each of its videos.

use std::sync::{Arc, OnceLock};

use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use maker_harness::{FreshDatabase, Postgres};
use uuid::Uuid;

/// What a person who has their old password signs in with.
pub(crate) const OLD_PASSWORD: &str = "an old password";
/// Videos of one person.
const EACH: usize = 50;

/// An address with `{v}` for the video's number; the platform it is on; whether it says that it is a short.
type Address = (Option<String>, Option<&'static str>, bool);

fn addresses() -> Vec<Address> {
    let mut all: Vec<Address> = vec![(None, None, false)];
    let mut add = |text: &str, platform, short| all.push((Some(text.to_owned()), platform, short));
    let (youtube, tiktok) = (Some("YOUTUBE"), Some("TIKTOK"));
    for good in [
        "https://www.youtube.com/watch?v={v}",
        "https://youtube.com/watch?v={v}",
        "http://m.youtube.com/watch?v={v}",
        "HTTPS://WWW.YouTube.COM/watch?v={v}",
        "https://youtu.be/{v}",
        "https://youtube.com:443/watch?v={v}",
        "https://youtube.com./watch?v={v}",
        "https://evil.org@youtube.com/watch?v={v}",
        "https://www.youtube.com/watch?v={v}&list=\u{1f3fa}",
    ] {
        add(good, youtube, false);
    }
    add(&format!("https://youtube.com/watch?v={{v}}&x={}", "x".repeat(4_096)), youtube, false);
    add("https://www.youtube.com/shorts/{v}", youtube, true);
    add("https://www.tiktok.com/@clay/video/{v}", tiktok, false);
    add("https://vm.tiktok.com/{v}/", tiktok, false);
    for hostile in [
        "",
        "  ",
        "https://evil-youtube.com/watch?v={v}",
        "https://youtube.com.evil.org/watch?v={v}",
        "https://youtube.com@evil.org/watch?v={v}",
        "https://youtube.com\\@evil.org/{v}",
        "https://evil.org/?u=https://youtube.com/{v}",
        "https://y\u{43e}utube.com/watch?v={v}",
        "https://youtube.com../{v}",
        "https://you\ntube.com/{v}",
        "javascript://youtube.com/%0aalert({v})",
        "//youtube.com/{v}",
        "youtube.com/watch?v={v}",
        "https://cdn.old.example/files/{v}.mp4",
        "s3://bucket/{v}.mp4",
        "/srv/files/{v}.mp4",
        "it's \"{v}\" \u{1b}[2J \u{1f3fa}",
        "https://[::1]/{v}",
    ] {
        add(hostile, None, false);
    }
    add(&format!("https://cdn.old.example/{{v}}/{}", "x".repeat(4_096)), None, false);
    all
}

/// What has to become of a video.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) old_id: String,
    /// The number of its person.
    pub(crate) user: usize,
    /// Its address, platform and kind; nothing when it has no certain place.
    pub(crate) placed: Option<(String, &'static str, &'static str)>,
}

/// An older backend's database.
pub(crate) struct Older {
    pub(crate) database: FreshDatabase,
    pub(crate) videos: usize,
}

impl Older {
    /// 5,000 videos, or as many as `MAKER_OLDER_VIDEOS` says.
    pub(crate) fn usual(server: &Arc<Postgres>) -> Self {
        let asked = std::env::var("MAKER_OLDER_VIDEOS").ok().and_then(|n| n.parse().ok());
        Self::make(server, asked.unwrap_or(5_000))
    }

    pub(crate) fn make(server: &Arc<Postgres>, videos: usize) -> Self {
        let this = Self { database: owned_by_keeper(server), videos };
        let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
        let list: Vec<_> =
            addresses().iter().map(|(text, ..)| text.as_deref().map_or("NULL".to_owned(), quoted)).collect();
        let theirs = Argon2::new(Algorithm::Argon2i, Version::V0x13, Params::new(8_192, 1, 1, None).unwrap());
        let hash = theirs.hash_password(OLD_PASSWORD.as_bytes()).unwrap().to_string();
        let fill = include_str!("fill.sql")
            .replace(":users", &this.users().to_string())
            .replace(":videos", &videos.to_string())
            .replace(":kinds", &list.len().to_string())
            .replace(":addresses", &list.join(", "))
            .replace(":hash", &quoted(&hash));
        // Larger than a command line may be.
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), format!("{}{fill}", include_str!("schema.sql"))).unwrap();
        this.database.run_file(file.path());
        this
    }

    pub(crate) fn users(&self) -> usize {
        (self.videos / EACH).max(20)
    }

    /// As `fill.sql` makes it.
    pub(crate) fn user_id(n: usize) -> String {
        if n % 7 == 3 { format!("00000000-0000-4000-8000-{n:012}") } else { format!("clusr{n:020}") }
    }

    pub(crate) fn expected(&self) -> impl Iterator<Item = Expected> {
        let (addresses, users) = (addresses(), self.users());
        (1..=self.videos).map(move |v| {
            let (address, platform, short) = &addresses[v % addresses.len()];
            let user = 1 + v % users;
            let duration = (v % 11 != 0).then_some(v * 37 % 400);
            let kind = if *short || duration.is_some_and(|s| s <= 180) { "SHORT" } else { "LONG" };
            let url = address.clone().unwrap_or_default().replace("{v}", &v.to_string());
            // Whoever has two makers does not say which.
            let placed = platform.filter(|_| user % 10 != 1).map(|platform| (url, platform, kind));
            Expected { old_id: format!("clvid{v:020}"), user, placed }
        })
    }

    /// Everything in it: what there is, and a checksum of every table's rows.
    pub(crate) fn dump(&self) -> String {
        let ours = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";
        let mut text = self.database.sql(&format!(
            "SELECT n.nspname, c.relname, c.relkind, a.attname, a.atttypid::regtype, a.attnotnull FROM pg_class c \
             JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 \
             WHERE {ours} ORDER BY 1, 2, a.attnum"
        ));
        let tables = self.database.sql(&format!(
            "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE {ours} AND c.relkind IN ('r', 'p') ORDER BY 1"
        ));
        for table in tables.lines() {
            let sum = self.checksum(&format!("SELECT * FROM {table}"));
            text.push_str(&format!("{table} {sum}"));
        }
        text
    }

    pub(crate) fn checksum(&self, rows: &str) -> String {
        self.database.sql(&format!(
            "SELECT count(*), md5(coalesce(string_agg(md5(x::text), '' ORDER BY md5(x::text)), '')) FROM ({rows}) AS x"
        ))
    }

    pub(crate) fn number(&self, question: &str) -> i64 {
        self.database.sql(question).trim().parse().unwrap()
    }
}

/// A database of somebody who may do no more than its owner may: a superuser would not notice that a row is hidden.
fn owned_by_keeper(server: &Arc<Postgres>) -> FreshDatabase {
    static MADE: OnceLock<()> = OnceLock::new();
    MADE.get_or_init(|| drop(server.sql("postgres", "CREATE ROLE keeper LOGIN")));
    let mut database = server.fresh_database();
    let name = database.url.rsplit('/').next().unwrap().to_owned();
    server.sql("postgres", &format!("ALTER DATABASE {name} OWNER TO keeper"));
    database.url = database.url.replace("studio@", "keeper@");
    database
}

/// Today's id of what had an old one.
pub(crate) fn new_id(older: &Older, kind: &str, old: &str) -> Uuid {
    let found =
        older.database.sql(&format!("SELECT new_id FROM legacy_ids WHERE kind = '{kind}' AND old_id = '{old}'"));
    Uuid::parse_str(found.trim()).unwrap()
}
