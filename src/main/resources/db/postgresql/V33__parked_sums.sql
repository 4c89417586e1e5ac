-- What parked orders come to by their reasons, kept as order_sum is: any number of orders may be parked at once.
CREATE TABLE parked_sum (
    reason     VARCHAR(60)    NOT NULL, -- empty where there is none
    store      VARCHAR(20)    NOT NULL,
    listed_on  DATE           NOT NULL,
    channel    VARCHAR(20)    NOT NULL, -- empty where it isn't known, like the currency
    currency   VARCHAR(3)     NOT NULL,
    orders     BIGINT         NOT NULL,
    with_total BIGINT         NOT NULL, -- those whose total was read
    total      NUMERIC(38, 4) NOT NULL,
    refunded   NUMERIC(38, 4) NOT NULL,
    in_ledger  NUMERIC(38, 4) NOT NULL,
    with_lack  BIGINT         NOT NULL, -- those of which not_in_ledger is known
    lack       NUMERIC(38, 4) NOT NULL, -- not_in_ledger, order by order
    PRIMARY KEY (reason, store, listed_on, channel, currency)
) WITH (fillfactor = 70);

CREATE TABLE parked_sum_change (LIKE parked_sum)
    WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

CREATE FUNCTION parked_sum_gather() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF pg_try_advisory_xact_lock(hashtext('parked_sum_gather')) THEN
        WITH changes AS (DELETE FROM parked_sum_change RETURNING *)
        INSERT INTO parked_sum AS s
        SELECT reason, store, listed_on, channel, currency, sum(orders), sum(with_total), sum(total), sum(refunded),
               sum(in_ledger), sum(with_lack), sum(lack)
          FROM changes GROUP BY reason, store, listed_on, channel, currency
        ON CONFLICT (reason, store, listed_on, channel, currency) DO UPDATE
           SET orders = s.orders + EXCLUDED.orders, with_total = s.with_total + EXCLUDED.with_total,
               total = s.total + EXCLUDED.total, refunded = s.refunded + EXCLUDED.refunded,
               in_ledger = s.in_ledger + EXCLUDED.in_ledger, with_lack = s.with_lack + EXCLUDED.with_lack,
               lack = s.lack + EXCLUDED.lack;
    END IF;
END
$$;

CREATE FUNCTION parked_sum_add(o due_order, times INTEGER) RETURNS void LANGUAGE sql AS $$
    INSERT INTO parked_sum_change
    VALUES (coalesce(o.reason, ''), o.store, o.listed_on, coalesce(o.channel, ''), coalesce(o.currency, ''), times,
            CASE WHEN o.total IS NULL THEN 0 ELSE times END, times * coalesce(o.total, 0), times * coalesce(o.refunded, 0),
            times * o.in_ledger, CASE WHEN o.not_in_ledger IS NULL THEN 0 ELSE times END, times * coalesce(o.not_in_ledger, 0))
$$;

CREATE FUNCTION parked_sum_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        IF OLD.outcome = 'parked' AND OLD.due_at IS NULL THEN
            PERFORM parked_sum_add(OLD, -1);
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        IF NEW.outcome = 'parked' AND NEW.due_at IS NULL THEN
            PERFORM parked_sum_add(NEW, 1);
        END IF;
    END IF;
    IF random() < 0.002 THEN
        PERFORM parked_sum_gather();
    END IF;
    RETURN NULL;
END
$$;

-- Both sums anew, while nobody writes.
CREATE OR REPLACE FUNCTION order_sum_anew() RETURNS void LANGUAGE sql AS $$
    DELETE FROM order_sum;
    DELETE FROM order_sum_change;
    INSERT INTO order_sum
    SELECT store, listed_on, coalesce(channel, ''), coalesce(currency, ''), standing, count(*), count(total),
           coalesce(sum(total), 0), coalesce(sum(refunded), 0), sum(in_ledger)
      FROM due_order GROUP BY store, listed_on, coalesce(channel, ''), coalesce(currency, ''), standing;
    DELETE FROM parked_sum;
    DELETE FROM parked_sum_change;
    INSERT INTO parked_sum
    SELECT coalesce(reason, ''), store, listed_on, coalesce(channel, ''), coalesce(currency, ''), count(*), count(total),
           coalesce(sum(total), 0), coalesce(sum(refunded), 0), sum(in_ledger), count(not_in_ledger),
           coalesce(sum(not_in_ledger), 0)
      FROM due_order WHERE outcome = 'parked' AND due_at IS NULL
     GROUP BY coalesce(reason, ''), store, listed_on, coalesce(channel, ''), coalesce(currency, '')
$$;

INSERT INTO parked_sum
SELECT coalesce(reason, ''), store, listed_on, coalesce(channel, ''), coalesce(currency, ''), count(*), count(total),
       coalesce(sum(total), 0), coalesce(sum(refunded), 0), sum(in_ledger), count(not_in_ledger),
       coalesce(sum(not_in_ledger), 0)
  FROM due_order WHERE outcome = 'parked' AND due_at IS NULL
 GROUP BY coalesce(reason, ''), store, listed_on, coalesce(channel, ''), coalesce(currency, '');

CREATE TRIGGER parked_sum_of_new AFTER INSERT ON due_order FOR EACH ROW
    WHEN (NEW.outcome = 'parked' AND NEW.due_at IS NULL) EXECUTE FUNCTION parked_sum_changed();
CREATE TRIGGER parked_sum_of_gone AFTER DELETE ON due_order FOR EACH ROW
    WHEN (OLD.outcome = 'parked' AND OLD.due_at IS NULL) EXECUTE FUNCTION parked_sum_changed();
CREATE TRIGGER parked_sum_of_changed AFTER UPDATE ON due_order FOR EACH ROW
    WHEN (((OLD.outcome = 'parked' AND OLD.due_at IS NULL) OR (NEW.outcome = 'parked' AND NEW.due_at IS NULL)) AND
          (OLD.standing, OLD.reason, OLD.store, OLD.listed_on, OLD.channel, OLD.currency, OLD.total, OLD.refunded, OLD.in_ledger,
           OLD.not_in_ledger)
          IS DISTINCT FROM
          (NEW.standing, NEW.reason, NEW.store, NEW.listed_on, NEW.channel, NEW.currency, NEW.total, NEW.refunded, NEW.in_ledger,
           NEW.not_in_ledger))
    EXECUTE FUNCTION parked_sum_changed();

CREATE VIEW parked_totals AS
    SELECT store, listed_on, nullif(channel, '') AS channel, nullif(currency, '') AS currency,
           CAST('parked' AS VARCHAR(10)) AS standing, nullif(reason, '') AS reason, orders, with_total, total, refunded,
           in_ledger, with_lack, lack
      FROM (SELECT * FROM parked_sum UNION ALL SELECT * FROM parked_sum_change) AS sums;

-- What waits is what is on its way, less what somebody works: of that the rows themselves say until when.
CREATE INDEX due_order_leased ON due_order (due_at) WHERE lease_holder IS NOT NULL;

CREATE VIEW waiting_totals AS
    SELECT store, listed_on, channel, currency, standing, NULL AS lease_holder,
           CAST(NULL AS TIMESTAMP(6) WITH TIME ZONE) AS due_at, orders, with_total, total, refunded, in_ledger
      FROM order_totals WHERE standing = 'on-the-way'
    UNION ALL
    SELECT d.store, d.listed_on, d.channel, d.currency, d.standing,
           CASE WHEN t.times > 0 THEN d.lease_holder END, CASE WHEN t.times > 0 THEN d.due_at END, t.times,
           CASE WHEN d.total IS NULL THEN 0 ELSE t.times END, t.times * d.total, t.times * d.refunded, t.times * d.in_ledger
      FROM due_order d, (VALUES (1), (-1)) AS t (times)
     WHERE d.lease_holder IS NOT NULL AND d.standing = 'on-the-way';

-- Parked orders by money and age, by days, by when they were parked, and by numbers: each list in the order of an index.
CREATE INDEX due_order_parked_by_money
    ON due_order (reason, not_in_ledger DESC NULLS LAST, (coalesce(parked_since, settled_at)),
                  store, order_id)
    WHERE outcome = 'parked' AND due_at IS NULL;
CREATE INDEX due_order_parked_by_day ON due_order (reason, listed_on, store, order_id) WHERE standing = 'parked';
CREATE INDEX due_order_parked_at ON due_order (settled_at, store, order_id) WHERE outcome = 'parked' AND due_at IS NULL;
CREATE INDEX due_order_parked ON due_order (store, order_id) WHERE standing = 'parked';
