//! Where pictures are kept, as the operator writes it.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use crate::db::DatabaseAddress;

/// A folder or `s3://BUCKET/PREFIX`. Holds no secret: the keys for a bucket are the environment's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImagesAddress {
    /// A folder, made when it is not there.
    Folder(PathBuf),
    /// A bucket, and what every key in it begins with; the prefix may be empty.
    S3 {
        /// Its name.
        bucket: String,
        /// Without a slash at either end.
        prefix: String,
    },
}

impl ImagesAddress {
    /// The usual place: `images` beside a SQLite file. There is none beside PostgreSQL, whose instances may be on different
    /// computers and have to find each other's pictures.
    #[must_use]
    pub fn beside(database: &DatabaseAddress) -> Option<Self> {
        match database {
            DatabaseAddress::Sqlite(file) => Some(Self::Folder(file.with_file_name("images"))),
            DatabaseAddress::Postgres(_) => None,
        }
    }
}

impl FromStr for ImagesAddress {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORMS: &str = "pictures are kept in FOLDER or s3://BUCKET/PREFIX";
        let Some((scheme, rest)) = text.split_once("://") else {
            return if text.is_empty() { Err(FORMS) } else { Ok(Self::Folder(text.into())) };
        };
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        let usable = scheme == "s3"
            && !bucket.is_empty()
            && bucket.chars().all(plain)
            && prefix.chars().all(|c| plain(c) || c == '/');
        if !usable {
            return Err(FORMS);
        }
        Ok(Self::S3 { bucket: bucket.to_owned(), prefix: prefix.trim_matches('/').to_owned() })
    }
}

impl fmt::Display for ImagesAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::S3 { bucket, prefix } => write!(f, "s3://{bucket}/{prefix}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_and_anything_else_is_refused() {
        for (text, shown) in [
            ("images", "images"),
            ("/var/lib/maker/images", "/var/lib/maker/images"),
            ("s3://pictures", "s3://pictures/"),
            ("s3://pictures/studio/a/", "s3://pictures/studio/a"),
        ] {
            assert_eq!(text.parse::<ImagesAddress>().unwrap().to_string(), shown);
        }
        for refused in ["", "s3://", "s3:///x", "s3://key:hush@bucket/x", "s3://b/x?y", "gs://b/x", "https://b/x"] {
            assert!(refused.parse::<ImagesAddress>().is_err(), "{refused}");
        }
    }

    #[test]
    fn a_file_has_a_usual_place_beside_it_and_a_server_has_none() {
        let beside = |text: &str| ImagesAddress::beside(&text.parse().unwrap()).map(|place| place.to_string());
        assert_eq!(beside("sqlite:maker-server.db").as_deref(), Some("images"));
        assert_eq!(beside("sqlite:/var/lib/maker.db").as_deref(), Some("/var/lib/images"));
        assert_eq!(beside("postgres://studio@db.example/studio"), None);
    }
}
