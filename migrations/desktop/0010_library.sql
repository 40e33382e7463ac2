-- The library: everything the maker has published or is writing, one row each, to be searched, filtered and paged through.
-- Nothing writes these tables but the triggers below, so nobody who publishes, edits or syncs can forget them.

-- One row per video (all its platforms together), post and draft of a video.
CREATE TABLE library (
  n         INTEGER PRIMARY KEY NOT NULL,
  -- Of a video its publication's; its own where no publication of this desk is known to have made it.
  id        TEXT NOT NULL UNIQUE,
  kind      TEXT NOT NULL,
  title     TEXT NOT NULL COLLATE NOCASE,
  type      TEXT,
  platforms TEXT NOT NULL DEFAULT '', -- where it is, or a draft is to go, such as 'TIKTOK YOUTUBE'
  states    TEXT NOT NULL,            -- such as 'PUBLISHED NEEDS_YOU': there, and stopped on its way to another platform
  views     INTEGER NOT NULL DEFAULT -1,
  at        INTEGER NOT NULL          -- when it was published; of a draft the last edit
) STRICT;
CREATE INDEX library_at ON library (at, n);
CREATE INDEX library_kind ON library (kind, at, n);
CREATE INDEX library_title ON library (title, n);
CREATE INDEX library_views ON library (views, n);

-- What is searched of a row. Beside the row, so that lists need not read past long texts.
CREATE TABLE library_words (
  n     INTEGER PRIMARY KEY NOT NULL,
  words TEXT NOT NULL
) STRICT;

-- Words are runs of letters and digits; case and accents of Latin letters do not count.
CREATE VIRTUAL TABLE library_text USING fts5 (
  words, content = 'library_words', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER library_words_insert AFTER INSERT ON library_words BEGIN
  INSERT INTO library_text (rowid, words) VALUES (NEW.n, NEW.words);
END;
CREATE TRIGGER library_words_update AFTER UPDATE ON library_words WHEN NEW.words <> OLD.words BEGIN
  INSERT INTO library_text (library_text, rowid, words) VALUES ('delete', OLD.n, OLD.words);
  INSERT INTO library_text (rowid, words) VALUES (NEW.n, NEW.words);
END;
CREATE TRIGGER library_words_delete AFTER DELETE ON library_words BEGIN
  INSERT INTO library_text (library_text, rowid, words) VALUES ('delete', OLD.n, OLD.words);
END;
CREATE TRIGGER library_delete AFTER DELETE ON library BEGIN
  DELETE FROM library_words WHERE n = OLD.n;
END;

-- Which entry a video belongs to.
CREATE VIEW library_videos AS
  SELECT v.id AS video_id, coalesce(d.publication_id, v.id) AS id
  FROM videos v LEFT JOIN deliveries d ON d.id = v.delivery_id;

-- To make an entry anew from the rows it is about, or to take it out when they are gone, insert its id into one of these.
CREATE VIEW library_video AS SELECT id FROM library WHERE kind = 'VIDEO';
CREATE TRIGGER library_video_again INSTEAD OF INSERT ON library_video WHEN NEW.id IS NOT NULL BEGIN
  DELETE FROM library WHERE id = NEW.id AND kind = 'VIDEO'
    AND NOT EXISTS (SELECT 1 FROM deliveries d JOIN videos v ON v.delivery_id = d.id WHERE d.publication_id = NEW.id)
    AND NOT EXISTS (SELECT 1 FROM videos WHERE id = NEW.id AND delivery_id IS NULL);
  INSERT INTO library (id, kind, title, type, platforms, states, views, at)
    SELECT NEW.id, 'VIDEO', coalesce((SELECT nullif(trim(title), '') FROM publications WHERE id = NEW.id), min(title)), min(type), group_concat(platform, ' '),
      'PUBLISHED'
      || CASE WHEN EXISTS (SELECT 1 FROM deliveries WHERE publication_id = NEW.id AND dismissed_at IS NULL
                             AND state IN ('NEEDS_ATTENTION', 'FAILED')) THEN ' NEEDS_YOU' ELSE '' END
      || CASE WHEN EXISTS (SELECT 1 FROM deliveries WHERE publication_id = NEW.id AND dismissed_at IS NULL
                             AND state NOT IN ('PUBLISHED', 'CANCELLED', 'NEEDS_ATTENTION', 'FAILED'))
              THEN ' ON_ITS_WAY' ELSE '' END,
      sum(views), max(created_at)
    FROM (SELECT v.title, v.type, v.platform, v.views, v.created_at
            FROM deliveries d JOIN videos v ON v.delivery_id = d.id WHERE d.publication_id = NEW.id
          UNION ALL
          SELECT title, type, platform, views, created_at FROM videos WHERE id = NEW.id AND delivery_id IS NULL)
    HAVING count(*) > 0
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, type = excluded.type, platforms = excluded.platforms,
      states = excluded.states, views = excluded.views, at = excluded.at;
  INSERT INTO library_words (n, words)
    SELECT l.n,
      l.title || char(10)
      || coalesce((SELECT group_concat(v.title || char(10) || coalesce(v.description, ''), char(10))
                   FROM deliveries d JOIN videos v ON v.delivery_id = d.id WHERE d.publication_id = l.id), '') || char(10)
      || coalesce((SELECT description FROM videos WHERE id = l.id AND delivery_id IS NULL), '') || char(10)
      || coalesce((SELECT file_name FROM publications WHERE id = l.id), '')
    FROM library l WHERE l.id = NEW.id AND l.kind = 'VIDEO'
    ON CONFLICT (n) DO UPDATE SET words = excluded.words;
END;

CREATE VIEW library_post AS SELECT id FROM library WHERE kind = 'POST';
CREATE TRIGGER library_post_again INSTEAD OF INSERT ON library_post BEGIN
  DELETE FROM library WHERE id = NEW.id AND kind = 'POST' AND NOT EXISTS (SELECT 1 FROM posts WHERE id = NEW.id);
  INSERT INTO library (id, kind, title, states, at)
    SELECT id, 'POST', trim(substr(content, 1, 200), char(32, 9, 10, 13)), 'PUBLISHED', created_at
    FROM posts WHERE id = NEW.id
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, at = excluded.at;
  INSERT INTO library_words (n, words)
    SELECT l.n, p.content FROM library l JOIN posts p ON p.id = l.id WHERE l.id = NEW.id AND l.kind = 'POST'
    ON CONFLICT (n) DO UPDATE SET words = excluded.words;
END;

CREATE VIEW library_draft AS SELECT id FROM library WHERE kind = 'DRAFT';
CREATE TRIGGER library_draft_again INSTEAD OF INSERT ON library_draft BEGIN
  DELETE FROM library WHERE id = NEW.id AND kind = 'DRAFT'
    AND NOT EXISTS (SELECT 1 FROM drafts WHERE id = NEW.id AND kind = 'VIDEO' AND status = 'DRAFT');
  INSERT INTO library (id, kind, title, type, platforms, states, at)
    SELECT d.id, 'DRAFT', coalesce(nullif(trim(d.fields ->> '$.title'), ''), m.file_name, ''), d.fields ->> '$.video_type',
      coalesce((SELECT group_concat(value, ' ') FROM json_each(d.fields, '$.targets')), ''), 'DRAFT', d.updated_at
    FROM drafts d LEFT JOIN draft_media m ON m.draft_id = d.id
    WHERE d.id = NEW.id AND d.kind = 'VIDEO' AND d.status = 'DRAFT'
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, type = excluded.type, platforms = excluded.platforms,
      at = excluded.at;
  INSERT INTO library_words (n, words)
    SELECT l.n,
      coalesce(d.fields ->> '$.title', '') || char(10) || coalesce(d.fields ->> '$.description', '') || char(10)
      || coalesce((SELECT group_concat(value, char(10)) FROM json_each(d.fields, '$.tags')), '') || char(10)
      || coalesce(d.fields ->> '$.youtube.title', '') || char(10)
      || coalesce(d.fields ->> '$.youtube.description', '') || char(10)
      || coalesce(d.fields ->> '$.tiktok.caption', '') || char(10) || coalesce(m.file_name, '')
    FROM library l JOIN drafts d ON d.id = l.id LEFT JOIN draft_media m ON m.draft_id = d.id
    WHERE l.id = NEW.id AND l.kind = 'DRAFT'
    ON CONFLICT (n) DO UPDATE SET words = excluded.words;
END;

CREATE TRIGGER library_videos_insert AFTER INSERT ON videos BEGIN
  INSERT INTO library_video (id) SELECT id FROM library_videos WHERE video_id = NEW.id;
END;
CREATE TRIGGER library_videos_update
AFTER UPDATE OF title, description, type, platform, views, created_at, delivery_id ON videos BEGIN
  INSERT INTO library_video (id) SELECT id FROM library_videos WHERE video_id = NEW.id;
END;
CREATE TRIGGER library_videos_moved AFTER UPDATE OF delivery_id ON videos
WHEN OLD.delivery_id IS NOT NEW.delivery_id BEGIN
  INSERT INTO library_video (id)
    SELECT coalesce((SELECT publication_id FROM deliveries WHERE id = OLD.delivery_id), OLD.id);
END;
CREATE TRIGGER library_videos_delete AFTER DELETE ON videos BEGIN
  INSERT INTO library_video (id)
    SELECT coalesce((SELECT publication_id FROM deliveries WHERE id = OLD.delivery_id), OLD.id);
END;
CREATE TRIGGER library_deliveries_insert AFTER INSERT ON deliveries BEGIN
  INSERT INTO library_video (id) VALUES (NEW.publication_id);
END;
CREATE TRIGGER library_deliveries_update AFTER UPDATE OF state, dismissed_at ON deliveries
WHEN OLD.state <> NEW.state OR OLD.dismissed_at IS NOT NEW.dismissed_at BEGIN
  INSERT INTO library_video (id) VALUES (NEW.publication_id);
END;
CREATE TRIGGER library_deliveries_delete AFTER DELETE ON deliveries BEGIN
  INSERT INTO library_video (id) VALUES (OLD.publication_id);
END;
CREATE TRIGGER library_posts_insert AFTER INSERT ON posts BEGIN
  INSERT INTO library_post (id) VALUES (NEW.id);
END;
CREATE TRIGGER library_posts_update AFTER UPDATE OF content, created_at ON posts BEGIN
  INSERT INTO library_post (id) VALUES (NEW.id);
END;
CREATE TRIGGER library_posts_delete AFTER DELETE ON posts BEGIN
  INSERT INTO library_post (id) VALUES (OLD.id);
END;
CREATE TRIGGER library_drafts_insert AFTER INSERT ON drafts BEGIN
  INSERT INTO library_draft (id) VALUES (NEW.id);
END;
CREATE TRIGGER library_drafts_update AFTER UPDATE OF fields, status, kind, updated_at ON drafts BEGIN
  INSERT INTO library_draft (id) VALUES (NEW.id);
END;
CREATE TRIGGER library_drafts_delete AFTER DELETE ON drafts BEGIN
  INSERT INTO library_draft (id) VALUES (OLD.id);
END;
CREATE TRIGGER library_media_insert AFTER INSERT ON draft_media BEGIN
  INSERT INTO library_draft (id) VALUES (NEW.draft_id);
END;
CREATE TRIGGER library_media_update AFTER UPDATE OF file_name ON draft_media BEGIN
  INSERT INTO library_draft (id) VALUES (NEW.draft_id);
END;
CREATE TRIGGER library_media_delete AFTER DELETE ON draft_media BEGIN
  INSERT INTO library_draft (id) VALUES (OLD.draft_id);
END;

-- What is there already.
INSERT INTO library_video (id) SELECT DISTINCT id FROM library_videos;
INSERT INTO library_post (id) SELECT id FROM posts;
INSERT INTO library_draft (id) SELECT id FROM drafts WHERE kind = 'VIDEO' AND status = 'DRAFT';

-- Whether a file was published before, and what the audit log says of a delivery.
CREATE INDEX publications_file ON publications (identity ->> '$.fingerprint');
CREATE INDEX audit_log_subject ON audit_log (subject) WHERE subject IS NOT NULL;
