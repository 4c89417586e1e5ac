-- What is old is pruned in small steps, each found by an index.

-- A settled event gives up its body and its headers in time; the row, its hash and what working an order needs stay.
ALTER TABLE event ALTER COLUMN body DROP NOT NULL;
ALTER TABLE event ALTER COLUMN headers DROP NOT NULL;
ALTER TABLE event ADD COLUMN whole BOOLEAN DEFAULT TRUE NOT NULL; -- both are still there
CREATE INDEX event_by_age ON event (whole, received_at, id);
CREATE INDEX delivery_by_age ON delivery (created_at);
