-- The references of which a create's reply was lost: Sage X3 may still come to hold an entry under them that nobody
-- knows of. Each is looked up again after its journal is posted.
CREATE TABLE late_commit (
    folder    VARCHAR(300) NOT NULL, -- X3's URL and endpoint
    reference VARCHAR(20)  NOT NULL,
    store     VARCHAR(20)  NOT NULL,
    order_id  BIGINT       NOT NULL,
    look_at   TIMESTAMP(6) WITH TIME ZONE,         -- when it is looked up next; none: no more, or due now
    due       BOOLEAN      NOT NULL DEFAULT FALSE, -- the order's next work looks it up
    PRIMARY KEY (folder, reference)
);
CREATE INDEX late_commit_look ON late_commit (look_at);
CREATE INDEX late_commit_of_order ON late_commit (store, order_id);

-- Due for such look-ups alone: the order isn't read, and how it stands stays as it is.
ALTER TABLE due_order ADD COLUMN looking BOOLEAN DEFAULT FALSE NOT NULL;
