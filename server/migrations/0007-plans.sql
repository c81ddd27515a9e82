-- Timetables: proposed, reviewed, published; and what a programme and its clusters ask of them.

CREATE TABLE plans (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('solving', 'ready', 'failed', 'stopped', 'published')),
  -- What was asked for: sessions, pins, absences, weights.
  wish jsonb NOT NULL,
  -- Placements, sessions without one, objectives; null before there are any.
  result jsonb,
  progress real NOT NULL DEFAULT 0,
  error text,
  -- Rises with every solving: a job of an earlier one finds that it is no longer wanted.
  generation int NOT NULL DEFAULT 1,
  relayed_at timestamptz,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX plans_programme ON plans (programme_id, created_at DESC);
CREATE INDEX plans_to_relay ON plans (relayed_at NULLS FIRST) WHERE state = 'solving';

CREATE TABLE planning_rules (
  programme_id text PRIMARY KEY REFERENCES programmes ON DELETE CASCADE,
  facilitator_rule text NOT NULL CHECK (facilitator_rule IN ('any', 'same', 'each')),
  -- Clusters confirm what a published plan keeps for them within so many hours; null: it is booked at once.
  confirm_within_hours int CHECK (confirm_within_hours BETWEEN 1 AND 336),
  -- Public holidays that are worked on, as `DK 2026-04-06`.
  holidays_worked text[] NOT NULL DEFAULT '{}'
);

-- For each cluster, sessions of one topic begin only so long after those of another have ended.
CREATE TABLE topic_orders (
  before_topic_id text NOT NULL REFERENCES topics ON DELETE CASCADE,
  after_topic_id text NOT NULL REFERENCES topics ON DELETE CASCADE,
  minimum_gap_minutes int NOT NULL CHECK (minimum_gap_minutes >= 0),
  PRIMARY KEY (before_topic_id, after_topic_id),
  CONSTRAINT topic_orders_of_two CHECK (before_topic_id <> after_topic_id)
);
CREATE INDEX topic_orders_after ON topic_orders (after_topic_id);

-- Hours of single dates, in the cluster's zone: `[{date, from, to, mark}]`.
CREATE TABLE preferences (
  cluster_id text PRIMARY KEY REFERENCES clusters ON DELETE CASCADE,
  marks jsonb NOT NULL,
  version int NOT NULL DEFAULT 1
);

-- One cluster asks another to change places.
CREATE TABLE swaps (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  booking_id text NOT NULL REFERENCES bookings ON DELETE CASCADE,
  other_booking_id text NOT NULL REFERENCES bookings ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'agreed', 'declined', 'withdrawn')),
  note text,
  created_at timestamptz NOT NULL,
  answered_at timestamptz,
  version int NOT NULL DEFAULT 1,
  CONSTRAINT swaps_of_two CHECK (booking_id <> other_booking_id)
);
CREATE INDEX swaps_programme ON swaps (programme_id);
CREATE INDEX swaps_booking ON swaps (booking_id);
CREATE INDEX swaps_other_booking ON swaps (other_booking_id);
