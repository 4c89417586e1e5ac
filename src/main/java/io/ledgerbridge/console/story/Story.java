package io.ledgerbridge.console.story;

import io.ledgerbridge.api.ApprovalView;
import io.ledgerbridge.api.OrdersApi;
import io.ledgerbridge.console.entries.Entry;
import io.ledgerbridge.console.needsyou.decisions.WaitingApproval;
import io.ledgerbridge.console.story.timeline.Moment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order as its page tells it.
 *
 * @param channel its name; null where it isn't set up
 * @param byRole what the ledger holds, and what it should hold
 * @param approvals what waits for a second person about this order alone
 * @param replays likewise, that it is worked again, alone or among others
 * @param tenders ways of paying by their names, for a refund that is recorded
 * @param shopLink the order's page in BigCommerce's control panel; null where there is none
 * @param shown the number of the newest link of the audit trail
 * @param linksBefore how many links of the audit trail came before those of the timeline
 */
record Story(
        OrdersApi.OrderView order,
        @Nullable String channel,
        Holding holding,
        List<Entry> entries,
        ShopByRole byRole,
        List<Moment> timeline,
        List<ApprovalView> approvals,
        List<WaitingApproval> replays,
        List<String> tenders,
        @Nullable String shopLink,
        int shown,
        int linksBefore) {

    /** Those that stand. */
    public List<Entry> standing() {
        return entries.stream()
                .filter(entry -> !entry.state().equals("withdrawn"))
                .toList();
    }

    public List<Entry> withdrawn() {
        return entries.stream()
                .filter(entry -> entry.state().equals("withdrawn"))
                .toList();
    }

    /** The entries that are in the ledger. */
    public List<Entry> posted() {
        return entries.stream().filter(entry -> entry.state().equals("posted")).toList();
    }

    /** Temporary, where one of the posted entries is; final where all are; null where it isn't known of all. */
    @Nullable
    public String x3Status() {
        List<String> all = posted().stream()
                .map(entry -> Optional.ofNullable(entry.x3Status()).orElse(""))
                .distinct()
                .toList();
        if (all.contains("temporary")) {
            return "temporary";
        }
        return all.equals(List.of("final")) ? "final" : null;
    }
}
