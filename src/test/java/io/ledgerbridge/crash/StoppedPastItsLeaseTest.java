package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A process that slept past its lease, of several on one PostgreSQL, neither writes nor creates when it goes on. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class StoppedPastItsLeaseTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /**
     * One before its create, which must not be sent; one that read its order before it changed, and must plan nothing by
     * that; one after it, which another has found and written down.
     */
    @Test
    void losesAndRepeatsNothing() {
        try (Database database = Databases.postgresql()) {
            assertThat(new Scenarios(directory)
                            .stoppedAt(
                                    List.of(Boundary.LOOKED_UP, Boundary.JOURNAL_WRITTEN, Boundary.REPLY_READ),
                                    Surroundings.postgreSql(database)))
                    .matches(Verdict::isGood);
        }
    }
}
