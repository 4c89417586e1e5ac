package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.WholeProgram;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A process that is sent SIGTERM ends what is under way, though not for ever, and the next one carries on. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class TerminatedTest {

    private static final int BY_SIGTERM = 128 + 15;
    private static final String FORCED = "Forcing the routes to be shutdown now";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void waitsForAnX3ThatAnswers() {
        assertThat(new Scenarios(directory).terminated(true, Surroundings.h2(directory), (code, log) -> {
                    assertThat(code).isEqualTo(BY_SIGTERM);
                    assertThat(log).doesNotContain(FORCED);
                }))
                .matches(Verdict::isGood);
    }

    @Test
    void endsAllTheSameWhereX3DoesNotAnswer() {
        Map<String, String> settings = new HashMap<>(Surroundings.h2(directory));
        settings.put("camel.main.shutdown-timeout", "2");
        settings.put("ledger-bridge.stores.us.sage-x3.request-timeout", "6s");
        settings.put("ledger-bridge.stores.eu.sage-x3.request-timeout", "6s");

        assertThat(new Scenarios(directory).terminated(false, settings, (code, log) -> {
                    assertThat(code).isEqualTo(BY_SIGTERM);
                    assertThat(log).contains(FORCED);
                }))
                .matches(Verdict::isGood);
    }
}
