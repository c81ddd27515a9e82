-- Letters outlive what they tell of: a cancellation that had not left when its facilitator, cluster or programme was removed is
-- still sent. What kinds there are is typed where they are written.
ALTER TABLE letters ALTER COLUMN programme_id DROP NOT NULL;
ALTER TABLE letters DROP CONSTRAINT letters_kind_check;

-- A swap is asked for once at a time, whoever of the two asks. Of those that came at once before, the first stands.
UPDATE swaps later SET state = 'withdrawn', answered_at = later.created_at, version = later.version + 1
WHERE state = 'asked' AND EXISTS (
  SELECT FROM swaps first WHERE first.state = 'asked' AND (first.created_at, first.id) < (later.created_at, later.id)
    AND least(first.booking_id, first.other_booking_id) = least(later.booking_id, later.other_booking_id)
    AND greatest(first.booking_id, first.other_booking_id) = greatest(later.booking_id, later.other_booking_id)
);
CREATE UNIQUE INDEX swaps_asked_once ON swaps (least(booking_id, other_booking_id), greatest(booking_id, other_booking_id)) WHERE state = 'asked';
