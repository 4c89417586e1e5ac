package io.ledgerbridge.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.WholeProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** An order in the middle of whose work the process halts, each time, beside others that do it no harm. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class PoisonTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /** On H2; UnfinishedWorkTest counts the ends on each database. */
    @Test
    void parksAfterThreeEndsAndAllOthersArePosted() {
        assertThat(ends(Surroundings.h2(directory))).isEqualTo(3);
    }

    /** How often the process ends until the order parks and the others are posted. */
    private int ends(Map<String, String> database) {
        try (Trial trial = new Trial(database, directory, News.WEBHOOKS)) {
            trial.trade().open();
            trial.deliver();
            List<Trade.Order> orders = List.copyOf(trial.trade().latest());
            Trade.Order poison = orders.get(0);
            Map<String, String> settings = Map.of(
                    "ledger-bridge.drain.poison-after",
                    "3",
                    Halting.POISON,
                    poison.shop().key() + ":" + poison.id());
            Program[] program = {trial.startWith(settings)};
            int[] ends = {0};
            Awaitility.await("parked, and the others posted")
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        if (!program[0].isAlive()) {
                            ends[0]++;
                            program[0] = trial.startWith(settings);
                        }
                        return trial.postman().isDone()
                                && orders.stream()
                                        .allMatch(order ->
                                                trial.state(order).equals(order.equals(poison) ? "parked" : "posted"));
                    });
            return ends[0];
        }
    }
}
