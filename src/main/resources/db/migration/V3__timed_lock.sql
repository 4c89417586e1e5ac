-- Locks by name that end by themselves: one process at a time does a task of the program's own.
CREATE TABLE timed_lock (
    name    VARCHAR(60)                 PRIMARY KEY,
    ends_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
DELETE FROM sweep_cursor WHERE name IN ('hooks', 'pruning');
