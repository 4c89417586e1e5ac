package io.ledgerbridge.parked;

import io.ledgerbridge.queue.figures.NotInLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a store that are parked for a reason.
 *
 * @param since when the first of them was parked
 * @param assigned how many somebody looks after
 * @param assignedTo who does, where that is one person
 * @param amounts by currency
 */
public record ParkedCause(
        String store,
        String reason,
        long orders,
        Instant since,
        long assigned,
        @Nullable String assignedTo,
        List<NotInLedger> amounts) {

    /** By the highest amount of any currency, the highest first, and then by age. */
    static final Comparator<ParkedCause> BY_MONEY_AND_AGE = Comparator.comparing(ParkedCause::most)
            .reversed()
            .thenComparing(ParkedCause::since)
            .thenComparing(ParkedCause::store)
            .thenComparing(ParkedCause::reason);

    public ParkedCause {
        amounts = List.copyOf(amounts);
    }

    private BigDecimal most() {
        return NotInLedger.most(amounts);
    }

    /** The same with orders of another currency. */
    ParkedCause plus(ParkedCause other) {
        List<NotInLedger> both = new ArrayList<>(amounts);
        both.addAll(other.amounts);
        return new ParkedCause(
                store,
                reason,
                orders + other.orders,
                since.isBefore(other.since) ? since : other.since,
                assigned + other.assigned,
                one(other),
                both);
    }

    private @Nullable String one(ParkedCause other) {
        if (assigned == 0 || other.assigned == 0) {
            return assigned == 0 ? other.assignedTo : assignedTo;
        }
        return assignedTo != null && assignedTo.equals(other.assignedTo) ? assignedTo : null;
    }
}
