-- The day that a journal belongs to, and the day whose exchange rate it takes. What was sent before had the rate of its
-- accounting date.
ALTER TABLE journal ADD COLUMN document_date DATE;
ALTER TABLE journal ADD COLUMN rate_date DATE;
UPDATE journal SET document_date = coalesce(original_date, accounting_date), rate_date = accounting_date;
ALTER TABLE journal ALTER COLUMN document_date SET NOT NULL;
ALTER TABLE journal ALTER COLUMN rate_date SET NOT NULL;
