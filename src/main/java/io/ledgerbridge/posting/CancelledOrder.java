package io.ledgerbridge.posting;

import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.amounts.Amounts;
import io.ledgerbridge.posting.amounts.CancelledTenders;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.LedgerAmounts;
import io.ledgerbridge.posting.explained.Ground.Step;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Steps 2, 4 and 5 of "Working an order", where it is cancelled: what it sold comes to nothing. */
final class CancelledOrder {

    private final Working working;
    private final NavigableMap<Long, CannotPost> refused = new TreeMap<>();

    CancelledOrder(Working working) {
        this.working = working;
    }

    void takeBack() {
        if (isToBeEntered()) {
            enter();
        } else if (working.before.isEmpty()) {
            return;
        } else {
            refundAfterwards();
        }
        leave();
    }

    /** What was paid before is entered as if the order stood: a refund of it, or what is owed for it. */
    private boolean isToBeEntered() {
        boolean isRefunded = !working.newRefunds().isEmpty();
        return working.before.hasFirst()
                ? isRefunded && !working.before.sellsNothing()
                : isRefunded || working.ruled.isOwed();
    }

    /** Why refunds couldn't be entered, by id. */
    NavigableMap<Long, CannotPost> refused() {
        return refused;
    }

    /** What was paid for it and not given back; empty where nothing was captured, or all was given back. */
    Optional<Money> kept() {
        boolean wasPaid =
                working.order().isCaptured() && !working.drafts.journals().isEmpty();
        return wasPaid
                        && ChannelAndCurrency.currency(working.order().currencyCode())
                                .isPresent()
                ? Optional.of(working.ruled
                                .cancelledByRole(working.before::hasRefund)
                                .kept(this::isPlanned))
                        .filter(kept -> kept.signum() > 0)
                : Optional.empty();
    }

    private void enter() {
        try {
            StandingOrder standing = new StandingOrder(working);
            standing.enter();
            standing.refund();
            refused.putAll(standing.target().refused());
        } catch (CannotPost refusal) {
            if (!working.before.hasFirst()) {
                throw refusal;
            }
            working.newRefunds().stream()
                    .filter(refund -> !working.drafts.journals().hasRefund(refund.id()))
                    .forEach(refund -> refused.put(refund.id(), refusal));
        }
    }

    /** Nothing that was sold is left: a refund moves money from what is owed to its tender. */
    private void refundAfterwards() {
        for (CountedRefund refund : working.newRefunds()) {
            try {
                refundAfterwards(refund);
            } catch (CannotPost refusal) {
                refused.put(refund.id(), refusal);
            }
        }
    }

    /**
     * What it moves is told by the refunds before it, whether or not these needed an entry; of one that takes the place of a
     * recorded one that is entered, by that one.
     */
    private void refundAfterwards(CountedRefund refund) {
        boolean replaces = !working.replacedBy(refund.id()).posted().isNone();
        Amounts before = replaces
                ? working.ruled
                        .cancelled(working.before(refund.id()), working.before::hasRefund)
                        .amounts(id -> id <= refund.id() && isPlanned(id))
                : tenders(id -> id < refund.id());
        Amounts after = tenders(id -> id <= refund.id());
        working.refund(
                refund,
                tenders(after.minus(before)),
                Step.REFUNDED_AFTERWARDS,
                () -> cancelled().terms(refund, before, after),
                working.accountsOfOrder());
    }

    /** Step 5. Where a tender keeps something, as after a refund by another one, one entry takes back all the rest. */
    private void leave() {
        Change change = working.change(working.changes.ofStatus());
        if (working.ruled.refunds().isEmpty() && !working.ruled.isOwed()) {
            working.drafts.reverse(working.drafts.journals(), change);
            return;
        }
        working.drafts.reverse(working.drafts.journals().beside(place()), change);
        Amounts tenders = tenders(refund -> true);
        if (tenders.isNone() || here().isOfSeveralSites()) {
            working.drafts.reverse(here(), change);
        }
        Set<Long> planned = working.ruled.refunds().stream()
                .map(CountedRefund::id)
                .filter(this::isPlanned)
                .collect(Collectors.toSet());
        working.drafts.takeBack(
                place(),
                tenders(tenders),
                () -> cancelled().terms(planned::contains),
                working.accountsOfOrder(),
                change);
    }

    private Amounts tenders(LongPredicate refunds) {
        return cancelled().amounts(refunds.and(this::isPlanned));
    }

    private CancelledTenders cancelled() {
        return working.ruled.cancelled(working.before::hasRefund);
    }

    private static LedgerAmounts tenders(Amounts amounts) {
        return new LedgerAmounts(amounts, Amounts.none(amounts.currency()));
    }

    private boolean isPlanned(long refund) {
        return !refused.containsKey(refund) || working.drafts.journals().hasRefund(refund);
    }

    private PostedJournals here() {
        return working.drafts.journals().at(place());
    }

    private ChannelAndCurrency place() {
        return working.ruled.place();
    }
}
