-- The desk's database: what publishing needs. Times are UTC milliseconds since 1970; ids are UUIDv7 text; enum values
-- are stored in upper case. No table has a column for a token: those are in the operating system's keyring.

PRAGMA application_id = 1296782419; -- "MKSS"

CREATE TABLE users (
  id         TEXT PRIMARY KEY NOT NULL,
  email      TEXT,
  name       TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE makers (
  id         TEXT PRIMARY KEY NOT NULL,
  user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,
  bio        TEXT,
  country    TEXT CHECK (country IS NULL OR length(country) = 2),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX makers_user ON makers (user_id);

-- The authorised link to a platform, without its secrets.
CREATE TABLE social_connections (
  id           TEXT PRIMARY KEY NOT NULL,
  platform     TEXT NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
  scope        TEXT,              -- granted scopes, separated by spaces
  expires_at   INTEGER,           -- when the maker must sign in again at the latest
  maker_id     TEXT NOT NULL REFERENCES makers (id) ON DELETE CASCADE,
  account_id   TEXT NOT NULL,
  account_name TEXT NOT NULL,
  avatar_url   TEXT,
  status       TEXT NOT NULL CHECK (status IN ('CONNECTED', 'SIGN_IN_AGAIN')),
  last_used_at INTEGER,
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL,
  UNIQUE (maker_id, platform)
) STRICT;
CREATE INDEX social_connections_maker ON social_connections (maker_id);
CREATE INDEX social_connections_platform ON social_connections (platform);

CREATE TABLE drafts (
  id         TEXT PRIMARY KEY NOT NULL,
  maker_id   TEXT REFERENCES makers (id) ON DELETE SET NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('POST', 'VIDEO')),
  fields     TEXT NOT NULL CHECK (json_valid(fields)),
  status     TEXT NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'DELETED')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_status ON drafts (status, updated_at);

-- The chosen file: its path is this device's own business and is never synced.
CREATE TABLE draft_media (
  draft_id   TEXT PRIMARY KEY NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  path       BLOB NOT NULL,       -- as the system spells it, not always UTF-8
  file_name  TEXT NOT NULL,
  facts      TEXT NOT NULL CHECK (json_valid(facts)),
  identity   TEXT NOT NULL CHECK (json_valid(identity)),
  still      BLOB CHECK (still IS NULL OR length(still) <= 131072),
  updated_at INTEGER NOT NULL
) STRICT;

-- Every version of a draft that an edit replaced.
CREATE TABLE revisions (
  id         TEXT PRIMARY KEY NOT NULL,
  draft_id   TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  fields     TEXT NOT NULL CHECK (json_valid(fields)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX revisions_draft ON revisions (draft_id, created_at);

-- One press of Publish. The file's facts are frozen with it; the path stays on this device.
CREATE TABLE publications (
  id         TEXT PRIMARY KEY NOT NULL,
  draft_id   TEXT REFERENCES drafts (id) ON DELETE SET NULL,
  maker_id   TEXT REFERENCES makers (id) ON DELETE SET NULL,
  user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  title      TEXT NOT NULL,
  type       TEXT NOT NULL CHECK (type IN ('SHORT', 'LONG', 'DEMO')),
  path       BLOB NOT NULL,
  file_name  TEXT NOT NULL,
  facts      TEXT NOT NULL CHECK (json_valid(facts)),
  identity   TEXT NOT NULL CHECK (json_valid(identity)),
  still      BLOB,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX publications_draft ON publications (draft_id);

-- One platform's share of a publication.
CREATE TABLE deliveries (
  id              TEXT PRIMARY KEY NOT NULL,
  publication_id  TEXT NOT NULL REFERENCES publications (id) ON DELETE CASCADE,
  platform        TEXT NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE', 'INSTAGRAM')),
  post            TEXT NOT NULL CHECK (json_valid(post)),   -- what is sent, frozen at Publish
  state           TEXT NOT NULL CHECK (state IN ('WAITING', 'PREPARING', 'UPLOADING', 'PROCESSING', 'PUBLISHED',
                    'NEEDS_ATTENTION', 'FAILED', 'PAUSED', 'CANCELLED', 'UNCONFIRMED')),
  detail          TEXT NOT NULL CHECK (json_valid(detail)), -- the state with what belongs to it
  intent          TEXT CHECK (intent IN ('PAUSE', 'CANCEL')), -- asked of the process that holds the lease
  remote_id       TEXT,                                     -- set once the platform has every byte
  total_bytes     INTEGER NOT NULL,
  confirmed_bytes INTEGER NOT NULL DEFAULT 0,
  failures        INTEGER NOT NULL DEFAULT 0,               -- in a row, without progress
  asked           INTEGER NOT NULL DEFAULT 0,               -- how often the platform was asked since it has every byte
  not_before      INTEGER,
  lease_owner     TEXT,
  lease_until     INTEGER,
  dismissed_at    INTEGER,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  UNIQUE (publication_id, platform)
) STRICT;
CREATE INDEX deliveries_state ON deliveries (state, not_before);
CREATE INDEX deliveries_created ON deliveries (created_at);

-- Where bytes go. The address is a capability: sealed, never logged, never synced, gone once every byte is there.
CREATE TABLE upload_sessions (
  delivery_id  TEXT PRIMARY KEY NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  address      BLOB NOT NULL,
  handle       TEXT,
  chunk_bytes  INTEGER NOT NULL,
  total_bytes  INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  opened_at    INTEGER NOT NULL,
  expires_at   INTEGER,
  sent_all     INTEGER NOT NULL DEFAULT 0 -- the last byte left; from here on only asking tells
) STRICT;

-- Exists only once a platform has returned an address. One delivery gives at most one video.
CREATE TABLE videos (
  id            TEXT PRIMARY KEY NOT NULL,
  user_id       TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  maker_id      TEXT REFERENCES makers (id) ON DELETE SET NULL,
  delivery_id   TEXT UNIQUE REFERENCES deliveries (id) ON DELETE SET NULL,
  title         TEXT NOT NULL,
  description   TEXT,
  url           TEXT NOT NULL,
  thumbnail_url TEXT,
  duration      REAL,
  platform      TEXT NOT NULL CHECK (platform IN ('TIKTOK', 'YOUTUBE')),
  type          TEXT NOT NULL CHECK (type IN ('SHORT', 'LONG', 'DEMO')),
  views         INTEGER NOT NULL DEFAULT 0,
  likes         INTEGER NOT NULL DEFAULT 0,
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX videos_created ON videos (created_at);
CREATE INDEX videos_type ON videos (type);
CREATE INDEX videos_platform ON videos (platform);
CREATE INDEX videos_user ON videos (user_id);
CREATE INDEX videos_maker ON videos (maker_id);

-- Every use of a connection. Entries are added and never changed.
CREATE TABLE audit_log (
  id         TEXT PRIMARY KEY NOT NULL,
  at         INTEGER NOT NULL,
  platform   TEXT NOT NULL,
  account    TEXT,
  action     TEXT NOT NULL CHECK (action IN ('CONNECT', 'REFRESH', 'UPLOAD', 'READ', 'REVOKE')),
  scope      TEXT,
  outcome    TEXT NOT NULL,
  subject    TEXT -- the delivery or connection it is about
) STRICT;
CREATE INDEX audit_log_at ON audit_log (at);
CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append only'); END;
CREATE TRIGGER audit_log_is_never_shortened BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append only'); END;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
