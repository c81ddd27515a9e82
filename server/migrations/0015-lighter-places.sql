-- A place of the day is only counted where there is a maximum: without one, a hold or booking is entered in neither index.
ALTER TABLE engagements
  DROP CONSTRAINT engagements_facilitator_day_maximum,
  ADD CONSTRAINT engagements_facilitator_day_maximum
    EXCLUDE USING gist (facilitator_id WITH =, facilitator_day WITH =, facilitator_place WITH =, session_id WITH <>) WHERE (facilitator_place IS NOT NULL),
  DROP CONSTRAINT engagements_cluster_day_maximum,
  ADD CONSTRAINT engagements_cluster_day_maximum
    EXCLUDE USING gist (cluster_id WITH =, cluster_day WITH =, cluster_place WITH =, session_id WITH <>) WHERE (cluster_place IS NOT NULL);
