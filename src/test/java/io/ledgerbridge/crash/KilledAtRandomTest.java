package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed at any time lose nothing and leave nothing to be posted twice: one on H2, two on one
 * PostgreSQL. {@code -Dcrash.kills=100} kills more often; 10 times if it isn't said.
 */
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class KilledAtRandomTest {

    static final int KILLS = Integer.getInteger("crash.kills", 10);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void losesAndRepeatsNothing() {
        Scenarios scenarios = new Scenarios(directory);
        try (Database database = Databases.postgresql()) {
            CompletableFuture<Verdict> onH2 = CompletableFuture.supplyAsync(
                    () -> scenarios.killedAtRandom(1, KILLS - KILLS / 2, Surroundings.h2(directory)));
            Verdict onPostgreSql = scenarios.killedAtRandom(2, KILLS / 2, Surroundings.postgreSql(database));
            assertThat(onPostgreSql).matches(Verdict::isGood);
            assertThat(onH2.join()).matches(Verdict::isGood);
        }
    }
}
