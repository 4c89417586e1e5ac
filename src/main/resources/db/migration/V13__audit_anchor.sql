-- Beside each link's plain hash one that only this program can make: by a key that the encryption key gives. Links of before
-- have none; how many those are stands in their chain's head.
ALTER TABLE audit ADD COLUMN key_id CHAR(16);
ALTER TABLE audit ADD COLUMN keyed_hash CHAR(64);

-- Where each chain ends: one row a chain, written with each of its links.
CREATE TABLE audit_head (
    store      VARCHAR(20) NOT NULL,
    order_id   BIGINT      NOT NULL,
    link       INTEGER     NOT NULL, -- the last one
    hash       CHAR(64)    NOT NULL, -- of that link
    old_links  INTEGER     NOT NULL, -- up to this one, links may be without a keyed hash
    key_id     CHAR(16)    NOT NULL,
    keyed_hash CHAR(64)    NOT NULL, -- over hash and old_links
    anchored   BOOLEAN     NOT NULL, -- an anchor holds that link
    PRIMARY KEY (store, order_id)
);
CREATE INDEX audit_head_anchored ON audit_head (anchored, store, order_id);

-- Once a day, over where all chains end: a chain of its own. What an anchor adds to the one before is in audit_anchored.
CREATE TABLE audit_anchor (
    number        INTEGER PRIMARY KEY,                  -- 1, 2, 3 …
    at            TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    changed       INTEGER                     NOT NULL, -- chains with new links since the anchor before: its rows
    chains        BIGINT                      NOT NULL, -- all of them
    links         BIGINT                      NOT NULL, -- of all of them
    digest        CHAR(64)                    NOT NULL, -- over its rows, in their order
    previous_hash CHAR(64)                    NOT NULL,
    hash          CHAR(64)                    NOT NULL,
    key_id        CHAR(16)                    NOT NULL,
    keyed_hash    CHAR(64)                    NOT NULL
);

CREATE TABLE audit_anchored (
    anchor   INTEGER     NOT NULL,
    position INTEGER     NOT NULL, -- 1, 2, 3 … in the anchor
    store    VARCHAR(20) NOT NULL,
    order_id BIGINT      NOT NULL,
    link     INTEGER     NOT NULL, -- where the chain ended then
    hash     CHAR(64)    NOT NULL,
    PRIMARY KEY (anchor, position)
);
CREATE INDEX audit_anchored_of_chain ON audit_anchored (store, order_id, anchor);

ALTER TABLE audit_verification ADD COLUMN found VARCHAR;                           -- JSON: the first of what doesn't fit
ALTER TABLE audit_verification ADD COLUMN found_count BIGINT DEFAULT 0 NOT NULL;
