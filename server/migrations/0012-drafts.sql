-- Programmes that somebody is still setting up.

-- What has been filled in so far, right or not, as JSON in plain text: nothing asks for its fields. Goes with whoever made it; null: the owner's.
CREATE TABLE programme_drafts (
  id text PRIMARY KEY,
  coordinator_id text REFERENCES coordinators ON DELETE CASCADE,
  name text NOT NULL,
  document text NOT NULL,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX programme_drafts_coordinator ON programme_drafts (coordinator_id);
CREATE INDEX programme_drafts_changed ON programme_drafts (changed_at);
