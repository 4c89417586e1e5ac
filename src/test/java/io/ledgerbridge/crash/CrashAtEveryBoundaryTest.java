package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends anywhere on an order's way loses nothing and leaves nothing to be posted twice. */
class CrashAtEveryBoundaryTest {

    private static final List<Boundary> ON_EVERY_WAY = Stream.of(Boundary.values())
            .filter(boundary -> boundary != Boundary.POSTPONED)
            .toList();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /** On both at once, since most of the time is spent on waiting for leases and starts. */
    @Test
    void losesAndRepeatsNothing() {
        CompletableFuture<Verdict> onH2 = CompletableFuture.supplyAsync(() -> endsAtEachOnce(h2(directory)));
        try (Database database = Databases.postgresql()) {
            Verdict onPostgreSql = endsAtEachOnce(postgreSql(database));
            assertThat(onPostgreSql).matches(Verdict::isGood);
            assertThat(onH2.join()).matches(Verdict::isGood);
        }
    }

    private Verdict endsAtEachOnce(Map<String, String> database) {
        try (Trial trial = new Trial(database, directory)) {
            List<Boundary> seen =
                    trial.play(ON_EVERY_WAY.stream().map(Crash::at).toList());
            assertThat(seen).isEqualTo(ON_EVERY_WAY);
            return trial.verdict();
        }
    }

    static Map<String, String> postgreSql(Database database) {
        return Map.of("spring.datasource.url", database.url(), "spring.datasource.username", database.user());
    }

    static Map<String, String> h2(Path directory) {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:%s/ledger-bridge;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                        .formatted(directory));
    }
}
