-- Live connections that each process has open, by a hash of whose or from where: together they have a limit. A process says
-- so again and again; what one left behind that died is believed no longer. Nothing is lost where this is.
CREATE UNLOGGED TABLE live_places (
  process text NOT NULL,
  key text NOT NULL,
  places int NOT NULL CONSTRAINT live_places_some CHECK (places > 0),
  believed_until timestamptz NOT NULL,
  PRIMARY KEY (process, key)
);
CREATE INDEX live_places_key ON live_places (key);
