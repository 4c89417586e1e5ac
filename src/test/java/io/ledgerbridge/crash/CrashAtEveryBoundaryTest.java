package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends anywhere on an order's way loses nothing and leaves nothing to be posted twice. */
class CrashAtEveryBoundaryTest {

    /** Where each of three systems has just committed something. The reliability table has every boundary on both. */
    private static final Set<Boundary> OF_POSTGRESQL = EnumSet.of(
            Boundary.EVENT_COMMITTED, Boundary.JOURNAL_WRITTEN, Boundary.X3_COMMITTED, Boundary.POSTED_WRITTEN);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /** On both at once, since much of the time is spent on waiting for leases. */
    @Test
    void losesAndRepeatsNothing() {
        try (Database database = Databases.postgresql()) {
            CompletableFuture<Verdict> onPostgreSql = CompletableFuture.supplyAsync(
                    () -> endsAtEachOnce(OF_POSTGRESQL, Surroundings.postgreSql(database)));
            Verdict onH2 = endsAtEachOnce(Boundary.onEveryWay(), Surroundings.h2(directory));
            assertThat(onH2).matches(Verdict::isGood);
            assertThat(onPostgreSql.join()).matches(Verdict::isGood);
        }
    }

    private Verdict endsAtEachOnce(Set<Boundary> boundaries, Map<String, String> database) {
        return new Scenarios(directory)
                .endsAt(boundaries.stream().map(Crash::at).toList(), database);
    }
}
