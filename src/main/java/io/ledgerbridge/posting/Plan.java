package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.faults.ParkReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with an order now, and why.
 *
 * @param journals what is to be posted, in this order; empty unless the decision is to post
 * @param why one sentence for the audit trail
 * @param reason present exactly when the decision is to park
 */
public record Plan(
        Decision decision,
        List<JournalDraft> journals,
        String why,
        @Nullable ParkReason reason) {

    public Plan {
        journals = List.copyOf(journals);
        if ((decision == Decision.PARK) != (reason != null)) {
            throw new IllegalArgumentException("a plan has a reason exactly when it parks: " + why);
        }
        if (decision != Decision.POST && !journals.isEmpty()) {
            throw new IllegalArgumentException("only a plan to post has journals: " + why);
        }
    }

    public static Plan post(List<JournalDraft> journals, String why) {
        return new Plan(Decision.POST, journals, why, null);
    }

    public static Plan hold(String why) {
        return new Plan(Decision.HOLD, List.of(), why, null);
    }

    public static Plan ignore(String why) {
        return new Plan(Decision.IGNORE, List.of(), why, null);
    }

    public static Plan park(ParkReason reason) {
        return new Plan(Decision.PARK, List.of(), reason.detail(), reason);
    }
}
