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

-- Who wants to be told when a time of a session that has none comes free; the row goes when it has been told.
CREATE TABLE waiting (
  session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES representatives ON DELETE CASCADE,
  -- Whether a time outside somebody's working hours is worth telling.
  outside_hours boolean NOT NULL,
  asked_at timestamptz NOT NULL,
  -- The programme's revision it was last looked at: nothing can have come free while it stands.
  seen_revision bigint NOT NULL,
  PRIMARY KEY (session_id, person_id)
);
CREATE INDEX waiting_person ON waiting (person_id);

-- Letters that are no invitations, on their way: written in the transaction of what they tell, gone when they are sent.
CREATE TABLE letters (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('slot-freed', 'question', 'colleague')),
  -- Name, address and language of whoever it is to.
  recipient jsonb NOT NULL,
  content jsonb NOT NULL,
  tries int NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL
);
CREATE INDEX letters_due ON letters (due_at);
CREATE INDEX letters_programme ON letters (programme_id);
