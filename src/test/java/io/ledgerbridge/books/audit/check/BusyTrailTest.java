package io.ledgerbridge.books.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.WholeProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is written while a verification reads, it raises no false alarm. */
@OnEachDatabase
@Tag(WholeProgram.TRIAL)
class BusyTrailTest {

    private static final int RUNS = 30;
    private static final int MOST_ANCHORS = 200;

    private final Database database;

    BusyTrailTest(Database database) {
        this.database = database;
    }

    @Test
    void findsNothingWrongWhileOrdersAreWorkedAndAnchorsMade() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Finding> found = new ArrayList<>();
        try (World world = new World(database)) {
            List<Future<Integer>> writers = List.of(
                    threads.submit(() -> work("eu", stop)),
                    threads.submit(() -> work("us", stop)),
                    threads.submit(() -> anchors(world, stop)));
            for (int run = 0; run < RUNS; run++) {
                found.addAll(world.verify().first());
            }
            stop.set(true);
            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isPositive();
            }
            assertThat(found).isEmpty();
            assertThat(world.verify().first()).isEmpty();
        } finally {
            stop.set(true);
            threads.shutdownNow();
        }
    }

    /** A few orders of a store, one after the other and again and again. */
    private int work(String store, AtomicBoolean stop) {
        int works = 0;
        try (World world = new World(database)) {
            while (!stop.get()) {
                int order = works % 5 + 1;
                world.event(store, order, "event " + works);
                world.work(store, store + order + "-" + works);
                works++;
            }
        }
        return works;
    }

    private int anchors(World world, AtomicBoolean stop) {
        int made = 0;
        while (!stop.get() && made < MOST_ANCHORS) {
            world.anchor();
            made++;
        }
        return made;
    }
}
