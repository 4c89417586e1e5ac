package io.ledgerbridge.orders.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.orders.SeededOrders;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However many orders there are, no more rows are read than were settled lately or are under way. */
@OnEachDatabase
class PacePlansTest {

    private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");
    private static final Pattern SCANNED = Pattern.compile("scanCount: ([0-9]+)");

    /** Long ago; lately there is one of each outcome, and one is under way. */
    private static final int MANY = 300;

    private static final int FEW = 30;

    private final Database database;

    PacePlansTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void haveMany() {
        assumeThat(database)
                .as("PostgreSQL doesn't count the rows of an index so")
                .hasToString("H2");
        database.clear();
        int order = 0;
        for (String outcome : new String[] {"posted", "ignored", "held", "set-aside", "parked"}) {
            for (int n = 0; n < MANY; n++) {
                order(++order).with("outcome", "'" + outcome + "'").insert();
            }
            order(++order)
                    .with("outcome", "'" + outcome + "'")
                    .with("settled_at", "TIMESTAMP WITH TIME ZONE '2026-11-05 11:55:00+00'")
                    .insert();
        }
        order(++order).due("2026-11-05 12:00:00+00", null).insert();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "us")
    void countsByIndexesOfThese(@Nullable String store) {
        PaceRows rows = new PaceRows(database.jdbc(), store);
        assertThat(rows.until(NOW)).singleElement().satisfies(pace -> {
            assertThat(pace.longer().settled()).isEqualTo(5);
            assertThat(pace.underWay()).isEqualTo(1);
        });

        assertThat(scanned(rows.ofEach(), rows.values(NOW))).isLessThan(FEW);
        assertThat(scanned(rows.ofOldest(), store == null ? Map.of() : Map.of("store", store)))
                .isLessThan(FEW);
    }

    /** So that it is known that the count of the others is one. */
    @Test
    void countsRowsThatNoIndexHas() {
        assertThat(scanned("SELECT max(detail) FROM due_order", Map.of())).isGreaterThan(MANY);
    }

    private long scanned(String sql, Map<String, Object> values) {
        String plan = database.jdbc()
                .sql("EXPLAIN ANALYZE " + sql)
                .params(values)
                .query(String.class)
                .single();
        Matcher counts = SCANNED.matcher(plan);
        long all = 0;
        while (counts.find()) {
            all += Long.parseLong(counts.group(1));
        }
        assertThat(all).as(plan).isPositive();
        return all;
    }

    private SeededOrders order(long number) {
        return SeededOrders.posted(database.jdbc(), "us", number, "2026-11-05", "1")
                .with("settled_at", "TIMESTAMP WITH TIME ZONE '2026-11-01 10:00:00+00'");
    }
}
