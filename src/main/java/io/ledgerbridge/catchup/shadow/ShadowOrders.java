package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.catchup.shadow.ShadowOrderRows.Compared;
import io.ledgerbridge.catchup.shadow.ShadowOrderRows.Run;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.BackOff;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.parked.OrderPreview;
import io.ledgerbridge.posting.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the orders of shadow runs, each once: what an order comes to and what it adds to the sums is one transaction. */
@Component
public class ShadowOrders {

    /** Of a store at a turn. */
    private static final int AT_ONCE = 10;

    /** A process that hasn't come back by then has ended. */
    private static final Duration READING = Duration.ofMinutes(5);

    /** What a single reading may have missed, and a real work reads again. */
    private static final Set<ParkCode> MAY_HAVE_SLIPPED =
            EnumSet.of(ParkCode.PRODUCTS_DIFFER, ParkCode.UNKNOWN_TAX, ParkCode.REFUNDED_WITHOUT_REFUND);

    private final ShadowOrderRows rows;
    private final ShopTroubles troubles;
    private final Shops shops;
    private final BackOff backOff;
    private final Words words;
    private final DatabaseClock clock;

    ShadowOrders(
            JdbcClient jdbc, ShopTroubles troubles, Shops shops, BackOff backOff, Words words, DatabaseClock clock) {
        this.rows = new ShadowOrderRows(jdbc);
        this.troubles = troubles;
        this.shops = shops;
        this.backOff = backOff;
        this.words = words;
        this.clock = clock;
    }

    /** The orders to compare in this turn, some of each store, those of its oldest run. */
    @Transactional(readOnly = true)
    public List<List<ShadowOrder>> turn() {
        Instant now = clock.now();
        Map<String, Run> next = new LinkedHashMap<>();
        rows.runs(now).stream()
                .filter(run -> shops.find(run.store()).isPresent() && mayTry(run.store(), run.id()))
                .forEach(run -> next.putIfAbsent(run.store(), run));
        return next.values().stream()
                .map(run -> rows.due(run, now, AT_ONCE))
                .filter(Predicate.not(List::isEmpty))
                .toList();
    }

    private boolean mayTry(String store, long run) {
        return troubles.mayTry(store, ShadowPage.taskOf(run));
    }

    /**
     * Whether an order is to be read now, by this process alone. One whose readings never ended is left out: the program
     * may have ended by it.
     */
    @Transactional
    public boolean take(ShadowOrder order) {
        if (!mayTry(order.store(), order.run())) {
            return false;
        }
        Instant now = clock.now();
        if (order.tries() >= ShadowFailure.MOST_TRIES) {
            String why = "%d readings of it were begun, and none came to its end".formatted(order.tries());
            rows.settle(order, new Compared(ShadowOutcome.UNREAD, 0, ParkCode.POISON.label(), why), now);
            return false;
        }
        return rows.take(order, now, now.plus(READING));
    }

    /** Keeps what working an order would come to, and adds it to the sums. */
    @Transactional
    public void compared(ShadowOrder order, OrderPreview.Preview preview) {
        Plan plan = preview.plan();
        ParkReason reason = plan.reason();
        Instant now = clock.now();
        if (reason != null && order.tries() == 0 && MAY_HAVE_SLIPPED.contains(reason.parks())) {
            rows.tryAgain(order, now.plus(backOff.delay(0)), 1);
        } else {
            if (rows.settle(order, compared(plan), now)) {
                AccountChange.all(preview).forEach(change -> rows.add(order.run(), change));
            }
        }
        troubles.passed(order.store(), order.task());
    }

    /** What is posted, or as it should be, needs no words. */
    private Compared compared(Plan plan) {
        ShadowOutcome outcome = ShadowOutcome.of(plan);
        ParkReason reason = plan.reason();
        boolean isPlain = outcome == ShadowOutcome.POST || outcome == ShadowOutcome.AGREE;
        return new Compared(
                outcome,
                plan.journals().size(),
                reason == null ? null : reason.code(),
                isPlain ? null : words.kept(plan.why()));
    }

    /** An order was not compared: it is read later, or stays unread; what is no fault of its own has the whole run wait. */
    @Transactional
    public void failed(ShadowOrder order, Throwable thrown) {
        ShadowFailure failure = ShadowFailure.of(thrown);
        if (failure.isStores()) {
            troubles.failed(order.store(), order.task(), thrown);
        }
        Instant now = clock.now();
        int tries = order.tries() + 1;
        if (failure.isLast(tries)) {
            rows.settle(
                    order,
                    new Compared(ShadowOutcome.UNREAD, 0, failure.code().label(), words.kept(failure.words())),
                    now);
        } else if (failure.isTry()) {
            rows.tryAgain(order, now.plus(backOff.delay(order.tries())), tries);
        } else {
            rows.tryAgain(order, now.plus(backOff.delay(0)), order.tries());
        }
    }
}
