-- Deliveries that came here out of a backup or an export: what became of them since then is not known here. Nothing of
-- them is sent until the platform, the workspace or the maker has said.
ALTER TABLE deliveries ADD COLUMN restored_at INTEGER;
CREATE INDEX deliveries_restored ON deliveries (id) WHERE restored_at IS NOT NULL;
