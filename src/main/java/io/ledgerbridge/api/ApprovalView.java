package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.approvals.Approval;
import io.ledgerbridge.approvals.RefundRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person asked for.
 *
 * @param kind record-refund or remove-refund
 * @param state waiting, confirmed or refused
 * @param why of a refusal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalView(
        long id,
        String kind,
        String store,
        long order,
        RefundRequest refund,
        String askedBy,
        Instant askedAt,
        String state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String why) {

    static ApprovalView of(Approval approval) {
        return new ApprovalView(
                approval.id(),
                approval.kind().label(),
                approval.store(),
                approval.order(),
                approval.request().after(0),
                approval.askedBy(),
                approval.askedAt(),
                approval.state().label(),
                approval.decidedBy(),
                approval.decidedAt(),
                approval.why());
    }
}
