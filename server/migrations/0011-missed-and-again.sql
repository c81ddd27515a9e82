-- A session that was missed may be booked again: the booking to which nobody came stays, with what was recorded of it.
ALTER TABLE bookings DROP CONSTRAINT bookings_status_check;
ALTER TABLE bookings ADD CONSTRAINT bookings_status_check CHECK (status IN ('confirmed', 'cancelled', 'missed'));
