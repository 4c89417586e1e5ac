-- What a person has set aside: an order, or one refund of it. The program posts nothing for it by itself.
CREATE TABLE set_aside (
    store      VARCHAR(20)                 NOT NULL,
    order_id   BIGINT                      NOT NULL,
    refund_id  BIGINT                      NOT NULL, -- 0: the order as a whole
    kind       VARCHAR(8)                  NOT NULL, -- by-hand, no-entry
    x3_number  VARCHAR(250),                         -- of the entry that was made by hand
    why        VARCHAR                     NOT NULL,
    set_by     VARCHAR(250)                NOT NULL,
    set_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    kept       VARCHAR,                              -- JSON: what would have been posted then; none until the order was read
    difference BOOLEAN DEFAULT FALSE       NOT NULL, -- a person asked for what changed since to be posted
    PRIMARY KEY (store, order_id, refund_id)
);
