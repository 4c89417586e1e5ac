-- The fencing number up to which claims no longer count in unfinished: a worker that lost an older one takes nothing off.
ALTER TABLE due_order ADD COLUMN counted_after BIGINT DEFAULT 0 NOT NULL;
