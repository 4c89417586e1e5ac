package io.ledgerbridge.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.queue.SetAsides;
import org.jspecify.annotations.Nullable;

/**
 * What a person has set aside.
 *
 * @param kind by-hand or no-entry
 * @param refund null for the order as a whole
 * @param x3Number of the entry that was made by hand
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetAsideView(
        String kind, @Nullable Long refund, @Nullable String x3Number, String why, String by) {

    static SetAsideView of(SetAsides.Decision decision) {
        return new SetAsideView(
                decision.kind(),
                decision.refund() == SetAside.ORDER ? null : decision.refund(),
                decision.x3Number(),
                decision.why(),
                decision.by());
    }
}
