-- People, their devices, and the workspaces they share. Ids are UUIDs, times are UTC milliseconds since 1970.
-- Whatever opens a door is here as a SHA-256 or argon2id hash and never as itself.

CREATE TABLE users (
    id         TEXT NOT NULL PRIMARY KEY,
    email      TEXT NOT NULL,
    email_key  TEXT NOT NULL UNIQUE, -- the address in lower case: one account for each
    name       TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- Apart from users, which other programs may read.
CREATE TABLE passwords (
    user_id    TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    hash       TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE devices (
    id            TEXT NOT NULL PRIMARY KEY,
    user_id       TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name          TEXT NOT NULL,
    platform      TEXT NOT NULL,
    app_version   TEXT NOT NULL,
    secret_hash   TEXT NOT NULL,
    previous_hash TEXT, -- the secret before, good until the newest one has been used
    created_at    BIGINT NOT NULL,
    last_seen_at  BIGINT NOT NULL,
    revoked_at    BIGINT
);
CREATE INDEX devices_of_user ON devices (user_id, created_at);
CREATE UNIQUE INDEX devices_by_secret ON devices (secret_hash);
CREATE UNIQUE INDEX devices_by_previous ON devices (previous_hash);

-- Secrets that were replaced: whoever shows one of them has it from somewhere.
CREATE TABLE spent_secrets (
    hash      TEXT NOT NULL PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    spent_at  BIGINT NOT NULL
);
CREATE INDEX spent_secrets_of_device ON spent_secrets (device_id);
CREATE INDEX spent_secrets_by_age ON spent_secrets (spent_at);

CREATE TABLE access_tokens (
    hash       TEXT NOT NULL PRIMARY KEY,
    device_id  TEXT NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    expires_at BIGINT NOT NULL
);
CREATE INDEX access_tokens_of_device ON access_tokens (device_id);
CREATE INDEX access_tokens_by_end ON access_tokens (expires_at);

-- A workspace has the id of its maker.
CREATE TABLE workspaces (
    id         TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE workspace_members (
    workspace_id TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    user_id      TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    role         TEXT NOT NULL CHECK (role IN ('OWNER', 'MEMBER')),
    joined_at    BIGINT NOT NULL,
    removed_at   BIGINT, -- kept, so that a device that comes back is told why
    PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX workspaces_of_user ON workspace_members (user_id);

CREATE TABLE workspace_invitations (
    id           TEXT NOT NULL PRIMARY KEY,
    workspace_id TEXT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    code_hash    TEXT NOT NULL UNIQUE,
    created_by   TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at   BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL,
    used_by      TEXT REFERENCES users (id) ON DELETE SET NULL,
    used_at      BIGINT
);
CREATE INDEX invitations_by_end ON workspace_invitations (expires_at);
CREATE INDEX invitations_of_workspace ON workspace_invitations (workspace_id, expires_at);
