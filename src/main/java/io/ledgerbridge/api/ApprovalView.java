package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.approvals.RefundRequest;
import io.ledgerbridge.approvals.ReplayRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person asked for.
 *
 * @param kind record-refund, remove-refund or replay
 * @param order null where it is about many
 * @param refund to be recorded or removed; null of any other kind
 * @param replay which orders are to be worked again, how many those are, and by how much they are not in the ledger; null
 *     of any other kind
 * @param state waiting, confirmed or refused
 * @param why of a refusal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalView(
        long id,
        String kind,
        String store,
        @Nullable Long order,
        @Nullable RefundRequest refund,
        @Nullable ReplayRequest replay,
        String askedBy,
        Instant askedAt,
        String state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String why) {

    public static ApprovalView of(Approval approval) {
        RefundRequest refund = approval.request() instanceof RefundRequest asked ? asked.after(0) : null;
        return new ApprovalView(
                approval.id(),
                approval.kind().label(),
                approval.store(),
                approval.order() == 0 ? null : approval.order(),
                refund,
                approval.request() instanceof ReplayRequest asked ? asked : null,
                approval.askedBy(),
                approval.askedAt(),
                approval.state().label(),
                approval.decidedBy(),
                approval.decidedAt(),
                approval.why());
    }
}
