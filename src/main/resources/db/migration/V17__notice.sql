-- What people were told of and is still so: they are told again only once it was over for a while.
CREATE TABLE notice (
    kind       VARCHAR(20)                 NOT NULL, -- parked, store-stopped
    store      VARCHAR(20)                 NOT NULL,
    about      VARCHAR(60)                 NOT NULL, -- the reason's code; what the store waits for
    since      TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- when they were told
    gone_since TIMESTAMP(6) WITH TIME ZONE,          -- it is so no more; none while it is
    PRIMARY KEY (kind, store, about)
);
