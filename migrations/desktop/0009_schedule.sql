-- Deliveries with a time of their own, and what the calendar reads.

-- The instant: at which the platform makes it public where it keeps times itself, else at which it is sent from here.
ALTER TABLE deliveries ADD COLUMN scheduled_at INTEGER;
-- The same as the maker wrote it: a time on a wall and its place. None where the platform has told another one since.
ALTER TABLE deliveries ADD COLUMN wall TEXT CHECK (wall IS NULL OR json_valid(wall));
-- When one that waited here for its time was begun; long after that time it is late.
ALTER TABLE deliveries ADD COLUMN begun_at INTEGER;
CREATE INDEX deliveries_day ON deliveries (coalesce(scheduled_at, created_at));

-- The days of a draft are in its document.
CREATE INDEX drafts_day ON drafts (json_extract(fields, '$.schedule.date'));
CREATE INDEX drafts_youtube_day ON drafts (json_extract(fields, '$.youtube.schedule.date'));
CREATE INDEX drafts_tiktok_day ON drafts (json_extract(fields, '$.tiktok.schedule.date'));
