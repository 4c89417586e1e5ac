-- Lists that are read a page at a time, each page by an index.
CREATE INDEX journal_of_store ON journal (store, accounting_date, id);
DROP INDEX due_order_outcome;
CREATE INDEX due_order_outcome ON due_order (outcome, settled_at, store, order_id);

-- The last verification of the audit trail, be it under way or ended: one row, whichever process runs it.
CREATE TABLE audit_verification (
    name         VARCHAR(10) PRIMARY KEY,              -- all
    run          BIGINT                      NOT NULL, -- grows with each
    state        VARCHAR(10)                 NOT NULL, -- running, done, failed
    checked      BIGINT                      NOT NULL, -- links looked at so far
    broken_store VARCHAR(20),                          -- of the first link that doesn't fit
    broken_order BIGINT,
    broken_link  INTEGER,
    at           TIMESTAMP(6) WITH TIME ZONE NOT NULL  -- of the last progress, or of its end
);
