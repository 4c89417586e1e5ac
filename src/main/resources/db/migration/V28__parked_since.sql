-- Since when an order has been parked for its reason, however often it was worked meanwhile. None: since settled_at.
ALTER TABLE due_order ADD COLUMN parked_since TIMESTAMP(6) WITH TIME ZONE;
