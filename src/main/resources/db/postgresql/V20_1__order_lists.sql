-- In which of six classes an order is; every order is in one, so that their totals add up.
ALTER TABLE due_order ADD COLUMN standing VARCHAR(10)
    GENERATED ALWAYS AS (CASE WHEN due_at IS NOT NULL OR outcome IS NULL THEN 'on-the-way' ELSE outcome END) STORED;

CREATE INDEX due_order_by_day ON due_order (listed_on, store, order_id)
    INCLUDE (standing, channel, currency, total, refunded, in_ledger);
