package io.ledgerbridge.health;

import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.operations.UnreadableCredentials;
import io.ledgerbridge.queue.Pause;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.login.PairedFolders;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together the state of each store. */
@Component
public class StoreViews {

    private final Shops shops;
    private final PairedFolders folders;
    private final StoreConnections connections;
    private final StoreBackOff backOff;
    private final Pauses pauses;
    private final ShopTroubles tasks;
    private final OrderCountCache counted;
    private final UnreadableCredentials credentials;
    private final RestoredBooks books;
    private final Clock clock;

    StoreViews(
            Shops shops,
            PairedFolders folders,
            StoreConnections connections,
            StoreBackOff backOff,
            Pauses pauses,
            ShopTroubles tasks,
            OrderCountCache counted,
            UnreadableCredentials credentials,
            RestoredBooks books,
            Clock clock) {
        this.shops = shops;
        this.folders = folders;
        this.connections = connections;
        this.backOff = backOff;
        this.pauses = pauses;
        this.tasks = tasks;
        this.counted = counted;
        this.credentials = credentials;
        this.books = books;
        this.clock = clock;
    }

    /** Every store. */
    public List<StoreView> all() {
        List<StoreBackOff.SideBackOff> backOffs = backOff.current();
        List<Pause> paused = pauses.all();
        Map<String, List<String>> unreadable = credentials.byStore();
        return shops.all().keySet().stream()
                .map(store -> view(store, backOffs, paused, unreadable.getOrDefault(store, List.of())))
                .toList();
    }

    private StoreView view(
            String store, List<StoreBackOff.SideBackOff> backOffs, List<Pause> paused, List<String> unreadable) {
        FolderSettings folder = folders.of(store);
        return new StoreView(
                store,
                folder.api().name().toLowerCase(Locale.ROOT),
                folder.endpoint(),
                connections.of(store, backOffs),
                paused.stream()
                        .filter(pause -> pause.store().equals(store))
                        .findFirst()
                        .map(StoreView.Paused::of)
                        .orElse(null),
                StoreView.Orders.of(counted.of(store), clock.instant()),
                tasks.failing(store).stream().map(StoreView.Task::of).toList(),
                unreadable,
                books.of(store).map(StoreView.BooksState::behind).orElse(StoreView.BooksState.OK));
    }
}
