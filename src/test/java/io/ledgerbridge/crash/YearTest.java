package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of 1,000 orders a day, of which nothing was pruned, by {@code mvn -Psoak verify}: how large the tables are, how
 * long the prunings take, and how long webhooks take meanwhile. A turn comes each second and not each minute. The figures
 * go into {@code target/year-….md}. {@code -Dyear.orders} says how many orders there are, to the next 366;
 * {@code -Dyear.turns} how many turns a night has, so that a run of a whole year may end before everything is removed.
 */
@WholeProgram
@Tag(WholeProgram.SOAK)
class YearTest {

    private static final int EACH = 122;
    private static final int POSTED = EACH * SoakTrade.INTERFACES.size();
    private static final int COPIES = Math.max(1, Integer.getInteger("year.orders", 365_000) / POSTED);
    private static final int WHOLE_NIGHT = 180;
    private static final int TURNS_OF_A_NIGHT = Integer.getInteger("year.turns", WHOLE_NIGHT);
    private static final Duration BETWEEN_TURNS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(450);
    private static final Duration UNDISTURBED = Duration.ofSeconds(60);
    private static final int NIGHTS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String NOTHING = "nothing is removed";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final List<String> lines = new ArrayList<>();
    private volatile String meanwhile = "the first orders come";
    private volatile boolean closed;

    @Test
    void prunesAYearOnH2() throws Exception {
        Map<String, String> settings = Surroundings.h2(directory);
        try (SoakTrade trade = trade()) {
            int port = postsTheFirst(trade, settings);
            try (HikariDataSource database = h2(settings)) {
                fill(new YearOfRows(database, true));
            }
            lines.add("H2's file: %d MB".formatted(h2Megabytes()));
            livesOn(trade, settings, port);
            lines.add("H2's file, when the process has ended: %d MB".formatted(h2Megabytes()));
            write("h2");
            try (HikariDataSource database = h2(settings)) {
                judge(database);
            }
        }
    }

    @Test
    void prunesAYearOnPostgreSql() throws Exception {
        try (Database database = Databases.postgresql();
                SoakTrade trade = trade()) {
            Map<String, String> settings = Surroundings.postgreSql(database);
            int port = postsTheFirst(trade, settings);
            YearOfRows rows = new YearOfRows(database.source(), false);
            fill(rows);
            rows.vacuum();
            lines.addAll(rows.sizes());
            livesOn(trade, settings, port);
            rows.vacuum();
            lines.add("and then:");
            lines.addAll(rows.sizes());
            write("postgresql");
            judge(database.source());
        }
    }

    private SoakTrade trade() {
        return new SoakTrade(event -> true, () -> "while " + meanwhile);
    }

    /** The orders of which the others are copies. */
    private int postsTheFirst(SoakTrade trade, Map<String, String> database) throws Exception {
        try (SoakedProgram program = SoakedProgram.start(directory, Nights.class, settings(trade, database))) {
            trade.order(EACH);
            allIn(trade, POSTED);
            return program.port();
        }
    }

    private static void allIn(SoakTrade trade, int entries) {
        Awaitility.await("entries")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> trade.entries().size() >= entries);
    }

    private void fill(YearOfRows rows) {
        Instant begun = Instant.now();
        rows.fill(COPIES);
        lines.add("%d orders, filled in %d s"
                .formatted(
                        (COPIES + 1) * POSTED,
                        Duration.between(begun, Instant.now()).toSeconds()));
        YearOfRows.TABLES.forEach(table -> lines.add("%s: %d rows".formatted(table, rows.count(table))));
    }

    /** A minute of webhooks and orders, then with the nights beside them. */
    private void livesOn(SoakTrade trade, Map<String, String> database, int port) throws Exception {
        closed = false;
        try (SoakedProgram program = SoakedProgram.start(directory, port, Nights.class, settings(trade, database))) {
            trade.order(1);
            NightsMXBean nights = program.bean(Nights.name(), NightsMXBean.class);
            meanwhile = NOTHING;
            CompletableFuture<Void> shop = CompletableFuture.runAsync(() -> goesOn(trade));
            LockSupport.parkNanos(UNDISTURBED.toNanos());
            meanwhile = "what a year left is removed";
            night(nights, "the first");
            meanwhile = "a day's rows are removed";
            for (int night = 1; night <= NIGHTS; night++) {
                night(nights, "then");
            }
            closed = true;
            shop.join();
            allIn(trade, trade.placed());
        }
        lines.addAll(trade.times().lines());
    }

    private void goesOn(SoakTrade trade) {
        while (!closed) {
            Instant next = Instant.now().plus(BETWEEN_ORDERS);
            trade.order(1);
            rest(next);
        }
    }

    private static void rest(Instant until) {
        LockSupport.parkNanos(Math.max(1, Duration.between(Instant.now(), until).toNanos()));
    }

    /** Until a turn finds nothing. */
    private void night(NightsMXBean nights, String which) {
        List<Duration> turns = new ArrayList<>();
        long before = nights.removed();
        long removed = -1;
        nights.sleep();
        while (turns.size() < TURNS_OF_A_NIGHT && removed != nights.removed()) {
            Instant next = Instant.now().plus(BETWEEN_TURNS);
            removed = nights.removed();
            turns.add(Duration.ofNanos(nights.turn()));
            rest(next);
        }
        lines.add("a night, %s: %d rows in %d turns of %d ms, the longest %d ms"
                .formatted(
                        which,
                        nights.removed() - before,
                        turns.size(),
                        turns.stream().mapToLong(Duration::toMillis).sum() / turns.size(),
                        turns.stream().mapToLong(Duration::toMillis).max().orElse(0)));
    }

    /** The rows that came with the webhooks are of today, and the night's clock is some days ahead. */
    private void judge(DataSource database) {
        assumeThat(TURNS_OF_A_NIGHT).as("a whole night").isEqualTo(WHOLE_NIGHT);
        YearOfRows rows = new YearOfRows(database, false);
        assertThat(rows.count("delivery WHERE created_at < CURRENT_TIMESTAMP - 30 * INTERVAL '1' DAY"))
                .isZero();
        assertThat(rows.count("event WHERE whole = TRUE AND received_at < CURRENT_TIMESTAMP - 300 * INTERVAL '1' DAY"))
                .isZero();
        assertThat(rows.count("journal")).isGreaterThanOrEqualTo((COPIES + 1L) * POSTED);
    }

    private static Map<String, String> settings(SoakTrade trade, Map<String, String> database) {
        Map<String, String> settings = new LinkedHashMap<>(trade.settings());
        settings.putAll(database);
        settings.put("ledger-bridge.retention.deliveries", "30d");
        settings.put("ledger-bridge.retention.events", "300d");
        return settings;
    }

    /** Here nobody minds if what was last written is lost. */
    private static HikariDataSource h2(Map<String, String> settings) {
        String url = Objects.requireNonNull(settings.get("spring.datasource.url"));
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url.replace("WRITE_DELAY=0", "WRITE_DELAY=500") + ";CACHE_SIZE=300000");
        database.setMaximumPoolSize(1);
        return database;
    }

    private long h2Megabytes() {
        return directory.resolve("ledger-bridge.mv.db").toFile().length() / 1_000_000;
    }

    private void write(String name) throws IOException {
        Files.write(Path.of("target", "year-" + name + ".md"), lines);
        lines.forEach(System.out::println);
    }
}
