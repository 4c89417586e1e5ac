-- Of those under way there are few. H2 has no index of some rows alone, and would take one of all states for lists that go by numbers,
-- which it then sorts: so those under way have a column of their own, which H2 computes and nobody sees who asks for all columns.
ALTER TABLE due_order ADD COLUMN under_way BOOLEAN INVISIBLE
    GENERATED ALWAYS AS (CASE WHEN due_at IS NOT NULL OR outcome IS NULL THEN TRUE END);

CREATE INDEX due_order_under_way ON due_order (under_way, store, order_id);

CREATE VIEW orders_under_way AS
    SELECT store, order_id, due_at, lease_holder, came_at, changed_at FROM due_order WHERE under_way = TRUE;
