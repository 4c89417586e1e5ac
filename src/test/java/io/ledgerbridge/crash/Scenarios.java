package io.ledgerbridge.crash;

import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.http.Request;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** What can happen to the program, each told by what X3's ledger says in the end. */
final class Scenarios {

    private final Path directory;

    /** What each journal's first create meets, or every other look-up, which names no journal. */
    record Meeting(Call.Kind kind, Fault fault) {

        Function<Call, Fault> decision() {
            Set<String> met = ConcurrentHashMap.newKeySet();
            AtomicInteger calls = new AtomicInteger();
            return call -> {
                boolean meets = call.kind() == kind
                        && (kind == Call.Kind.CREATE ? met.add(call.reference()) : calls.getAndIncrement() % 2 == 0);
                return meets ? fault : Fault.none();
            };
        }
    }

    /** @param directory for databases and logs */
    Scenarios(Path directory) {
        this.directory = directory;
    }

    /** One process after the other ends where it is told to, in this order; the last gets all through. */
    Verdict endsAt(List<Crash> crashes, Map<String, String> database) {
        return tried(database, trial -> endsAt(crashes, trial));
    }

    /** What X3 holds after a trial of its own. */
    private Verdict tried(Map<String, String> database, News news, Consumer<Trial> what) {
        try (Trial trial = new Trial(database, directory, news)) {
            what.accept(trial);
            return trial.verdict();
        }
    }

    private Verdict tried(Map<String, String> database, Consumer<Trial> what) {
        return tried(database, News.WEBHOOKS, what);
    }

    private static void endsAt(List<Crash> crashes, Trial trial) {
        List<Boundary> seen = trial.play(crashes);
        if (!seen.equals(crashes.stream().map(Crash::boundary).toList())) {
            throw new IllegalStateException("They ended at " + seen);
        }
    }

    /** Likewise, of processes to which nothing is delivered. */
    Verdict endsOnTheWayOf(News news, Map<String, String> database) {
        List<Crash> crashes = Boundary.onTheWayOf(news).stream().map(Crash::at).toList();
        return tried(database, news, trial -> endsAt(crashes, trial));
    }

    /** Likewise, where a store has its access tokens by OAuth2, and somebody pairs it again where it waits for that. */
    Verdict endsOnTheWayToTokens(Map<String, String> database) {
        List<Crash> crashes =
                Boundary.onTheWayToTokens().stream().map(Crash::at).toList();
        return tried(database, trial -> {
            trial.byOAuth2();
            endsAt(crashes, trial);
        });
    }

    /** In a stream of orders, processes are killed at any time and others started in their place. */
    Verdict killedAtRandom(int processes, int kills, Map<String, String> database) {
        return tried(database, trial -> {
            Killer killer = new Killer(trial, processes, kills, new Random(kills));
            while (!killer.isDone()) {
                trial.round(killer::look);
            }
            trial.round();
        });
    }

    /**
     * Processes are stopped, each with an order of its own; the orders change, and a further process takes them over and
     * posts them; then those go on. They work one order at a time, and all webhooks are delivered before, so that they hold no lock
     * in the database meanwhile.
     *
     * @param boundaries the first after a look-up, which X3 answers once the webhooks are delivered
     */
    Verdict stoppedAt(List<Boundary> boundaries, Map<String, String> database) {
        return tried(database, trial -> {
            trial.x3()
                    .faults()
                    .decide(call -> call.kind() == Call.Kind.LOOK_UP
                            ? Fault.none().after(trial.postman().done())
                            : Fault.none());
            trial.trade().open();
            trial.deliver();
            List<Program> stopped = new ArrayList<>();
            for (Boundary boundary : boundaries) {
                Program program = trial.start(Crash.stopAt(boundary));
                stopped.add(program);
                await(() -> program.reached() == boundary);
            }
            trial.trade().change();
            trial.deliver();
            trial.start(null);
            trial.settle(() -> {});
            stopped.forEach(Program::goOn);
            await(() -> stopped.stream().allMatch(Scenarios::hasLetGo));
        });
    }

    /**
     * A process is told to end while X3 has a create, and then starts again.
     *
     * @param answers whether X3 goes on once the process was told; else only when it has ended
     * @param ended hears the log of the process that has ended
     */
    Verdict terminated(boolean answers, Map<String, String> settings, BiConsumer<Integer, String> ended) {
        return tried(settings, trial -> {
            CompletableFuture<Void> goOn = new CompletableFuture<>();
            trial.x3()
                    .faults()
                    .decide(call ->
                            call.kind() == Call.Kind.CREATE ? Fault.none().after(goOn) : Fault.none());
            Program program = trial.start(null);
            trial.trade().open();
            trial.deliver();
            await(() -> !trial.x3().statistics().creates().isEmpty()
                    && trial.postman().isDone());
            program.terminate();
            if (answers) {
                await(() -> !trial.isReady(program));
                goOn.complete(null);
            }
            ended.accept(program.exitCode(), program.log());
            goOn.complete(null);
            trial.start(null);
            trial.settle(() -> {});
        });
    }

    /** PostgreSQL is killed while X3 has the n-th create, for each of these, and started again. */
    Verdict databaseKilledAtCreates(Set<Integer> creates) {
        try (PostgreSqlServer server = PostgreSqlServer.start(directory);
                Trial trial = new Trial(
                        Surroundings.postgreSql(server.url(), PostgreSqlServer.USER), directory, News.WEBHOOKS)) {
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

    /**
     * The way to PostgreSQL falls silent while X3 has the second create. When a webhook was refused, with 503, new
     * connections come through again.
     */
    Verdict databaseFallsSilent(Passage passage, Map<String, String> settings) {
        return tried(settings, trial -> {
            AtomicInteger creates = new AtomicInteger();
            AtomicBoolean silent = new AtomicBoolean();
            trial.x3().faults().decide(call -> {
                if (call.kind() == Call.Kind.CREATE && creates.incrementAndGet() == 2) {
                    passage.fallSilent();
                    silent.set(true);
                }
                return Fault.none();
            });
            trial.start(null);
            trial.round(() -> {
                if (silent.get() && trial.postman().isDone()) {
                    trial.postman().repeat();
                } else if (silent.get() && trial.postman().lastStatus() == 503) {
                    passage.openAgain();
                    silent.set(false);
                }
            });
        });
    }

    /**
     * A process is stopped in the middle of a webhook's transaction, whose locks another one then meets; when all is
     * posted, it goes on, and ends what is under way.
     */
    Verdict stoppedInATransaction(Map<String, String> database) {
        return tried(database, trial -> {
            Program stopped = trial.start(Crash.stopAt(Boundary.EVENT_WRITTEN));
            trial.trade().open();
            trial.deliver();
            await(() -> stopped.reached() == Boundary.EVENT_WRITTEN);
            trial.start(null);
            trial.settle(() -> {});
            stopped.goOn();
            stopped.terminate();
            stopped.exitCode();
        });
    }

    /**
     * One process and one round of orders for each way to misbehave, which each journal's first create, every other
     * look-up, or each order's first reading meets.
     *
     * @param told the verdict on the orders of that round, with the way's name
     * @return on all of them
     */
    Verdict misbehaving(
            Map<String, String> database,
            Map<String, Meeting> x3,
            Map<String, Function<Request, Optional<Misbehaviour>>> shop,
            BiConsumer<String, Verdict> told) {
        return tried(database, trial -> {
            Verdict[] before = {trial.verdict()};
            trial.start(null);
            Consumer<String> play = name -> {
                trial.round();
                Verdict now = trial.verdict();
                told.accept(name, now.since(before[0]));
                before[0] = now;
            };
            x3.forEach((name, meeting) -> {
                trial.x3().faults().decide(meeting.decision());
                play.accept(name);
            });
            trial.x3().faults().clear();
            shop.forEach((name, fault) -> {
                Set<String> met = ConcurrentHashMap.newKeySet();
                trial.trade()
                        .misbehave(request -> fault.apply(request).filter(misbehaviour -> met.add(request.path())));
                play.accept(name);
            });
        });
    }

    /** One that goes on though its order was taken over is wrong, which the ledger then shows. */
    private static boolean hasLetGo(Program program) {
        String log = program.log();
        return log.contains("was taken over")
                || log.contains(Passings.THEN + Boundary.ORDER_ENDED)
                || log.contains(Passings.THEN + Boundary.POSTPONED);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }
}
