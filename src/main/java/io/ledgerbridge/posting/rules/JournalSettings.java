package io.ledgerbridge.posting.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a store's journals are written.
 *
 * @param prefix begins every reference
 * @param start orders created before this day make no entry, unless a backfill asks for them
 * @param zone in which an instant becomes an accounting date
 * @param closedPeriodTexts how this X3 says that a period is closed
 * @param roundingLimit the largest difference that may be rounding, in smallest units of the order's currency
 */
public record JournalSettings(
        String prefix,
        @Nullable LocalDate start,
        String entryType,
        String code,
        String site,
        ZoneId zone,
        Recognition recognition,
        ClosedPeriod closedPeriod,
        List<Pattern> closedPeriodTexts,
        int roundingLimit) {

    /** When an order that waits for its payment is entered. */
    public enum Recognition {
        IMMEDIATE,
        ON_CONFIRMATION
    }

    /** What to do when X3 refuses a date because its period is closed. */
    public enum ClosedPeriod {
        PARK,
        ROLL_FORWARD
    }

    public JournalSettings {
        closedPeriodTexts = List.copyOf(closedPeriodTexts);
    }
}
