package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.explained.Ground;
import io.ledgerbridge.posting.rules.Exclusions;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One working of one order: steps 2 to 5 of "Working an order", on journals that Sage X3 has. */
final class PlanningRun {

    private final PostingRules rules;
    private final OrderReading reading;
    private final OrderHistory history;
    private final Working working;
    private final NavigableMap<Long, CannotPost> stuck;
    private final NavigableMap<Long, CannotPost> refused;
    private final Map<String, Ground> grounds;
    private final List<OrderFlag> flags = new ArrayList<>();

    PlanningRun(PostingRules rules, OrderReading reading, OrderHistory history) {
        this(rules, reading, history, new TreeMap<>(), new TreeMap<>(), new HashMap<>());
    }

    /** @param refused is filled once the plan is made; so are the grounds */
    private PlanningRun(
            PostingRules rules,
            OrderReading reading,
            OrderHistory history,
            NavigableMap<Long, CannotPost> stuck,
            NavigableMap<Long, CannotPost> refused,
            Map<String, Ground> grounds) {
        this.rules = rules;
        this.reading = reading;
        this.history = history;
        this.working = new Working(rules, reading, history, stuck.keySet());
        this.stuck = stuck;
        this.refused = refused;
        this.grounds = grounds;
        refused.clear();
        grounds.clear();
    }

    /** Why each journal of the plan is made, by its reference, once the plan is. */
    Map<String, Ground> grounds() {
        return Map.copyOf(grounds);
    }

    /** @throws CannotPost where a person is needed, and nothing can be planned before */
    Plan plan() {
        Optional<Exclusions.Exclusion> outside = new Exclusions(working.rules.journal(), working.history.asked())
                .excludes(working.reading)
                .or(working::paidWithoutEntry);
        if (outside.isPresent() && !working.before.hasFirst()) {
            return earlier(ofEarlierOrder(), outside.get());
        }
        if (working.ruled.stands()) {
            post();
        } else if (working.ruled.status() == ShopOrderStatus.VOID) {
            takeBack();
        } else {
            working.drafts.reverse(working.drafts.journals(), working.change(working.changes.ofStatus()));
        }
        NavigableMap<Long, CannotPost> replacing = replacing();
        if (!replacing.isEmpty()) {
            return again(replacing).plan();
        }
        flagDeclined();
        flagReplaced(working);
        grounds.putAll(working.drafts.grounds());
        refused.putAll(stuck);
        refused.putAll(working.changedByHand());
        return conclude().flagged(flags);
    }

    /** Ids of the refunds that can't be planned, once the plan is made. */
    Set<Long> refused() {
        return Set.copyOf(refused.keySet());
    }

    private PlanningRun again(NavigableMap<Long, CannotPost> replacing) {
        return new PlanningRun(rules, reading, history, replacing, refused, grounds);
    }

    /** Refunds that can't be entered although a recorded one has been: that one stays until they can. */
    private NavigableMap<Long, CannotPost> replacing() {
        NavigableMap<Long, CannotPost> all = new TreeMap<>(stuck);
        Optional<CannotPost> exceeded = refused.keySet().stream()
                .filter(id -> RefundId.isRecorded(id) && working.before.hasRefund(id))
                .findFirst()
                .map(refused::get);
        for (long refund : working.replaced().keySet()) {
            Optional<CannotPost> refusal =
                    Optional.ofNullable(refused.get(refund)).or(() -> exceeded);
            if (refusal.isPresent() && !working.before.hasRefund(refund)) {
                all.put(refund, refusal.get());
            }
        }
        return all.size() > stuck.size() ? all : new TreeMap<>();
    }

    /** Refunds of BigCommerce's that the settings leave to a person take no recorded one's place. */
    private Working ofEarlierOrder() {
        boolean isPosted = rules.journal().refundsOfEarlierOrders() == JournalSettings.RefundsOfEarlierOrders.POST;
        if (isPosted || history.recorded().isEmpty()) {
            return working;
        }
        Set<Long> passedOver = new TreeSet<>(stuck.keySet());
        reading.refunds().stream()
                .map(Refund::id)
                .filter(refund -> !working.before.hasRefund(refund))
                .forEach(passedOver::add);
        return new Working(rules, reading, history, passedOver);
    }

    private Plan earlier(Working earlier, Exclusions.Exclusion exclusion) {
        EarlierOrder order = new EarlierOrder(earlier, exclusion, stuck);
        Plan plan = order.plan();
        refused.putAll(order.refused());
        NavigableMap<Long, CannotPost> replacing = replacing();
        if (!replacing.isEmpty()) {
            return again(replacing).plan();
        }
        grounds.putAll(earlier.drafts.grounds());
        if (plan.decision() != Decision.IGNORE) {
            flags.addAll(order.flags());
            flagDeclined();
            flagReplaced(earlier);
        }
        return plan.flagged(flags);
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
        for (Refund refund : reading.refunds()) {
            if (refund.payments().stream().anyMatch(Refund.Payment::declined)) {
                flags.add(new OrderFlag(
                        OrderFlag.Kind.REFUND_DECLINED,
                        "a payment of refund %s was declined, and counts no more".formatted(refund.name())));
            }
        }
    }

    private void flagReplaced(Working planned) {
        planned.replaced().forEach((refund, theirs) -> theirs.forEach(one -> flagReplaced(one, refund)));
    }

    private void flagReplaced(RecordedRefund one, long refund) {
        flags.add(new OrderFlag(
                OrderFlag.Kind.RECORDED_REFUND_REPLACED,
                "%s, recorded here as %s, counts no more, since BigCommerce has refund %d"
                        .formatted(
                                Money.shown(one.amount(), working.order().currencyCode()),
                                RefundId.name(one.id()),
                                refund)));
    }

    private Plan conclude() {
        if (!refused.isEmpty()) {
            return Plan.park(working.drafts.added(), CannotPost.together(refused.values()));
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
