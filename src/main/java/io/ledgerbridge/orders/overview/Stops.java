package io.ledgerbridge.orders.overview;

import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.orders.overview.Stop.Kind;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.login.TokenState;
import io.ledgerbridge.sagex3.login.TokenStates;
import io.ledgerbridge.work.StoreBackOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what keeps the stores that are set up from being known or worked. Of sweeps, what this process has seen. */
@Component
class Stops {

    private static final String SWEEP = "sweep";

    private final Shops shops;
    private final StoreBackOff backOff;
    private final TokenStates logins;
    private final Pauses pauses;
    private final ShopTroubles troubles;

    Stops(Shops shops, StoreBackOff backOff, TokenStates logins, Pauses pauses, ShopTroubles troubles) {
        this.shops = shops;
        this.backOff = backOff;
        this.logins = logins;
        this.pauses = pauses;
        this.troubles = troubles;
    }

    /** @param store null: of all */
    List<Stop> of(@Nullable String store) {
        List<Stop> all = new ArrayList<>();
        // a side that only said how long to wait, as at a rate limit, works
        backOff.current().stream()
                .filter(side -> side.failures() > 0)
                .forEach(side ->
                        all.add(new Stop(side.store(), kind(side.side()), side.since(), side.until(), side.detail())));
        shops.all().keySet().forEach(each -> all.addAll(pairing(each)));
        pauses.all().forEach(pause -> all.add(new Stop(pause.store(), Kind.PAUSE, pause.since(), null, pause.why())));
        shops.all().keySet().forEach(each -> all.addAll(sweeps(each)));
        return all.stream()
                .filter(stop -> shops.find(stop.store()).isPresent())
                .filter(stop -> store == null || store.equals(stop.store()))
                .toList();
    }

    private List<Stop> pairing(String store) {
        return logins.find(store).filter(TokenState::needsPairing).stream()
                .map(login -> new Stop(
                        store, Kind.PAIRING, Objects.requireNonNull(login.needsPairingSince()), null, login.detail()))
                .toList();
    }

    private List<Stop> sweeps(String store) {
        return troubles.failing(store).stream()
                .filter(task -> task.task().startsWith(SWEEP))
                .limit(1)
                .map(task -> new Stop(store, Kind.SWEEP, task.since(), null, task.words()))
                .toList();
    }

    private static Kind kind(Side side) {
        return side == Side.BIGCOMMERCE ? Kind.BIGCOMMERCE : Kind.SAGE_X3;
    }
}
