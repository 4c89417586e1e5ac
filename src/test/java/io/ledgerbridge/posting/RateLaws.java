package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalKind;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.amounts.CountedRefund;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Whatever the exchange rates are, an order that is cancelled, or refunded in full without having been edited, leaves nothing of
 * its sale in the currency of Sage X3's ledger: at each rate date it comes to nothing. One again with {@code -Dorder.seed=…} or
 * {@code -Dlife.seed=…}, which a failure prints.
 */
@Tag("laws")
class RateLaws {

    private static final String SEED = "20261129";

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void whatIsGivenBackByAnyTenderLeavesNothingAtAnyRate(@ForAll("orders") PaidOrder order) {
        order.settings.refundRate = JournalSettings.RefundRate.ORDER;
        Bookkeeping books = new Bookkeeping(order.settings);
        int steps = new Random(order.seed).nextInt(9);
        for (int step = 0; step <= steps; step++) {
            books.recorded.clear();
            books.recorded.addAll(order.recorded);
            Plan plan = books.work(order.shop);
            if (isTakenBack(plan, List.of(0, 5, 6).contains(order.shop.status)) || isGivenBack(order, books)) {
                leavesNothingAtAnyRate(order, books);
            }
            OrderEvent event = order.live();
            if (event != null) {
                books.told(event);
            }
        }
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void whatIsGivenBackAfterEditsAndMovesLeavesNothingAtAnyRate(@ForAll("lives") Life life) {
        life.settings.refundRate = JournalSettings.RefundRate.ORDER;
        Bookkeeping books = new Bookkeeping(life.settings);
        for (Life.Moment moment : life.moments) {
            moment.delivered().forEach(books::told);
            if (moment.isWorked()) {
                Plan plan = books.work(moment.reading());
                if (isTakenBack(plan, moment.isVoid()) || (moment.isFullyRefunded() && isEnteredAtOneRate(books))) {
                    leavesNothingAtAnyRate(life, books);
                }
            }
        }
    }

    /** Whether this working took back what a cancelled order sold. */
    private static boolean isTakenBack(Plan plan, boolean isVoid) {
        return isVoid && plan.journals().stream().anyMatch(journal -> journal.kind() == JournalKind.REVERSAL);
    }

    private static boolean isGivenBack(PaidOrder order, Bookkeeping books) {
        List<CountedRefund> counting = CountedRefund.of(order.reading());
        BigDecimal refunded = PaidOrder.sum(counting.stream()
                .map(refund -> refund.counted(refund.refund().totalAmount()))
                .toList());
        return !counting.isEmpty() && refunded.compareTo(order.shop.totalIncTax) == 0 && isEnteredAtOneRate(books);
    }

    /** A refund goes back at the rate of the order's first entry, and not at those of its edits. */
    private static boolean isEnteredAtOneRate(Bookkeeping books) {
        return books.journals.stream()
                        .filter(journal -> journal.kind() != JournalKind.REFUND)
                        .map(journal -> journal.entry().rateDate())
                        .distinct()
                        .count()
                <= 1;
    }

    /** Tax that was not refunded stays, and revenue stands against it, at the same rate. */
    private static void leavesNothingAtAnyRate(Object order, Bookkeeping books) {
        assertThat(sums(
                        books,
                        (journal, line) -> "%s at %s"
                                .formatted(
                                        journal.entry().currency(),
                                        journal.entry().rateDate())))
                .as(order::toString)
                .isEmpty();
        Map<String, BigDecimal> whole = sums(books, RateLaws::account);
        Map<String, BigDecimal> atRates = sums(
                books,
                (journal, line) ->
                        account(journal, line) + " at " + journal.entry().rateDate());
        atRates.keySet().removeIf(account -> whole.containsKey(account.substring(0, account.indexOf(" at "))));
        assertThat(atRates).as(order::toString).isEmpty();
    }

    private static String account(Journal journal, JournalLine line) {
        return journal.channel() + " " + journal.entry().currency() + " " + line.account();
    }

    /** Of what is sold, where it isn't zero. */
    private static Map<String, BigDecimal> sums(Bookkeeping books, BiFunction<Journal, JournalLine, String> key) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Journal journal : books.journals) {
            journal.lines().stream()
                    .filter(line -> line.role().kind() == Role.Kind.SALE)
                    .forEach(line ->
                            sums.merge(key.apply(journal, line), line.amount().amount(), BigDecimal::add));
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    @Provide
    Arbitrary<PaidOrder> orders() {
        Long replayed = Long.getLong("order.seed");
        return replayed == null
                ? Arbitraries.randomValue(random -> new PaidOrder(random.nextLong()))
                : Arbitraries.create(() -> new PaidOrder(replayed));
    }

    @Provide
    Arbitrary<Life> lives() {
        Long replayed = Long.getLong("life.seed");
        return replayed == null
                ? Arbitraries.randomValue(random -> new Life(random.nextLong()))
                : Arbitraries.create(() -> new Life(replayed));
    }
}
