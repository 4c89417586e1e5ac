-- What people have to know of, from when it was first seen until it is over for a while: they are told once.
CREATE TABLE notice (
    kind       VARCHAR(20)                 NOT NULL, -- parked, store-stopped
    store      VARCHAR(20)                 NOT NULL,
    about      VARCHAR(60)                 NOT NULL, -- the reason's code; what the store waits for
    since      TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- when it began
    told_at    TIMESTAMP(6) WITH TIME ZONE,          -- none: it may be over in a moment
    gone_since TIMESTAMP(6) WITH TIME ZONE,          -- it is so no more; none while it is
    PRIMARY KEY (kind, store, about)
);
