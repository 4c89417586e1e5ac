-- Of those under way, and of those that need a person, there are few. PostgreSQL has such an index since V20.1.
CREATE INDEX due_order_standing ON due_order (standing, store, order_id);
