-- The maker's picture, by its name in images.
ALTER TABLE makers ADD COLUMN picture TEXT;
