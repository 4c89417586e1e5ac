package io.ledgerbridge.queue.figures;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.posting.amounts.CountedRefund;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What people have set aside of an order, by its ways of paying: it counts as being in the ledger without an entry of ours. */
final class AsideFigure {

    private AsideFigure() {}

    /** Below zero where it is refunds alone; an order that could not be planned when it was set aside counts as nothing. */
    static BigDecimal of(OrderReading reading, List<SetAside> decisions) {
        Stream<BigDecimal> entries = decisions.stream()
                .flatMap(one -> one.kept() == null ? Stream.empty() : one.kept().entries().stream())
                .map(AsideFigure::paidBy);
        Set<Long> refunds = Set.copyOf(decisions.stream()
                .flatMap(one -> refunds(one).stream())
                .distinct()
                .toList());
        Stream<BigDecimal> paidBack = CountedRefund.of(reading).stream()
                .filter(refund -> refunds.contains(refund.id()))
                .map(refund -> refund.totalAmount().negate());
        return Stream.concat(entries, paidBack).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Collection<Long> refunds(SetAside one) {
        if (one.refund() != SetAside.ORDER) {
            return List.of(one.refund());
        }
        return one.kept() == null ? List.of() : one.kept().refunds().keySet();
    }

    private static BigDecimal paidBy(JournalDraft draft) {
        return draft.entry().lines().stream()
                .filter(line -> line.role().isWayOfPaying())
                .map(line -> line.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
