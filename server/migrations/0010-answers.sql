-- An answer lasts as long as the hour it was given to, and a decline is told to people.

-- The sequence since which the hour is what it is: what was answered to an earlier one was an answer to another hour.
ALTER TABLE bookings ADD COLUMN hour_since int NOT NULL DEFAULT 0;
-- So far every revision asked everybody anew.
UPDATE bookings SET hour_since = sequence;

ALTER TABLE deliveries
  -- What this person had answered to the same hour when the mail was written: everybody's copy of the event says so (PARTSTAT).
  -- Apart from `reply`, which goes on changing, since a mail tried again is the same bytes.
  ADD COLUMN answered text NOT NULL DEFAULT 'none' CHECK (answered IN ('accepted', 'declined', 'tentative', 'none')),
  -- That they will not come has been told: once for each hour, however often a calendar changes its mind.
  ADD COLUMN refusal_told boolean NOT NULL DEFAULT false;

ALTER TABLE letters DROP CONSTRAINT letters_kind_check;
ALTER TABLE letters ADD CONSTRAINT letters_kind_check CHECK (kind IN ('slot-freed', 'question', 'colleague', 'refusal'));
