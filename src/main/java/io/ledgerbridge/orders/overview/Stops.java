package io.ledgerbridge.orders.overview;

import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.orders.overview.Stop.Kind;
import io.ledgerbridge.work.Stoppage;
import io.ledgerbridge.work.Stoppages;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what keeps the stores that are set up from being known or worked. Of sweeps, what this process has seen. */
@Component
class Stops {

    private static final String SWEEP = "sweep";

    private final Shops shops;
    private final Stoppages stoppages;
    private final ShopTroubles troubles;
    private final Looks looks;

    Stops(Shops shops, Stoppages stoppages, ShopTroubles troubles, Looks looks) {
        this.looks = looks;
        this.shops = shops;
        this.stoppages = stoppages;
        this.troubles = troubles;
    }

    /** @param store null: of all */
    List<Stop> of(@Nullable String store) {
        Stream<Stop> worked = stoppages.now().stream().map(Stops::stop);
        Stream<Stop> known = shops.all().keySet().stream().flatMap(this::sweeps);
        List<Stop> causes = Stream.concat(worked, known).toList();
        return Stream.concat(causes.stream(), looks.late().filter(late -> !isExplained(late, causes)))
                .filter(stop -> store == null || store.equals(stop.store()))
                .toList();
    }

    /** Whether it is said already why missed orders aren't looked for. */
    private static boolean isExplained(Stop late, List<Stop> causes) {
        return causes.stream()
                .anyMatch(cause ->
                        cause.store().equals(late.store()) && cause.kind().hidesOrders());
    }

    private static Stop stop(Stoppage one) {
        Kind kind = switch (one.kind()) {
            case BIGCOMMERCE -> Kind.BIGCOMMERCE;
            case SAGE_X3 -> Kind.SAGE_X3;
            case PAIRING -> Kind.PAIRING;
            case PAUSE -> Kind.PAUSE;
        };
        return new Stop(one.store(), kind, one.since(), one.nextTry(), one.words());
    }

    private Stream<Stop> sweeps(String store) {
        return troubles.failing(store).stream()
                .filter(task -> task.task().startsWith(SWEEP))
                .limit(1)
                .map(task -> new Stop(store, Kind.SWEEP, task.since(), null, task.words()));
    }
}
