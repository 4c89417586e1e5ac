package io.ledgerbridge.parked;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.figures.NotInLedger;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which orders a person wants to have worked again, how many those are, and how much they come to. */
@Component
public class ParkedGroups {

    private final JdbcClient jdbc;
    private final DatabaseClock clock;

    ParkedGroups(JdbcClient jdbc, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that are parked now, for a reason or for any. */
    public ParkedGroup all(String store, @Nullable String reason) {
        return new ParkedGroup(store, reason, null, clock.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Those of some orders that are parked now. */
    @Transactional(readOnly = true)
    public ParkedGroup parked(String store, List<Long> selected) {
        ParkedGroup any = new ParkedGroup(store, null, selected, clock.now().truncatedTo(ChronoUnit.MICROS));
        List<Long> parked = LetterQuery.group(jdbc, any).idsAfter(0, ParkedGroup.MOST_SELECTED);
        return new ParkedGroup(store, null, parked, any.parkedBy());
    }

    /** Those of some orders of which nothing is known. */
    @Transactional(readOnly = true)
    public List<Long> unknown(String store, List<Long> selected) {
        Set<Long> known = new HashSet<>(
                jdbc.sql("SELECT order_id FROM due_order WHERE store = :store AND order_id IN (:selected)")
                        .param("store", store)
                        .param("selected", selected)
                        .query(Long.class)
                        .list());
        return selected.stream().filter(order -> !known.contains(order)).toList();
    }

    @Transactional(readOnly = true)
    public long count(ParkedGroup group) {
        return LetterQuery.group(jdbc, group).count();
    }

    /** By how much they are not in the ledger, by currency; each order counts with what it lacks or has too much. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> amounts(ParkedGroup group) {
        return LetterQuery.group(jdbc, group).notInLedger();
    }

    /** By how much one order would not be in the ledger if nothing of it were set aside; empty where it has not been read. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> notInLedgerWithoutAside(String store, long order) {
        return jdbc.sql("SELECT " + NotInLedger.WITHOUT_ASIDE + " AS amount FROM due_order"
                        + " WHERE store = :store AND order_id = :order AND currency IS NOT NULL AND total IS NOT NULL")
                .param("store", store)
                .param("order", order)
                .query(BigDecimal.class)
                .optional();
    }

    /** The next of them, by their numbers. */
    @Transactional(readOnly = true)
    List<Long> after(ParkedGroup group, long order, int most) {
        return LetterQuery.group(jdbc, group).idsAfter(order, most);
    }
}
