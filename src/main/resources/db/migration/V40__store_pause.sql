-- The stores that a person has paused: they receive, and none of their orders is claimed, over all replicas.
CREATE TABLE store_pause (
    store     VARCHAR(20)                 PRIMARY KEY,
    since     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    paused_by VARCHAR                     NOT NULL,
    why       VARCHAR                     NOT NULL
);
