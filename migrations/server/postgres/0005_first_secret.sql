-- The first secret that a device was given, as a hash: what a device that is unknown by its newest one can still show to a
-- backend that was restored from a backup. Empty for devices that signed in before.
ALTER TABLE devices ADD COLUMN first_hash TEXT;
CREATE UNIQUE INDEX devices_by_first ON devices (first_hash);
