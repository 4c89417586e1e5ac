package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.amounts.RecordedRefunds;
import io.ledgerbridge.posting.explained.Ground.Step;
import io.ledgerbridge.posting.explained.HeldTerms;
import io.ledgerbridge.posting.explained.Should;
import io.ledgerbridge.posting.rules.Accounts;
import io.ledgerbridge.posting.rules.Exclusions;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PostedAccounts;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One working of one order: what it goes by, and the journals that it adds so far. */
final class Working {

    final PostingRules rules;
    /** As BigCommerce gave it. */
    final OrderReading read;

    /** With the refunds that people recorded. */
    final OrderReading reading;

    private final RecordedRefunds recorded;
    final OrderUnderRules ruled;
    final OrderHistory history;
    final Changes changes;
    final PostedJournals before;
    private final PostedJournals posted;
    final Drafts drafts;

    Working(PostingRules rules, OrderReading read, OrderHistory history, Set<Long> stuck) {
        this.rules = rules;
        this.read = read;
        this.recorded = new RecordedRefunds(history.recorded(), read, stuck);
        this.reading = recorded.counted(rules.journal().zone());
        this.history = history;
        Order order = reading.order();
        this.ruled = new OrderUnderRules(
                rules,
                reading,
                history.facts().confirmedAt(order, history.events()),
                history.facts().beganAt(order, history.events()),
                history.purposes());
        this.changes = new Changes(reading.order(), history);
        this.posted = PostedJournals.of(history.journals());
        this.before = posted.with(new SetAsideRefunds(ruled, posted).of(this::isSetAside));
        this.drafts = new Drafts(rules.journal(), reading.order().id(), before);
    }

    /** Whether a person has booked a refund by hand; one that is posted needs nobody for that. */
    boolean isSetAside(long refund) {
        return history.isSetAside(refund) && !posted.hasRefund(refund);
    }

    Order order() {
        return reading.order();
    }

    /** As the ledger should hold the order and its refunds; one that is posted and can't be split any more stays. */
    ExpectedAmounts target() {
        ExpectedAmounts target = ruled.expected(form(), this::isSetAside);
        for (long refund : List.copyOf(target.refused().keySet())) {
            if (before.hasRefund(refund)) {
                target = target.withPosted(
                        refund,
                        before.ofRefund(refund)
                                .at(ruled.place())
                                .holding(ruled.currency())
                                .plus(replacedBy(refund)));
            }
        }
        return target;
    }

    /** Refunds that count and are not in the ledger, by id. */
    List<CountedRefund> newRefunds() {
        return ruled.refunds().stream()
                .filter(refund -> !before.hasRefund(refund.id()))
                .toList();
    }

    /** The recorded refunds whose place a refund of BigCommerce's takes, by that one's id. */
    Map<Long, List<RecordedRefund>> replaced() {
        return recorded.replaced();
    }

    /** The reading as it would be if a refund of BigCommerce's were still the recorded ones whose place it takes. */
    OrderReading before(long refund) {
        return recorded.before(refund, rules.journal().zone());
    }

    /** What the ledger holds of the recorded refunds whose place a refund takes. */
    LedgerAmounts replacedBy(long refund) {
        return replaced().getOrDefault(refund, List.of()).stream()
                .map(one -> before.ofRefund(one.id()).at(ruled.place()).holding(ruled.currency()))
                .reduce(LedgerAmounts.none(ruled.currency()), LedgerAmounts::plus);
    }

    /** Why refunds that a person booked by hand need one again: they give back something else now. */
    NavigableMap<Long, CannotPost> changedByHand() {
        NavigableMap<Long, CannotPost> changed = new TreeMap<>();
        for (SetAside one : history.setAside()) {
            SetAside.Kept then = one.kept();
            if (then != null && one.refund() != SetAside.ORDER && isSetAside(one.refund())) {
                String now = SetAside.ofRefund(read, one.refund()).figures();
                if (!now.equals(then.figures())) {
                    changed.put(one.refund(), CannotPost.changedSinceSetAside(one.refund(), then.figures(), now));
                }
            }
        }
        return changed;
    }

    /** The same, as it counts in what a refund should hold. */
    Should insteadOf(long refund) {
        return replaced().getOrDefault(refund, List.of()).stream()
                .map(one -> HeldTerms.lessThose(before.ofRefund(one.id()).at(ruled.place())))
                .reduce(Should.NOTHING, Should::plus);
    }

    void refund(CountedRefund refund, LedgerAmounts holding, Step step, Should should, Accounts accounts) {
        Change change = Change.of(ruled.date(refund.refund().created().toInstant()), changes.ofRefund(refund.id()));
        drafts.refund(refund.id(), ruled.place(), holding, step, should, accounts, change.at(rateDate(change.date())));
    }

    /** The day whose exchange rate a refund takes. */
    private LocalDate rateDate(LocalDate refunded) {
        return isAtOrdersRate()
                ? new JournalGroups(drafts.journals().at(ruled.place()))
                        .ownRate()
                        .orElse(ruled.dueDate())
                : refunded;
    }

    /** Whether refunds have the exchange rate of their order; then one that is given back leaves nothing at any rate. */
    private boolean isAtOrdersRate() {
        return rules.journal().refundRate() == JournalSettings.RefundRate.ORDER;
    }

    /** Those of the order's own journals; today's where it has none for a role. */
    Accounts accountsOfOrder() {
        PostedJournals standing = OrderPart.of(drafts.journals()).standing().at(ruled.place());
        return new PostedAccounts(standing, new TodaysAccounts(ruled));
    }

    Change change(Optional<OrderEvent> event) {
        return Change.of(ruled.date(changes.at(event)), event);
    }

    /** Of an order that stands, and that was paid in a way that makes no entry. */
    Optional<Exclusions.Exclusion> paidWithoutEntry() {
        return ruled.isMapped()
                        && !ruled.tenders().isNone()
                        && (ruled.stands() || ruled.status() == ShopOrderStatus.VOID)
                ? ruled.listed(reading)
                        .paidWithoutEntry()
                        .map(words -> new Exclusions.Exclusion(
                                "it was paid by %s, for which its channel's tenders say entry: none".formatted(words),
                                false))
                : Optional.empty();
    }

    /** Whether the discount is taken off revenue. */
    boolean isNet() {
        return form().netOfDiscounts() && order().isDiscounted();
    }

    private EntryFormat form() {
        PostedJournals there = before.at(ruled.place());
        return ruled.form().orThatOf(there);
    }
}
