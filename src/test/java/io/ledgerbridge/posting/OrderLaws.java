package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.Journal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * What holds for the life of any order. A thousand lives a law; more with {@code -Djqwik.tries.default=20000}, one
 * again with {@code -Dlife.seed=…}, which a failure prints.
 */
@Tag("laws")
class OrderLaws {

    /** The same lives at each build; to look at others, change it, or give one life's own {@code -Dlife.seed}. */
    private static final String SEED = "20261124";

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void holdAtEachMoment(@ForAll("lives") Life life) {
        follow(life, (books, moment) -> {
            theLedgerHoldsWhatTheShopsFiguresSay(life, books, moment);
            noReferenceIsUsedTwice(life, books);
            everyEntryBalances(life, books);
        });
    }

    private static void theLedgerHoldsWhatTheShopsFiguresSay(Life life, Bookkeeping books, Life.Moment moment) {
        assertThat(books.byAccount()).as(life.toString()).isEqualTo(Bookkeeping.stripped(moment.accounts()));
        // a memo goes with an entry: it waits while none is made, and while the order is zero on every account
        if (books.posted && !moment.accounts().isEmpty()) {
            assertThat(books.memoByAccount()).as(life.toString()).isEqualTo(Bookkeeping.stripped(moment.memo()));
        }
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void workingAnOrderAgainPostsNothing(@ForAll("lives") Life life) {
        follow(life, (books, moment) -> {
            moment.delivered().forEach(books::told);
            assertThat(books.work(moment.reading()).journals())
                    .as(life.toString())
                    .isEmpty();
        });
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void aRefundIsDatedByItsCreationAndAnyOtherEntryByWhatHappenedToItsOrder(@ForAll("lives") Life life) {
        Set<LocalDate> happened = new HashSet<>();
        follow(life, (books, moment) -> {
            Order order = moment.reading().order();
            books.events.forEach(event -> happened.add(date(life, event.createdAt())));
            happened.add(date(life, order.createdAt()));
            happened.add(date(life, Objects.requireNonNull(order.modifiedAt())));
            Map<Long, LocalDate> refunded = new HashMap<>();
            moment.reading()
                    .refunds()
                    .forEach(refund -> refunded.put(
                            refund.id(), date(life, refund.created().toInstant())));
            assertThat(books.journals).as(life.toString()).allSatisfy(journal -> {
                Long refund = journal.draft().refund();
                LocalDate date = journal.entry().accountingDate();
                if (refund == null) {
                    assertThat(happened).contains(date);
                } else {
                    assertThat(date).isEqualTo(refunded.get(refund));
                }
            });
        });
    }

    private static LocalDate date(Life life, Instant instant) {
        return LocalDate.ofInstant(instant, life.settings.zone);
    }

    private static void noReferenceIsUsedTwice(Life life, Bookkeeping books) {
        assertThat(books.journals)
                .extracting(Journal::reference)
                .as(life.toString())
                .doesNotHaveDuplicates();
    }

    private static void everyEntryBalances(Life life, Bookkeeping books) {
        assertThat(books.journals).as(life.toString()).allSatisfy(journal -> {
            assertThat(Bookkeeping.sum(journal.lines())).isEqualByComparingTo(BigDecimal.ZERO);
            assertThat(Bookkeeping.sum(journal.memo())).isEqualByComparingTo(BigDecimal.ZERO);
        });
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyOrderAndMultiplicityOfEventsGivesTheSameSums(@ForAll("lives") Life life) {
        Bookkeeping followed = follow(life, (books, moment) -> {});
        List<OrderEvent> events = new ArrayList<>(followed.events);
        events.addAll(followed.events);
        Collections.shuffle(events, new Random(life.seed));
        Bookkeeping once = new Bookkeeping(life.settings);
        events.forEach(once::told);
        once.work(last(life).reading());
        assertThat(once.byAccount()).as(life.toString()).isEqualTo(followed.byAccount());
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void backfillingFromNothingGivesTheSameSumsAsFollowing(@ForAll("lives") Life life) {
        Bookkeeping followed = follow(life, (books, moment) -> {});
        Bookkeeping filled = new Bookkeeping(life.settings);
        assertThat(filled.work(last(life).reading()).reason())
                .as(life.toString())
                .isNull();
        assertThat(filled.byAccount()).as(life.toString()).isEqualTo(followed.byAccount());
    }

    private static Bookkeeping follow(Life life, BiConsumer<Bookkeeping, Life.Moment> law) {
        Bookkeeping books = new Bookkeeping(life.settings);
        for (Life.Moment moment : life.moments) {
            moment.delivered().forEach(books::told);
            if (moment.isWorked()) {
                assertThat(books.work(moment.reading()).reason())
                        .as(life.toString())
                        .isNull();
                law.accept(books, moment);
            }
        }
        return books;
    }

    private static Life.Moment last(Life life) {
        return life.moments.get(life.moments.size() - 1);
    }

    @Provide
    Arbitrary<Life> lives() {
        Long replayed = Long.getLong("life.seed");
        return replayed == null
                ? Arbitraries.randomValue(random -> new Life(random.nextLong()))
                : Arbitraries.create(() -> new Life(replayed));
    }
}
