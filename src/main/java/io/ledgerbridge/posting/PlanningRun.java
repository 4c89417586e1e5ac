package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.amounts.RefundAmounts;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.ConfiguredAccounts;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PostedAccounts;
import io.ledgerbridge.posting.rules.PostingRules;
import io.ledgerbridge.posting.rules.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One working of one order: steps 2 to 5 of "Working an order", on journals that Sage X3 has. */
final class PlanningRun {

    private final PostingRules rules;
    private final OrderReading reading;
    private final Order order;
    private final OrderHistory history;
    private final Changes changes;
    private final PostedJournals before;
    private final Drafts drafts;

    PlanningRun(PostingRules rules, OrderReading reading, OrderHistory history) {
        this.rules = rules;
        this.reading = reading;
        this.order = reading.order();
        this.history = history;
        this.changes = new Changes(order, history);
        this.before = PostedJournals.of(history.journals());
        this.drafts = new Drafts(rules.journal(), order.id(), before);
    }

    /** @throws CannotPost where a person is needed */
    Plan plan() {
        Optional<String> outside = new Scope(rules.journal(), history.asked()).excludes(order);
        if (before.isEmpty() && outside.isPresent()) {
            return Plan.ignore(outside.get());
        }
        if (stands()) {
            post();
        } else {
            takeBack();
        }
        return conclude();
    }

    private void post() {
        ExpectedAmounts target = target();
        enter(target);
        move(target);
        refund(target);
        leaveOtherPlaces(target);
        adjust(target);
    }

    /** Refunds that came in are entered, and the order that was paid before them; then all of it comes to nothing. */
    private void takeBack() {
        if (refunds().stream().anyMatch(refund -> !before.hasRefund(refund.id()))) {
            ExpectedAmounts target = target();
            enter(target);
            refund(target);
        }
        leaveAllPlaces();
    }

    private Plan conclude() {
        if (!drafts.added().isEmpty()) {
            return Plan.post(drafts.added(), "to post: " + references());
        }
        if (status() == ShopOrderStatus.PENDING && !stands()) {
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
            drafts.enter(place(), target.order(), today(), net(), Change.of(dueDate(), changes.latest()));
        }
    }

    /** Step 3. A move to another channel or currency is an edit's, one to another date alone the confirmation's. */
    private void move(ExpectedAmounts target) {
        PostedJournals journals = drafts.journals();
        boolean standsElsewhere = standsElsewhere(journals);
        if (OrderPart.of(journals).isEnteredBy(dueDate(), place()) && !standsElsewhere) {
            return;
        }
        Optional<OrderEvent> event = standsElsewhere
                ? changes.ofEdit()
                : changes.ofConfirmation(history.facts().confirmedAt());
        Change change = Change.of(dueDate(), event);
        new JournalGroups(journals.orderPart())
                .byDate()
                .forEach((date, part) -> drafts.reverse(part, change.on(part.latestDate(), date)));
        drafts.adjust(place(), target.order(), today(), net(), change);
    }

    private boolean standsElsewhere(PostedJournals journals) {
        return !journals.beside(place()).comesToNothing();
    }

    /** Step 4. */
    private void refund(ExpectedAmounts target) {
        refunds().stream()
                .filter(refund -> !before.hasRefund(refund.id()))
                .forEach(refund -> refund(refund, target.refund(refund.id())));
    }

    private void refund(Refund refund, LedgerAmounts holding) {
        PostedJournals standing = OrderPart.of(drafts.journals()).standing().at(place());
        Change change = Change.of(date(refund.created().toInstant()), changes.ofRefund(refund.id()));
        drafts.refund(refund.id(), place(), holding, new PostedAccounts(standing, today()), change);
    }

    /** Step 5, where the order stands. */
    private void adjust(ExpectedAmounts target) {
        LedgerAmounts left = target.total().minus(drafts.journals().at(place()).holding(currency()));
        Optional<OrderEvent> event =
                before.comesToNothing() ? changes.ofRestoration().or(changes::ofEdit) : changes.ofEdit();
        drafts.adjust(place(), left, today(), net(), change(event));
    }

    /** Step 5, where the order stands no longer. */
    private void leaveOtherPlaces(ExpectedAmounts target) {
        Change change = change(changes.ofEdit());
        drafts.reverse(drafts.journals().beside(place()), change);
        if (!target.total().posted().isNone()) {
            drafts.reverseMemo(drafts.journals().beside(place()), change);
        }
    }

    /** Step 5, where the order has come to nothing. */
    private void leaveAllPlaces() {
        drafts.reverse(drafts.journals(), change(changes.ofStatus()));
    }

    private Change change(Optional<OrderEvent> event) {
        return Change.of(date(changes.at(event)), event);
    }

    private boolean net() {
        return form().netOfDiscounts() && order.isDiscounted();
    }

    private EntryFormat form() {
        return EntryFormat.of(channel()).orThatOf(before.at(place()));
    }

    /** Whether the ledger should hold the order; one with a refund that counts was paid, and waits no longer. */
    private boolean stands() {
        return switch (status()) {
            case VOID -> false;
            case CONFIRMED -> true;
            case PENDING ->
                rules.journal().recognition() == JournalSettings.Recognition.IMMEDIATE
                        || !refunds().isEmpty();
        };
    }

    private ShopOrderStatus status() {
        return ShopOrderStatus.ofId(order.statusId()).orElseThrow(() -> CannotPost.unknownStatus(order));
    }

    private List<Refund> refunds() {
        return RefundAmounts.counting(reading);
    }

    private ExpectedAmounts target() {
        Money limit = Money.smallestUnits(rules.journal().roundingLimit(), place().currency());
        return ExpectedAmounts.of(reading, channel(), form(), before::hasRefund, limit);
    }

    private ConfiguredAccounts today() {
        return new ConfiguredAccounts(rules, channel());
    }

    private Channel channel() {
        return Optional.ofNullable(rules.channels().get(order.channel()))
                .orElseThrow(() -> CannotPost.unmappedChannel(rules.store(), order.channel()));
    }

    private ChannelAndCurrency place() {
        return new ChannelAndCurrency(order.channel(), currency());
    }

    private Currency currency() {
        return ChannelAndCurrency.currency(order.currencyCode()).orElseThrow(() -> CannotPost.unknownCurrency(order));
    }

    /** The day on which the order was confirmed; of one never seen pending, the day on which it was created. */
    private LocalDate dueDate() {
        Instant confirmedAt = history.facts().confirmedAt();
        return date(confirmedAt == null ? order.createdAt() : confirmedAt);
    }

    private LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, rules.journal().zone());
    }
}
