-- The lines behind an account, a reference or one of X3's numbers.
CREATE INDEX journal_line_of_account ON journal_line (account, journal_id);
CREATE INDEX journal_of_reference ON journal (reference);
CREATE INDEX journal_of_x3_number ON journal (x3_number);
