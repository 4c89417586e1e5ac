package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ApprovalView;
import io.ledgerbridge.approvals.ReplayRequest;
import io.ledgerbridge.parked.ParkedGroup;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a second person.
 *
 * @param amounts by currency
 * @param causes why the orders are parked that are to be worked again, as the messages' keys end, and how many for each
 */
public record WaitingApproval(ApprovalView view, Map<String, BigDecimal> amounts, Map<String, Long> causes) {

    /** The orders that are to be worked again, as far as they are parked still; null where that is not what was asked for. */
    public @Nullable ParkedGroup group() {
        ReplayRequest replay = view.replay();
        return replay == null ? null : replay.group(view.store());
    }

    /** Whether it is about one order. */
    public boolean isOfOne() {
        return view.order() != null;
    }

    /** How many orders it is about. */
    public long orders() {
        ReplayRequest replay = view.replay();
        return replay == null ? 1 : replay.orders();
    }
}
