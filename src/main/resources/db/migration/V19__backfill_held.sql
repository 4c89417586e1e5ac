-- What a person has decided about a backfill that was under way; none: it goes on. A stopped one is listed no further.
ALTER TABLE backfill ADD COLUMN held VARCHAR(10); -- paused, stopped
