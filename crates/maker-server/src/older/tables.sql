-- What a database that was an older backend's has beside today's tables.

-- One line: when it was brought forward, and what was counted.
CREATE TABLE legacy_run (
    one         BOOLEAN NOT NULL PRIMARY KEY DEFAULT TRUE CHECK (one),
    started_at  BIGINT NOT NULL,
    finished_at BIGINT,
    videos_done BIGINT NOT NULL DEFAULT 0, -- up to which line of legacy_work
    posts_done  BIGINT NOT NULL DEFAULT 0,
    tally       TEXT NOT NULL DEFAULT '{}' -- JSON
);

-- The old rows as they were when it began, in the order in which they are worked on. Gone at the end.
CREATE TABLE legacy_work (
    kind    TEXT NOT NULL,
    n       BIGINT NOT NULL,
    content JSONB NOT NULL,
    PRIMARY KEY (kind, n)
);

-- What became of old ids, so that old links can be followed. `kind` is the table.
CREATE TABLE legacy_ids (
    kind         TEXT NOT NULL,
    old_id       TEXT NOT NULL,
    new_id       TEXT NOT NULL,
    workspace_id TEXT,
    PRIMARY KEY (kind, old_id)
);
CREATE INDEX legacy_ids_by_new ON legacy_ids (new_id);

-- Rows without a certain place, whole, with the reason. `user_id` is today's.
CREATE TABLE legacy_videos (
    old_id    TEXT NOT NULL PRIMARY KEY,
    user_id   TEXT,
    video_url TEXT,
    why       TEXT NOT NULL,
    content   JSONB NOT NULL
);
CREATE TABLE legacy_posts (
    old_id  TEXT NOT NULL PRIMARY KEY,
    user_id TEXT,
    why     TEXT NOT NULL,
    content JSONB NOT NULL
);
