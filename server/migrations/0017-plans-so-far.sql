-- The best that the solver has while it is still at work: shown meanwhile, and kept when it is stopped.
ALTER TABLE plans ADD COLUMN so_far jsonb;
