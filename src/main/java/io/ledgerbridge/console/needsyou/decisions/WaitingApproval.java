package io.ledgerbridge.console.needsyou.decisions;

import io.ledgerbridge.api.ApprovalView;
import io.ledgerbridge.approvals.ReplayRequest;
import io.ledgerbridge.faults.ParkCode;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a second person.
 *
 * @param amounts by currency
 */
public record WaitingApproval(ApprovalView view, Map<String, BigDecimal> amounts) {

    /** Whether it is about one order. */
    public boolean isOfOne() {
        return view.order() != null;
    }

    /** How many orders it is about. */
    public long orders() {
        ReplayRequest replay = view.replay();
        return replay == null ? 1 : replay.orders();
    }

    /** Why they are parked, as the messages' keys end; null where that is not what was asked for. */
    public @Nullable String cause() {
        ReplayRequest replay = view.replay();
        String reason = replay == null ? null : replay.reason();
        return reason == null
                ? null
                : ParkCode.ofLabel(reason).orElse(ParkCode.OTHER).label();
    }
}
