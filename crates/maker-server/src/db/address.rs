//! Where the database is, as the operator writes it.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use secrecy::{ExposeSecret, SecretString};

/// `sqlite:FILE` or `postgres://...`. Shows no password.
#[derive(Clone, Debug)]
pub enum DatabaseAddress {
    /// The file, made when it is not there.
    Sqlite(PathBuf),
    /// The whole address, which may hold a password.
    Postgres(SecretString),
}

impl FromStr for DatabaseAddress {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(file) = text.strip_prefix("sqlite:") {
            let file = file.strip_prefix("//").unwrap_or(file);
            let usable = !file.is_empty() && file != ":memory:" && !file.contains('?');
            return if usable { Ok(Self::Sqlite(file.into())) } else { Err("sqlite: needs the name of a file") };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.into()));
        }
        Err("a database is sqlite:FILE or postgres://USER@HOST/NAME")
    }
}

impl fmt::Display for DatabaseAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "sqlite:{}", file.display()),
            Self::Postgres(address) => match url::Url::parse(address.expose_secret()) {
                Ok(url) => write!(f, "postgres://{}{}", url.host_str().unwrap_or("localhost"), url.path()),
                Err(_) => f.write_str("postgres://..."),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_and_anything_else_is_refused() {
        for (text, shown) in [
            ("sqlite:maker.db", "sqlite:maker.db"),
            ("sqlite:///var/lib/maker.db", "sqlite:/var/lib/maker.db"),
            ("postgres://studio:hush@db.example/studio?sslmode=require", "postgres://db.example/studio"),
            ("postgresql://localhost/x", "postgres://localhost/x"),
        ] {
            assert_eq!(text.parse::<DatabaseAddress>().unwrap().to_string(), shown);
        }
        for refused in ["", "maker.db", "sqlite:", "sqlite::memory:", "mysql://x", "sqlite:x?mode=ro"] {
            assert!(refused.parse::<DatabaseAddress>().is_err(), "{refused}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let address: DatabaseAddress = "postgres://studio:hush@db.example/studio".parse().unwrap();
        assert!(!format!("{address} {address:?}").contains("hush"));
    }
}
