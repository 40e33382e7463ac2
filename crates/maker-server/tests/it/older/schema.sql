CREATE TYPE "Role" AS ENUM ('MAKER', 'ADMIN');
CREATE TYPE "Visibility" AS ENUM ('PUBLIC', 'HIDDEN');

CREATE TABLE users (
    id         TEXT NOT NULL,
    email      TEXT NOT NULL,
    name       TEXT,
    password   TEXT,
    role       "Role" NOT NULL DEFAULT 'MAKER',
    created_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP(3) NOT NULL,
    CONSTRAINT users_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX users_email_key ON users (email);

CREATE TABLE makers (
    id         TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    name       TEXT NOT NULL,
    bio        TEXT,
    country    TEXT,
    created_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP(3) NOT NULL,
    CONSTRAINT makers_pkey PRIMARY KEY (id),
    CONSTRAINT makers_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE posts (
    id         TEXT NOT NULL,
    content    TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    images     TEXT[],
    visibility "Visibility" NOT NULL DEFAULT 'PUBLIC',
    created_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP(3) NOT NULL,
    CONSTRAINT posts_pkey PRIMARY KEY (id),
    CONSTRAINT posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX posts_created_at_idx ON posts (created_at);

CREATE TABLE videos (
    id            TEXT NOT NULL,
    user_id       TEXT NOT NULL,
    title         TEXT NOT NULL,
    description   TEXT,
    video_url     TEXT,
    thumbnail_url TEXT,
    duration      INTEGER,
    views         INTEGER NOT NULL DEFAULT 0,
    likes         INTEGER NOT NULL DEFAULT 0,
    codec         TEXT,
    visibility    "Visibility" NOT NULL DEFAULT 'PUBLIC',
    created_at    TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at    TIMESTAMP(3) NOT NULL,
    CONSTRAINT videos_pkey PRIMARY KEY (id),
    CONSTRAINT videos_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Known by name today, and not brought over.
CREATE TABLE video_likes (
    id       SERIAL PRIMARY KEY,
    video_id TEXT NOT NULL REFERENCES videos (id) ON DELETE CASCADE,
    user_id  TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE
);

-- Of another program's.
CREATE TABLE orders (
    id      SERIAL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id),
    state   "Visibility" NOT NULL,
    total   NUMERIC(12, 2) NOT NULL
);
CREATE VIEW popular AS SELECT id, title FROM videos WHERE views > 100;
