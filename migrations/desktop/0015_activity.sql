-- The audit log in the order in which it was written, each entry chained to the one before. What was logged is kept as it
-- is; its hashes are worked out at the next start, as SQL has no such hash.
CREATE TABLE audit_log_chained (
  n        INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, -- 1, 2, 3 … : a missing one shows, also at the end (sqlite_sequence)
  id       TEXT NOT NULL UNIQUE,
  at       INTEGER NOT NULL,
  platform TEXT NOT NULL,
  account  TEXT,
  action   TEXT NOT NULL CHECK (action IN ('CONNECT', 'REFRESH', 'UPLOAD', 'THUMBNAIL', 'CAPTIONS', 'PLAYLIST', 'READ', 'REVOKE')),
  scope    TEXT, -- the rights it needed, or were granted
  outcome  TEXT NOT NULL,
  subject  TEXT, -- the delivery or connection it is about
  hash     BLOB CHECK (length(hash) = 32) -- none while another version of the program wrote it, until the next entry
) STRICT;
INSERT INTO audit_log_chained (id, at, platform, account, action, scope, outcome, subject)
  SELECT id, at, platform, account, action, scope, outcome, subject FROM audit_log ORDER BY rowid;
DROP TABLE audit_log;
ALTER TABLE audit_log_chained RENAME TO audit_log;
CREATE INDEX audit_log_at ON audit_log (at);
CREATE INDEX audit_log_subject ON audit_log (subject) WHERE subject IS NOT NULL;

-- The one change there is: an entry gets the hash that it has not.
CREATE TRIGGER audit_log_is_never_changed BEFORE UPDATE ON audit_log
WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.n IS NOT OLD.n OR NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at
  OR NEW.platform IS NOT OLD.platform OR NEW.account IS NOT OLD.account OR NEW.action IS NOT OLD.action
  OR NEW.scope IS NOT OLD.scope OR NEW.outcome IS NOT OLD.outcome OR NEW.subject IS NOT OLD.subject
BEGIN SELECT RAISE(ABORT, 'audit_log is append only'); END;
CREATE TRIGGER audit_log_is_never_shortened BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log is append only'); END;
-- `INSERT OR REPLACE` takes the older row away without asking the trigger above.
CREATE TRIGGER audit_log_is_never_replaced BEFORE INSERT ON audit_log
WHEN EXISTS (SELECT 1 FROM audit_log WHERE id = NEW.id OR n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'audit_log is append only'); END;
