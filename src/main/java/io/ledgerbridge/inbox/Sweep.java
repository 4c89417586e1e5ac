package io.ledgerbridge.inbox;

import io.ledgerbridge.bigcommerce.ListedOrder;
import io.ledgerbridge.bigcommerce.ShopReplies;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

    private final Map<String, Look> unfinished = new ConcurrentHashMap<>();
    private final List<String> stores;
    private final SweepCursors cursors;
    private final DueOrders orders;
    private final ShopReplies replies;
    private final ShopTroubles troubles;
    private final SweepSettings settings;
    private final Clock clock;

    Sweep(
            Shops shops,
            SweepCursors cursors,
            DueOrders orders,
            ShopReplies replies,
            ShopTroubles troubles,
            SweepSettings settings,
            Clock clock) {
        this.stores = List.copyOf(shops.all().keySet());
        this.cursors = cursors;
        this.orders = orders;
        this.replies = replies;
        this.troubles = troubles;
        this.settings = settings;
        this.clock = clock;
    }

    /** The looks that are to be taken now, of every store. */
    public List<Look> looks() {
        return stores.stream()
                .flatMap(store -> Stream.of(SweptList.values()).flatMap(list -> look(store, list).stream()))
                .toList();
    }

    /** Marks one page's orders due, and says where to go on. */
    @Transactional
    public Look mark(Look look, String text) {
        List<ListedOrder> listed =
                look.list() == SweptList.ORDERS ? replies.listedOrders(text) : replies.listedRefunds(text);
        Look next = look.after(listed);
        listed.stream().sorted(Comparator.comparingLong(ListedOrder::order)).forEach(order -> mark(look, order));
        return next;
    }

    /** A page was committed: a look that fails later goes on after it. */
    public void marked(Look look) {
        unfinished.put(key(look.store(), look.list()), look);
    }

    /** Moves the cursor of a look whose last page was committed. */
    public void ended(Look look) {
        cursors.advance(look.store(), look.list().label(), look.list().cursorAfter(look.began(), settings.overlap()));
        unfinished.remove(key(look.store(), look.list()));
        troubles.passed(look.store(), look.task());
    }

    private Optional<Look> look(String store, SweptList list) {
        Look begun = unfinished.get(key(store, list));
        if (begun != null) {
            return Optional.of(begun);
        }
        Instant now = clock.instant();
        Instant cursor = cursors.at(store, list.label(), now);
        return list.isDue(cursor, now)
                ? Optional.of(Look.at(store, list, list.from(cursor, now), now))
                : Optional.empty();
    }

    /** An order that was read since it changed is left alone; a decline has no time of its own. */
    private void mark(Look look, ListedOrder order) {
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
