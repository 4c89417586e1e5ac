package io.ledgerbridge.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** A few lines a minute in the log of what anybody can bring about; the next says how many were left out. */
public final class FewLines {

    private static final int A_MINUTE = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant since = Instant.MIN;
    private int told;
    private int leftOut;

    public FewLines(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes a line, ten a minute at most.
     *
     * @param line takes the end of the line, which is empty where none was left out
     */
    public synchronized void tell(Consumer<String> line) {
        Instant now = clock.instant();
        if (now.isBefore(since) || !now.isBefore(since.equals(Instant.MIN) ? now : since.plus(MINUTE))) {
            since = now;
            told = 0;
        }
        if (told >= A_MINUTE) {
            leftOut++;
            return;
        }
        told++;
        line.accept(leftOut == 0 ? "" : "; %d more before it".formatted(leftOut));
        leftOut = 0;
    }
}
