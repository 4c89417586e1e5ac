-- So long one process asks X3 for a store's tokens, and the others wait for its answer.
ALTER TABLE x3_login ADD COLUMN renewing_until TIMESTAMP(6) WITH TIME ZONE;
