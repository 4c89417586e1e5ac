package io.ledgerbridge.catchup;

import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.bigcommerce.lists.OrderLists;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for orders and refunds whose webhook never came. A look that fails is taken up where it stopped; its cursor
 * moves when its last page is marked due, and then to before it began.
 */
@Component
public class Sweep {

    private final SweepTurns turns = new SweepTurns();
    private final List<String> stores;
    private final SweepCursors cursors;
    private final SweptOrders orders;
    private final OrderLists lists;
    private final UnreadableRows unreadable;
    private final ShopTroubles troubles;
    private final SweepSettings settings;
    private final StoreBackOff connections;
    private final DatabaseClock clock;

    Sweep(
            Shops shops,
            SweepCursors cursors,
            DueOrders orders,
            OrderLists lists,
            UnreadableRows unreadable,
            ShopTroubles troubles,
            SweepSettings settings,
            StoreBackOff connections,
            DatabaseClock clock) {
        this.connections = connections;
        this.stores = List.copyOf(shops.all().keySet());
        this.cursors = cursors;
        this.orders = new SweptOrders(orders);
        this.lists = lists;
        this.unreadable = unreadable;
        this.troubles = troubles;
        this.settings = settings;
        this.clock = clock;
    }

    /** The looks that are to be taken now, of every store that doesn't wait; one that does loses nothing by it. */
    public List<SweepProgress> looks() {
        return stores.stream()
                .filter(connections::mayCallShop)
                .flatMap(store -> Stream.of(SweptList.values()).flatMap(list -> look(store, list).stream()))
                .toList();
    }

    /** Marks one page's orders due, keeps the rows that name none at a second reading either, and says where to go on. */
    @Transactional
    public SweepProgress mark(SweepProgress look, String text) {
        ListPage listed = look.list() == SweptList.ORDERS ? lists.orders(text) : lists.refunds(text);
        SweepProgress next = look.after(listed);
        if (!unreadable.areTheSameAgain(look.store(), look.task(), listed.unreadable())) {
            return look.again();
        }
        unreadable.keep(look.store(), listed.unreadable());
        orders.mark(look, listed.orders());
        return next;
    }

    /** A page was committed: a look that fails later goes on after it. */
    public SweepProgress marked(SweepProgress look) {
        return turns.marked(look, clock.now());
    }

    /** Moves the cursor of a look whose last page was committed; one whose turn is over goes on at the next. */
    public void ended(SweepProgress look) {
        troubles.passed(look.store(), look.task());
        if (look.incomplete()) {
            return;
        }
        Instant to = look.list().cursorAfter(look.began(), settings.overlap());
        cursors.advance(look.store(), look.list().label(), to, look.began());
        turns.ended(look);
    }

    private Optional<SweepProgress> look(String store, SweptList list) {
        Instant now = clock.now();
        Optional<SweepProgress> look = turns.resumed(store, list)
                .or(() -> SweepProgress.begun(store, list, cursors.at(store, list.label(), now), now));
        look.ifPresent(each -> turns.begun(each, now));
        return look;
    }
}
