package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.posting.SetAside.Kept;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.amounts.RecordedRefunds;
import io.ledgerbridge.posting.explained.Ground;
import io.ledgerbridge.posting.rules.PostingRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        if (before == null) {
            return Plan.setAside(kept());
        }
        boolean isAsBefore = figures().equals(before.figures());
        if (!before.isPlanned()) {
            return isAsBefore
                    ? Plan.setAside(before)
                    : Plan.park(changed("%s then, %s now".formatted(before.figures(), figures())));
        }
        return compared(before, planned(before), isAsBefore);
    }

    /** Refunds that can't be entered leave the order planned; they count as booked by hand, by their figures. */
    private Kept kept() {
        try {
            PlanningRun run = new PlanningRun(rules, reading, history);
            Plan plan = run.plan();
            Map<Long, String> refunds = new TreeMap<>();
            run.refused().forEach(id -> refunds.put(id, figures(id)));
            return new Kept(figures(), true, plan.journals(), refunds);
        } catch (CannotPost refusal) {
            return new Kept(figures(), false, List.of(), Map.of());
        }
    }

    private Plan compared(Kept before, Plan now, boolean isAsBefore) {
        if (now.journals().isEmpty() && (now.reason() == null || isAsBefore)) {
            return Plan.setAside(new Kept(figures(), true, before.entries(), before.refunds()));
        }
        if (setAside.difference() && !now.journals().isEmpty()) {
            return Plan.difference(now.journals());
        }
        return Plan.park(changed(difference(now)));
    }

    private static String difference(Plan now) {
        if (now.journals().isEmpty()) {
            return now.why();
        }
        String amounts = "the difference is " + amounts(now.journals());
        return now.reason() == null
                ? amounts
                : amounts + "; and " + now.reason().detail();
    }

    /** Why each journal of the difference is made. */
    Map<String, Ground> grounds() {
        Kept before = setAside.kept();
        if (before == null) {
            return Map.of();
        }
        PlanningRun run = run(before);
        run.plan();
        return run.grounds();
    }

    private PlanningRun run(Kept before) {
        return new PlanningRun(
                rules, reading, history.with(posted(before.entries())).withSetAside(held(before)));
    }

    private Plan planned(Kept before) {
        try {
            return run(before).plan();
        } catch (CannotPost refusal) {
            return Plan.park(refusal.reason());
        }
    }

    private static List<SetAside> held(Kept before) {
        return before.refunds().entrySet().stream()
                .map(held -> new SetAside(held.getKey(), new Kept(held.getValue(), true, List.of(), Map.of()), false))
                .toList();
    }

    private String figures(long refund) {
        return SetAside.ofRefund(reading, refund).figures();
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
        return "total %s, tax %s, %s, refunds %s"
                .formatted(
                        order.totalIncTax().stripTrailingZeros().toPlainString(),
                        order.totalTax().stripTrailingZeros().toPlainString(),
                        meaning(order.statusId()),
                        refunds());
    }

    private List<String> refunds() {
        OrderReading counted = new RecordedRefunds(history.recorded(), reading, Set.of())
                .counted(rules.journal().zone());
        return CountedRefund.of(counted).stream()
                .map(refund -> refund.refund().name() + " of "
                        + refund.counted(refund.refund().totalAmount())
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    private static String meaning(int status) {
        if (ShopOrderStatus.VOID.isMeantBy(status)) {
            return "cancelled";
        }
        return ShopOrderStatus.isRefunded(status) ? "refunded" : "not cancelled";
    }

    private static ParkReason changed(String difference) {
        return new ParkReason(
                ParkCode.CHANGED_SINCE_SET_ASIDE,
                "the order has changed since it was set aside: " + difference,
                "Enter the difference by hand and set the order aside again. Where it is named by account, \"Post what changed"
                        + " since\" (a replay with {\"difference\": true}) posts just that.");
    }

    private static String amounts(List<JournalDraft> journals) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JournalDraft journal : journals) {
            for (JournalLine line : journal.entry().lines()) {
                String key = "%s %s".formatted(line.account(), line.purpose());
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
