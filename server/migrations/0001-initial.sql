-- Visavis, first schema. Spans are tstzrange '[)'; zones are IANA names; lengths are whole minutes.
-- A slot is computed, never stored: what is stored is who is engaged when, and the two
-- exclusion constraints on `engagements` have the last word on every hold and booking.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE programmes (
  id text PRIMARY KEY,
  name text NOT NULL,
  time_zone text NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  session_minutes int NOT NULL CHECK (session_minutes BETWEEN 1 AND 1440),
  slot_step_minutes int NOT NULL CHECK (slot_step_minutes BETWEEN 1 AND 1440),
  buffer_before_minutes int NOT NULL CHECK (buffer_before_minutes BETWEEN 0 AND 1440),
  buffer_after_minutes int NOT NULL CHECK (buffer_after_minutes BETWEEN 0 AND 1440),
  minimum_notice_minutes int NOT NULL CHECK (minimum_notice_minutes >= 0),
  hold_minutes int NOT NULL CHECK (hold_minutes BETWEEN 1 AND 60),
  maximum_per_facilitator_per_day int CHECK (maximum_per_facilitator_per_day >= 1),
  maximum_per_cluster_per_day int CHECK (maximum_per_cluster_per_day >= 1),
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT programmes_end_after_start CHECK (ends_on >= starts_on)
);

-- Apart from `programmes`, so that numbering a change never waits for a reader that pins the programme's version.
CREATE TABLE programme_revisions (
  programme_id text PRIMARY KEY REFERENCES programmes ON DELETE CASCADE,
  revision bigint NOT NULL DEFAULT 0
);

CREATE TABLE phases (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  name text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('classroom', 'virtual')),
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  position int NOT NULL,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT phases_end_after_start CHECK (ends_on >= starts_on)
);
CREATE INDEX phases_programme ON phases (programme_id, position);

CREATE TABLE topics (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  phase_id text REFERENCES phases,
  name text NOT NULL,
  position int NOT NULL,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX topics_programme ON topics (programme_id, position);
CREATE INDEX topics_phase ON topics (phase_id);

CREATE TABLE facilitators (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  name text NOT NULL,
  email text NOT NULL,
  time_zone text NOT NULL,
  language text NOT NULL,
  working_hours jsonb,
  availability jsonb NOT NULL,
  position int NOT NULL,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX facilitators_programme ON facilitators (programme_id, position);
CREATE INDEX facilitators_email ON facilitators (lower(email));

CREATE TABLE facilitator_topics (
  facilitator_id text NOT NULL REFERENCES facilitators ON DELETE CASCADE,
  topic_id text NOT NULL REFERENCES topics ON DELETE CASCADE,
  PRIMARY KEY (facilitator_id, topic_id)
);
CREATE INDEX facilitator_topics_topic ON facilitator_topics (topic_id);

CREATE TABLE clusters (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  name text NOT NULL,
  time_zone text NOT NULL,
  working_hours jsonb,
  position int NOT NULL,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX clusters_programme ON clusters (programme_id, position);

CREATE TABLE representatives (
  id text PRIMARY KEY,
  cluster_id text NOT NULL REFERENCES clusters ON DELETE CASCADE,
  name text NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  time_zone text,
  position int NOT NULL
);
CREATE INDEX representatives_cluster ON representatives (cluster_id, position);
CREATE INDEX representatives_email ON representatives (lower(email));

CREATE TABLE coordinators (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  name text NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  time_zone text NOT NULL
);
CREATE INDEX coordinators_programme ON coordinators (programme_id);
CREATE INDEX coordinators_email ON coordinators (lower(email));

-- `held` is not stored: a session is held while an unlapsed hold of it exists.
CREATE TABLE sessions (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  cluster_id text NOT NULL REFERENCES clusters ON DELETE CASCADE,
  topic_id text NOT NULL REFERENCES topics ON DELETE CASCADE,
  phase_id text NOT NULL REFERENCES phases,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'booked', 'done', 'missed', 'waived')),
  version int NOT NULL DEFAULT 1,
  CONSTRAINT sessions_one_per_cluster_and_topic UNIQUE (cluster_id, topic_id)
);
CREATE INDEX sessions_programme ON sessions (programme_id, id);
CREATE INDEX sessions_phase ON sessions (phase_id);
CREATE INDEX sessions_topic ON sessions (topic_id);

CREATE TABLE bookings (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
  cluster_id text NOT NULL REFERENCES clusters ON DELETE CASCADE,
  facilitator_id text NOT NULL REFERENCES facilitators,
  span tstzrange NOT NULL,
  status text NOT NULL CHECK (status IN ('confirmed', 'cancelled')),
  uid text NOT NULL CONSTRAINT bookings_uid UNIQUE,
  sequence int NOT NULL CHECK (sequence >= 0),
  join_url text NOT NULL,
  needs text,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  -- DTSTAMP of the present revision: strictly later than the one before (RFC 5546 §2.1.5).
  stamped_at timestamptz NOT NULL,
  CONSTRAINT bookings_span_whole CHECK (NOT isempty(span) AND NOT lower_inf(span) AND NOT upper_inf(span))
);
CREATE UNIQUE INDEX bookings_one_confirmed_per_session ON bookings (session_id) WHERE status = 'confirmed';
CREATE INDEX bookings_programme ON bookings (programme_id);
CREATE INDEX bookings_session ON bookings (session_id);
CREATE INDEX bookings_facilitator ON bookings (facilitator_id);
CREATE INDEX bookings_cluster ON bookings (cluster_id);

-- What a booking was at each sequence: an invitation is rendered from this row, so a retry sends the same bytes.
CREATE TABLE booking_revisions (
  booking_id text NOT NULL REFERENCES bookings ON DELETE CASCADE,
  sequence int NOT NULL,
  facilitator_id text NOT NULL REFERENCES facilitators,
  span tstzrange NOT NULL,
  status text NOT NULL CHECK (status IN ('confirmed', 'cancelled')),
  needs text,
  reason text,
  stamped_at timestamptz NOT NULL,
  PRIMARY KEY (booking_id, sequence)
);

-- A hold or a confirmed booking as it stands in somebody's way; its id is the hold's or the booking's.
-- `session_id WITH <>`: a session's own hold may overlap its own booking, so that moving by half an hour works.
CREATE TABLE engagements (
  id text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('hold', 'booking')),
  session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
  cluster_id text NOT NULL REFERENCES clusters ON DELETE CASCADE,
  facilitator_id text NOT NULL REFERENCES facilitators,
  span tstzrange NOT NULL,
  protected_span tstzrange NOT NULL,
  -- Which of the day's places it fills, 1 to the day's maximum; null where the policy sets none.
  facilitator_day date NOT NULL,
  facilitator_place int CHECK (facilitator_place >= 1),
  cluster_day date NOT NULL,
  cluster_place int CHECK (cluster_place >= 1),
  placed_at timestamptz NOT NULL,
  expires_at timestamptz,
  extensions_left int,
  CONSTRAINT engagements_one_of_a_kind_per_session UNIQUE (session_id, kind),
  CONSTRAINT engagements_hold_expires CHECK ((kind = 'hold') = (expires_at IS NOT NULL AND extensions_left IS NOT NULL)),
  CONSTRAINT engagements_span_whole CHECK (NOT isempty(span) AND NOT lower_inf(span) AND NOT upper_inf(span)),
  CONSTRAINT engagements_span_protected CHECK (span <@ protected_span AND NOT lower_inf(protected_span) AND NOT upper_inf(protected_span)),
  CONSTRAINT engagements_facilitator_no_overlap
    EXCLUDE USING gist (facilitator_id WITH =, protected_span WITH &&, session_id WITH <>),
  CONSTRAINT engagements_cluster_no_overlap
    EXCLUDE USING gist (cluster_id WITH =, span WITH &&, session_id WITH <>),
  CONSTRAINT engagements_facilitator_day_maximum
    EXCLUDE USING gist (facilitator_id WITH =, facilitator_day WITH =, facilitator_place WITH =, session_id WITH <>),
  CONSTRAINT engagements_cluster_day_maximum
    EXCLUDE USING gist (cluster_id WITH =, cluster_day WITH =, cluster_place WITH =, session_id WITH <>)
);
CREATE INDEX engagements_facilitator ON engagements (facilitator_id);
CREATE INDEX engagements_cluster ON engagements (cluster_id);
CREATE INDEX engagements_lapsing ON engagements (expires_at) WHERE kind = 'hold';

-- The numbered history of a programme: gapless, in commit order. Feeds live updates, audit, catching up.
CREATE TABLE changes (
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  revision bigint NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  data jsonb NOT NULL,
  actor text NOT NULL,
  -- Who may read it besides coordinators: everyone in the programme, or the named clusters and facilitators.
  for_everyone boolean NOT NULL,
  for_clusters text[] NOT NULL,
  for_facilitators text[] NOT NULL,
  PRIMARY KEY (programme_id, revision)
);

-- One invitation of one booking revision to one person; also the outbox of the mail queue.
CREATE TABLE deliveries (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  booking_id text NOT NULL,
  sequence int NOT NULL,
  method text NOT NULL CHECK (method IN ('REQUEST', 'CANCEL')),
  person_id text NOT NULL,
  role text NOT NULL CHECK (role IN ('facilitator', 'representative')),
  name text NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  time_zone text NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed', 'bounced', 'superseded')),
  reply text NOT NULL DEFAULT 'none' CHECK (reply IN ('accepted', 'declined', 'tentative', 'none')),
  tries int NOT NULL DEFAULT 0,
  last_error text,
  -- How often it was offered to the queue; part of the job's id, so that a queue that lost everything is filled again.
  generation int NOT NULL DEFAULT 0,
  relayed_at timestamptz,
  queued_at timestamptz NOT NULL,
  sent_at timestamptz,
  CONSTRAINT deliveries_once UNIQUE (booking_id, sequence, person_id, method),
  FOREIGN KEY (booking_id, sequence) REFERENCES booking_revisions (booking_id, sequence) ON DELETE CASCADE
);
CREATE INDEX deliveries_programme ON deliveries (programme_id, queued_at, id);
CREATE INDEX deliveries_to_relay ON deliveries (relayed_at NULLS FIRST) WHERE state = 'queued';

-- The built-in mailbox: where mail lands when no SMTP_URL is set.
CREATE TABLE mailbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  message_id text NOT NULL CONSTRAINT mailbox_message_once UNIQUE,
  recipient text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  html text NOT NULL,
  ics text,
  raw text NOT NULL
);

-- A key repeated with the same body repeats the first answer; kept for a day.
CREATE TABLE idempotency_keys (
  actor text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status int NOT NULL DEFAULT 0,
  -- Not jsonb: the answer is repeated as it was said, keys in their order.
  body json,
  at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (at);

-- Secrets are stored as SHA-256 only.
CREATE TABLE sign_in_links (
  token_hash bytea PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('coordinator', 'facilitator', 'representative')),
  person_id text NOT NULL,
  expires_at timestamptz NOT NULL,
  -- The demo's printed links open more than once; a mailed link does not.
  reusable boolean NOT NULL DEFAULT false,
  used_at timestamptz
);

CREATE TABLE sign_ins (
  token_hash bytea PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('coordinator', 'facilitator', 'representative')),
  person_id text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
