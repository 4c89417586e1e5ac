package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Every line of every journal of any order is explained, and the figures of its explanation come to its amount. */
@Tag("laws")
class ExplainedLaws {

    private static final String SEED = "20261130";

    /** Of each of the three kinds of lives: a thousand together. */
    private static final int TRIES = 334;

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void explainsEveryLineOfALife(@ForAll("lives") Life life) {
        Bookkeeping books = new Bookkeeping(life.settings);
        for (Life.Moment moment : life.moments) {
            moment.delivered().forEach(books::told);
            if (moment.isWorked()) {
                books.work(moment.reading());
            }
        }
        Explained.check(books, life);
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void explainsEveryLineWhateverIsRefundedByWhateverTender(@ForAll("orders") PaidOrder order) {
        explainsEveryLine(order);
    }

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void explainsEveryLineWithTendersAndTaxCodes(@ForAll("listedOrders") PaidOrder order) {
        explainsEveryLine(order);
    }

    private static void explainsEveryLine(PaidOrder order) {
        Bookkeeping books = new Bookkeeping(order.settings);
        int steps = new Random(order.seed).nextInt(9);
        work(order, books);
        for (int step = 0; step < steps; step++) {
            OrderEvent event = order.live();
            if (event != null) {
                books.told(event);
            }
            work(order, books);
        }
        Explained.check(books, order);
    }

    private static void work(PaidOrder order, Bookkeeping books) {
        books.recorded.clear();
        books.recorded.addAll(order.recorded);
        books.work(order.shop);
    }

    @Provide
    Arbitrary<Life> lives() {
        Long replayed = Long.getLong("life.seed");
        return replayed == null
                ? Arbitraries.randomValue(random -> new Life(random.nextLong()))
                : Arbitraries.create(() -> new Life(replayed));
    }

    @Provide
    Arbitrary<PaidOrder> orders() {
        return orders(false);
    }

    @Provide
    Arbitrary<PaidOrder> listedOrders() {
        return orders(true);
    }

    private static Arbitrary<PaidOrder> orders(boolean isListed) {
        Long replayed = Long.getLong("order.seed");
        return replayed == null
                ? Arbitraries.randomValue(random -> new PaidOrder(random.nextLong(), isListed))
                : Arbitraries.create(() -> new PaidOrder(replayed, isListed));
    }
}
