package io.ledgerbridge.work;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.sagex3.login.GrantedAgain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What keeps whole stores waiting, over all replicas: refused credentials, a rate limit, a side that is down. While a
 * store waits none of its orders is claimed; then one goes ahead, and the others follow when it got through.
 */
@Component
public class StoreBackOff {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBackOff.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Words words;
    private final RetrySettings retry;
    private final DatabaseClock clock;

    StoreBackOff(
            JdbcClient jdbc, TransactionTemplate transactions, Words words, RetrySettings retry, DatabaseClock clock) {
        this.transactions = transactions;
        this.words = words;
        this.jdbc = jdbc;
        this.retry = retry;
        this.clock = clock;
    }

    /**
     * Why and until when a store waits for one of its sides.
     *
     * @param failures in a row
     * @param until no order of the store is claimed before
     * @param detail what the side said
     */
    public record SideBackOff(String store, Side side, int failures, Instant since, Instant until, String detail) {}

    /** Every back-off there is, also those that are over and not yet forgotten. */
    @Transactional(readOnly = true)
    public List<SideBackOff> current() {
        return jdbc.sql("SELECT store, side, failures, since, wait_until, detail FROM connection_trouble")
                .query(StoreBackOff::row)
                .list();
    }

    /**
     * A side can't be worked with: its store waits, longer with each failure in a row. Workers that fail together count
     * once.
     *
     * @return until when
     */
    @Transactional
    public Instant failed(String store, Side side, String said) {
        Instant now = clock.now();
        List<SideBackOff> before = find(store, side);
        if (!before.isEmpty() && before.get(0).until().isAfter(now)) {
            return before.get(0).until();
        }
        int failures = before.isEmpty() ? 0 : before.get(0).failures();
        Instant until = now.plus(retry.delay(failures));
        write(store, side, failures + 1, until, said);
        if (before.isEmpty()) {
            LOG.warn("Store {} waits for {}: {}", store, side.title(), words.kept(said));
        }
        return until;
    }

    /** A side says how long its store is to wait. */
    @Transactional
    public void throttled(String store, Side side, Instant until, String said) {
        List<SideBackOff> before = find(store, side);
        if (before.isEmpty() || before.get(0).until().isBefore(until)) {
            write(store, side, before.isEmpty() ? 0 : before.get(0).failures(), until, said);
        }
    }

    /** Whether BigCommerce may be called for a store: not as long as it waits, whichever process was told to. */
    @Transactional(readOnly = true)
    public boolean mayCallShop(String store) {
        return jdbc.sql("""
                        SELECT count(*) FROM connection_trouble
                        WHERE store = :store AND side = :side AND wait_until > :now""")
                        .params(Map.of(
                                "store", store,
                                "side", Side.BIGCOMMERCE.label(),
                                "now", clock.now().atOffset(ZoneOffset.UTC)))
                        .query(Long.class)
                        .single()
                == 0;
    }

    /**
     * A side answered as it should: when the wait is over, nobody waits for it any longer. There is nearly always nothing to
     * forget, and then nothing is written.
     */
    public void reached(String store, String side) {
        Instant now = clock.now();
        if (isOver(store, side, now) && isForgotten(store, side, now)) {
            LOG.info(
                    "Store {} waits for {} no longer", store, Side.ofLabel(side).title());
        }
    }

    /** Lets a store's orders go on at once, such as when a person has renewed its credentials. */
    @Transactional
    public void forget(String store, Side side) {
        jdbc.sql("DELETE FROM connection_trouble WHERE store = :store AND side = :side")
                .params(Map.of("store", store, "side", side.label()))
                .update();
    }

    /** Likewise when X3 takes what it had refused, without a pairing; in the transaction that keeps the new tokens. */
    @EventListener
    @Transactional
    public void grantedAgain(GrantedAgain event) {
        forget(event.store(), Side.SAGE_X3);
    }

    private boolean isOver(String store, String side, Instant now) {
        return jdbc.sql(
                                "SELECT count(*) FROM connection_trouble WHERE store = :store AND side = :side AND wait_until <= :now")
                        .params(Map.of("store", store, "side", side, "now", now.atOffset(ZoneOffset.UTC)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean isForgotten(String store, String side, Instant now) {
        Integer forgotten = transactions.execute(running -> jdbc.sql(
                        "DELETE FROM connection_trouble WHERE store = :store AND side = :side AND wait_until <= :now")
                .params(Map.of("store", store, "side", side, "now", now.atOffset(ZoneOffset.UTC)))
                .update());
        return forgotten != null && forgotten > 0;
    }

    private List<SideBackOff> find(String store, Side side) {
        return jdbc.sql("""
                        SELECT store, side, failures, since, wait_until, detail FROM connection_trouble
                        WHERE store = :store AND side = :side FOR UPDATE""")
                .params(Map.of("store", store, "side", side.label()))
                .query(StoreBackOff::row)
                .list();
    }

    private void write(String store, Side side, int failures, Instant until, String said) {
        Map<String, Object> values = Map.of(
                "store", store,
                "side", side.label(),
                "failures", failures,
                "now", clock.now().atOffset(ZoneOffset.UTC),
                "until", until.atOffset(ZoneOffset.UTC),
                "detail", words.kept(said));
        int written = jdbc.sql("""
                        UPDATE connection_trouble SET failures = :failures, wait_until = :until, detail = :detail
                        WHERE store = :store AND side = :side""").params(values).update();
        if (written == 0) {
            jdbc.sql("""
                            INSERT INTO connection_trouble (store, side, failures, since, wait_until, detail)
                            VALUES (:store, :side, :failures, :now, :until, :detail) ON CONFLICT DO NOTHING""").params(values).update();
        }
    }

    private static SideBackOff row(ResultSet row, int index) throws SQLException {
        return new SideBackOff(
                row.getString("store"),
                Side.ofLabel(row.getString("side")),
                row.getInt("failures"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("wait_until").toInstant(),
                row.getString("detail"));
    }
}
