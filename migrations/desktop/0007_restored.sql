-- Columns, as a JSON list, beside whose value others were kept when the backend came back from a backup: what it has now
-- may be one of those, so that what is put back is no answer to it.
ALTER TABLE sync_ghosts ADD COLUMN unseen TEXT;
