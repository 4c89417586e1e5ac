package io.ledgerbridge.console.entries;

import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.amounts.OrderFlag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What working an order would come to, as a person has just asked.
 *
 * @param askedAt when BigCommerce was read for it
 * @param entries what would be posted
 * @param accounts what that does to each account
 * @param purposes and to each purpose
 * @param unsettled references of journals that Sage X3 would be asked about first
 */
public record WorkPreview(
        Instant askedAt,
        Plan plan,
        List<Entry> entries,
        List<Balance> accounts,
        List<Balance> purposes,
        List<String> unsettled) {

    /** The name under which the page finds it. */
    public static final String NAME = "preview";

    /** How the order would be left, as messages spell it. */
    public String decision() {
        return plan.decision().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code of why it would park; null where it wouldn't. */
    @Nullable
    public String reason() {
        ParkReason reason = plan.reason();
        return reason == null ? null : reason.code();
    }

    @Nullable
    public String remedy() {
        ParkReason reason = plan.reason();
        return reason == null ? null : reason.remedy();
    }

    public List<OrderFlag> flags() {
        return plan.flags();
    }
}
