-- The day that a journal belongs to, and the day whose exchange rate it takes. Both are empty in what was written before, and in
-- what a process of the version before still writes: it belongs to original_date, else to accounting_date, and has that one's rate.
ALTER TABLE journal ADD COLUMN document_date DATE;
ALTER TABLE journal ADD COLUMN rate_date DATE;
