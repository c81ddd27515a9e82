-- What an invitation says besides its span is kept with the revision too: a retry after a rename sends the same bytes.
ALTER TABLE booking_revisions
  ADD COLUMN programme text,
  ADD COLUMN topic text,
  ADD COLUMN cluster text,
  ADD COLUMN cluster_time_zone text,
  ADD COLUMN facilitator text,
  ADD COLUMN facilitator_time_zone text,
  ADD COLUMN join_url text;

-- Of what was booked before, the facilitator is as invited then, and the rest as it stands today.
UPDATE booking_revisions r
SET programme = p.name, topic = t.name, cluster = c.name, cluster_time_zone = c.time_zone, join_url = b.join_url,
    facilitator = COALESCE(host.name, f.name), facilitator_time_zone = COALESCE(host.time_zone, f.time_zone)
FROM bookings b
JOIN sessions s ON s.id = b.session_id
JOIN topics t ON t.id = s.topic_id
JOIN clusters c ON c.id = b.cluster_id
JOIN programmes p ON p.id = b.programme_id,
booking_revisions same
JOIN facilitators f ON f.id = same.facilitator_id
LEFT JOIN LATERAL (
  SELECT name, time_zone FROM deliveries d
  WHERE d.booking_id = same.booking_id AND d.sequence = same.sequence AND d.person_id = same.facilitator_id
  ORDER BY method DESC LIMIT 1
) host ON true
WHERE b.id = r.booking_id AND same.booking_id = r.booking_id AND same.sequence = r.sequence;

ALTER TABLE booking_revisions
  ALTER COLUMN programme SET NOT NULL,
  ALTER COLUMN topic SET NOT NULL,
  ALTER COLUMN cluster SET NOT NULL,
  ALTER COLUMN cluster_time_zone SET NOT NULL,
  ALTER COLUMN facilitator SET NOT NULL,
  ALTER COLUMN facilitator_time_zone SET NOT NULL,
  ALTER COLUMN join_url SET NOT NULL;
