package io.ledgerbridge.console.backfill;

import io.ledgerbridge.api.backfills.BackfillCounts;
import io.ledgerbridge.catchup.CountedOrders;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Counts the orders of the days that a person has put in. */
@Component
class Counting {

    private final BackfillCounts counts;

    Counting(BackfillCounts counts) {
        this.counts = counts;
    }

    /**
     * With what BigCommerce lists, or with why it doesn't.
     *
     * @param before what was counted so far
     */
    Days of(Days days, CountedOrders before) {
        if (days.store() == null) {
            return days;
        }
        if (days.to().isBefore(days.from())) {
            return days.refused("%s is before %s".formatted(days.to(), days.from()), CountedOrders.NONE);
        }
        try {
            CountedOrders counted = counts.of(days.store(), days.from(), days.to(), before);
            return days.with(counted, counted.more() && counts.isScarce(days.store()));
        } catch (ResponseStatusException refused) {
            return days.refused(Objects.requireNonNullElse(refused.getReason(), ""), before);
        }
    }
}
