-- Pictures of posts. Their bytes are in an object store; here is what is known of them, and parts of those that are on
-- their way.

-- A picture that is whole and was looked at, once for each workspace however often it is shown.
CREATE TABLE images (
    tenant_id    TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name         TEXT NOT NULL, -- BLAKE3 of its bytes, 64 hexadecimal digits
    content_type TEXT NOT NULL,
    size         BIGINT NOT NULL,
    width        BIGINT NOT NULL,
    height       BIGINT NOT NULL,
    object_key   TEXT NOT NULL, -- of no other storing, not even of the same picture
    created_at   BIGINT NOT NULL,
    touched_at   BIGINT NOT NULL, -- somebody was about to use it
    PRIMARY KEY (tenant_id, name)
) WITHOUT ROWID;
CREATE INDEX images_by_touch ON images (touched_at);

CREATE TABLE image_uploads (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    have       BIGINT NOT NULL, -- so many bytes from the start are in image_parts
    touched_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, name)
) WITHOUT ROWID;
CREATE INDEX image_uploads_by_touch ON image_uploads (touched_at);

-- Never the last part of a picture: with it the picture is whole.
CREATE TABLE image_parts (
    tenant_id  TEXT NOT NULL,
    name       TEXT NOT NULL,
    start      BIGINT NOT NULL,
    bytes      BLOB NOT NULL,
    PRIMARY KEY (tenant_id, name, start),
    FOREIGN KEY (tenant_id, name) REFERENCES image_uploads (tenant_id, name) ON DELETE CASCADE
);

-- Objects that no row of images names: those that are being written, and those that are to be removed.
CREATE TABLE image_leftovers (
    object_key TEXT NOT NULL PRIMARY KEY,
    kept_until BIGINT NOT NULL -- 0: nothing may name it any more
) WITHOUT ROWID;
CREATE INDEX image_leftovers_by_end ON image_leftovers (kept_until);

-- Whatever takes a row away, its object is not forgotten.
CREATE TRIGGER image_gone AFTER DELETE ON images BEGIN
    INSERT OR REPLACE INTO image_leftovers (object_key, kept_until) VALUES (old.object_key, 0);
END;
CREATE TRIGGER image_stored_anew AFTER UPDATE OF object_key ON images WHEN old.object_key <> new.object_key BEGIN
    INSERT OR REPLACE INTO image_leftovers (object_key, kept_until) VALUES (old.object_key, 0);
END;

-- Whether anything shows a picture.
CREATE INDEX post_media_by_image ON post_media (tenant_id, image);
