-- Sync with the backend, and the rest of what a business page shows. What comes from other devices arrives in the order
-- of its last change, so a row may be here before the row it belongs to: the new tables have no foreign keys, no UNIQUE
-- beside the key and no CHECK on words that a newer version may add to.

CREATE TABLE services (
  id          TEXT PRIMARY KEY NOT NULL,
  maker_id    TEXT,
  title       TEXT NOT NULL,
  description TEXT,
  price       REAL NOT NULL,
  currency    TEXT NOT NULL,
  type        TEXT NOT NULL,
  position    TEXT,
  hidden      INTEGER,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX services_maker ON services (maker_id);
CREATE INDEX services_type ON services (type);
CREATE INDEX services_created ON services (created_at);

CREATE TABLE social_links (
  id         TEXT PRIMARY KEY NOT NULL,
  maker_id   TEXT,
  platform   TEXT NOT NULL,
  url        TEXT NOT NULL,
  position   TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX social_links_maker ON social_links (maker_id);

CREATE TABLE posts (
  id         TEXT PRIMARY KEY NOT NULL,
  user_id    TEXT,
  maker_id   TEXT,
  content    TEXT NOT NULL,
  images     TEXT CHECK (images IS NULL OR json_valid(images)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX posts_created ON posts (created_at);

-- A picture of a post, one row each, so that two devices can add pictures at the same time.
CREATE TABLE post_media (
  id           TEXT PRIMARY KEY NOT NULL,
  post_id      TEXT NOT NULL,
  image        TEXT NOT NULL,
  content_type TEXT NOT NULL,
  alt          TEXT,
  position     TEXT NOT NULL,
  created_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX post_media_post ON post_media (post_id, position);

-- Numbers, which the backend counts. The id is the video's or the post's.
CREATE TABLE video_stats (
  id    TEXT PRIMARY KEY NOT NULL,
  views INTEGER,
  likes INTEGER,
  as_of INTEGER
) STRICT;
CREATE TABLE post_stats (
  id    TEXT PRIMARY KEY NOT NULL,
  likes INTEGER,
  as_of INTEGER
) STRICT;

CREATE TABLE comments (
  id         TEXT PRIMARY KEY NOT NULL,
  video_id   TEXT,
  author     TEXT,
  content    TEXT,
  created_at INTEGER,
  hidden     INTEGER
) STRICT;
CREATE INDEX comments_video ON comments (video_id, created_at);

-- Where this device stands with its workspace. One row. While `capturing` is 0 no edit is noted: before the first
-- sign-in there is nobody to send it to, and while a page is written nothing in it is an edit.
CREATE TABLE sync_state (
  one               INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  workspace         TEXT,
  backend           TEXT,
  account           TEXT,
  device            TEXT,
  device_name       TEXT NOT NULL DEFAULT '',
  signed_in         INTEGER NOT NULL DEFAULT 0,
  capturing         INTEGER NOT NULL DEFAULT 0,
  cursor            TEXT NOT NULL DEFAULT '000000000000000000000000000000000000000000000000',
  seen              TEXT NOT NULL DEFAULT '000000000000000000000000000000000000000000000000',
  drained           INTEGER NOT NULL DEFAULT 0, -- up to here everything that changed has arrived
  generation        INTEGER NOT NULL DEFAULT 0, -- counts the times everything was asked for anew
  sweeping          INTEGER NOT NULL DEFAULT 0, -- everything is being asked for anew
  backed_up_through INTEGER NOT NULL DEFAULT 0,
  last_contact      INTEGER,
  offline_since     INTEGER,
  problem           TEXT CHECK (problem IS NULL OR json_valid(problem))
) STRICT;
INSERT INTO sync_state (one) VALUES (1);

-- Rows that were written here since their edits were last gathered, in the order they were first written.
CREATE TABLE sync_touched (
  n   INTEGER PRIMARY KEY NOT NULL,
  tbl TEXT NOT NULL,
  key TEXT NOT NULL,
  UNIQUE (tbl, key)
) STRICT;

-- This device's edits in their order. One that was accepted stays until the backend has a backup of it, so that it can
-- be sent again to a backend that lost it.
CREATE TABLE sync_outbox (
  n           INTEGER PRIMARY KEY NOT NULL,
  id          TEXT NOT NULL UNIQUE,
  tbl         TEXT NOT NULL,
  row_id      TEXT NOT NULL,
  edit        TEXT NOT NULL CHECK (json_valid(edit)),
  at          INTEGER NOT NULL,
  -- PENDING: not accepted yet. ACKED: accepted, but its row has not come back yet. SETTLED: its row has.
  -- DEAD: refused for good, kept with its content.
  state       TEXT NOT NULL CHECK (state IN ('PENDING', 'ACKED', 'SETTLED', 'DEAD')),
  accepted    INTEGER,           -- the number under which it was accepted
  accepted_at INTEGER,
  tries       INTEGER NOT NULL DEFAULT 0,
  not_before  INTEGER,
  last_error  TEXT
) STRICT;
CREATE INDEX sync_outbox_row ON sync_outbox (tbl, row_id, n);
CREATE INDEX sync_outbox_state ON sync_outbox (state, n);

-- Every row as the backend last said it, word for word: also columns, tables and values that this version does not know.
CREATE TABLE sync_rows (
  tbl          TEXT NOT NULL,
  row_id       TEXT NOT NULL,
  rev          INTEGER NOT NULL,
  deleted      INTEGER NOT NULL,
  fields       TEXT NOT NULL CHECK (json_valid(fields)),
  alternatives TEXT CHECK (alternatives IS NULL OR json_valid(alternatives)),
  generation   INTEGER NOT NULL,
  PRIMARY KEY (tbl, row_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sync_rows_alternatives ON sync_rows (tbl, row_id) WHERE alternatives IS NOT NULL;
CREATE INDEX sync_rows_rev ON sync_rows (rev);

-- Moments of the workspace's history that were seen here, the older the sparser.
CREATE TABLE sync_checkpoints (
  seq    INTEGER PRIMARY KEY NOT NULL,
  moment TEXT NOT NULL
) STRICT;

-- Rows as they were here before the backend turned out to have lost them, until they are put back.
CREATE TABLE sync_ghosts (
  n       INTEGER PRIMARY KEY NOT NULL,
  tbl     TEXT NOT NULL,
  row_id  TEXT NOT NULL,
  fields  TEXT NOT NULL CHECK (json_valid(fields)),
  deleted INTEGER NOT NULL,
  base    INTEGER NOT NULL
) STRICT;
