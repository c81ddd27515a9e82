-- Who may come in, as whom, and how often.

-- Reads one programme without taking part: a funder.
CREATE TABLE observers (
  id text PRIMARY KEY,
  programme_id text NOT NULL REFERENCES programmes ON DELETE CASCADE,
  name text NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  time_zone text NOT NULL
);
CREATE INDEX observers_programme ON observers (programme_id);
CREATE INDEX observers_email ON observers (lower(email));

-- The same address twice in one programme would be one person with two identities.
DELETE FROM coordinators c USING coordinators twin
WHERE twin.programme_id = c.programme_id AND lower(twin.email) = lower(c.email) AND twin.id < c.id;
CREATE UNIQUE INDEX coordinators_once_per_programme ON coordinators (programme_id, lower(email));
CREATE UNIQUE INDEX observers_once_per_programme ON observers (programme_id, lower(email));

-- Signing in, anew: whoever is signed in signs in once more. Secrets are stored as SHA-256 only, and so are addresses here.
DROP TABLE sign_in_links;
DROP TABLE sign_ins;

-- Somebody asked for a link, known or not: the row is the same, and what becomes of it is another process's work.
CREATE TABLE sign_in_requests (
  id text PRIMARY KEY,
  email text NOT NULL,
  -- Where it was asked from: a stranger who floods an address does not keep its owner out.
  network_hash bytea NOT NULL,
  -- The asking browser's cookie, and the code that was shown there.
  browser_hash bytea NOT NULL,
  code_hash bytea NOT NULL,
  asked_at timestamptz NOT NULL,
  next_try_at timestamptz NOT NULL,
  settled_at timestamptz
);
CREATE INDEX sign_in_requests_waiting ON sign_in_requests (next_try_at) WHERE settled_at IS NULL;
CREATE INDEX sign_in_requests_age ON sign_in_requests (asked_at);
CREATE INDEX sign_in_requests_email ON sign_in_requests (lower(email), asked_at);

CREATE TABLE sign_in_links (
  token_hash bytea PRIMARY KEY,
  -- Null for an address that nobody has: then it opens nothing.
  role text CHECK (role IN ('coordinator', 'facilitator', 'representative', 'observer')),
  person_id text,
  -- Of the address it went to: null for a link that was not mailed.
  email_hash bytea,
  -- Null for a link that any browser may open, such as the demo's.
  browser_hash bytea,
  code_hash bytea,
  wrong_codes int NOT NULL DEFAULT 0,
  -- The demo's printed links open more than once; a mailed link does not.
  reusable boolean NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT sign_in_links_bound_by_both CHECK ((browser_hash IS NULL) = (code_hash IS NULL))
);
CREATE INDEX sign_in_links_expiry ON sign_in_links (expires_at);
CREATE INDEX sign_in_links_browser ON sign_in_links (browser_hash);

CREATE TABLE sign_ins (
  id text PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT sign_ins_token UNIQUE,
  -- The cookie before this one, until the browser has shown that it has the new one.
  previous_hash bytea CONSTRAINT sign_ins_previous_token UNIQUE,
  -- Whom the address acts as at present; it may be several people.
  role text NOT NULL CHECK (role IN ('coordinator', 'facilitator', 'representative', 'observer')),
  person_id text NOT NULL,
  -- An address that is changed is signed in no longer.
  email_hash bytea NOT NULL,
  device text NOT NULL,
  created_at timestamptz NOT NULL,
  rotated_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_ins_email ON sign_ins (email_hash);
CREATE INDEX sign_ins_expiry ON sign_ins (expires_at);

-- For programs: they act as whoever made them, within their scopes.
CREATE TABLE access_tokens (
  id text PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT access_tokens_token UNIQUE,
  role text NOT NULL CHECK (role IN ('owner', 'coordinator', 'facilitator', 'representative', 'observer')),
  person_id text,
  email_hash bytea,
  name text NOT NULL,
  scopes text[] NOT NULL CHECK (scopes <@ ARRAY['read', 'book', 'manage']),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT access_tokens_of_somebody CHECK ((role = 'owner') = (person_id IS NULL) AND (person_id IS NULL) = (email_hash IS NULL))
);
CREATE INDEX access_tokens_person ON access_tokens (person_id);
CREATE INDEX access_tokens_expiry ON access_tokens (expires_at);

-- Counts what may have ended somebody's access: open live connections are looked at again before anything more is told.
CREATE TABLE access_epoch (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  epoch bigint NOT NULL
);
INSERT INTO access_epoch (epoch) VALUES (0);

CREATE FUNCTION access_may_have_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE access_epoch SET epoch = epoch + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER sign_ins_end AFTER DELETE OR UPDATE OF role, person_id ON sign_ins FOR EACH ROW EXECUTE FUNCTION access_may_have_ended();
CREATE TRIGGER access_tokens_end AFTER DELETE ON access_tokens FOR EACH ROW EXECUTE FUNCTION access_may_have_ended();
CREATE TRIGGER coordinators_end AFTER DELETE ON coordinators FOR EACH ROW EXECUTE FUNCTION access_may_have_ended();
CREATE TRIGGER observers_end AFTER DELETE ON observers FOR EACH ROW EXECUTE FUNCTION access_may_have_ended();
CREATE TRIGGER facilitators_end AFTER DELETE ON facilitators FOR EACH ROW EXECUTE FUNCTION access_may_have_ended();
CREATE TRIGGER representatives_end AFTER DELETE ON representatives FOR EACH ROW EXECUTE FUNCTION access_may_have_ended();
CREATE TRIGGER facilitators_moved AFTER UPDATE OF email ON facilitators FOR EACH ROW
  WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION access_may_have_ended();
CREATE TRIGGER representatives_moved AFTER UPDATE OF email ON representatives FOR EACH ROW
  WHEN (OLD.email IS DISTINCT FROM NEW.email) EXECUTE FUNCTION access_may_have_ended();

-- A sign-in letter in the built-in mailbox is a key: only the owner reads it there.
ALTER TABLE mailbox ADD COLUMN is_key boolean NOT NULL DEFAULT false;

-- Of rate-limiter-flexible, which names its columns: what somebody has used up of a window. Nothing is lost with it.
CREATE UNLOGGED TABLE rate_limits (
  key varchar(255) PRIMARY KEY,
  points int NOT NULL DEFAULT 0,
  expire bigint
);
