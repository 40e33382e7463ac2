-- Views and likes of published videos, as their platforms told them. What `videos` shows is the newest of them.

-- When a video is asked about next. A row is made when it is first looked for.
CREATE TABLE video_looks (
  video_id TEXT PRIMARY KEY NOT NULL REFERENCES videos (id) ON DELETE CASCADE,
  next_at  INTEGER NOT NULL,
  told_at  INTEGER,                    -- when its numbers were last told; none: they are not known (any more)
  failures INTEGER NOT NULL DEFAULT 0  -- in a row
) STRICT;
CREATE INDEX video_looks_next ON video_looks (next_at);

CREATE TABLE video_numbers (
  video_id TEXT NOT NULL REFERENCES videos (id) ON DELETE CASCADE,
  at       INTEGER NOT NULL,
  views    INTEGER,                    -- none: the platform does not tell
  likes    INTEGER,
  PRIMARY KEY (video_id, at)
) STRICT, WITHOUT ROWID;
