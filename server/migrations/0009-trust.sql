-- Programs that are told of changes, how long people are remembered.

-- A receiver of changes: of one programme, or of all there are (null), which is the owner's. Its secrets are derived, not stored.
CREATE TABLE webhooks (
  id text PRIMARY KEY,
  programme_id text REFERENCES programmes ON DELETE CASCADE,
  url text NOT NULL,
  -- Which kinds of changes; null for all.
  kinds text[],
  -- Who is told by mail when it is switched off; null: whoever made it, else the programme's coordinators.
  contact text,
  is_on boolean NOT NULL DEFAULT true,
  -- `gone`: the receiver answered 410; `given-up`: it took nothing for 75 hours.
  off_because text CHECK (off_because IN ('gone', 'given-up', 'by-hand')),
  -- Set while somebody has still to be told that it is off.
  notice_due_at timestamptz,
  secret_generation int NOT NULL DEFAULT 0,
  -- Until then the secret before this one signs as well.
  previous_secret_until timestamptz,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  -- Whoever sends for it has it until then; a process that died loses it.
  leased_until timestamptz,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT webhooks_off_for_a_reason CHECK (is_on = (off_because IS NULL))
);
CREATE INDEX webhooks_programme ON webhooks (programme_id);
CREATE INDEX webhooks_notice ON webhooks (notice_due_at) WHERE notice_due_at IS NOT NULL;

-- Up to which change of which programme a webhook's messages have been written; from 1 on where there is no row.
CREATE TABLE webhook_cursors (
  webhook_id text NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  revision bigint NOT NULL,
  PRIMARY KEY (webhook_id, programme_id)
);
CREATE INDEX webhook_cursors_programme ON webhook_cursors (programme_id);

-- One change on its way to one webhook; sent in the order of `place`, the next one only when this one has been taken.
CREATE TABLE webhook_messages (
  id text PRIMARY KEY,
  webhook_id text NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  place bigint GENERATED ALWAYS AS IDENTITY,
  programme_id text NOT NULL,
  revision bigint NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  tries int NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  -- What the receiver answered last, or why it did not.
  last_status int,
  last_error text,
  queued_at timestamptz NOT NULL,
  tried_at timestamptz,
  CONSTRAINT webhook_messages_once UNIQUE (webhook_id, programme_id, revision),
  FOREIGN KEY (programme_id, revision) REFERENCES changes (programme_id, revision) ON DELETE CASCADE
);
CREATE INDEX webhook_messages_waiting ON webhook_messages (webhook_id, place) WHERE state = 'waiting';
CREATE INDEX webhook_messages_log ON webhook_messages (webhook_id, place);
CREATE INDEX webhook_messages_change ON webhook_messages (programme_id, revision);

-- How many days after its last day a programme forgets its people; null: until somebody asks.
ALTER TABLE programmes
  ADD COLUMN retention_days int CONSTRAINT programmes_retention_days CHECK (retention_days BETWEEN 0 AND 36500),
  ADD COLUMN people_forgotten_at timestamptz;

-- Somebody who was erased: the row stays where sessions were given, without the person.
ALTER TABLE facilitators ADD COLUMN erased_at timestamptz;
