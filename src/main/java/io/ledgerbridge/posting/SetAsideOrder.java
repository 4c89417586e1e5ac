package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.SetAside.Kept;
import io.ledgerbridge.posting.rules.PostingRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order that a person has set aside. What would have been posted for it then counts as posted, so that a later plan holds
 * exactly what changed since: it is posted only where a person asks for it.
 */
final class SetAsideOrder {

    private final PostingRules rules;
    private final OrderReading reading;
    private final OrderHistory history;
    private final SetAside setAside;

    SetAsideOrder(PostingRules rules, OrderReading reading, OrderHistory history, SetAside setAside) {
        this.rules = rules;
        this.reading = reading;
        this.history = history;
        this.setAside = setAside;
    }

    Plan plan() {
        Kept before = setAside.kept();
        Plan now = planned(before);
        if (before == null) {
            return Plan.setAside(new Kept(figures(), now.journals()));
        }
        boolean isAsBefore = now.reason() == null || figures().equals(before.figures());
        if (now.journals().isEmpty() && isAsBefore) {
            return Plan.setAside(before);
        }
        return setAside.difference() && now.reason() == null
                ? Plan.difference(now.journals(), new Kept(figures(), before.entries()))
                : Plan.park(changed(now));
    }

    private Plan planned(@Nullable Kept kept) {
        OrderHistory known = kept == null ? history : history.with(posted(kept.entries()));
        try {
            return new PlanningRun(rules, reading, known).plan();
        } catch (CannotPost refusal) {
            return Plan.park(refusal.reason());
        }
    }

    private List<Journal> posted(List<JournalDraft> entries) {
        Stream<Journal> counted = IntStream.range(0, entries.size())
                .mapToObj(index -> Journal.counted(
                        Long.MAX_VALUE - entries.size() + index,
                        rules.store(),
                        reading.order().id(),
                        entries.get(index),
                        null));
        return Stream.concat(history.journals().stream(), counted).toList();
    }

    private String figures() {
        Order order = reading.order();
        return "total %s, tax %s, refunds %s"
                .formatted(
                        order.totalIncTax().stripTrailingZeros().toPlainString(),
                        order.totalTax().stripTrailingZeros().toPlainString(),
                        reading.refunds().stream()
                                .map(refund -> refund.id() + " of "
                                        + refund.totalAmount()
                                                .stripTrailingZeros()
                                                .toPlainString())
                                .toList());
    }

    private ParkReason changed(Plan now) {
        String difference = now.journals().isEmpty() ? now.why() : "the difference is " + amounts(now.journals());
        return new ParkReason(
                ParkCode.CHANGED_SINCE_SET_ASIDE,
                "the order has changed since it was set aside: " + difference,
                "Enter the difference by hand and set the order aside again, or replay it with {\"difference\": true} to have"
                        + " just that posted.");
    }

    private static String amounts(List<JournalDraft> journals) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JournalDraft journal : journals) {
            for (JournalLine line : journal.entry().lines()) {
                String key = "%s %s".formatted(line.account(), line.role().label());
                sums.merge(key, line.amount().amount(), BigDecimal::add);
            }
        }
        String currency = journals.get(0).entry().currency().getCurrencyCode();
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> "%s %s %s"
                        .formatted(sum.getKey(), currency, sum.getValue().toPlainString()))
                .collect(Collectors.joining(", "));
    }
}
