package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.rules.Exclusions;
import io.ledgerbridge.posting.rules.PostedAccounts;
import io.ledgerbridge.posting.rules.PostingRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One working of one order: steps 2 to 5 of "Working an order", on journals that Sage X3 has. */
final class PlanningRun {

    private final PostingRules rules;
    private final Order order;
    private final OrderUnderRules ruled;
    private final OrderHistory history;
    private final Changes changes;
    private final PostedJournals before;
    private final Drafts drafts;

    PlanningRun(PostingRules rules, OrderReading reading, OrderHistory history) {
        this.rules = rules;
        this.order = reading.order();
        this.ruled = new OrderUnderRules(rules, reading, history.facts());
        this.history = history;
        this.changes = new Changes(order, history);
        this.before = PostedJournals.of(history.journals());
        this.drafts = new Drafts(rules.journal(), order.id(), before);
    }

    /** @throws CannotPost where a person is needed */
    Plan plan() {
        Optional<String> outside = new Exclusions(rules.journal(), history.asked()).excludes(order);
        if (before.isEmpty() && outside.isPresent()) {
            return Plan.ignore(outside.get());
        }
        if (ruled.stands()) {
            post();
        } else {
            takeBack();
        }
        return conclude();
    }

    private void post() {
        ExpectedAmounts target = ruled.expected(form(), before::hasRefund);
        enter(target);
        move(target);
        refund(target);
        leaveOtherPlaces(target);
        adjust(target);
    }

    /** Refunds that came in are entered, and the order that was paid before them; then all of it comes to nothing. */
    private void takeBack() {
        if (ruled.refunds().stream().anyMatch(refund -> !before.hasRefund(refund.id()))) {
            ExpectedAmounts target = ruled.expected(form(), before::hasRefund);
            enter(target);
            refund(target);
        }
        leaveAllPlaces();
    }

    private Plan conclude() {
        if (!drafts.added().isEmpty()) {
            return Plan.post(drafts.added(), "to post: " + references());
        }
        if (ruled.status() == ShopOrderStatus.PENDING && !ruled.stands()) {
            return Plan.hold("the order waits for its payment (status %d)".formatted(order.statusId()));
        }
        return before.isEmpty()
                ? Plan.ignore("the order comes to nothing (status %d)".formatted(order.statusId()))
                : Plan.post(List.of(), "the ledger holds the order as it is");
    }

    private String references() {
        return drafts.added().stream().map(draft -> draft.entry().reference()).collect(Collectors.joining(", "));
    }

    /** Step 2. */
    private void enter(ExpectedAmounts target) {
        if (!before.hasFirst()) {
            drafts.enter(
                    ruled.place(),
                    target.order(),
                    ruled.accounts(),
                    net(),
                    Change.of(ruled.dueDate(), changes.latest()));
        }
    }

    /** Step 3. A move to another channel or currency is an edit's, one to another date alone the confirmation's. */
    private void move(ExpectedAmounts target) {
        PostedJournals journals = drafts.journals();
        boolean standsElsewhere = standsElsewhere(journals);
        if (OrderPart.of(journals).isEnteredBy(ruled.dueDate(), ruled.place()) && !standsElsewhere) {
            return;
        }
        Optional<OrderEvent> event = standsElsewhere
                ? changes.ofEdit()
                : changes.ofConfirmation(history.facts().confirmedAt());
        Change change = Change.of(ruled.dueDate(), event);
        new JournalGroups(journals.orderPart())
                .byDate()
                .forEach((date, part) -> drafts.reverse(part, change.on(part.latestDate(), date)));
        drafts.adjust(ruled.place(), target.order(), ruled.accounts(), net(), change);
    }

    private boolean standsElsewhere(PostedJournals journals) {
        return !journals.beside(ruled.place()).comesToNothing();
    }

    /** Step 4. */
    private void refund(ExpectedAmounts target) {
        ruled.refunds().stream()
                .filter(refund -> !before.hasRefund(refund.id()))
                .forEach(refund -> refund(refund, target.refund(refund.id())));
    }

    private void refund(Refund refund, LedgerAmounts holding) {
        PostedJournals standing = OrderPart.of(drafts.journals()).standing().at(ruled.place());
        Change change = Change.of(ruled.date(refund.created().toInstant()), changes.ofRefund(refund.id()));
        drafts.refund(refund.id(), ruled.place(), holding, new PostedAccounts(standing, ruled.accounts()), change);
    }

    /** Step 5, where the order stands. */
    private void adjust(ExpectedAmounts target) {
        LedgerAmounts left =
                target.total().minus(drafts.journals().at(ruled.place()).holding(ruled.currency()));
        Optional<OrderEvent> event =
                before.comesToNothing() ? changes.ofRestoration().or(changes::ofEdit) : changes.ofEdit();
        drafts.adjust(ruled.place(), left, ruled.accounts(), net(), change(event));
    }

    /** Step 5, where the order stands no longer. */
    private void leaveOtherPlaces(ExpectedAmounts target) {
        Change change = change(changes.ofEdit());
        drafts.reverse(drafts.journals().beside(ruled.place()), change);
        if (!target.total().posted().isNone()) {
            drafts.reverseMemo(drafts.journals().beside(ruled.place()), change);
        }
    }

    /** Step 5, where the order has come to nothing. */
    private void leaveAllPlaces() {
        drafts.reverse(drafts.journals(), change(changes.ofStatus()));
    }

    private Change change(Optional<OrderEvent> event) {
        return Change.of(ruled.date(changes.at(event)), event);
    }

    private boolean net() {
        return form().netOfDiscounts() && order.isDiscounted();
    }

    private EntryFormat form() {
        PostedJournals there = before.at(ruled.place());
        return EntryFormat.of(ruled.channel()).orThatOf(there);
    }
}
