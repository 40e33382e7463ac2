INSERT INTO users (id, email, name, password, role, created_at, updated_at)
SELECT CASE WHEN n % 7 = 3 THEN '00000000-0000-4000-8000-' || lpad(n::text, 12, '0') ELSE 'clusr' || lpad(n::text, 20, '0') END,
       CASE WHEN n = 5 THEN 'USER4@Old.Example' WHEN n = 6 THEN 'no address' WHEN n = 8 THEN ''
            ELSE 'user' || n || '@old.example' END,
       CASE WHEN n % 13 = 0 THEN NULL WHEN n % 5 = 0 THEN 'Ana 🏺 ' || n ELSE 'Person ' || n END,
       CASE WHEN n % 3 = 2 THEN :hash
            WHEN n % 3 = 1 THEN '$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW' END,
       CASE WHEN n = 1 THEN 'ADMIN' ELSE 'MAKER' END::"Role",
       TIMESTAMP '2023-01-01 10:00:00.123' + n * INTERVAL '1 minute', TIMESTAMP '2024-01-01 10:00:00.456'
FROM generate_series(1, :users) AS n;

-- Every tenth has none, and the one after it has two.
INSERT INTO makers (id, user_id, name, bio, country, created_at, updated_at)
SELECT 'clmkr' || u.n || '-' || k, u.id, 'Clay & Co. ' || u.n, CASE WHEN u.n % 4 = 0 THEN 'Bowls 🏺' END,
       CASE WHEN u.n % 3 = 0 THEN 'PT' END, TIMESTAMP '2023-02-01 10:00:00.001', TIMESTAMP '2024-02-01 10:00:00.002'
FROM (SELECT id, row_number() OVER (ORDER BY created_at) AS n FROM users) AS u, generate_series(1, 2) AS k
WHERE u.n % 10 <> 0 AND (k = 1 OR u.n % 10 = 1);

INSERT INTO videos (id, user_id, title, description, video_url, thumbnail_url, duration, views, likes, codec, created_at, updated_at)
SELECT 'clvid' || lpad(v::text, 20, '0'), u.id, 'Video ' || v || ' 🎥', CASE WHEN v % 2 = 0 THEN 'How it''s made' END,
       replace((ARRAY[:addresses]::TEXT[])[1 + v % :kinds], '{v}', v::text), CASE WHEN v % 5 = 0 THEN 'https://i.old.example/' || v END,
       CASE WHEN v % 11 <> 0 THEN v * 37 % 400 END, v, v % 10, 'h264',
       TIMESTAMP '2023-03-01 00:00:00.789' + v * INTERVAL '1 second', TIMESTAMP '2024-03-01 00:00:00.789' + v * INTERVAL '1 second'
FROM generate_series(1, :videos) AS v
JOIN (SELECT id, row_number() OVER (ORDER BY created_at) AS n FROM users) AS u ON u.n = 1 + v % :users;

INSERT INTO posts (id, user_id, content, images, created_at, updated_at)
SELECT 'clpst' || lpad(p::text, 20, '0'), u.id, 'Post ' || p || E' 🏺\nwith a second line',
       CASE p % 4 WHEN 0 THEN NULL WHEN 1 THEN '{}' WHEN 2 THEN ARRAY['https://i.old.example/a', NULL, 'b "quoted", with a comma']
                  ELSE ARRAY['https://i.old.example/' || p] END::TEXT[],
       TIMESTAMP '2023-04-01 00:00:00.001' + p * INTERVAL '1 second', TIMESTAMP '2024-04-01 00:00:00.001'
FROM generate_series(1, :videos / 5) AS p
JOIN (SELECT id, row_number() OVER (ORDER BY created_at) AS n FROM users) AS u ON u.n = 1 + p % :users;

INSERT INTO video_likes (video_id, user_id) SELECT v.id, u.id FROM (SELECT id FROM videos ORDER BY id LIMIT 50) v, (SELECT id FROM users ORDER BY id LIMIT 3) u;
INSERT INTO orders (user_id, state, total) SELECT id, 'HIDDEN', 12.50 FROM users ORDER BY id LIMIT 10;
