-- Of the columns with something kept beside them, as JSON: on which device the value that is shown was typed, and when.
ALTER TABLE sync_rows ADD COLUMN writers TEXT;
