-- What parked orders come to by their reasons: here each by itself.
CREATE VIEW parked_totals AS
    SELECT store, listed_on, channel, currency, standing, reason, 1 AS orders,
           CASE WHEN total IS NULL THEN 0 ELSE 1 END AS with_total, total, refunded, in_ledger, CASE WHEN not_in_ledger IS NULL THEN 0 ELSE 1 END AS with_lack,
           coalesce(not_in_ledger, 0) AS lack
      FROM due_order WHERE outcome = 'parked' AND due_at IS NULL;

-- Likewise those on their way, with what tells which of them wait.
CREATE VIEW waiting_totals AS
    SELECT store, listed_on, channel, currency, standing, lease_holder, due_at, 1 AS orders,
           CASE WHEN total IS NULL THEN 0 ELSE 1 END AS with_total, total, refunded, in_ledger
      FROM due_order WHERE standing = 'on-the-way';
