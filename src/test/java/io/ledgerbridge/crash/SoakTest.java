package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.Figures;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.Event;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
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
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year's work in an hour, by {@code mvn -Psoak verify}: sweeps, looks at the webhooks and token renewals come every
 * other moment, and for what is pruned a year passes ({@link FastForward} says what goes by that time). {@code -Dsoak.orders} says
 * how many orders there are (20,000), {@code -Dsoak.minutes} for how long it runs at least (60, on each database). The
 * figures go into {@code target/soak-….md}; it fails when one of them grows, or when nothing was pruned.
 */
@WholeProgram
@Tag(WholeProgram.SOAK)
class SoakTest {

    private static final int ORDERS = Integer.getInteger("soak.orders", 20_000);
    private static final Duration AT_LEAST = Duration.ofMinutes(Integer.getInteger("soak.minutes", 60));
    private static final int HOURS_OF_A_YEAR = 365 * 24;
    private static final int ROUNDS = 20;
    private static final int PORTIONS = 10;

    /** After this round nothing is new to the program any more, and 60 days are over. */
    private static final int WARM = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long HEAP_MAY_GROW_KB = 15_000;

    /** What is pruned, and the kind of it in the metric. */
    private static final Map<String, String> PRUNED =
            Map.of("deliveries", "delivery", "bodies", "event", "backfills", "backfill");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final List<Map<String, Long>> rows = new ArrayList<>();
    private final FastTime clock = new FastTime(Instant.now(), AT_LEAST.dividedBy(HOURS_OF_A_YEAR));

    @Test
    void keepsItsFiguresOnH2() throws Exception {
        run("h2", Surroundings.h2(directory), this::h2Kilobytes);
    }

    @Test
    void keepsItsFiguresOnPostgreSql() throws Exception {
        try (Database database = Databases.postgresql()) {
            run(
                    "postgresql",
                    Surroundings.postgreSql(database),
                    () -> database.jdbc()
                            .sql("SELECT pg_database_size(current_database()) / 1024")
                            .query(Long.class)
                            .single());
        }
    }

    private void run(String name, Map<String, String> database, LongSupplier kilobytes) throws Exception {
        try (SoakTrade trade = new SoakTrade(SoakTest::isNew, this::meanwhile);
                SoakedProgram program = SoakedProgram.start(directory, FastForward.class, settings(trade, database))) {
            for (int round = 1; round <= ROUNDS; round++) {
                round(trade, program, round);
                rows.add(figures(trade, program, kilobytes));
                write(name, trade.times());
            }
            assertThat(program.log()).doesNotContain(FastForward.FAILED);
        }
        judge();
    }

    /** Each order has one webhook. */
    private static boolean isNew(Event event) {
        return event.scope().equals("store/order/created");
    }

    private String meanwhile() {
        return clock.isNight() ? "while old rows were removed" : "otherwise";
    }

    /** Its share of the orders and of the time. */
    private void round(SoakTrade trade, SoakedProgram program, int round) throws Exception {
        int before = trade.entries().size();
        int each = share(ROUNDS, round);
        int portions = Math.min(PORTIONS, each);
        program.backfill("us");
        Instant begun = Instant.now();
        for (int portion = 1; portion <= portions; portion++) {
            trade.order(each * portion / portions - each * (portion - 1) / portions);
            until(begun.plus(AT_LEAST.dividedBy(ROUNDS).multipliedBy(portion).dividedBy(portions)));
        }
        int expected = before + each * SoakTrade.INTERFACES.size();
        Awaitility.await("round " + round)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> trade.entries().size() >= expected);
        assertThat(trade.entries())
                .extracting(PostedEntry::reference)
                .hasSize(expected)
                .doesNotHaveDuplicates();
    }

    /** Of each store's orders. */
    private static int share(int parts, int part) {
        int each = Math.max(parts, ORDERS / SoakTrade.INTERFACES.size());
        return each * part / parts - each * (part - 1) / parts;
    }

    private static void until(Instant time) {
        Awaitility.await()
                .atMost(PATIENCE.plus(AT_LEAST))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Instant.now().isAfter(time));
    }

    private Map<String, Long> figures(SoakTrade trade, SoakedProgram program, LongSupplier kilobytes) throws Exception {
        Map<String, Long> row = new LinkedHashMap<>();
        row.put("seconds", program.seconds());
        row.put("days", clock.days());
        row.put("orders", (long) trade.entries().size());
        row.putAll(trade.asked());
        for (String kind : PRUNED.keySet()) {
            row.put(
                    pruned(kind),
                    program.metric("ledger_bridge_pruned_rows_total{table=\"" + PRUNED.get(kind) + "\"}"));
            row.put("rows of " + kind, program.metric("soak_rows{of=\"" + kind + "\"}"));
        }
        row.putAll(program.figures());
        row.put("database kB", kilobytes.getAsLong());
        return row;
    }

    private static String pruned(String kind) {
        return "removed " + kind;
    }

    private void judge() {
        Map<String, Long> before = rows.get(WARM - 1);
        Map<String, Long> after = rows.get(rows.size() - 1);
        assertThat(before.keySet()).isEqualTo(after.keySet());
        before.keySet()
                .forEach(figure -> assertThat(after.get(figure))
                        .as("%s, of %s after round %d", figure, before.get(figure), WARM)
                        .isLessThanOrEqualTo(most(figure, Objects.requireNonNull(before.get(figure)))));
        PRUNED.keySet()
                .forEach(kind -> assertThat(after.get(pruned(kind))).as(kind).isPositive());
    }

    /** How much it may be in the end; what counts how much was done grows, and so do the books. */
    private static long most(String figure, long before) {
        if (figure.equals("heap kB")) {
            return before + HEAP_MAY_GROW_KB;
        }
        if (figure.startsWith("rows of ")) {
            return before + Math.max(10, before / 4);
        }
        return figure.startsWith("objects ") || isOfTheProcess(figure)
                ? before + Figures.mayGrow(figure)
                : Long.MAX_VALUE;
    }

    private static boolean isOfTheProcess(String figure) {
        return Stream.of("endpoints", "MBeans", "series", "bytes of a scrape", "threads", "open files", "timers")
                .anyMatch(figure::equals);
    }

    private void write(String name, ReceiveTimes times) throws IOException {
        List<String> names = List.copyOf(rows.get(0).keySet());
        Stream<String> table = Stream.concat(
                Stream.of(line(names), line(names.stream().map(each -> "---").toList())),
                rows.stream().map(row -> line(row.values())));
        Files.writeString(
                Path.of("target", "soak-" + name + ".md"),
                Stream.of(table, Stream.of(""), times.lines().stream())
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n", "", "\n")));
        System.out.println(name + " " + rows.get(rows.size() - 1));
    }

    private static String line(Iterable<?> cells) {
        StringBuilder line = new StringBuilder("|");
        cells.forEach(cell -> line.append(' ').append(cell).append(" |"));
        return line.toString();
    }

    private Map<String, String> settings(SoakTrade trade, Map<String, String> database) {
        Map<String, String> settings = new LinkedHashMap<>(trade.settings());
        settings.putAll(database);
        settings.put(FastForward.CLOCK, clock.text());
        settings.put("ledger-bridge.sweep.interval", "100ms");
        settings.put("ledger-bridge.sweep.overlap", "1s");
        settings.put("ledger-bridge.hooks.check-interval", "300ms");
        settings.put("ledger-bridge.retention.deliveries", "30d");
        settings.put("ledger-bridge.retention.events", "60d");
        return settings;
    }

    private long h2Kilobytes() {
        return directory.resolve("ledger-bridge.mv.db").toFile().length() / 1024;
    }
}
