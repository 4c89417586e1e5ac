-- What holds for a whole store, over all replicas.

-- Why a store's orders wait, all of them; no row: its BigCommerce, its Sage X3 answers.
CREATE TABLE connection_trouble (
    store      VARCHAR(20)                 NOT NULL,
    side       VARCHAR(12)                 NOT NULL, -- bigcommerce, sage-x3
    failures   INTEGER                     NOT NULL, -- in a row
    since      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    wait_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    detail     VARCHAR                     NOT NULL,
    PRIMARY KEY (store, side)
);

-- The calls that a store may have under way in Sage X3, and the claims that have them now. A session whose claim no
-- longer holds is free.
CREATE TABLE x3_session (
    store    VARCHAR(20) NOT NULL,
    number   INTEGER     NOT NULL, -- from 1
    order_id BIGINT,
    fence    BIGINT,
    PRIMARY KEY (store, number)
);
