package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.WholeProgram;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that is killed in mid-stream costs time and nothing else: all goes on by itself once it is back. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class DatabaseKilledTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void losesAndRepeatsNothing() {
        assertThat(new Scenarios(directory).databaseKilledAtCreates(Set.of(2, 5)))
                .matches(Verdict::isGood);
    }
}
