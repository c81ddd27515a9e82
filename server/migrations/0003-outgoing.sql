-- Where sessions meet, feeds to subscribe to, personal links, and edits that wait to become one mail.

-- The secrets of feeds and personal links are derived from this key, so that they can be shown again; SECRET_KEY takes its place.
CREATE TABLE installation (
  is_there boolean PRIMARY KEY DEFAULT true CHECK (is_there),
  secret_key bytea NOT NULL
);
INSERT INTO installation (secret_key) VALUES (decode(replace(concat(gen_random_uuid(), gen_random_uuid()), '-', ''), 'hex'));

-- An https link; `{room}` in it stands for a name of its own for each booking. A facilitator's goes before the programme's.
ALTER TABLE programmes ADD COLUMN meeting_address text;
ALTER TABLE facilitators ADD COLUMN meeting_address text;

-- The secret in the address of a booking's join page; null for a booking whose link leads straight to the meeting.
ALTER TABLE bookings ADD COLUMN join_key text GENERATED ALWAYS AS (substring(join_url FROM '/join/([^/]+)$')) STORED;
CREATE UNIQUE INDEX bookings_join_key ON bookings (join_key);

-- How often the secret of the feed was renewed: each generation has another, and only the last opens it.
ALTER TABLE programmes ADD COLUMN feed_generation int NOT NULL DEFAULT 0;
ALTER TABLE facilitators ADD COLUMN feed_generation int NOT NULL DEFAULT 0;
ALTER TABLE clusters ADD COLUMN feed_generation int NOT NULL DEFAULT 0;
ALTER TABLE representatives ADD COLUMN feed_generation int NOT NULL DEFAULT 0;

-- When a classroom week last changed: the DTSTAMP of its span in feeds.
ALTER TABLE phases ADD COLUMN changed_at timestamptz NOT NULL DEFAULT date_trunc('second', now());

-- An edit waits for the ones that may follow it within seconds: since when, by the first of them. Null: told at once.
ALTER TABLE deliveries ADD COLUMN waits_since timestamptz;

-- The personal links of a booking's people that were ended at least once; the next mail carries that of the next generation.
CREATE TABLE personal_links (
  booking_id text NOT NULL REFERENCES bookings ON DELETE CASCADE,
  person_id text NOT NULL,
  generation int NOT NULL,
  PRIMARY KEY (booking_id, person_id)
);
