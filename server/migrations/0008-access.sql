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

ALTER TABLE sign_in_links DROP CONSTRAINT sign_in_links_role_check;
ALTER TABLE sign_in_links ADD CONSTRAINT sign_in_links_role_check CHECK (role IN ('coordinator', 'facilitator', 'representative', 'observer'));
ALTER TABLE sign_ins DROP CONSTRAINT sign_ins_role_check;
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_role_check CHECK (role IN ('coordinator', 'facilitator', 'representative', 'observer'));
