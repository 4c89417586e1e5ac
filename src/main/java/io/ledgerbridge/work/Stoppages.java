package io.ledgerbridge.work;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.queue.Pause;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.Folders;
import io.ledgerbridge.sagex3.login.TokenState;
import io.ledgerbridge.sagex3.login.TokenStates;
import io.ledgerbridge.work.Stoppage.Kind;
import io.ledgerbridge.work.StoreBackOff.SideBackOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what has stopped the stores that are set up: a side that is away, a pairing, a pause. */
@Component
public class Stoppages {

    private final Shops shops;
    private final Folders folders;
    private final StoreBackOff backOff;
    private final TokenStates logins;
    private final Pauses pauses;

    Stoppages(Shops shops, Folders folders, StoreBackOff backOff, TokenStates logins, Pauses pauses) {
        this.folders = folders;
        this.shops = shops;
        this.backOff = backOff;
        this.logins = logins;
        this.pauses = pauses;
    }

    /** Of all stores. A side that only said how long to wait, as at a rate limit, works; X3 that wants a pairing is that alone. */
    public List<Stoppage> now() {
        List<Stoppage> all = new ArrayList<>(pairings());
        Set<String> unpaired = all.stream().map(Stoppage::store).collect(Collectors.toSet());
        backOff.current().stream()
                .filter(side -> side.failures() > 0)
                .filter(side -> side.side() == Side.BIGCOMMERCE || !unpaired.contains(side.store()))
                .forEach(side -> all.add(away(side)));
        pauses.all().forEach(pause -> all.add(paused(pause)));
        // a store that is no longer set up has nothing to stop
        return all.stream().filter(one -> shops.find(one.store()).isPresent()).toList();
    }

    /** What is known of a pairing stays where the store logs in by other means now. */
    private List<Stoppage> pairings() {
        return shops.all().keySet().stream()
                .filter(store -> folders.of(store).auth().isPaired())
                .flatMap(store -> logins.find(store).filter(TokenState::needsPairing).stream()
                        .map(login -> new Stoppage(
                                store,
                                Kind.PAIRING,
                                Objects.requireNonNull(login.needsPairingSince()),
                                null,
                                null,
                                login.detail())))
                .toList();
    }

    private static Stoppage away(SideBackOff side) {
        Kind kind = side.side() == Side.BIGCOMMERCE ? Kind.BIGCOMMERCE : Kind.SAGE_X3;
        return new Stoppage(side.store(), kind, side.since(), side.until(), null, side.detail());
    }

    private static Stoppage paused(Pause pause) {
        return new Stoppage(pause.store(), Kind.PAUSE, pause.since(), null, pause.by(), pause.why());
    }
}
