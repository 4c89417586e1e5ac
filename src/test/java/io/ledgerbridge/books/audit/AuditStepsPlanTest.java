package io.ledgerbridge.books.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * However many links there are, those of a person are found by an index, and the search says how long it takes. With {@code
 * -Dlists.links=1000000} these are the figures of docs/limits.md.
 */
@WholeProgram
class AuditStepsPlanTest {

    private static final int LINKS = Integer.getInteger("lists.links", 20_000);
    private static final int TIMES = 20;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    @SuppressWarnings("NullAway.Init") // NullAway does not know what runs before all tests
    private static Database database;

    /** A fifth of the links is a script's, a thousandth each of three people, and the others are the program's. */
    @BeforeAll
    static void write() {
        database = Databases.postgresql();
        database.jdbc().sql("""
                        INSERT INTO audit (store, order_id, link, at, step, detail, previous_hash, hash)
                        SELECT CASE WHEN n % 10 < 7 THEN 'us' ELSE 'eu' END, n, 1, now() - (%d - n) * interval '5 seconds',
                            CASE WHEN n % 1000 = 0 THEN 'set-aside' WHEN n % 1000 < 4 THEN 'note-written'
                                 WHEN n % 5 = 0 THEN 'order-replayed' ELSE 'order-posted' END,
                            CASE WHEN n % 1000 = 0 THEN '{"by":"M. Keller","kind":"no-entry"}'
                                 WHEN n % 1000 < 4 THEN '{"by":"person ' || n % 1000 || '","wordsSha256":"' || repeat('0', 64) || '"}'
                                 WHEN n % 5 = 0 THEN '{"by":"script"}'
                                 ELSE '{"reading":"' || repeat('0', 64) || '","x3Number":"VTE' || n || '"}' END,
                            repeat('0', 64), repeat('0', 64)
                          FROM generate_series(1, %d) n""".replace("%d", String.valueOf(LINKS))).update();
        database.jdbc().sql("VACUUM ANALYZE audit").update();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,              M. Keller, -,  false, false, audit_by_person",
                "-,              script,    -,  false, false, audit_by_person",
                "-,              script,    eu, false, false, audit_by_person",
                "-,              script,    eu, true,  true,  audit_by_person",
                "-,              script,    -,  true,  true,  audit_by_person",
                "-,              nobody,    -,  true,  false, audit_by_person",
                "order-replayed, script,    -,  true,  true,  audit_by_person_and_step",
                "note-written,   script,    -,  true,  false, audit_by_person_and_step",
                "order-replayed, M. Keller, -,  false, false, audit_by_person_and_step",
                "set-aside,      -,         -,  true,  true,  audit_by_step",
            })
    void findsThemByAnIndex(
            @Nullable String step,
            @Nullable String by,
            @Nullable String store,
            boolean days,
            boolean before,
            String index) {
        Instant now = Instant.now();
        StepQuery query = new StepQuery(
                step,
                store,
                by,
                days ? now.minus(MONTH) : null,
                days ? now : null,
                before ? new StepQuery.Place(now.minus(DAY), 5) : null);
        List<String> plan = database.jdbc()
                .sql("EXPLAIN " + new AuditSteps(database.jdbc()).select(query))
                .params(query.values())
                .param("most", 50)
                .query(String.class)
                .list();
        assertThat(plan).anySatisfy(line -> assertThat(line).contains(index));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"));
        measure("%s by %s, store %s, days %s, before %s".formatted(step, by, store, days, before), query);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,              M. Keller, -,  false, false, audit_by_person:",
                "-,              script,    eu, true,  true,  audit_by_person:",
                "-,              nobody,    -,  true,  false, audit_by_person:",
                "order-replayed, script,    -,  true,  true,  audit_by_person_and_step:",
                "note-written,   script,    eu, true,  false, audit_by_person_and_step:",
                "set-aside,      -,         -,  true,  true,  audit_by_step:",
            })
    void findsThemByAnIndexOfH2LikewiseAlreadyInTheirOrder(
            @Nullable String step,
            @Nullable String by,
            @Nullable String store,
            boolean days,
            boolean before,
            String index) {
        try (Database h2 = Databases.h2()) {
            h2.jdbc().sql("""
                            INSERT INTO audit (store, order_id, link, at, step, detail, previous_hash, hash)
                            SELECT 'us', x, 1, DATEADD(SECOND, x, TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00'),
                                CASE WHEN mod(x, 100) = 0 THEN 'set-aside' ELSE 'order-posted' END,
                                CASE WHEN mod(x, 100) = 0 THEN '{"by":"M. Keller"}' ELSE '{"x3Number":"VTE"}' END,
                                repeat('0', 64), repeat('0', 64) FROM generate_series(1, 2000) AS g(x)""").update();
            Instant now = Instant.now();
            StepQuery query = new StepQuery(
                    step,
                    store,
                    by,
                    days ? now.minus(MONTH) : null,
                    days ? now : null,
                    before ? new StepQuery.Place(now.minus(DAY), 5) : null);

            String plan = String.join(
                    " ",
                    h2.jdbc()
                            .sql("EXPLAIN " + new AuditSteps(h2.jdbc()).select(query))
                            .params(query.values())
                            .param("most", 50)
                            .query(String.class)
                            .list());

            assertThat(plan.toLowerCase(Locale.ROOT))
                    .contains(index, "index sorted")
                    .doesNotContain("tablescan");
        }
    }

    private static void measure(String name, StepQuery query) {
        AuditSteps steps = new AuditSteps(database.jdbc());
        long[] took = new long[TIMES];
        for (int n = 0; n < TIMES; n++) {
            long begin = System.nanoTime();
            steps.find(query, 50);
            took[n] = System.nanoTime() - begin;
        }
        Arrays.sort(took);
        System.out.printf(
                "%-70s median %.1f ms, p95 %.1f ms%n", name, took[TIMES / 2] / 1e6, took[TIMES * 95 / 100 - 1] / 1e6);
    }
}
