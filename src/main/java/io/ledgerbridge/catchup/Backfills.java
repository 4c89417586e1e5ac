package io.ledgerbridge.catchup;

import io.ledgerbridge.approvals.ReplayLimits;
import io.ledgerbridge.bigcommerce.FailingTask;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.bigcommerce.lists.ListedOrder;
import io.ledgerbridge.bigcommerce.lists.OrderLists;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.DueOrders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders of past days that an operator asked for, be they older than the store's start. Their list is read a page at a
 * time, and where it stands is in the database: a stop or a crash costs a page, and any process may read the next.
 */
@Component
public class Backfills {

    private final RunRows runs;
    private final BackfillRows rows;
    private final DueOrders orders;
    private final OrderLists lists;
    private final UnreadableRows unreadable;
    private final ShopTroubles troubles;
    private final Shops shops;
    private final Rules rules;
    private final ReplayLimits limits;
    private final Clock clock;

    Backfills(
            JdbcClient jdbc,
            DueOrders orders,
            OrderLists lists,
            UnreadableRows unreadable,
            ShopTroubles troubles,
            Shops shops,
            Rules rules,
            ReplayLimits limits,
            Clock clock) {
        this.runs = new RunRows(jdbc, "backfill");
        this.rows = new BackfillRows(jdbc);
        this.orders = orders;
        this.lists = lists;
        this.unreadable = unreadable;
        this.troubles = troubles;
        this.shops = shops;
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Asks for the orders that were created on these days, in the store's time zone.
     *
     * @param last included
     * @return the backfill's number
     * @throws IllegalArgumentException where the last day is before the first, or no such store is set up
     */
    @Transactional
    public long ask(String store, LocalDate first, LocalDate last) {
        BackfillDays days = new BackfillDays(first, last);
        return runs.insert(store, days, rules.of(store).journal().zone(), clock.instant());
    }

    /** The one of a store and these days that is under way; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Long> underWay(String store, LocalDate first, LocalDate last) {
        return runs.newest(store, new BackfillDays(first, last))
                .filter(id ->
                        rows.progress(id).filter(BackfillProgress::isUnderWay).isPresent());
    }

    /**
     * What to ask BigCommerce for to see a page of such orders, without marking any.
     *
     * @param after the last id that was listed, 0 for none
     * @throws IllegalArgumentException where the last day is before the first, or no such store is set up
     */
    public String resource(String store, LocalDate first, LocalDate last, long after) {
        BackfillDays days = new BackfillDays(first, last);
        ZoneId zone = rules.of(store).journal().zone();
        return BackfillPage.first(store, days.from(zone), days.to(zone), after).resource();
    }

    /** What a person wants of a backfill that is under way. */
    public enum Held {
        PAUSED,
        RESUMED,
        STOPPED;

        /** As rows, links and answers spell it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether something became of it. */
    public enum Changed {
        NOW,
        SO_BEFORE,
        /** It is listed to its end, or stopped. */
        TOO_LATE;

        /**
         * Of a run.
         *
         * @param rows that the wish has changed
         * @param state of the run by now: empty where it goes on
         */
        public static Changed of(int rows, String state, Held held) {
            if (rows > 0) {
                return NOW;
            }
            boolean isSo = state.equals(held == Held.RESUMED ? "" : held.label());
            return isSo ? SO_BEFORE : TOO_LATE;
        }
    }

    /** Whose it is; empty where there is no such backfill. */
    @Transactional(readOnly = true)
    public Optional<String> store(long id) {
        return runs.store(id);
    }

    /** Pauses, resumes or stops the listing; the orders that are listed are worked all the same. */
    @Transactional
    public Changed hold(long id, Held held) {
        int changed = switch (held) {
            case PAUSED -> rows.pause(id);
            case RESUMED -> rows.resume(id);
            case STOPPED -> rows.stop(id);
        };
        return Changed.of(changed, rows.state(id), held);
    }

    /** How far a backfill has come; nothing where there is no such backfill. */
    public Optional<BackfillProgress> progress(long id) {
        return rows.progress(id);
    }

    /** The pages to read now: one of each backfill that isn't listed to its end, where its store has room for it. */
    public List<BackfillPage> pages() {
        List<BackfillPage> unlisted = runs.unlisted();
        forgetEnded(unlisted);
        return unlisted.stream()
                .filter(page -> shops.find(page.store()).isPresent() && troubles.mayTry(page.store(), page.task()))
                .filter(page -> rows.hasRoom(page.store()))
                .map(page -> troubles.of(page.store(), page.task()).isPresent() ? page.smaller() : page)
                .toList();
    }

    /** What failed here and another process has listed to its end fails no more. */
    private void forgetEnded(List<BackfillPage> unlisted) {
        Set<String> tasks = unlisted.stream().map(BackfillPage::task).collect(Collectors.toSet());
        for (String store : shops.all().keySet()) {
            troubles.failing(store).stream()
                    .map(FailingTask::task)
                    .filter(task -> BackfillPage.isTask(task) && !tasks.contains(task))
                    .forEach(task -> troubles.passed(store, task));
        }
    }

    /**
     * Marks the orders of one page due, keeps the rows that name none, and moves on behind them; nothing where another process has
     * read the page. Where it takes two people to have all of the store's parked orders worked again, they stay parked.
     *
     * @throws Fault where the text is no list of orders, or of those that were there before
     */
    @Transactional
    public void mark(BackfillPage page, String text) {
        ListPage listed = lists.orders(text);
        boolean end = !listed.goesOn(page.lastOrder(), page.limit());
        long last = page.lastOf(listed);
        if (unreadable.areTheSameAgain(page.store(), page.task(), listed.unreadable())
                && runs.moveOn(page, last, end)) {
            unreadable.keep(page.store(), listed.unreadable());
            boolean parkedToo = limits.isOnePersonEnough(page.store());
            listed.orders().stream().map(ListedOrder::order).sorted().forEach(order -> {
                rows.add(page, order);
                orders.ask(page.store(), order, parkedToo);
            });
        }
        troubles.passed(page.store(), page.task());
    }
}
