package io.ledgerbridge.console.needsyou;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * That nothing is to be done.
 *
 * @param orders of the days that are chosen
 * @param sinceLast how long ago the last one was posted; null where none was
 */
record Quiet(long orders, @Nullable Duration sinceLast) {

    /** In which unit that is said, as the messages' keys end. */
    public String unit() {
        Duration since = sinceLast == null ? Duration.ZERO : sinceLast;
        if (since.toHours() > 0) {
            return since.toDays() > 0 ? "days" : "hours";
        }
        return since.toMinutes() > 0 ? "minutes" : "seconds";
    }

    /** In that unit. */
    public long ago() {
        Duration since = sinceLast == null ? Duration.ZERO : sinceLast;
        return switch (unit()) {
            case "days" -> since.toDays();
            case "hours" -> since.toHours();
            case "minutes" -> since.toMinutes();
            default -> Math.max(0, since.toSeconds());
        };
    }
}
