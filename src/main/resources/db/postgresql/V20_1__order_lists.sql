-- In which of six classes an order is; every order is in one, so that their totals add up.
ALTER TABLE due_order ADD COLUMN standing VARCHAR(10)
    GENERATED ALWAYS AS (CASE WHEN due_at IS NOT NULL OR outcome IS NULL THEN 'on-the-way' ELSE outcome END) STORED;

-- Lists go by the first; what few orders have is found by an index of those few.
CREATE INDEX due_order_by_day ON due_order (listed_on, store, order_id) INCLUDE (standing, channel, currency);
CREATE INDEX due_order_not_posted ON due_order (standing, listed_on, store, order_id) WHERE standing <> 'posted';
CREATE INDEX due_order_flagged ON due_order (listed_on, store, order_id) WHERE flags IS NOT NULL;
CREATE INDEX due_order_assigned ON due_order (assigned_to, listed_on, store, order_id) WHERE assigned_to IS NOT NULL;
CREATE INDEX due_order_total ON due_order (total);
CREATE INDEX due_order_refunded ON due_order (refunded) WHERE refunded <> 0;
CREATE INDEX due_order_kept ON due_order ((total - refunded)) WHERE refunded <> 0;
CREATE INDEX due_order_in_ledger ON due_order (in_ledger)
    WHERE in_ledger <> 0 AND in_ledger IS DISTINCT FROM total - refunded;

-- What all orders come to, by what they are mostly asked for: a million can't be added up in time. order_sum holds it up to
-- some change, order_sum_change each change since; both are written by the database alone, with the order's row.
CREATE TABLE order_sum (
    store      VARCHAR(20)    NOT NULL,
    listed_on  DATE           NOT NULL,
    channel    VARCHAR(20)    NOT NULL, -- empty where it isn't known, like the currency
    currency   VARCHAR(3)     NOT NULL,
    standing   VARCHAR(10)    NOT NULL,
    orders     BIGINT         NOT NULL,
    with_total BIGINT         NOT NULL, -- those whose total was read
    total      NUMERIC(38, 4) NOT NULL,
    refunded   NUMERIC(38, 4) NOT NULL,
    in_ledger  NUMERIC(38, 4) NOT NULL,
    PRIMARY KEY (store, listed_on, channel, currency, standing)
) WITH (fillfactor = 70);

-- Nobody waits for anybody here: a change is a new row.
CREATE TABLE order_sum_change (LIKE order_sum)
    WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- One at a time, and nobody waits for it.
CREATE FUNCTION order_sum_gather() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF pg_try_advisory_xact_lock(hashtext('order_sum_gather')) THEN
        WITH changes AS (DELETE FROM order_sum_change RETURNING *)
        INSERT INTO order_sum AS s
        SELECT store, listed_on, channel, currency, standing, sum(orders), sum(with_total), sum(total), sum(refunded),
               sum(in_ledger)
          FROM changes GROUP BY store, listed_on, channel, currency, standing
        ON CONFLICT (store, listed_on, channel, currency, standing) DO UPDATE
           SET orders = s.orders + EXCLUDED.orders, with_total = s.with_total + EXCLUDED.with_total,
               total = s.total + EXCLUDED.total, refunded = s.refunded + EXCLUDED.refunded,
               in_ledger = s.in_ledger + EXCLUDED.in_ledger;
    END IF;
END
$$;

CREATE FUNCTION order_sum_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO order_sum_change
        VALUES (OLD.store, OLD.listed_on, coalesce(OLD.channel, ''), coalesce(OLD.currency, ''), OLD.standing, -1,
                CASE WHEN OLD.total IS NULL THEN 0 ELSE -1 END, -coalesce(OLD.total, 0), -coalesce(OLD.refunded, 0),
                -OLD.in_ledger);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO order_sum_change
        VALUES (NEW.store, NEW.listed_on, coalesce(NEW.channel, ''), coalesce(NEW.currency, ''), NEW.standing, 1,
                CASE WHEN NEW.total IS NULL THEN 0 ELSE 1 END, coalesce(NEW.total, 0), coalesce(NEW.refunded, 0),
                NEW.in_ledger);
    END IF;
    IF random() < 0.002 THEN
        PERFORM order_sum_gather();
    END IF;
    RETURN NULL;
END
$$;

-- All of them anew, while nobody writes.
CREATE FUNCTION order_sum_anew() RETURNS void LANGUAGE sql AS $$
    DELETE FROM order_sum;
    DELETE FROM order_sum_change;
    INSERT INTO order_sum
    SELECT store, listed_on, coalesce(channel, ''), coalesce(currency, ''), standing, count(*), count(total),
           coalesce(sum(total), 0), coalesce(sum(refunded), 0), sum(in_ledger)
      FROM due_order GROUP BY store, listed_on, coalesce(channel, ''), coalesce(currency, ''), standing
$$;

SELECT order_sum_anew();

CREATE TRIGGER order_sum_of_new AFTER INSERT OR DELETE ON due_order FOR EACH ROW EXECUTE FUNCTION order_sum_changed();
CREATE TRIGGER order_sum_of_changed AFTER UPDATE ON due_order FOR EACH ROW
    WHEN ((OLD.store, OLD.listed_on, OLD.channel, OLD.currency, OLD.standing, OLD.total, OLD.refunded, OLD.in_ledger)
          IS DISTINCT FROM
          (NEW.store, NEW.listed_on, NEW.channel, NEW.currency, NEW.standing, NEW.total, NEW.refunded, NEW.in_ledger))
    EXECUTE FUNCTION order_sum_changed();

CREATE VIEW order_totals AS
    SELECT store, listed_on, nullif(channel, '') AS channel, nullif(currency, '') AS currency, standing, orders, with_total,
           total, refunded, in_ledger
      FROM (SELECT * FROM order_sum UNION ALL SELECT * FROM order_sum_change) AS sums;
