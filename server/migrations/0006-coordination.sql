-- What coordinators do besides booking: waive sessions, remind people, keep the draft of a new programme.

-- A session that a cluster need not have. Taking the waiver back restores the state it had.
ALTER TABLE sessions
  ADD COLUMN waived_from text CHECK (waived_from IN ('open', 'missed')),
  ADD COLUMN waived_because text,
  ADD CONSTRAINT sessions_waived_from_something CHECK ((state = 'waived') = (waived_from IS NOT NULL));

-- One mail to one representative about what their cluster has still to book; also its outbox.
-- It waits some seconds for company: what is asked meanwhile joins it, so that nobody gets six mails in a minute.
CREATE TABLE reminders (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  cluster_id text NOT NULL REFERENCES clusters ON DELETE CASCADE,
  person_id text NOT NULL,
  session_ids text[] NOT NULL CHECK (cardinality(session_ids) > 0),
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'bounced', 'superseded')),
  tries int NOT NULL DEFAULT 0,
  last_error text,
  queued_at timestamptz NOT NULL,
  -- When it is sent, or tried again.
  due_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE UNIQUE INDEX reminders_one_waiting_per_person ON reminders (person_id) WHERE state = 'queued';
CREATE INDEX reminders_programme ON reminders (programme_id, queued_at, id);
CREATE INDEX reminders_due ON reminders (due_at) WHERE state IN ('queued', 'sending');
