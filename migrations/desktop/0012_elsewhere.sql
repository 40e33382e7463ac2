-- What other devices are at: few among all that they ever sent.
CREATE INDEX sync_rows_on_their_way ON sync_rows (row_id)
WHERE tbl = 'deliveries' AND deleted = 0 AND fields ->> '$.detail.state' NOT IN ('PUBLISHED', 'FAILED', 'CANCELLED');
