-- X3's numbers are set up by each folder: longer ones than a folder's standard 20 characters are kept, too.
ALTER TABLE journal ALTER COLUMN x3_number SET DATA TYPE VARCHAR(250);

-- The name of a user who came by an OpenID provider may be longer than one of ours.
ALTER TABLE x3_pairing ALTER COLUMN begun_by SET DATA TYPE VARCHAR(250);
