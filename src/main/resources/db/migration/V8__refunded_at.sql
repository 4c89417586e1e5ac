-- When the latest refund of an order was created: those of the last 30 days are read again once a day, since a payment can
-- be declined later and no event says so.
ALTER TABLE due_order ADD COLUMN refunded_at TIMESTAMP(6) WITH TIME ZONE;
CREATE INDEX due_order_refunded ON due_order (refunded_at);

UPDATE due_order
   SET refunded_at = (SELECT max(e.created_at) FROM event e
                       WHERE e.store = due_order.store AND e.order_id = due_order.order_id AND e.refund_id IS NOT NULL)
 WHERE EXISTS (SELECT 1 FROM event e
                WHERE e.store = due_order.store AND e.order_id = due_order.order_id AND e.refund_id IS NOT NULL);
