package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with an order now, and why.
 *
 * @param decision how the order is left once its journals are posted
 * @param journals what is to be posted, in this order; none where the order makes no entry
 * @param why one sentence for the audit trail
 * @param reason present exactly when the decision is to park
 * @param flags what a person should know of it all the same
 * @param kept how the order stands from now on, where a person has set it aside
 * @param orderIsPlanned whether at most some of its refunds could not be planned
 */
public record Plan(
        Decision decision,
        List<JournalDraft> journals,
        String why,
        @Nullable ParkReason reason,
        List<OrderFlag> flags,
        SetAside.@Nullable Kept kept,
        boolean orderIsPlanned) {

    public Plan {
        journals = List.copyOf(journals);
        flags = List.copyOf(flags);
        if ((decision == Decision.PARK) != (reason != null)) {
            throw new IllegalArgumentException("a plan has a reason exactly when it parks: " + why);
        }
        if (decision == Decision.IGNORE && !journals.isEmpty()) {
            throw new IllegalArgumentException("an order without an entry has no journals: " + why);
        }
    }

    public static Plan post(List<JournalDraft> journals, String why) {
        return new Plan(Decision.POST, journals, why, null, List.of(), null, true);
    }

    public static Plan hold(List<JournalDraft> journals, String why) {
        return new Plan(Decision.HOLD, journals, why, null, List.of(), null, true);
    }

    public static Plan ignore(String why) {
        return new Plan(Decision.IGNORE, List.of(), why, null, List.of(), null, true);
    }

    /** Nothing of it can be planned. */
    public static Plan park(ParkReason reason) {
        return new Plan(Decision.PARK, List.of(), reason.detail(), reason, List.of(), null, false);
    }

    /** Posts what can be planned, and parks for the rest. */
    public static Plan park(List<JournalDraft> journals, ParkReason reason) {
        return new Plan(Decision.PARK, journals, reason.detail(), reason, List.of(), null, true);
    }

    /** Nothing is posted for an order that a person has set aside. */
    static Plan setAside(SetAside.Kept kept) {
        return new Plan(Decision.SET_ASIDE, List.of(), "a person has set the order aside", null, List.of(), kept, true);
    }

    /** Posts what changed since, as a person asked. */
    static Plan difference(List<JournalDraft> journals) {
        return new Plan(
                Decision.SET_ASIDE, journals, "what changed since it was set aside", null, List.of(), null, true);
    }

    /** The same, with other journals. */
    public Plan with(List<JournalDraft> others) {
        return new Plan(decision, others, why, reason, flags, kept, orderIsPlanned);
    }

    /** Whether the ledger holds the order as it is, whatever some of its refunds wait for. */
    public boolean isHeldByTheLedger() {
        return orderIsPlanned && journals.isEmpty();
    }

    Plan flagged(List<OrderFlag> all) {
        return new Plan(decision, journals, why, reason, all, kept, orderIsPlanned);
    }
}
