-- When a cluster was last asked to mark the hours that suit it, so that nobody is asked twice in an hour.
ALTER TABLE clusters ADD COLUMN hours_asked_at timestamptz;
