package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.http.Request;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every boundary × every fault, written to {@code target/reliability.md} by {@code mvn -Preliability verify}. What it
 * means is in {@code docs/reliability.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class ReliabilityTest {

    private static final Path FILE = Path.of("target", "reliability.md");

    /** After these a create may be on its way. */
    private static final Set<Boundary> UNCERTAIN = EnumSet.of(
            Boundary.SENDING_WRITTEN,
            Boundary.CREATE_SENT,
            Boundary.CREATE_LOST,
            Boundary.X3_COMMITTED,
            Boundary.REPLY_READ);

    /** Where a worker holds its claim and no transaction is under way. */
    private static final Set<Boundary> WHILE_CLAIMED =
            EnumSet.of(Boundary.ORDER_READ, Boundary.JOURNAL_WRITTEN, Boundary.LOOKED_UP, Boundary.REPLY_READ);

    private final List<Row> rows = new ArrayList<>();

    private record Row(String fault, String where, String database, int times, Verdict verdict) {

        @Override
        public String toString() {
            return "| %s | %s | %s | %d | %d | %d | %d |"
                    .formatted(
                            fault,
                            where,
                            database,
                            times,
                            verdict.orders(),
                            verdict.lost().size(),
                            verdict.duplicated().size());
        }
    }

    /** A database of a scenario's own. */
    private enum On {
        H2("H2"),
        POSTGRESQL("PostgreSQL");

        private final String label;

        On(String label) {
            this.label = label;
        }

        Verdict run(Path directory, Function<Map<String, String>, Verdict> scenario) {
            if (this == H2) {
                return scenario.apply(Surroundings.h2(directory));
            }
            try (Database database = Databases.postgresql()) {
                return scenario.apply(Surroundings.postgreSql(database));
            }
        }
    }

    @Test
    void haltsAtEveryBoundary(@TempDir Path directory) throws IOException {
        for (Boundary boundary : Boundary.onEveryWay()) {
            onEach(
                    directory,
                    "halt",
                    boundary.label(),
                    1,
                    (scenarios, database) -> scenarios.endsAt(List.of(Crash.at(boundary)), database));
        }
        allGood();
    }

    @Test
    void haltsWhileLooking(@TempDir Path directory) throws IOException {
        for (News news : List.of(News.SWEEP, News.BACKFILL)) {
            Set<Boundary> boundaries = Boundary.onTheWayOf(news);
            onEach(
                    directory,
                    "halt",
                    boundaries.stream().map(Boundary::label).collect(Collectors.joining(", ")),
                    boundaries.size(),
                    (scenarios, database) -> scenarios.endsOnTheWayOf(news, database));
        }
        allGood();
    }

    @Test
    void haltsOnTheWayToTokens(@TempDir Path directory) throws IOException {
        Set<Boundary> boundaries = Boundary.onTheWayToTokens();
        onEach(
                directory,
                "halt",
                boundaries.stream().map(Boundary::label).collect(Collectors.joining(", ")),
                boundaries.size(),
                Scenarios::endsOnTheWayToTokens);
        allGood();
    }

    @Test
    void haltsWhileRecovering(@TempDir Path directory) throws IOException {
        Collection<Boundary> firsts = Boolean.getBoolean("crash.pairs.all") ? Boundary.onEveryWay() : UNCERTAIN;
        for (Boundary first : firsts) {
            List<Crash> crashes = Boundary.onEveryWay().stream()
                    .flatMap(second -> Stream.of(first, second))
                    .map(Crash::at)
                    .toList();
            onEach(
                    directory,
                    "halt, halt again",
                    first.label() + ", then each",
                    crashes.size(),
                    (scenarios, database) -> scenarios.endsAt(crashes, database));
        }
        allGood();
    }

    @Test
    void isKilledAtRandom(@TempDir Path directory) throws IOException {
        int kills = Integer.getInteger("crash.kills", 100) / 2;
        for (On on : On.values()) {
            int processes = on == On.H2 ? 1 : 2;
            run(
                    on,
                    directory,
                    "SIGKILL of one of " + processes,
                    "any time",
                    kills,
                    (scenarios, database) -> scenarios.killedAtRandom(processes, kills, database));
        }
        allGood();
    }

    @Test
    void isStoppedPastItsLease(@TempDir Path directory) throws IOException {
        for (Boundary boundary : WHILE_CLAIMED) {
            run(
                    On.POSTGRESQL,
                    directory,
                    "SIGSTOP past the lease, SIGCONT",
                    boundary.label(),
                    1,
                    (scenarios, database) -> scenarios.stoppedAt(List.of(Boundary.LOOKED_UP, boundary), database));
        }
        allGood();
    }

    @Test
    void losesItsDatabase(@TempDir Path directory) throws IOException {
        Set<Integer> creates = Set.of(2, 5, 9);
        add(new Row(
                "SIGKILL of PostgreSQL",
                "create-sent",
                "PostgreSQL",
                creates.size(),
                new Scenarios(directory).databaseKilledAtCreates(creates)));
        allGood();
    }

    @Test
    void meetsAnX3ThatMisbehaves(@TempDir Path directory) throws IOException {
        for (On on : On.values()) {
            on.run(
                    directory,
                    database -> new Scenarios(directory)
                            .misbehaving(
                                    database,
                                    x3(),
                                    shop(),
                                    (name, verdict) ->
                                            add(new Row(name, "each order", on.label, verdict.orders(), verdict))));
        }
        allGood();
    }

    private static Map<String, Scenarios.Meeting> x3() {
        Map<String, Scenarios.Meeting> faults = new LinkedHashMap<>();
        faults.put("X3 closes the connection, nothing done", create(Fault.of(Fault.Way.CLOSED)));
        faults.put("X3 answers 401, nothing done", create(Fault.of(Fault.Way.UNAUTHORISED)));
        faults.put("X3 answers 429, nothing done", create(Fault.of(Fault.Way.TOO_MANY_REQUESTS)));
        faults.put("X3 answers 500, nothing done", create(Fault.of(Fault.Way.SERVER_ERROR)));
        faults.put("X3 answers 503, nothing done", create(Fault.of(Fault.Way.UNAVAILABLE)));
        faults.put("HTML with 200, nothing done", create(Fault.of(Fault.Way.HTML)));
        faults.put("Reset after X3's commit", create(Fault.of(Fault.Way.DONE_THEN_CLOSED)));
        faults.put("Reset in mid-reply", create(Fault.of(Fault.Way.DONE_THEN_HALF_A_BODY)));
        faults.put("500 after X3's commit", create(Fault.of(Fault.Way.DONE_THEN_SERVER_ERROR)));
        faults.put("HTML with 200 after X3's commit", create(Fault.of(Fault.Way.DONE_THEN_HTML)));
        faults.put("Answer without the number", create(Fault.of(Fault.Way.DONE_WITHOUT_NUMBER)));
        faults.put(
                "Answer with number and error", create(Fault.of(Fault.Way.DONE_WITH_ERROR, "Something else failed")));
        faults.put("Time-out, X3 has committed", create(Fault.answerLate(Duration.ofSeconds(3))));
        faults.put("Slow, within the time-out", create(Fault.slow(Duration.ofSeconds(1))));
        faults.put("Look-up reset", lookUp(Fault.of(Fault.Way.CLOSED)));
        faults.put("Look-up answered with 401", lookUp(Fault.of(Fault.Way.INVALID_TOKEN)));
        faults.put("Look-up answered with 500", lookUp(Fault.of(Fault.Way.SERVER_ERROR)));
        faults.put("Look-up answered with HTML and 200", lookUp(Fault.of(Fault.Way.HTML)));
        faults.put("Look-up answered by half", lookUp(Fault.of(Fault.Way.DONE_THEN_HALF_A_BODY)));
        faults.put("Look-up answered after the time-out", lookUp(Fault.answerLate(Duration.ofSeconds(3))));
        return faults;
    }

    private static Scenarios.Meeting create(Fault fault) {
        return new Scenarios.Meeting(Call.Kind.CREATE, fault);
    }

    private static Scenarios.Meeting lookUp(Fault fault) {
        return new Scenarios.Meeting(Call.Kind.LOOK_UP, fault);
    }

    private static Map<String, Function<Request, Optional<Misbehaviour>>> shop() {
        Map<String, Function<Request, Optional<Misbehaviour>>> faults = new LinkedHashMap<>();
        faults.put("BigCommerce answers 429", always(Misbehaviour.throttled(Duration.ofMillis(300))));
        faults.put("BigCommerce answers 500", always(Misbehaviour.error(500)));
        faults.put("BigCommerce answers HTML with 200", always(Misbehaviour.html(200)));
        faults.put("BigCommerce sends half a body", always(Misbehaviour.halfABody()));
        faults.put("BigCommerce hangs up", always(Misbehaviour.hungUp()));
        faults.put("BigCommerce answers after the time-out", always(Misbehaviour.late(Duration.ofSeconds(3))));
        faults.put("BigCommerce answers 200 without a body", always(Misbehaviour.empty()));
        faults.put(
                "BigCommerce answers 204 for the products",
                request -> Optional.of(request)
                        .filter(products -> products.path().endsWith("/products"))
                        .map(products -> Misbehaviour.nothing()));
        return faults;
    }

    private static Function<Request, Optional<Misbehaviour>> always(Misbehaviour fault) {
        return request -> Optional.of(fault);
    }

    private interface Scenario {
        Verdict on(Scenarios scenarios, Map<String, String> database);
    }

    private void onEach(Path directory, String fault, String where, int times, Scenario scenario) throws IOException {
        for (On on : On.values()) {
            run(on, directory, fault, where, times, scenario);
        }
    }

    private void run(On on, Path directory, String fault, String where, int times, Scenario scenario)
            throws IOException {
        Path own = Files.createTempDirectory(directory, "trial");
        Verdict verdict = on.run(own, database -> scenario.on(new Scenarios(own), database));
        add(new Row(fault, where, on.label, times, verdict));
    }

    /** Written at once, so that what was seen stays if a later one never ends. */
    private void add(Row row) {
        rows.add(row);
        write();
    }

    private void allGood() {
        assertThat(rows).allMatch(row -> row.verdict().isGood());
    }

    private void write() {
        List<String> lines = new ArrayList<>(List.of(
                "# Boundaries × faults",
                "",
                "Explained in `docs/reliability.md`.",
                "",
                "| fault | where | database | times | orders | lost | duplicated |",
                "|---|---|---|---|---|---|---|"));
        rows.forEach(row -> lines.add(row.toString()));
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
