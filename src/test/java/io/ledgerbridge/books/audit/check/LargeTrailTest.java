package io.ledgerbridge.books.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.books.audit.ChainKeys;
import io.ledgerbridge.books.audit.covered.OrderRange;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * However many orders there are, as many rows are in memory. With {@code -Dtrail.orders=100000} it says how fast a
 * verification is.
 */
@OnEachDatabase
class LargeTrailTest {

    private static final int ORDERS = Integer.getInteger("trail.orders", 1500);

    private static final int MOST_IN_MEMORY = 20_000;

    private final Database database;

    LargeTrailTest(Database database) {
        this.database = database;
    }

    @Test
    void looksAtAFewRowsAtATimeAndAtEachOnce() {
        assumeThat(ORDERS <= MOST_IN_MEMORY || database.toString().equals("PostgreSQL"))
                .as("H2 has its rows in memory here")
                .isTrue();
        try (World world = new World(database)) {
            new LargeTrail(database, world.beans.getBean(ChainKeys.class)).write(ORDERS);
            long anchoring = System.nanoTime();
            world.anchor();
            long began = System.nanoTime();
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Findings findings = world.verify();
            System.out.printf(
                    "%s: %d links in %.1f s, of which this process worked %.1f s; the anchor in %.1f s%n",
                    database,
                    findings.checked(),
                    (System.nanoTime() - began) / 1e9,
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e9,
                    (began - anchoring) / 1e9);

            assertThat(findings.first()).isEmpty();
            assertThat(findings.checked()).isEqualTo(10L * ORDERS + 1);
            ranges().forEach(range -> assertThat(linksOf(range)).isLessThanOrEqualTo(2010));
        }
    }

    private List<OrderRange> ranges() {
        List<OrderRange> all = new ArrayList<>();
        OrderRanges ranges = new OrderRanges(database.jdbc());
        OrderRange last = ranges.after(null).orElse(null);
        while (last != null) {
            all.add(last);
            last = ranges.after(last).orElse(null);
        }
        return all;
    }

    private long linksOf(OrderRange range) {
        return range.bind(
                        database.jdbc()
                                .sql(
                                        "SELECT count(*) FROM audit WHERE store = :store AND order_id > :after AND order_id <= :upTo"))
                .query(Long.class)
                .single();
    }
}
