-- Uploading by the maker's wishes: an order of the queue, follow-up steps with their files, and receipts.

-- Smaller goes first. New deliveries go to the end; moving one writes the places of its neighbours anew.
ALTER TABLE deliveries ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
UPDATE deliveries SET place = created_at;
-- Sessions the platform has dropped since the maker last let it go on.
ALTER TABLE deliveries ADD COLUMN lost_sessions INTEGER NOT NULL DEFAULT 0;
-- The maker has seen that the platform's time limit may be too short, and wants it tried all the same.
ALTER TABLE deliveries ADD COLUMN window_waived INTEGER NOT NULL DEFAULT 0;
CREATE INDEX deliveries_place ON deliveries (place);
CREATE INDEX deliveries_leased ON deliveries (lease_owner) WHERE lease_owner IS NOT NULL;

-- A thumbnail or captions chosen for a draft. As with the video, the path is this device's own business.
CREATE TABLE draft_attachments (
  id         TEXT PRIMARY KEY NOT NULL,
  draft_id   TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('THUMBNAIL', 'CAPTIONS')),
  path       BLOB NOT NULL,
  file_name  TEXT NOT NULL,
  identity   TEXT NOT NULL CHECK (json_valid(identity)),
  language   TEXT NOT NULL DEFAULT '',
  name       TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_attachments_draft ON draft_attachments (draft_id, created_at);

-- What is done for a video once the platform has it. A step never changes its delivery's state.
CREATE TABLE delivery_steps (
  id          TEXT PRIMARY KEY NOT NULL,
  delivery_id TEXT NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  work        TEXT NOT NULL CHECK (json_valid(work)),   -- what is to be done, frozen at Publish
  path        BLOB,                                     -- its file, where it has one
  identity    TEXT CHECK (identity IS NULL OR json_valid(identity)),
  state       TEXT NOT NULL CHECK (state IN ('WAITING', 'DONE', 'NEEDS_ATTENTION')),
  detail      TEXT NOT NULL CHECK (json_valid(detail)),
  tried       INTEGER NOT NULL DEFAULT 0,               -- a request may have arrived: look before doing it again
  failures    INTEGER NOT NULL DEFAULT 0,
  not_before  INTEGER,
  lease_owner TEXT,
  lease_until INTEGER,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_steps_delivery ON delivery_steps (delivery_id, created_at);
CREATE INDEX delivery_steps_state ON delivery_steps (state, not_before);

-- What is known of a delivery's way, added up while it goes. Together with its other rows it makes the receipt.
CREATE TABLE receipts (
  delivery_id   TEXT PRIMARY KEY NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
  hosts         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hosts)),
  hash_state    BLOB,    -- how far the source's hash has come; gone once it is whole
  blake3        TEXT,
  sessions      INTEGER NOT NULL DEFAULT 0,
  resumed       INTEGER NOT NULL DEFAULT 0,
  interrupted   INTEGER NOT NULL DEFAULT 0,
  first_byte_at INTEGER,
  received_at   INTEGER,
  published_at  INTEGER
) STRICT;
