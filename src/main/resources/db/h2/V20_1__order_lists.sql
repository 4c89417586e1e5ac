-- In which of six classes an order is; every order is in one, so that their totals add up.
ALTER TABLE due_order ADD COLUMN standing VARCHAR(10)
    GENERATED ALWAYS AS (CASE WHEN due_at IS NOT NULL OR outcome IS NULL THEN 'on-the-way' ELSE outcome END);

CREATE INDEX due_order_by_day ON due_order (listed_on, store, order_id);

-- What orders come to: here each by itself.
CREATE VIEW order_totals AS
    SELECT store, listed_on, channel, currency, standing, 1 AS orders, CASE WHEN total IS NULL THEN 0 ELSE 1 END AS with_total,
           total, refunded, in_ledger
      FROM due_order;
