package io.ledgerbridge.catchup.shadow;

import io.ledgerbridge.bigcommerce.FailingTask;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.bigcommerce.lists.ListedOrder;
import io.ledgerbridge.bigcommerce.lists.OrderLists;
import io.ledgerbridge.catchup.BackfillDays;
import io.ledgerbridge.catchup.BackfillPage;
import io.ledgerbridge.catchup.Backfills.Changed;
import io.ledgerbridge.catchup.Backfills.Held;
import io.ledgerbridge.catchup.RunRows;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs over the orders of past days that compute and compare, and post nothing. Their lists are read as those of backfills
 * are; nothing is marked due.
 */
@Component
public class ShadowRuns {

    private final RunRows runs;
    private final ShadowRows rows;
    private final OrderLists lists;
    private final ShopTroubles troubles;
    private final Shops shops;
    private final Rules rules;
    private final DatabaseClock clock;

    ShadowRuns(
            JdbcClient jdbc, OrderLists lists, ShopTroubles troubles, Shops shops, Rules rules, DatabaseClock clock) {
        this.runs = new RunRows(jdbc, "shadow_run");
        this.rows = new ShadowRows(jdbc);
        this.lists = lists;
        this.troubles = troubles;
        this.shops = shops;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Asks for the orders that were created on these days, in the store's time zone.
     *
     * @param last included
     * @return the run's number, which no backfill has
     * @throws IllegalArgumentException where the last day is before the first, or no such store is set up
     */
    @Transactional
    public long ask(String store, LocalDate first, LocalDate last) {
        BackfillDays days = new BackfillDays(first, last);
        return runs.insert(store, days, rules.of(store).journal().zone(), clock.now());
    }

    /** The one of a store and these days that is under way; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<Long> underWay(String store, LocalDate first, LocalDate last) {
        return runs.newest(store, new BackfillDays(first, last)).filter(rows::isUnderWay);
    }

    /** Whose it is; empty where there is no such run. */
    @Transactional(readOnly = true)
    public Optional<String> store(long id) {
        return runs.store(id);
    }

    /** Pauses, resumes or stops it: no more orders are looked for, and none is compared. */
    @Transactional
    public Changed hold(long id, Held held) {
        int changed = switch (held) {
            case PAUSED -> rows.pause(id);
            case RESUMED -> rows.resume(id);
            case STOPPED -> rows.stop(id);
        };
        return Changed.of(changed, rows.state(id), held);
    }

    /** The pages to read now: one of each run that isn't listed to its end, or held. */
    @Transactional(readOnly = true)
    public List<ShadowPage> pages() {
        forgetEnded();
        return runs.unlisted().stream()
                .filter(page -> shops.find(page.store()).isPresent()
                        && troubles.mayTry(page.store(), ShadowPage.taskOf(page.id())))
                .map(page ->
                        troubles.of(page.store(), ShadowPage.taskOf(page.id())).isPresent() ? page.smaller() : page)
                .map(ShadowPage::new)
                .toList();
    }

    /** What failed here and goes on no more, or was brought to its end by another process, fails no more. */
    private void forgetEnded() {
        for (String store : shops.all().keySet()) {
            troubles.failing(store).stream()
                    .map(FailingTask::task)
                    .filter(task -> ShadowPage.isTask(task) && !goesOn(ShadowPage.run(task)))
                    .forEach(task -> troubles.passed(store, task));
        }
    }

    private boolean goesOn(long run) {
        return runs.store(run).isPresent() && rows.state(run).isEmpty();
    }

    /**
     * Has the orders of one page compared, and moves on behind them; nothing where another process has read the page.
     *
     * @throws io.ledgerbridge.faults.Fault where the text is no list of orders, or of those that were there before
     */
    @Transactional
    public void list(ShadowPage page, String text) {
        ListPage listed = lists.orders(text);
        BackfillPage read = page.page();
        boolean end = !listed.goesOn(read.lastOrder(), read.limit());
        if (runs.moveOn(read, read.lastOf(listed), end)) {
            Instant now = clock.now();
            rows.addUnnamed(read, listed.unreadable().size());
            listed.orders().stream().map(ListedOrder::order).sorted().forEach(order -> rows.add(read, order, now));
        }
        troubles.passed(page.store(), page.task());
    }
}
