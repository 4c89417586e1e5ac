package io.ledgerbridge.readings;

import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.ledger.JournalLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what orders have in the books, and what they would have. */
final class ChangeSums {

    private static final int MOST_EXAMPLES = 100;

    private final Map<AccountPlace, AccountChange> accounts = new TreeMap<>(AccountPlace.ORDER);
    private final Map<String, Long> parked = new TreeMap<>();
    private final List<Long> examples = new ArrayList<>();
    private long orders;
    private long changed;
    private long notKept;

    void add(OrderBefore order, List<JournalDraft> planned) {
        List<JournalLine> was = order.journals().stream()
                .flatMap(journal -> journal.lines().stream())
                .toList();
        List<JournalLine> wouldBe = planned.stream()
                .flatMap(draft -> draft.entry().lines().stream())
                .toList();
        orders++;
        was.forEach(line -> add(line, line.amount().amount(), BigDecimal.ZERO));
        wouldBe.forEach(line -> add(line, BigDecimal.ZERO, line.amount().amount()));
        if (!OrderLines.of(was).equals(OrderLines.of(wouldBe))) {
            changed++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(order.number());
            }
        }
    }

    private void add(JournalLine line, BigDecimal was, BigDecimal wouldBe) {
        AccountPlace key = AccountPlace.of(line);
        accounts.merge(
                key,
                new AccountChange(key.account(), key.role(), key.currency(), was, wouldBe),
                (one, other) -> new AccountChange(
                        one.account(),
                        one.role(),
                        one.currency(),
                        one.was().add(other.was()),
                        one.wouldBe().add(other.wouldBe())));
    }

    void wouldPark(String reason) {
        orders++;
        parked.merge(reason, 1L, Long::sum);
    }

    void notKept() {
        notKept++;
    }

    MappingChange change(@Nullable Long next) {
        return new MappingChange(
                orders,
                changed,
                List.copyOf(examples),
                notKept,
                new HashMap<>(parked),
                List.copyOf(accounts.values()),
                next);
    }
}
