package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that slept past its lease, of two on one PostgreSQL, neither writes nor creates when it goes on. */
class StoppedPastItsLeaseTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /** Before the create, which must then not be sent; and after it, when the other has found it and written it down. */
    @ParameterizedTest
    @EnumSource(names = {"LOOKED_UP", "REPLY_READ"})
    void losesAndRepeatsNothing(Boundary boundary) {
        try (Database database = Databases.postgresql()) {
            assertThat(new Scenarios(directory).stoppedAt(boundary, Surroundings.postgreSql(database)))
                    .matches(Verdict::isGood);
        }
    }
}
