-- A store whose books turned out to be older than what Sage X3 has, as after a restored backup, until a person confirms
-- that they have caught up.
CREATE TABLE books_behind (
    store        VARCHAR(20)                 NOT NULL PRIMARY KEY,
    since        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    order_id     BIGINT                      NOT NULL, -- by which it showed first
    reference    VARCHAR(20)                 NOT NULL,
    x3_number    VARCHAR(250),                         -- none where the database lost what this program had written
    entries      INTEGER                     NOT NULL, -- how many showed so far
    confirmed_at TIMESTAMP(6) WITH TIME ZONE,
    confirmed_by VARCHAR(200),
    why          VARCHAR
);

-- The order is older than the process that plans its journal: an earlier one may have sent it.
ALTER TABLE journal ADD COLUMN look_first BOOLEAN DEFAULT FALSE NOT NULL;

-- What Sage X3 has of an order that the books lack, asked for reference by reference while it is found out.
CREATE TABLE x3_trace (
    folder          VARCHAR(300) NOT NULL,
    reference       VARCHAR(20)  NOT NULL,
    store           VARCHAR(20)  NOT NULL,
    order_id        BIGINT       NOT NULL,
    state           VARCHAR(8)   NOT NULL, -- asked, found, missing
    x3_number       VARCHAR(600),          -- several, where it has several under the reference
    accounting_date DATE,
    currency        VARCHAR(10),
    sums            VARCHAR,               -- JSON: the signed sum on each account
    difference      VARCHAR,               -- to what the books would have sent
    PRIMARY KEY (folder, reference)
);
CREATE INDEX x3_trace_of_order ON x3_trace (store, order_id);
