-- What a journal was planned from, so that it can be planned again: the reading of its order, once however many journals it
-- made, in BigCommerce's own names and without what names a person. Retention empties the body; the row and its hash stay.
CREATE TABLE reading (
    store    VARCHAR(20)                 NOT NULL,
    order_id BIGINT                      NOT NULL,
    sha256   CHAR(64)                    NOT NULL, -- of the body in UTF-8
    body     VARCHAR,                              -- JSON
    read_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- when it was first read so
    PRIMARY KEY (store, order_id, sha256)
);

-- What else was known of the order then, once a plan: its events, what people had decided, and which journals there were.
CREATE TABLE planned_with (
    store    VARCHAR(20) NOT NULL,
    order_id BIGINT      NOT NULL,
    sha256   CHAR(64)    NOT NULL, -- of the body in UTF-8
    body     VARCHAR     NOT NULL, -- JSON
    PRIMARY KEY (store, order_id, sha256)
);

-- All three are empty in journals that were written before, and in entries of X3's that were taken into the books.
ALTER TABLE journal ADD COLUMN reading CHAR(64);
ALTER TABLE journal ADD COLUMN planned_with CHAR(64);
ALTER TABLE journal ADD COLUMN mapping INTEGER; -- the version of its channel's mapping then
-- The version of the mapping that names the line's account: of what is taken back, the one under which it was posted.
ALTER TABLE journal_line ADD COLUMN mapping INTEGER;

ALTER TABLE mapping_version ADD COLUMN deployed_by VARCHAR(250);

-- The last run that planned all journals again, be it under way or ended: one row, whichever process runs it.
CREATE TABLE recomputation (
    name      VARCHAR(10) PRIMARY KEY,              -- all
    run       BIGINT                      NOT NULL, -- grows with each
    state     VARCHAR(10)                 NOT NULL, -- running, done, failed
    checked   BIGINT                      NOT NULL, -- journals so far
    not_kept  BIGINT                      NOT NULL, -- of them those that can't be planned again
    different BIGINT                      NOT NULL, -- of them those that come out otherwise
    at        TIMESTAMP(6) WITH TIME ZONE NOT NULL  -- of the last progress, or of its end
);

-- Those that come out otherwise, of the last run.
CREATE TABLE recomputation_found (
    number     BIGINT PRIMARY KEY, -- 1, 2, 3 … in the run
    store      VARCHAR(20) NOT NULL,
    order_id   BIGINT      NOT NULL,
    reference  VARCHAR(20),        -- none where an order's journals can't be read
    generation INTEGER,
    words      VARCHAR     NOT NULL
);
