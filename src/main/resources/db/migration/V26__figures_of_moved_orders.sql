-- V20 summed up an order's entries in all their currencies: one that has moved to another holds what it has there, and its other
-- entries come to zero.
UPDATE due_order
   SET currency = (SELECT j.currency FROM journal j
                    WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.state = 'posted'
                    ORDER BY j.id DESC LIMIT 1)
 WHERE total IS NULL AND (store, order_id) IN (SELECT store, order_id FROM journal WHERE state = 'posted'
                                                GROUP BY store, order_id HAVING min(currency) <> max(currency));

UPDATE due_order
   SET in_ledger = (SELECT coalesce(sum(l.amount), 0) FROM journal j JOIN journal_line l ON l.journal_id = j.id
                     WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.state = 'posted'
                       AND j.currency = due_order.currency
                       AND NOT l.memo AND l.role IN ('receivable', 'gift-certificates-redeemed', 'store-credit'))
 WHERE (store, order_id) IN (SELECT store, order_id FROM journal WHERE state = 'posted'
                              GROUP BY store, order_id HAVING min(currency) <> max(currency));
