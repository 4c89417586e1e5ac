package io.ledgerbridge.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.posting.Bookkeeping;
import io.ledgerbridge.posting.JournalPlanner;
import io.ledgerbridge.posting.Life;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.PaidOrder;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** What is kept of a reading, and of what else was known, makes the same journals again. */
@Tag("laws")
class RecomputeLaws {

    private static final String SEED = "20261130";

    /** Of each of the two kinds. */
    private static final int TRIES = 500;

    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void everyJournalOfALifeComesOutTheSame(@ForAll("lives") Life life) {
        Bookkeeping books = new Bookkeeping(life.settings);
        List<Life.Moment> worked =
                life.moments.stream().filter(Life.Moment::isWorked).toList();
        for (Life.Moment moment : life.moments) {
            moment.delivered().forEach(books::told);
            if (moment.isWorked()) {
                if (worked.indexOf(moment) == worked.size() / 2) {
                    life.settings.accounts.put("revenue", "707100");
                    books.settings(life.settings);
                }
                books.work(moment.reading());
            }
        }
        books.planned.forEach(planned -> comesOutTheSame(planned, books));
    }

    /** With ways of paying, tax codes, recorded refunds, and what is set aside. */
    @Property(tries = TRIES, seed = SEED, shrinking = ShrinkingMode.OFF)
    void everyJournalOfAnOrderComesOutTheSame(@ForAll("orders") PaidOrder order) {
        Bookkeeping books = new Bookkeeping(order.settings);
        Random random = new Random(order.seed);
        books.asked = random.nextBoolean();
        for (int step = 0; step < 6; step++) {
            OrderEvent event = order.live();
            if (event != null) {
                books.told(event);
            }
            books.recorded.clear();
            books.recorded.addAll(order.recorded);
            setAside(random, order, books);
            books.work(order.shop);
        }
        books.planned.forEach(planned -> comesOutTheSame(planned, books));
    }

    private static void setAside(Random random, PaidOrder order, Bookkeeping books) {
        int one = random.nextInt(12);
        if (one == 0) {
            books.setAside();
        } else if (one == 1 && !order.shop.reading().refunds().isEmpty()) {
            books.setAside(order.shop.reading().refunds().get(0).id());
        } else if (one == 2) {
            books.askDifference();
        }
    }

    private static void comesOutTheSame(Bookkeeping.Planned planned, Bookkeeping books) {
        OrderReading read = planned.reading();
        String channel = read.order().channel();
        String reading =
                ReadingText.of(Nameless.of(read, planned.rules().channels().get(channel)));
        saysTheSame(ReadingText.read(reading), read);
        PlannedWith with = PlannedWith.read(PlannedWith.of(planned.rules(), channel, planned.known(), books.journals)
                .text());
        OrderHistory known = with.history(books.journals, books.events);
        PlannedAgain again = PlannedAgain.of(
                new JournalPlanner(planned.rules()).plan(ReadingText.read(reading), known), with.rules());
        for (Journal journal : planned.journals()) {
            assertThat(again.compared(journal))
                    .as("%s from %s", journal.reference(), reading)
                    .isEqualTo(Recomputed.SAME);
        }
    }

    /** All but whose it is, the gateways' own ids, and what may be one. */
    private static void saysTheSame(OrderReading kept, OrderReading read) {
        assertThat(kept)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .ignoringFields(
                        "order.customerId",
                        "order.paymentProvider",
                        "transactions.gatewayId",
                        "order.modifiedAt",
                        "order.createdAt")
                .isEqualTo(read);
        assertThat(kept.order().createdAt()).isEqualTo(read.order().createdAt().truncatedTo(ChronoUnit.SECONDS));
    }

    @Provide
    Arbitrary<Life> lives() {
        return Arbitraries.randomValue(random -> new Life(random.nextLong()));
    }

    @Provide
    Arbitrary<PaidOrder> orders() {
        return Arbitraries.randomValue(random -> new PaidOrder(random.nextLong(), random.nextBoolean()));
    }
}
