-- What became of a session: who came, recorded once it has begun; a later record replaces an earlier one.
CREATE TABLE attendances (
  booking_id text PRIMARY KEY REFERENCES bookings ON DELETE CASCADE,
  outcome text NOT NULL CHECK (outcome IN ('done', 'missed')),
  attended text[] NOT NULL,
  -- For the facilitator and coordinators; never shown to the cluster.
  notes text,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL
);

-- `own`: the facilitator's, read by nobody else. `shared`: also the cluster's and the coordinators'.
CREATE TABLE session_notes (
  booking_id text PRIMARY KEY REFERENCES bookings ON DELETE CASCADE,
  own text NOT NULL DEFAULT '',
  shared text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  written_at timestamptz NOT NULL
);
