package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.explained.Ground.Step;
import java.util.Map;
import java.util.Optional;

/** Steps 2 to 5 of "Working an order", where the ledger should hold the order. */
final class StandingOrder {

    private final Working working;
    private ExpectedAmounts target;

    StandingOrder(Working working) {
        this.working = working;
        this.target = working.target();
    }

    /** Without the refunds that turned out to have no account to go to. */
    ExpectedAmounts target() {
        return target;
    }

    void post() {
        enter();
        move();
        refund();
        leaveOtherPlaces();
        adjust();
    }

    /** Step 2. */
    void enter() {
        if (!working.before.hasFirst()) {
            Change change = Change.of(ruled().dueDate(), working.changes.latest());
            working.drafts.enter(
                    ruled().place(),
                    target.order(),
                    target.shouldOfOrder(),
                    ruled().accounts(),
                    working.isNet(),
                    change);
        }
    }

    /** Step 3. A move to another channel or currency is an edit's, one to another date alone the confirmation's. */
    private void move() {
        PostedJournals journals = working.drafts.journals();
        boolean standsElsewhere = !journals.beside(ruled().place()).comesToNothing();
        if (OrderPart.of(journals).isEnteredOn(ruled().dueDate(), ruled().place()) && !standsElsewhere) {
            return;
        }
        Optional<OrderEvent> event =
                standsElsewhere ? working.changes.ofEdit() : working.changes.ofConfirmation(ruled().confirmedAt());
        Change change = Change.of(ruled().dueDate(), event);
        if (!journals.orderPart().comesToNothing()) {
            new JournalGroups(journals.orderPart())
                    .byDates()
                    .forEach(part -> working.drafts.reverse(part, change.on(part.latestDate(), part.belongs())));
        }
        working.drafts.move(
                ruled().place(), target.order(), target.shouldOfOrder(), ruled().accounts(), working.isNet(), change);
    }

    /** Step 4. */
    void refund() {
        working.newRefunds().stream()
                .filter(refund -> target.refunds().containsKey(refund.id()))
                .forEach(this::refund);
    }

    private void refund(CountedRefund refund) {
        try {
            working.refund(
                    refund,
                    target.refund(refund.id()).minus(working.replacedBy(refund.id())),
                    Step.REFUNDED,
                    target.shouldOf(refund.id()).plus(working.insteadOf(refund.id())),
                    working.accountsOfOrder());
        } catch (CannotPost refusal) {
            target = target.without(refund.id(), refusal);
        }
    }

    /** Step 5. */
    private void adjust() {
        LedgerAmounts left = target.total()
                .minus(working.drafts.journals().at(ruled().place()).holding(ruled().currency()));
        Optional<OrderEvent> event = working.before.sellsNothing()
                ? working.changes.ofRestoration().or(working.changes::ofEdit)
                : working.changes.ofEdit();
        Change change = working.change(event);
        splitMoved()
                .ifPresentOrElse(
                        refund -> working.drafts.adjustSplit(
                                refund,
                                ruled().place(),
                                left,
                                target.shouldOfAll(),
                                ruled().accounts(),
                                working.isNet(),
                                change),
                        () -> working.drafts.adjust(
                                ruled().place(),
                                left,
                                target.shouldOfAll(),
                                ruled().accounts(),
                                working.isNet(),
                                change));
    }

    /** The first refund that is posted here with another split than it has now. */
    private Optional<Long> splitMoved() {
        PostedJournals here = working.drafts.journals().at(ruled().place());
        return target.refunds().entrySet().stream()
                .filter(refund -> here.hasRefund(refund.getKey()))
                .filter(refund -> !here.ofRefund(refund.getKey())
                        .holding(ruled().currency())
                        .plus(working.replacedBy(refund.getKey()))
                        .equals(refund.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Step 5, where the order stands no longer. */
    private void leaveOtherPlaces() {
        Change change = working.change(working.changes.ofEdit());
        working.drafts.reverse(working.drafts.journals().beside(ruled().place()), change);
        if (!target.total().posted().isNone()) {
            working.drafts.reverseMemo(working.drafts.journals().beside(ruled().place()), change);
        }
    }

    private OrderUnderRules ruled() {
        return working.ruled;
    }
}
