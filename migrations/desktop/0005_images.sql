-- Pictures of posts on this desk. Their bytes are files in the data folder, each named by its own hash. Nothing here
-- leaves this device.

-- What is known of a picture: one that was taken in, or that a post of another device shows.
CREATE TABLE images (
  name         TEXT PRIMARY KEY NOT NULL,  -- BLAKE3 of its bytes, 64 hexadecimal digits
  size         INTEGER,                    -- in bytes; none: its file is not here
  still        BLOB CHECK (still IS NULL OR length(still) <= 131072),
  sent_at      INTEGER,                    -- when the backend last said that it has all of it
  refused      TEXT,                       -- why the backend does not take it, in words
  for_good     INTEGER NOT NULL DEFAULT 0, -- it never will
  wanted_at    INTEGER,                    -- somebody looked where it is shown, and it was not here
  tries        INTEGER NOT NULL DEFAULT 0, -- in a row that did not bring it here
  not_before   INTEGER,                    -- nothing is tried before
  unused_since INTEGER                     -- no post and no draft shows it any more
) STRICT;

-- What was deleted here and can come back as it was: posts, drafts of posts, single pictures.
CREATE TABLE post_bin (
  id         TEXT PRIMARY KEY NOT NULL,
  kept       TEXT NOT NULL CHECK (json_valid(kept)),
  deleted_at INTEGER NOT NULL
) STRICT;

CREATE INDEX post_media_image ON post_media (image);
