-- The SHA-256 of the request for tokens that X3 refused, with its address and its secrets: another is tried, the same is
-- not. None: not known, as with a refusal from before this column, or to be tried again.
ALTER TABLE x3_login ADD COLUMN refused_sha256 CHAR(64);
