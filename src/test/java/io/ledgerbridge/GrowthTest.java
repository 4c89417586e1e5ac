package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 1,500 orders of three stores by three interfaces: nothing is kept of them but in the database. */
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class GrowthTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int EACH_BEFORE = 150;
    /** More than any figure may grow by, so that one object kept of each order is seen. */
    private static final int EACH_AFTER = 350;

    private static final int LARGEST_SCRAPE = 100_000;

    @Test
    void nothingGrowsWithTheNumberOfOrders() throws Exception {
        try (ThreeWays stores = ThreeWays.start(Map.of(
                "ledger-bridge.drain.workers", "12",
                "ledger-bridge.sweep.interval", "1s",
                "ledger-bridge.sweep.overlap", "1s"))) {
            stores.post(EACH_BEFORE, PATIENCE);
            Map<String, Long> before = figures(stores.bench());
            stores.post(EACH_AFTER, PATIENCE);
            Map<String, Long> after = figures(stores.bench());

            assertThat(stores.bench().entries())
                    .extracting(PostedEntry::reference)
                    .hasSize((EACH_BEFORE + EACH_AFTER) * ThreeWays.STORES.size())
                    .doesNotHaveDuplicates();
            assertThat(before.get("MBeans")).isPositive();
            assertThat(after.keySet()).isEqualTo(before.keySet());
            assertThat(after)
                    .allSatisfy((name, figure) -> assertThat(figure)
                            .as("%s, of %s", name, before)
                            .isLessThanOrEqualTo(Figures.mayGrow(name) + Objects.requireNonNull(before.get(name))));
            assertThat(after.get("bytes of a scrape")).isLessThan(LARGEST_SCRAPE);
        }
    }

    private static Map<String, Long> figures(Bench bench) throws Exception {
        String scrape = bench.get("/actuator/prometheus", "text/plain").body();
        return Figures.of(ManagementFactory.getPlatformMBeanServer(), scrape);
    }
}
