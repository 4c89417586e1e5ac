-- What lists and totals show of an order, so that they needn't add up its journals. What BigCommerce says is null until a reading.
ALTER TABLE due_order ADD COLUMN listed_on DATE DEFAULT CURRENT_DATE NOT NULL; -- the day under which it is listed
ALTER TABLE due_order ADD COLUMN accounting_date DATE;                   -- of its first entry
ALTER TABLE due_order ADD COLUMN status INTEGER;                         -- BigCommerce's status_id
ALTER TABLE due_order ADD COLUMN currency VARCHAR(3);
ALTER TABLE due_order ADD COLUMN total NUMERIC(27, 4);                   -- with tax
ALTER TABLE due_order ADD COLUMN refunded NUMERIC(27, 4);
ALTER TABLE due_order ADD COLUMN in_ledger NUMERIC(27, 4) DEFAULT 0 NOT NULL; -- by its ways of paying
ALTER TABLE due_order ADD COLUMN entries INTEGER DEFAULT 0 NOT NULL;     -- posted journals
ALTER TABLE due_order ADD COLUMN x3_number VARCHAR(250);                 -- of the newest of them
ALTER TABLE due_order ADD COLUMN changed_at TIMESTAMP(6) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL;
ALTER TABLE due_order ADD COLUMN came_at TIMESTAMP(6) WITH TIME ZONE;    -- when it was last marked due while it wasn't

-- When the last look that came to its end was begun.
ALTER TABLE sweep_cursor ADD COLUMN looked_at TIMESTAMP(6) WITH TIME ZONE;

UPDATE due_order
   SET changed_at = coalesce(settled_at, claimed_at, changed_at),
       listed_on = coalesce(CAST(coalesce(claimed_at, settled_at) AS DATE), listed_on);

-- One that has journals: what the books say of it.
UPDATE due_order
   SET accounting_date = (SELECT j.accounting_date FROM journal j
                           WHERE j.store = due_order.store AND j.order_id = due_order.order_id
                             AND j.kind = 'order' AND j.state <> 'withdrawn' ORDER BY j.id LIMIT 1),
       currency = (SELECT j.currency FROM journal j
                    WHERE j.store = due_order.store AND j.order_id = due_order.order_id ORDER BY j.id DESC LIMIT 1),
       entries = (SELECT count(*) FROM journal j
                   WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.state = 'posted'),
       x3_number = (SELECT j.x3_number FROM journal j
                     WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.state = 'posted'
                     ORDER BY j.id DESC LIMIT 1)
 WHERE EXISTS (SELECT 1 FROM journal j WHERE j.store = due_order.store AND j.order_id = due_order.order_id);

-- In its own currency alone: an order may have moved from another one.
UPDATE due_order
   SET in_ledger = (SELECT coalesce(sum(l.amount), 0) FROM journal j JOIN journal_line l ON l.journal_id = j.id
                     WHERE j.store = due_order.store AND j.order_id = due_order.order_id AND j.state = 'posted'
                       AND j.currency = due_order.currency
                       AND NOT l.memo AND l.role IN ('receivable', 'gift-certificates-redeemed', 'store-credit'))
 WHERE EXISTS (SELECT 1 FROM journal j WHERE j.store = due_order.store AND j.order_id = due_order.order_id);

UPDATE due_order SET listed_on = accounting_date WHERE accounting_date IS NOT NULL;
