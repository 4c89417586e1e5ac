-- Journals whose date Sage X3 refused because its period is closed.

-- The date that a journal belongs to, where its own is later for that reason.
ALTER TABLE journal ADD COLUMN original_date DATE;

-- On a journal that was refused for that reason: the date to try next.
ALTER TABLE journal ADD COLUMN next_date DATE;
