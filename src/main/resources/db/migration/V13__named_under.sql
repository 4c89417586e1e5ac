-- The settings under which X3 named x3_login.endpoint, as endpoint|token-url: under others it is ignored. None: not known,
-- as with a pairing from before this column, and taken for today's.
ALTER TABLE x3_login ADD COLUMN named_under VARCHAR;
