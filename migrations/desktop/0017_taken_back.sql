-- Why what was taken back to the composer did not go out: the delivery it was, and its reason, which cancelling it takes from
-- the delivery itself. Of this desk alone, as deliveries are.
CREATE TABLE taken_back (
  draft_id    TEXT PRIMARY KEY NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  delivery_id TEXT NOT NULL,
  platform    TEXT NOT NULL CHECK (platform IN ('YOUTUBE', 'TIKTOK')),
  reason      TEXT NOT NULL CHECK (json_valid(reason))
) STRICT;
