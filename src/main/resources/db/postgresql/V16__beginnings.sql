-- Journals by the beginning of their reference or of their number in Sage X3. An index in the order of a language, as most
-- databases of PostgreSQL have it, doesn't find what begins with a text; these are in the order of the characters.
CREATE INDEX journal_of_reference_beginning ON journal (reference varchar_pattern_ops);
CREATE INDEX journal_of_x3_number_beginning ON journal (x3_number varchar_pattern_ops);
