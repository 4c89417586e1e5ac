package io.ledgerbridge.crash;

import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** What can happen to the program, each told by what X3's ledger says in the end. */
final class Scenarios {

    private final Path directory;

    /** @param directory for databases and logs */
    Scenarios(Path directory) {
        this.directory = directory;
    }

    /** One process after the other ends where it is told to, in this order; the last gets all through. */
    Verdict endsAt(List<Crash> crashes, Map<String, String> database) {
        try (Trial trial = new Trial(database, directory)) {
            List<Boundary> seen = trial.play(crashes);
            if (!seen.equals(crashes.stream().map(Crash::boundary).toList())) {
                throw new IllegalStateException("They ended at " + seen);
            }
            return trial.verdict();
        }
    }

    /** In a stream of orders, processes are killed at any time and others started in their place. */
    Verdict killedAtRandom(int processes, int kills, Map<String, String> database) {
        try (Trial trial = new Trial(database, directory)) {
            Killer killer = new Killer(trial, processes, kills, new Random(kills));
            while (!killer.isDone()) {
                trial.round(killer::look);
            }
            trial.round();
            return trial.verdict();
        }
    }

    /**
     * A process is stopped until another has taken its order over and all is posted, and then goes on. It works one
     * order at a time, and all webhooks are delivered before, so that it holds no lock in the database meanwhile.
     */
    Verdict stoppedAt(Boundary boundary, Map<String, String> database) {
        try (Trial trial = new Trial(database, directory)) {
            trial.x3()
                    .faults()
                    .decide(call -> call.kind() == Call.Kind.LOOK_UP
                            ? Fault.none().after(trial.postman().done())
                            : Fault.none());
            Program stopped = trial.start(Crash.stopAt(boundary));
            trial.trade().open();
            trial.deliver();
            await(() -> stopped.reached() == boundary);
            trial.start(null);
            trial.settle(() -> {});
            stopped.goOn();
            await(() -> stopped.log().contains("was taken over"));
            return trial.verdict();
        }
    }

    /** PostgreSQL is killed while X3 has the n-th create, for each of these, and started again. */
    Verdict databaseKilledAtCreates(Set<Integer> creates) {
        try (PostgreSqlServer server = PostgreSqlServer.start(directory);
                Trial trial = new Trial(Surroundings.postgreSql(server.url(), PostgreSqlServer.USER), directory)) {
            AtomicInteger number = new AtomicInteger();
            trial.x3().faults().decide(call -> {
                if (call.kind() == Call.Kind.CREATE && creates.contains(number.incrementAndGet())) {
                    server.kill();
                }
                return Fault.none();
            });
            trial.start(null);
            while (number.get()
                    < creates.stream().mapToInt(Integer::intValue).max().orElse(0)) {
                trial.round(server::startIfKilled);
            }
            return trial.verdict();
        }
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
