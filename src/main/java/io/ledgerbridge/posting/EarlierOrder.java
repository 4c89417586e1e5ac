package io.ledgerbridge.posting;

import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.amounts.OrderFlag;
import io.ledgerbridge.posting.explained.Ground.Step;
import io.ledgerbridge.posting.explained.Should;
import io.ledgerbridge.posting.rules.Exclusions;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An order that makes no entry. One from before the store's start, or a migrated one, is in the manual books; its refunds
 * go by {@code journal.refunds-of-earlier-orders}.
 */
final class EarlierOrder {

    private final Working working;
    private final Exclusions.Exclusion exclusion;
    private final JournalSettings.RefundsOfEarlierOrders way;
    private final List<OrderFlag> flags = new ArrayList<>();
    private final NavigableMap<Long, CannotPost> refused = new TreeMap<>();

    /** @param stuck refunds of BigCommerce's that can't be entered */
    EarlierOrder(Working working, Exclusions.Exclusion exclusion, NavigableMap<Long, CannotPost> stuck) {
        this.working = working;
        this.exclusion = exclusion;
        this.way = working.rules.journal().refundsOfEarlierOrders();
        this.refused.putAll(stuck);
        this.refused.putAll(working.changedByHand());
    }

    Plan plan() {
        if (!exclusion.isInManualBooks()
                || (working.before.isEmpty()
                        && newRefunds().isEmpty()
                        && left().isEmpty()
                        && !isCancelledHere()
                        && refused.isEmpty())) {
            return Plan.ignore(exclusion.why());
        }
        post();
        List<ParkReason> reasons = reasons();
        if (!reasons.isEmpty()) {
            return Plan.park(working.drafts.added(), CannotPost.joined(reasons));
        }
        return working.before.isEmpty() && working.drafts.added().isEmpty()
                ? Plan.ignore(exclusion.why())
                : Plan.post(working.drafts.added(), "refunds alone: " + exclusion.why());
    }

    private List<ParkReason> reasons() {
        List<ParkReason> reasons = new ArrayList<>();
        if (isCancelledHere()) {
            reasons.add(cancelled());
        } else if (way == JournalSettings.RefundsOfEarlierOrders.PARK && !left().isEmpty()) {
            reasons.add(refunded());
        }
        refused.values().forEach(refusal -> reasons.add(refusal.reason()));
        return reasons;
    }

    /** What to know of the refunds that are entered. */
    List<OrderFlag> flags() {
        return flags;
    }

    /** Why refunds couldn't be entered, by id. */
    NavigableMap<Long, CannotPost> refused() {
        return refused;
    }

    private void post() {
        List<CountedRefund> posted =
                newRefunds().stream().filter(this::isPosted).toList();
        if (posted.isEmpty() && working.before.isEmpty()) {
            return;
        }
        ExpectedAmounts target = working.target();
        flags.addAll(target.flags());
        posted.forEach(refund -> post(refund, target));
        takeBackDeclined(target);
    }

    /** What two people recorded is, whatever the setting says of BigCommerce's own. */
    private boolean isPosted(CountedRefund refund) {
        return way == JournalSettings.RefundsOfEarlierOrders.POST || RefundId.isRecorded(refund.id());
    }

    /** Those of BigCommerce's that are left to a person. */
    private List<CountedRefund> left() {
        if (way == JournalSettings.RefundsOfEarlierOrders.POST) {
            return List.of();
        }
        return CountedRefund.of(working.read).stream()
                .filter(refund -> isSinceStart(refund.refund().created().toInstant()))
                .filter(refund -> !working.before.hasRefund(refund.id()) && !working.isSetAside(refund.id()))
                .toList();
    }

    private void post(CountedRefund refund, ExpectedAmounts target) {
        CannotPost why = target.refused().get(refund.id());
        try {
            if (why != null) {
                throw why;
            }
            working.refund(
                    refund,
                    target.refund(refund.id()).minus(working.replacedBy(refund.id())),
                    Step.REFUNDED_OF_EARLIER,
                    target.shouldOf(refund.id()).plus(working.insteadOf(refund.id())),
                    working.accountsOfOrder());
        } catch (CannotPost refusal) {
            refused.put(refund.id(), refusal);
        }
    }

    private void takeBackDeclined(ExpectedAmounts target) {
        PostedJournals entered = working.drafts.journals().at(working.ruled.place());
        LedgerAmounts left =
                LedgerAmounts.none(working.ruled.currency()).minus(entered.holding(working.ruled.currency()));
        Should should = Should.NOTHING;
        for (CountedRefund refund : refunds()) {
            if (entered.hasRefund(refund.id())
                    || !working.replacedBy(refund.id()).posted().isNone()) {
                left = left.plus(target.refund(refund.id()));
                should = should.plus(target.shouldAs(refund.id()));
            }
        }
        Change change = working.change(working.changes.ofEdit());
        working.drafts.adjust(working.ruled.place(), left, should, working.ruled.accounts(), working.isNet(), change);
    }

    /** Those that count and that the manual books don't hold. */
    private List<CountedRefund> refunds() {
        return working.ruled.refunds().stream()
                .filter(refund -> RefundId.isRecorded(refund.id())
                        || isSinceStart(refund.refund().created().toInstant()))
                .toList();
    }

    private List<CountedRefund> newRefunds() {
        return refunds().stream()
                .filter(refund -> !working.before.hasRefund(refund.id()))
                .toList();
    }

    private boolean isCancelledHere() {
        boolean isRefundedHere = !working.drafts.journals().comesToNothing();
        return working.ruled.status() == ShopOrderStatus.VOID
                && (isRefundedHere
                        || working.history.events().stream()
                                .anyMatch(event -> ShopOrderStatus.VOID.isMeantBy(event.newStatus())
                                        && isSinceStart(event.createdAt())));
    }

    private boolean isSinceStart(Instant instant) {
        LocalDate start = working.rules.journal().start();
        return start == null || !working.ruled.date(instant).isBefore(start);
    }

    private ParkReason refunded() {
        return new ParkReason(
                ParkCode.REFUND_OF_EARLIER_ORDER,
                "refund %s, and %s".formatted(named(left()), exclusion.why()),
                "Enter the refund by hand in the books that hold the order, and set the refund aside here. Or set"
                        + " journal.refunds-of-earlier-orders to post or ignore, then work the order again.");
    }

    private String named(List<CountedRefund> refunds) {
        return refunds.stream()
                .map(refund -> "%s of %s"
                        .formatted(
                                refund.refund().name(),
                                Money.shown(
                                        refund.refund().totalAmount(),
                                        working.order().currencyCode())))
                .collect(Collectors.joining(", "));
    }

    private ParkReason cancelled() {
        String refunds = left().isEmpty() ? "" : ", refund " + named(left()) + " is in no books";
        return new ParkReason(
                ParkCode.REFUND_OF_EARLIER_ORDER,
                "the order is cancelled%s, and %s".formatted(refunds, exclusion.why()),
                "Take back by hand, in the books that hold the order, what its refunds left of it. Then set it aside here.");
    }
}
