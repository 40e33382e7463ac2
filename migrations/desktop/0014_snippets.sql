-- What a maker writes again and again, and how they publish again and again. Of this desk alone (decision 0025).

CREATE TABLE snippets (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('TEXT', 'TAGS')),
  text       TEXT NOT NULL,
  tags       TEXT NOT NULL CHECK (json_valid(tags)),
  position   TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER -- it can come back for thirty days
) STRICT;

-- A named set of platform settings. What TikTok lets nobody choose beforehand has no place in it.
CREATE TABLE presets (
  id         TEXT PRIMARY KEY NOT NULL,
  name       TEXT NOT NULL COLLATE NOCASE,
  settings   TEXT NOT NULL CHECK (json_valid(settings)),
  is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
-- New drafts begin with one of them at most.
CREATE UNIQUE INDEX presets_default ON presets (is_default) WHERE is_default = 1;
