-- What comes from outside: facilitators' other calendars, and calendars' answers to our invitations.

-- How old the last good reading of a busy calendar may be, and what then: `warn` lists slots with the age of what is known,
-- `block` lists and books none.
ALTER TABLE programmes
  ADD COLUMN busy_maximum_age_minutes int NOT NULL DEFAULT 360 CHECK (busy_maximum_age_minutes BETWEEN 15 AND 43200),
  ADD COLUMN when_busy_unknown text NOT NULL DEFAULT 'warn' CHECK (when_busy_unknown IN ('warn', 'block'));

-- Apart from `version`, which guards what people edit: rises whenever the busy times of a facilitator change.
ALTER TABLE facilitators ADD COLUMN busy_version int NOT NULL DEFAULT 0;

CREATE TABLE busy_calendars (
  id text PRIMARY KEY,
  facilitator_id text NOT NULL REFERENCES facilitators ON DELETE CASCADE,
  -- The address is a secret that opens the calendar: encrypted, with a keyed hash to know it again.
  sealed_address bytea NOT NULL,
  address_hash bytea NOT NULL,
  host text NOT NULL,
  name text,
  -- `waiting`: never read. `failed`: the last try failed; what the last good one said still holds.
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'good', 'failed')),
  fault text,
  warnings text[] NOT NULL DEFAULT '{}',
  events int NOT NULL DEFAULT 0,
  etag text,
  last_modified text,
  -- What the present busy spans were read for, and when: a calendar that has not changed is read in full once these are out of date.
  read_for text,
  read_at timestamptz,
  added_at timestamptz NOT NULL,
  tried_at timestamptz,
  good_at timestamptz,
  -- Since when it has had no events although it had some: taken for a mishap at first.
  emptied_at timestamptz,
  failures int NOT NULL DEFAULT 0,
  next_reading_at timestamptz NOT NULL,
  -- A reader has it in hand until then.
  leased_until timestamptz,
  CONSTRAINT busy_calendars_once UNIQUE (facilitator_id, address_hash)
);
CREATE INDEX busy_calendars_due ON busy_calendars (next_reading_at);

-- When a facilitator is busy by one calendar: merged, none touching. Nothing of what an event is called or who is in it.
CREATE TABLE busy_spans (
  calendar_id text NOT NULL REFERENCES busy_calendars ON DELETE CASCADE,
  facilitator_id text NOT NULL REFERENCES facilitators ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  PRIMARY KEY (calendar_id, starts_at),
  CONSTRAINT busy_spans_end_after_start CHECK (ends_at > starts_at)
);
CREATE INDEX busy_spans_facilitator ON busy_spans (facilitator_id, starts_at);

-- What a person's calendar answered to this invitation, beside `reply`: the newest answer by its DTSTAMP (RFC 5546 §2.1.5).
ALTER TABLE deliveries
  ADD COLUMN replied_at timestamptz,
  ADD COLUMN reply_stamped_at timestamptz,
  -- The mail that brought it was shown to come from its sender, or a program we trust handed it in.
  ADD COLUMN reply_verified boolean NOT NULL DEFAULT false,
  ADD COLUMN reply_comment text,
  -- They asked for another time (COUNTER, RFC 5546 §3.2.7).
  ADD COLUMN wants_other_time boolean NOT NULL DEFAULT false;
