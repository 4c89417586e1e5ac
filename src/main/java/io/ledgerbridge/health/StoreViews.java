package io.ledgerbridge.health;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.books.RestoredBooks;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.operations.UnreadableCredentials;
import io.ledgerbridge.queue.Pause;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.calls.Calls;
import io.ledgerbridge.sagex3.login.Login;
import io.ledgerbridge.sagex3.login.Logins;
import io.ledgerbridge.sagex3.login.PairedFolders;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together how each store stands. */
@Component
public class StoreViews {

    private final Shops shops;
    private final PairedFolders folders;
    private final StoreBackOff connections;
    private final Logins logins;
    private final Pauses pauses;
    private final ShopTroubles tasks;
    private final Calls calls;
    private final OrderCountCache counted;
    private final UnreadableCredentials credentials;
    private final CircuitBreakerRegistry breakers;
    private final RestoredBooks books;
    private final Clock clock;

    StoreViews(
            Shops shops,
            PairedFolders folders,
            StoreBackOff connections,
            Logins logins,
            Pauses pauses,
            ShopTroubles tasks,
            Calls calls,
            OrderCountCache counted,
            UnreadableCredentials credentials,
            CircuitBreakerRegistry breakers,
            RestoredBooks books,
            Clock clock) {
        this.shops = shops;
        this.folders = folders;
        this.connections = connections;
        this.logins = logins;
        this.pauses = pauses;
        this.tasks = tasks;
        this.calls = calls;
        this.counted = counted;
        this.credentials = credentials;
        this.breakers = breakers;
        this.books = books;
        this.clock = clock;
    }

    /** Every store. */
    public List<StoreView> all() {
        List<StoreBackOff.Trouble> troubles = connections.troubles();
        List<Pause> paused = pauses.all();
        Map<String, List<String>> unreadable = credentials.byStore();
        return shops.all().keySet().stream()
                .map(store -> view(store, troubles, paused, unreadable.getOrDefault(store, List.of())))
                .toList();
    }

    private StoreView view(
            String store, List<StoreBackOff.Trouble> troubles, List<Pause> paused, List<String> unreadable) {
        FolderSettings folder = folders.of(store);
        Map<String, StoreView.Connection> sides = new TreeMap<>();
        for (Side side : Side.values()) {
            sides.put(side.label(), connection(store, folder, side, troubles));
        }
        return new StoreView(
                store,
                folder.api().name().toLowerCase(Locale.ROOT),
                folder.endpoint(),
                sides,
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

    private StoreView.Connection connection(
            String store, FolderSettings folder, Side side, List<StoreBackOff.Trouble> troubles) {
        StoreView.Connection called = StoreView.Connection.called(calls.standing(store, side), breaker(store, side));
        Optional<Login> unpaired = side == Side.SAGE_X3 && folder.auth().isPaired()
                ? logins.find(store).filter(Login::needsPairing)
                : Optional.empty();
        return unpaired.map(called::needsPairing)
                .orElseGet(() -> troubles.stream()
                        .filter(trouble -> trouble.store().equals(store) && trouble.side() == side)
                        .findFirst()
                        .map(called::waiting)
                        .orElse(called));
    }

    private @Nullable String breaker(String store, Side side) {
        return breakers.find(side.label() + "-" + store)
                .map(CircuitBreaker::getState)
                .map(state -> state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(null);
    }
}
