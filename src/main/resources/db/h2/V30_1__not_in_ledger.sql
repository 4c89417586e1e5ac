-- By how much an order is not in the ledger, without a sign; null where BigCommerce was not read. A cancelled one (status 0, 5, 6)
-- comes to zero, or its money is still to be given back.
ALTER TABLE due_order ADD COLUMN not_in_ledger NUMERIC(27, 4)
    GENERATED ALWAYS AS (CASE
        WHEN total IS NULL OR currency IS NULL THEN NULL
        WHEN status IN (0, 5, 6) AND owed = 0 THEN abs(in_ledger + aside)
        WHEN status IN (0, 5, 6)
            THEN greatest(abs(in_ledger + aside + owed), abs(total - coalesce(refunded, 0) - in_ledger - aside))
        ELSE greatest(abs(total - coalesce(refunded, 0) - in_ledger - aside), abs(owed))
    END);
