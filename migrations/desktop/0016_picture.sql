-- The maker's picture, by its name in `images`.
ALTER TABLE makers ADD COLUMN picture TEXT;
-- A device of a newer version may have chosen one before this one knew what that is.
UPDATE makers SET picture = (SELECT fields ->> '$.picture' FROM sync_rows WHERE tbl = 'makers' AND row_id = makers.id);

-- Every picture that something here shows, as often as it is shown: of a post or a draft of one, of the maker, or one that
-- another device chose for the maker at the same time, for as long as that is kept beside.
CREATE VIEW images_in_use AS
  SELECT image, post_id, created_at AS since FROM post_media
  UNION ALL
  SELECT picture, NULL, updated_at FROM makers WHERE picture IS NOT NULL
  UNION ALL
  SELECT kept.value ->> '$.v', NULL, kept.value ->> '$.at'
  FROM sync_rows r, json_each(r.alternatives, '$.picture') kept
  WHERE r.tbl = 'makers' AND r.alternatives IS NOT NULL AND kept.value ->> '$.v' IS NOT NULL;
