-- What a line is for within its role: the way of paying, or the tax code by whose rate the amount was split.
ALTER TABLE journal_line ADD COLUMN tender VARCHAR(50);
ALTER TABLE journal_line ADD COLUMN rate_code VARCHAR(15);
-- The tax code that Sage X3 is sent: that one, or the account's own.
ALTER TABLE journal_line ADD COLUMN tax_code VARCHAR(15);
