-- whether the entry can still be changed in X3, as it was last read: temporary or final; null where it wasn't
ALTER TABLE journal ADD COLUMN x3_status VARCHAR(20);
-- the errors in the answer to the last create, where that doesn't tell what became of it: a refusal, if X3 lacks the entry
ALTER TABLE journal ADD COLUMN refusal_in_doubt VARCHAR;
