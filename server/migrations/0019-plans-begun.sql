-- How often the solving of this generation has been begun: what ends its process again and again is not begun without end.
ALTER TABLE plans ADD COLUMN begun integer NOT NULL DEFAULT 0;
