-- Until when the process that tells of it has time for it: it is told once a way has taken it, and by another one after that.
ALTER TABLE notice ADD COLUMN claimed_until TIMESTAMP(6) WITH TIME ZONE;

-- What was told is kept as long as this goes on: each turn of a process that tells people prolongs it.
INSERT INTO timed_lock (name, ends_at) VALUES ('notices-kept', CURRENT_TIMESTAMP + INTERVAL '1' DAY);
