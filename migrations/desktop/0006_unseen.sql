-- Columns, as a JSON list, that were written by somebody whose screen did not show yet what was in them.
ALTER TABLE sync_touched ADD COLUMN unseen TEXT;
