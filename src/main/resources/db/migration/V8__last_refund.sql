-- The highest of BigCommerce's refunds that an order's last reading had: one above it comes later than what is recorded here.
ALTER TABLE due_order ADD COLUMN last_refund BIGINT DEFAULT 0 NOT NULL;
-- date_modified of the first reading that showed the order cancelled; none while it isn't.
ALTER TABLE due_order ADD COLUMN void_at TIMESTAMP(6) WITH TIME ZONE;

UPDATE due_order
   SET last_refund = (SELECT max(j.refund_id) FROM journal j
                       WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.refund_id IS NOT NULL)
 WHERE EXISTS (SELECT 1 FROM journal j
                WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.refund_id IS NOT NULL);
