-- The events that an order's works had before them, by the last one's id; ids grow as events come.
ALTER TABLE due_order ADD COLUMN read_up_to    BIGINT NOT NULL DEFAULT 0; -- at its last reading
ALTER TABLE due_order ADD COLUMN settled_up_to BIGINT NOT NULL DEFAULT 0; -- when a work last ended, other than parked
