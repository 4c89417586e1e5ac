-- What was done, by step and time.
CREATE INDEX audit_by_step ON audit (step, at, id);
