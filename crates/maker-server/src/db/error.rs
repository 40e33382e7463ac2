//! What a database can answer instead of rows, by what the caller can do about it.

use sqlx::error::ErrorKind;

/// Why a statement or a transaction was not carried out. Never shown to people: it becomes a problem with its own words.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Another transaction was faster. Nothing has happened; the same again may do.
    #[error("another transaction was faster ({0})")]
    Race(String),
    /// A key is there already.
    #[error("it is there already ({0})")]
    Taken(String),
    /// The database cannot be reached, is full, or has no connection left. Later it may do.
    #[error("the database is not available ({0})")]
    Unavailable(String),
    /// A fault of ours, or a damaged database.
    #[error("the database refused ({0})")]
    Broken(String),
}

/// PostgreSQL's codes for a transaction that has to be started again (its manual, appendix A).
const RACES: [&str; 3] = ["40001", "40P01", "55P03"];
/// PostgreSQL's classes of trouble outside the statement: connection, resources, an operator, the system; and a
/// server that has become a read-only copy.
const AWAY: [&str; 5] = ["08", "53", "57", "58", "25006"];
/// SQLite's primary result codes (sqlite.org, "Result and Error Codes"): another process writes.
const SQLITE_RACES: [i32; 2] = [5, 6];
/// SQLite: read-only, disk trouble, full, cannot open.
const SQLITE_AWAY: [i32; 4] = [8, 10, 13, 14];

impl From<sqlx::Error> for DbError {
    /// Keeps the code only: a message may quote what people wrote.
    fn from(error: sqlx::Error) -> Self {
        let sqlx::Error::Database(error) = error else {
            return match error {
                sqlx::Error::Io(error) => Self::Unavailable(error.kind().to_string()),
                sqlx::Error::PoolTimedOut => Self::Unavailable("no connection came free".to_owned()),
                sqlx::Error::PoolClosed => Self::Unavailable("it is closed".to_owned()),
                sqlx::Error::Tls(_) => Self::Unavailable("TLS failed".to_owned()),
                sqlx::Error::WorkerCrashed => Self::Unavailable("its thread ended".to_owned()),
                sqlx::Error::RowNotFound => Self::Broken("a row is missing".to_owned()),
                sqlx::Error::ColumnDecode { index, .. } => Self::Broken(format!("column {index} is unreadable")),
                sqlx::Error::Protocol(_) => Self::Unavailable("the connection broke".to_owned()),
                error => Self::Broken(format!("{:?}", std::mem::discriminant(&error))),
            };
        };
        let code = error.code().unwrap_or_default().into_owned();
        let sqlite = error.try_downcast_ref::<sqlx::sqlite::SqliteError>().is_some();
        let primary = if sqlite { code.parse::<i32>().ok().map(|extended| extended & 0xFF) } else { None };
        let is = |list: &[i32]| primary.is_some_and(|code| list.contains(&code));
        match error.kind() {
            ErrorKind::UniqueViolation => Self::Taken(error.constraint().unwrap_or("a key").to_owned()),
            _ if is(&SQLITE_RACES) || (!sqlite && RACES.contains(&&*code)) => Self::Race(code),
            _ if is(&SQLITE_AWAY) || (!sqlite && AWAY.iter().any(|class| code.starts_with(class))) => {
                Self::Unavailable(code)
            }
            _ => Self::Broken(format!("code {code}")),
        }
    }
}
