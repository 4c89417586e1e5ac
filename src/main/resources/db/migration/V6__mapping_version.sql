-- What each channel's accounts and policies were: one row for each change, written by the first start that brings it.
CREATE TABLE mapping_version (
    store   VARCHAR(20)                 NOT NULL,
    channel VARCHAR(20)                 NOT NULL,
    version INTEGER                     NOT NULL, -- 1, 2, 3 …
    since   TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- it holds from then on; the first one for all time before, too
    mapping VARCHAR                     NOT NULL, -- JSON
    PRIMARY KEY (store, channel, version)
);
