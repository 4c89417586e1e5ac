-- The day that a journal belongs to, and the day whose exchange rate it takes. What was sent before had the rate of its
-- accounting date, and so has what a process of the version before still writes: it leaves both empty.
ALTER TABLE journal ADD COLUMN document_date DATE;
ALTER TABLE journal ADD COLUMN rate_date DATE;
UPDATE journal SET document_date = coalesce(original_date, accounting_date), rate_date = accounting_date;
