package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends anywhere on an order's way loses nothing and leaves nothing to be posted twice. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
@Tag(WholeProgram.EVERY_TIME)
class CrashAtEveryBoundaryTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /**
     * Every second boundary on each, and at once, since much of the time is spent on waiting for leases. ReliabilityTest
     * has all on both.
     */
    @Test
    void losesAndRepeatsNothing() {
        try (Database database = Databases.postgresql()) {
            CompletableFuture<Verdict> onPostgreSql = CompletableFuture.supplyAsync(
                    () -> endsAtEverySecond(1, bySoap(Surroundings.postgreSql(database))));
            Verdict onH2 = endsAtEverySecond(0, Surroundings.h2(directory));
            assertThat(onH2).matches(Verdict::isGood);
            assertThat(onPostgreSql.join()).matches(Verdict::isGood);
        }
    }

    /** Likewise where orders are looked for that nobody has told of. */
    @Test
    void losesAndRepeatsNothingOfWhatItFinds() {
        try (Database database = Databases.postgresql()) {
            CompletableFuture<Verdict> onPostgreSql = CompletableFuture.supplyAsync(
                    () -> scenarios().endsOnTheWayOf(News.SWEEP, Surroundings.postgreSql(database)));
            Verdict onH2 = scenarios().endsOnTheWayOf(News.BACKFILL, Surroundings.h2(directory));
            assertThat(onH2).matches(Verdict::isGood);
            assertThat(onPostgreSql.join()).matches(Verdict::isGood);
        }
    }

    /** Store eu posts by SOAP then, and by REST elsewhere. */
    private static Map<String, String> bySoap(Map<String, String> database) {
        Map<String, String> settings = new LinkedHashMap<>(database);
        settings.put("ledger-bridge.stores.eu.sage-x3.api", "soap");
        return settings;
    }

    private Scenarios scenarios() {
        return new Scenarios(directory);
    }

    private Verdict endsAtEverySecond(int first, Map<String, String> database) {
        List<Boundary> all = List.copyOf(Boundary.onEveryWay());
        List<Crash> crashes = IntStream.range(0, all.size())
                .filter(place -> place % 2 == first)
                .mapToObj(place -> Crash.at(all.get(place)))
                .toList();
        return scenarios().endsAt(crashes, database);
    }
}
