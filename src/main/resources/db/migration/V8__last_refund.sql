-- The highest of BigCommerce's refunds that an order's last reading had: one above it comes later than what is recorded here.
ALTER TABLE due_order ADD COLUMN last_refund BIGINT DEFAULT 0 NOT NULL;

UPDATE due_order
   SET last_refund = (SELECT max(j.refund_id) FROM journal j
                       WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.refund_id IS NOT NULL)
 WHERE EXISTS (SELECT 1 FROM journal j
                WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.refund_id IS NOT NULL);
