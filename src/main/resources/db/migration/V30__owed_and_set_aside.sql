-- What is owed for a cancelled order, by posted journals: below zero until it is given back.
ALTER TABLE due_order ADD COLUMN owed NUMERIC(27, 4) DEFAULT 0 NOT NULL;
-- What people set aside of an order that is worked on, by its ways of paying: it counts as being in the ledger.
ALTER TABLE due_order ADD COLUMN aside NUMERIC(27, 4) DEFAULT 0 NOT NULL;

UPDATE due_order
   SET owed = (SELECT coalesce(sum(l.amount), 0) FROM journal j JOIN journal_line l ON l.journal_id = j.id
                WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.state = 'posted'
                  AND (due_order.currency IS NULL OR j.currency = due_order.currency)
                  AND NOT l.memo AND l.role = 'refunds-owed')
 WHERE (store, order_id) IN (SELECT j.store, j.order_id FROM journal j JOIN journal_line l ON l.journal_id = j.id
                              WHERE j.state = 'posted' AND NOT l.memo AND l.role = 'refunds-owed');
