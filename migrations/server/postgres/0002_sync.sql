-- Where devices meet. Every change of a workspace takes its number under the lock of its row in sync_head, so that numbers
-- are dense and become visible in the order of their commits. Only `apply` in the sync module writes these tables.
--
-- Columns that people write may hold nothing and have no list of allowed words: a newer device may know more of them than
-- this backend does. Nothing refers from one synced table to another, for a row may come before the one it belongs to.

CREATE TABLE sync_head (
    tenant_id           TEXT NOT NULL PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
    head                BIGINT NOT NULL DEFAULT 0,
    floor               BIGINT NOT NULL DEFAULT 0, -- tombstones up to here are gone: cursors below start again
    chain               TEXT NOT NULL,             -- 32 hexadecimal digits
    backed_up_through   BIGINT NOT NULL DEFAULT 0,
    row_count           BIGINT NOT NULL DEFAULT 0, -- what the quota counts: rows, and the bytes of every version kept
    byte_count          BIGINT NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- What was accepted, without what it said: to answer an op that comes again, and to compare histories.
CREATE TABLE sync_changeset (
    tenant_id   TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    seq         BIGINT NOT NULL,
    op_id       TEXT NOT NULL,
    body_hash   TEXT NOT NULL, -- the first 32 hexadecimal digits
    chain       TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    user_id     TEXT,          -- both empty: the backend itself
    device_id   TEXT,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, seq),
    UNIQUE (tenant_id, op_id)
);

-- One for each row of the tables below. `fields` has what a decision needs of the live versions: their ids, numbers, times
-- and parents, and the ids of open alternatives. The live values themselves are in the tables below and nowhere else.
CREATE TABLE sync_row (
    tenant_id    TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    tbl          TEXT NOT NULL,
    row_id       TEXT NOT NULL,
    rev          BIGINT NOT NULL,
    fields       TEXT NOT NULL,
    alternatives BIGINT NOT NULL, -- how many are open
    bytes        BIGINT NOT NULL, -- of its live values
    deleted_at   BIGINT,          -- in the bin since
    purged_at    BIGINT,          -- only the id is left since
    PRIMARY KEY (tenant_id, tbl, row_id)
);
CREATE INDEX sync_row_by_rev ON sync_row (tenant_id, rev);
CREATE INDEX sync_row_binned ON sync_row (tenant_id, deleted_at) WHERE deleted_at IS NOT NULL;

-- Every version that is not live: replaced, merged into another, or kept beside the live one.
CREATE TABLE sync_version (
    tenant_id   TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    tbl         TEXT NOT NULL,
    row_id      TEXT NOT NULL,
    field       TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    version_id  TEXT NOT NULL,
    value       TEXT NOT NULL, -- JSON
    parents     TEXT NOT NULL, -- JSON, a list of version ids
    at_eff      BIGINT NOT NULL,
    lived       BOOLEAN NOT NULL, -- it was live once
    state       TEXT NOT NULL CHECK (state IN ('PAST', 'ALTERNATIVE', 'MERGED', 'DISMISSED')),
    PRIMARY KEY (tenant_id, tbl, row_id, field, seq, version_id)
);
CREATE INDEX sync_version_open ON sync_version (tenant_id, row_id) WHERE state = 'ALTERNATIVE';

-- The maker's own page. Its id is the workspace's.
CREATE TABLE makers (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    user_id    TEXT REFERENCES users (id) ON DELETE SET NULL,
    name       TEXT,
    bio        TEXT,
    country    TEXT,
    created_at TIMESTAMP(3),
    updated_at TIMESTAMP(3),
    deleted_at TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX makers_by_user ON makers (user_id);

-- What a maker offers beside goods.
CREATE TABLE services (
    tenant_id   TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id          TEXT NOT NULL,
    maker_id    TEXT GENERATED ALWAYS AS (tenant_id) STORED,
    title       TEXT,
    description TEXT,
    price       DOUBLE PRECISION,
    currency    TEXT,
    type        TEXT,
    position    TEXT,
    hidden      BOOLEAN,
    created_at  TIMESTAMP(3),
    updated_at  TIMESTAMP(3),
    deleted_at  TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX services_by_maker ON services (maker_id);
CREATE INDEX services_by_type ON services (type);
CREATE INDEX services_by_created ON services (created_at);

-- The authorised link to a platform, without its secrets: no table here has a column for one.
CREATE TABLE social_connections (
    tenant_id    TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id           TEXT NOT NULL,
    maker_id     TEXT GENERATED ALWAYS AS (tenant_id) STORED,
    platform     TEXT,
    scope        TEXT,
    expires_at   TIMESTAMP(3),
    account_id   TEXT,
    account_name TEXT,
    avatar_url   TEXT,
    status       TEXT,
    created_at   TIMESTAMP(3),
    updated_at   TIMESTAMP(3),
    deleted_at   TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (maker_id, platform)
);
CREATE INDEX social_connections_by_platform ON social_connections (platform);

-- Addresses to show, nothing more.
CREATE TABLE social_links (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    maker_id   TEXT GENERATED ALWAYS AS (tenant_id) STORED,
    platform   TEXT,
    url        TEXT,
    position   TEXT,
    created_at TIMESTAMP(3),
    updated_at TIMESTAMP(3),
    deleted_at TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX social_links_by_maker ON social_links (maker_id);

-- Unfinished work. Never public.
CREATE TABLE drafts (
    tenant_id              TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id                     TEXT NOT NULL,
    kind                   TEXT,
    status                 TEXT,
    title                  TEXT,
    description            TEXT,
    tags                   JSONB,
    video_type             TEXT,
    targets                JSONB,
    youtube_title          TEXT,
    youtube_description    TEXT,
    youtube_privacy        TEXT,
    youtube_made_for_kids  BOOLEAN,
    youtube_synthetic      BOOLEAN,
    youtube_category_id    TEXT,
    youtube_quiet          BOOLEAN,
    youtube_playlist       JSONB,
    tiktok_caption         TEXT,
    tiktok_privacy         TEXT,
    tiktok_allow_comment   BOOLEAN,
    tiktok_allow_duet      BOOLEAN,
    tiktok_allow_stitch    BOOLEAN,
    tiktok_commercial      BOOLEAN,
    tiktok_your_brand      BOOLEAN,
    tiktok_branded_content BOOLEAN,
    tiktok_ai_generated    BOOLEAN,
    tiktok_to_inbox        BOOLEAN,
    tiktok_cover_at_ms     BIGINT,
    created_at             TIMESTAMP(3),
    updated_at             TIMESTAMP(3),
    deleted_at             TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);

-- Facts of the chosen file, by the draft's id. Its path stays on its device.
CREATE TABLE draft_media (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    file_name  TEXT,
    facts      JSONB,
    device     TEXT,
    updated_at TIMESTAMP(3),
    deleted_at TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);

-- One press of Publish.
CREATE TABLE publications (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    draft_id   TEXT,
    title      TEXT,
    type       TEXT,
    file_name  TEXT,
    facts      JSONB,
    device     TEXT,
    created_at TIMESTAMP(3),
    deleted_at TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX publications_by_draft ON publications (tenant_id, draft_id);

-- One platform's share of a publication.
CREATE TABLE deliveries (
    tenant_id      TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id             TEXT NOT NULL,
    publication_id TEXT,
    platform       TEXT,
    state          TEXT,
    detail         JSONB,
    remote_id      TEXT,
    total_bytes    BIGINT,
    created_at     TIMESTAMP(3),
    updated_at     TIMESTAMP(3),
    deleted_at     TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX deliveries_by_publication ON deliveries (tenant_id, publication_id);

-- Published texts. They outlive their maker.
CREATE TABLE posts (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    user_id    TEXT REFERENCES users (id) ON DELETE SET NULL,
    maker_id   TEXT REFERENCES workspaces (id) ON DELETE SET NULL,
    content    TEXT,
    images     TEXT[],
    created_at TIMESTAMP(3),
    updated_at TIMESTAMP(3),
    deleted_at TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX posts_by_user ON posts (user_id);
CREATE INDEX posts_by_maker ON posts (maker_id);
CREATE INDEX posts_by_created ON posts (created_at);

-- A post's pictures, while they are put in order.
CREATE TABLE post_media (
    tenant_id    TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id           TEXT NOT NULL,
    post_id      TEXT,
    image        TEXT,
    content_type TEXT,
    alt          TEXT,
    position     TEXT,
    created_at   TIMESTAMP(3),
    deleted_at   TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX post_media_by_post ON post_media (tenant_id, post_id);

-- Exists once a platform has returned an address. They outlive their maker. Counting views and likes here changes
-- nothing that devices pull: numbers travel as video_stats.
CREATE TABLE videos (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL,
    user_id       TEXT REFERENCES users (id) ON DELETE SET NULL,
    maker_id      TEXT REFERENCES workspaces (id) ON DELETE SET NULL,
    title         TEXT,
    description   TEXT,
    url           TEXT,
    thumbnail_url TEXT,
    duration      DOUBLE PRECISION,
    platform      TEXT,
    type          TEXT,
    views         BIGINT NOT NULL DEFAULT 0,
    likes         BIGINT NOT NULL DEFAULT 0,
    created_at    TIMESTAMP(3),
    updated_at    TIMESTAMP(3),
    deleted_at    TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX videos_by_user ON videos (user_id);
CREATE INDEX videos_by_maker ON videos (maker_id);
CREATE INDEX videos_by_type ON videos (type);
CREATE INDEX videos_by_platform ON videos (platform);
CREATE INDEX videos_by_created ON videos (created_at);

-- Numbers of a video, by its id.
CREATE TABLE video_stats (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    views      BIGINT,
    likes      BIGINT,
    as_of      TIMESTAMP(3),
    deleted_at TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);

-- Numbers of a post, by its id.
CREATE TABLE post_stats (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    likes      BIGINT,
    as_of      TIMESTAMP(3),
    deleted_at TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);

-- What visitors say about a video.
CREATE TABLE comments (
    tenant_id  TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    video_id   TEXT,
    user_id    TEXT REFERENCES users (id) ON DELETE SET NULL,
    author     TEXT,
    content    TEXT,
    hidden     BOOLEAN,
    created_at TIMESTAMP(3),
    deleted_at TIMESTAMP(3),
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX comments_by_video ON comments (tenant_id, video_id);
CREATE INDEX comments_by_user ON comments (user_id);

-- Visitors' likes: never rows of a feed, only counted.
CREATE TABLE post_likes (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    post_id   TEXT NOT NULL,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, post_id, user_id),
    FOREIGN KEY (tenant_id, post_id) REFERENCES posts (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX post_likes_by_user ON post_likes (user_id);

CREATE TABLE video_likes (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL,
    video_id  TEXT NOT NULL,
    user_id    TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, video_id, user_id),
    FOREIGN KEY (tenant_id, video_id) REFERENCES videos (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX video_likes_by_user ON video_likes (user_id);

-- A transaction that has entered a workspace sees nothing of another one, whatever a statement forgets to say.
DO $$
DECLARE
    t TEXT;
BEGIN
    FOREACH t IN ARRAY ARRAY[
        'sync_changeset', 'sync_row', 'sync_version', 'makers', 'services', 'social_connections', 'social_links', 'drafts',
        'draft_media', 'publications', 'deliveries', 'posts', 'post_media', 'videos', 'video_stats', 'post_stats', 'comments',
        'post_likes', 'video_likes'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format(
            $policy$CREATE POLICY one_workspace ON %I
                    USING (coalesce(current_setting('app.tenant', true), '') IN ('', tenant_id))$policy$, t);
    END LOOP;
END $$;
