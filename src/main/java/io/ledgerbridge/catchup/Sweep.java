package io.ledgerbridge.catchup;

import io.ledgerbridge.bigcommerce.ListedOrder;
import io.ledgerbridge.bigcommerce.ShopReplies;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for orders and refunds whose webhook never came. A look that fails is taken up where it stopped; its cursor
 * moves when its last page is marked due, and then to before it began.
 */
@Component
public class Sweep {

    /** How far BigCommerce's clock may be behind ours before an order read after its change is read once more. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** How long a turn of one list may take, apart from its last call: all lists wait for the slowest. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private final Map<String, SweepProgress> unfinished = new ConcurrentHashMap<>();
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();
    private final List<String> stores;
    private final SweepCursors cursors;
    private final DueOrders orders;
    private final ShopReplies replies;
    private final ShopTroubles troubles;
    private final SweepSettings settings;
    private final StoreBackOff connections;
    private final DatabaseClock clock;

    Sweep(
            Shops shops,
            SweepCursors cursors,
            DueOrders orders,
            ShopReplies replies,
            ShopTroubles troubles,
            SweepSettings settings,
            StoreBackOff connections,
            DatabaseClock clock) {
        this.connections = connections;
        this.stores = List.copyOf(shops.all().keySet());
        this.cursors = cursors;
        this.orders = orders;
        this.replies = replies;
        this.troubles = troubles;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where a list stood when its turn began. */
    private record Turn(SweepProgress look, Instant began) {}

    /** The looks that are to be taken now, of every store that doesn't wait; one that does loses nothing by it. */
    public List<SweepProgress> looks() {
        return stores.stream()
                .filter(connections::mayCallShop)
                .flatMap(store -> Stream.of(SweptList.values()).flatMap(list -> look(store, list).stream()))
                .toList();
    }

    /** Marks one page's orders due, and says where to go on. */
    @Transactional
    public SweepProgress mark(SweepProgress look, String text) {
        List<ListedOrder> listed =
                look.list() == SweptList.ORDERS ? replies.listedOrders(text) : replies.listedRefunds(text);
        SweepProgress next = look.after(listed);
        listed.stream().sorted(Comparator.comparingLong(ListedOrder::order)).forEach(order -> mark(look, order));
        return next;
    }

    /** A page was committed: a look that fails later goes on after it. */
    public SweepProgress marked(SweepProgress look) {
        String key = key(look.store(), look.list());
        unfinished.put(key, look);
        Turn turn = turns.get(key);
        boolean over = turn != null && !clock.now().isBefore(turn.began().plus(TURN));
        return over ? look.resting() : look;
    }

    /** Moves the cursor of a look whose last page was committed; one whose turn is over goes on at the next. */
    public void ended(SweepProgress look) {
        troubles.passed(look.store(), look.task());
        if (look.incomplete()) {
            return;
        }
        cursors.advance(look.store(), look.list().label(), look.list().cursorAfter(look.began(), settings.overlap()));
        unfinished.remove(key(look.store(), look.list()));
        turns.remove(key(look.store(), look.list()));
    }

    private Optional<SweepProgress> look(String store, SweptList list) {
        String key = key(store, list);
        Instant now = clock.now();
        SweepProgress begun = unfinished.get(key);
        Optional<SweepProgress> look =
                begun == null ? begin(store, list, now) : Optional.of(again(begun, turns.get(key)));
        look.ifPresent(each -> {
            unfinished.put(key, each);
            turns.put(key, new Turn(each, now));
        });
        return look;
    }

    private Optional<SweepProgress> begin(String store, SweptList list, Instant now) {
        Instant cursor = cursors.at(store, list.label(), now);
        return list.isDue(cursor, now)
                ? Optional.of(SweepProgress.at(store, list, list.from(cursor, now), now))
                : Optional.empty();
    }

    /** What got nowhere in its turn asks for less: the page may have been too large, or too slow. */
    private static SweepProgress again(SweepProgress begun, @Nullable Turn before) {
        return before != null && begun.equals(before.look()) ? begun.smaller() : begun.inTurn();
    }

    /** An order that was read since it changed is left alone; a decline has no time of its own. */
    private void mark(SweepProgress look, ListedOrder order) {
        if (look.list() == SweptList.OLD_REFUNDS) {
            orders.markUnlessDismissed(look.store(), order.order());
        } else if (order.changed() == null) {
            orders.mark(look.store(), order.order());
        } else {
            orders.markUnlessReadSince(
                    look.store(), order.order(), order.changed().plus(CLOCKS_DIFFER));
        }
    }

    private static String key(String store, SweptList list) {
        return store + "/" + list.label();
    }
}
