-- When a draft goes out: the time that its platforms share, and those of their own.
ALTER TABLE drafts ADD COLUMN schedule TEXT;
ALTER TABLE drafts ADD COLUMN youtube_schedule TEXT;
ALTER TABLE drafts ADD COLUMN tiktok_schedule TEXT;
