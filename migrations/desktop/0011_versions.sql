-- What replaced a version came from another device.
ALTER TABLE revisions ADD COLUMN elsewhere INTEGER NOT NULL DEFAULT 0;

-- What was typed into drafts on this device, so that it can be taken back and done again, also after a restart. Nothing
-- here leaves this device.
CREATE TABLE draft_steps (
  n        INTEGER PRIMARY KEY NOT NULL,
  draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
  was      TEXT NOT NULL CHECK (json_valid(was)),    -- the columns that were edited, as they were
  became   TEXT NOT NULL CHECK (json_valid(became)), -- the same, as they were made
  undone   INTEGER NOT NULL DEFAULT 0,
  began_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_steps_draft ON draft_steps (draft_id, undone, n);
