//! Which rows of a workspace are public, and in which order.

use crate::db::Engine;

/// What both engines are asked; they differ in how times and texts are compared.
pub(super) struct Statement {
    sqlite: &'static str,
    postgres: &'static str,
}

impl Statement {
    /// The text for an engine.
    pub(super) fn on(&self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }
}

/// The statement of a list that is sorted by position, those without one last. `$1` workspace, `$2` and `$3` the place
/// before, `$4` how many. Of a position so much counts as fits into an address.
macro_rules! by_position {
    ($table:literal, $public:literal) => {
        Statement {
            sqlite: concat!(
                "SELECT id, k FROM (SELECT id, CASE WHEN position IS NULL THEN '1' ELSE '0' || substr(position, 1, 200) END AS k FROM ",
                $table, " WHERE tenant_id = $1 AND deleted_at IS NULL AND ", $public,
                ") AS t WHERE (k, id) > ($2, $3) ORDER BY k, id LIMIT $4"
            ),
            postgres: concat!(
                "SELECT id, k FROM (SELECT id, CASE WHEN position IS NULL THEN '1' ELSE '0' || substr(position, 1, 200) END AS k FROM ",
                $table, " WHERE tenant_id = $1 AND deleted_at IS NULL AND ", $public,
                ") AS t WHERE (k COLLATE \"C\", id COLLATE \"C\") > ($2, $3) ORDER BY k COLLATE \"C\", id COLLATE \"C\" LIMIT $4"
            ),
        }
    };
}

/// The statement of a list that is sorted by time, the newest first. `$1` workspace, `$2` and `$3` the place before, `$4`
/// how many; `$5` in `$public`.
macro_rules! newest {
    ($table:literal, $public:literal) => {
        Statement {
            sqlite: concat!(
                "SELECT id, CAST(created_at AS TEXT) FROM ",
                $table,
                " WHERE tenant_id = $1 AND deleted_at IS NULL AND ",
                $public,
                " AND (created_at, id) < ($2, $3) ORDER BY created_at DESC, id DESC LIMIT $4"
            ),
            postgres: concat!(
                "SELECT id, CAST(CAST(extract(epoch FROM created_at) * 1000 AS BIGINT) AS TEXT) FROM ",
                $table,
                " WHERE tenant_id = $1 AND deleted_at IS NULL AND ",
                $public,
                " AND (created_at, id) < (TIMESTAMP 'epoch' + CAST($2 AS BIGINT) * INTERVAL '1 millisecond', $3)",
                " ORDER BY created_at DESC, id DESC LIMIT $4"
            ),
        }
    };
}

/// Services that are finished, which is `ServiceFields::missing` of maker-domain, and not hidden.
pub(super) const SERVICES: Statement =
    by_position!("services", "NOT coalesce(hidden, FALSE) AND trim(coalesce(title, '')) <> ''");
/// Links to the web.
pub(super) const LINKS: Statement =
    by_position!("social_links", "(lower(url) LIKE 'http://%' OR lower(url) LIKE 'https://%')");
/// Posts. `$5` is empty.
pub(super) const POSTS: Statement = newest!("posts", "$5 = ''");
/// Videos that can be watched. `$5` is empty.
pub(super) const VIDEOS: Statement =
    newest!("videos", "(lower(url) LIKE 'http://%' OR lower(url) LIKE 'https://%') AND $5 = ''");
/// Comments on the video `$5` that are not hidden.
pub(super) const COMMENTS: Statement =
    newest!("comments", "video_id = $5 AND NOT coalesce(hidden, FALSE) AND content IS NOT NULL");

/// The pictures of the posts `$2`, `$3` at most.
pub(super) const PICTURES: Statement = Statement {
    sqlite: "SELECT post_id, image, alt, content_type FROM post_media WHERE tenant_id = $1 AND post_id = ANY($2) \
             AND deleted_at IS NULL ORDER BY position, id LIMIT $3",
    postgres: "SELECT post_id, image, alt, content_type FROM post_media WHERE tenant_id = $1 AND post_id = ANY($2) \
             AND deleted_at IS NULL ORDER BY position COLLATE \"C\", id LIMIT $3",
};
