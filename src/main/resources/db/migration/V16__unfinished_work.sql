-- How often an order's work was begun since it last ended, the one under way included. More than that one: a process ended
-- in the middle of it.
ALTER TABLE due_order ADD COLUMN unfinished       INTEGER NOT NULL DEFAULT 0;
ALTER TABLE due_order ADD COLUMN unfinished_since TIMESTAMP(6) WITH TIME ZONE; -- when the first of them was begun
CREATE INDEX due_order_unfinished ON due_order (unfinished, due_at);
