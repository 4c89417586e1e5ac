-- What people and other systems said of an order, beside its chain, whose link holds the SHA-256 of this text alone: it can be
-- taken out, and the chain fits as before.
CREATE TABLE audit_words (
    store    VARCHAR(20) NOT NULL,
    order_id BIGINT      NOT NULL,
    link     INTEGER     NOT NULL,
    words    VARCHAR     NOT NULL, -- JSON, with a salt, so that nobody can tell from the hash what was said
    PRIMARY KEY (store, order_id, link)
);

-- The orders whose personal data somebody asked to have erased. A row stays: what comes in later is erased in its time, too.
CREATE TABLE erasure (
    store     VARCHAR(20)                 NOT NULL,
    order_id  BIGINT                      NOT NULL,
    asked_by  VARCHAR(250)                NOT NULL,
    asked_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    due       BOOLEAN                     NOT NULL, -- it is still to be done
    erased_at TIMESTAMP(6) WITH TIME ZONE,          -- when it was last done
    up_to     INTEGER DEFAULT 0           NOT NULL, -- the newest link of the order's chain then
    PRIMARY KEY (store, order_id)
);
CREATE INDEX erasure_due ON erasure (due, store, order_id);

-- when the body and the headers were taken out
ALTER TABLE event ADD COLUMN emptied_at TIMESTAMP(6) WITH TIME ZONE;

-- likewise of a reading's body; the oldest that are whole are found by the index
ALTER TABLE reading ADD COLUMN whole BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE reading ADD COLUMN emptied_at TIMESTAMP(6) WITH TIME ZONE;
CREATE INDEX reading_by_age ON reading (whole, read_at, store, order_id, sha256);

DROP VIEW order_trail;
CREATE VIEW order_trail AS
    SELECT store, order_id, received_at AS at, 'event-received' AS step, CAST(NULL AS VARCHAR(20)) AS reference,
           scope AS what, CAST(NULL AS VARCHAR(15)) AS account, CAST(NULL AS NUMERIC(27, 4)) AS amount,
           CAST(NULL AS CHAR(3)) AS currency, CAST(NULL AS DATE) AS accounting_date
      FROM event
     WHERE order_id IS NOT NULL
    UNION ALL
    SELECT a.store, a.order_id, a.at, a.step, a.reference, CAST(a.detail || coalesce(' ' || w.words, '') AS VARCHAR),
           NULL, NULL, NULL, NULL
      FROM audit a
      LEFT JOIN audit_words w ON w.store = a.store AND w.order_id = a.order_id AND w.link = a.link
    UNION ALL
    SELECT j.store, j.order_id, j.created_at, CASE WHEN l.memo THEN 'memo-line' ELSE 'journal-line' END, j.reference, l.role, l.account, l.amount, j.currency,
           j.accounting_date
      FROM journal j
      JOIN journal_line l ON l.journal_id = j.id;
