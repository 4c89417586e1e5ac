package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.rules.Exclusions;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One working of one order: steps 2 to 5 of "Working an order", on journals that Sage X3 has. */
final class PlanningRun {

    private final Working working;
    private final NavigableMap<Long, CannotPost> refused = new TreeMap<>();
    private final List<OrderFlag> flags = new ArrayList<>();

    PlanningRun(PostingRules rules, OrderReading reading, OrderHistory history) {
        this.working = new Working(rules, reading, history);
    }

    /** @throws CannotPost where a person is needed, and nothing can be planned before */
    Plan plan() {
        Optional<Exclusions.Exclusion> outside =
                new Exclusions(working.rules.journal(), working.history.asked()).excludes(working.order());
        if (outside.isPresent() && !working.before.hasFirst()) {
            return new EarlierOrder(working, outside.get()).plan();
        }
        if (working.ruled.stands()) {
            post();
        } else if (working.ruled.status() == ShopOrderStatus.VOID) {
            takeBack();
        } else {
            working.drafts.reverse(working.drafts.journals(), working.change(working.changes.ofStatus()));
        }
        flagDeclined();
        refuseChangedByHand();
        return conclude().flagged(flags);
    }

    private void post() {
        StandingOrder standing = new StandingOrder(working);
        standing.post();
        refused.putAll(standing.target().refused());
        flags.addAll(standing.target().flags());
        if (working.ruled.isOnHold()) {
            flags.add(new OrderFlag(OrderFlag.Kind.ON_HOLD, "the order is on hold in the shop (status 12)"));
        }
    }

    private void takeBack() {
        CancelledOrder cancelled = new CancelledOrder(working);
        cancelled.takeBack();
        refused.putAll(cancelled.refused());
        cancelled
                .kept()
                .ifPresent(kept -> flags.add(new OrderFlag(
                        OrderFlag.Kind.CANCELLED_MONEY_NOT_GIVEN_BACK,
                        "the order is cancelled, and %s that was paid is not given back".formatted(kept))));
    }

    private void flagDeclined() {
        for (Refund refund : working.reading.refunds()) {
            if (refund.payments().stream().anyMatch(Refund.Payment::declined)) {
                flags.add(new OrderFlag(
                        OrderFlag.Kind.REFUND_DECLINED,
                        "a payment of refund %s was declined, and counts no more".formatted(refund.name())));
            }
        }
    }

    /** What a person booked by hand is corrected by hand. */
    private void refuseChangedByHand() {
        for (SetAside one : working.history.setAside()) {
            SetAside.Kept then = one.kept();
            if (then != null && one.refund() != SetAside.ORDER && working.isSetAside(one.refund())) {
                SetAside.Kept now = SetAside.ofRefund(working.reading, one.refund());
                if (!now.figures().equals(then.figures())) {
                    refused.put(
                            one.refund(), CannotPost.changedSinceSetAside(one.refund(), then.figures(), now.figures()));
                }
            }
        }
    }

    private Plan conclude() {
        if (!refused.isEmpty()) {
            return Plan.park(
                    working.drafts.added(),
                    CannotPost.together(refused.values()).reason());
        }
        if (isRefundedWithoutRefund()) {
            return Plan.park(
                    working.drafts.added(),
                    CannotPost.refundedWithoutRefund(working.order()).reason());
        }
        if (working.ruled.status() == ShopOrderStatus.PENDING && !working.ruled.stands()) {
            return Plan.hold(
                    working.drafts.added(),
                    "the order waits for its payment (status %d)"
                            .formatted(working.order().statusId()));
        }
        if (!working.drafts.added().isEmpty()) {
            return Plan.post(working.drafts.added(), "to post: " + references());
        }
        return working.before.isEmpty()
                ? Plan.ignore("the order comes to nothing (status %d)"
                        .formatted(working.order().statusId()))
                : Plan.post(List.of(), "the ledger holds the order as it is");
    }

    /** Merchants whose gateway can't refund pay back there, and set the status by hand. */
    private boolean isRefundedWithoutRefund() {
        return ShopOrderStatus.isRefunded(working.order().statusId())
                && working.reading.refunds().isEmpty();
    }

    private String references() {
        return working.drafts.added().stream()
                .map(draft -> draft.entry().reference())
                .collect(Collectors.joining(", "));
    }
}
