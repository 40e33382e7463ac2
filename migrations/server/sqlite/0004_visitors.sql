-- What visitors do on a maker's page. Nothing here is written under the workspace's lock but by the flush, which makes
-- edits of what has gathered: numbers of likes at most twice a minute, comments within a second.

-- What has happened and is not in the workspace yet. A line of likes says that their number may have changed.
CREATE TABLE visitor_events (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id         TEXT NOT NULL, -- of a comment: the comment's own
    kind       TEXT NOT NULL CHECK (kind IN ('POST_LIKES', 'VIDEO_LIKES', 'COMMENT', 'WITHDRAWAL')),
    subject_id TEXT NOT NULL, -- the post or video; of a withdrawal the comment
    user_id    TEXT REFERENCES users (id) ON DELETE CASCADE, -- these three of a comment only
    author     TEXT,
    content    TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
) WITHOUT ROWID;
CREATE INDEX visitor_events_by_kind ON visitor_events (kind, tenant_id, id);
CREATE INDEX visitor_events_by_user ON visitor_events (user_id);

-- When a workspace's likes were counted last, and until when it is left alone because it is full.
CREATE TABLE visitor_flushes (
    tenant_id  TEXT NOT NULL PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
    counted_at BIGINT NOT NULL DEFAULT 0,
    rest_until BIGINT NOT NULL DEFAULT 0
);

-- Likes that a post or video came with, from an older backend that counted without saying whose they were.
CREATE TABLE like_bases (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    likes      BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, kind, subject_id)
) WITHOUT ROWID;

-- The public page goes through these from the newest on.
CREATE INDEX posts_newest ON posts (tenant_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX videos_newest ON videos (tenant_id, created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX comments_newest ON comments (tenant_id, video_id, created_at, id) WHERE deleted_at IS NULL;
