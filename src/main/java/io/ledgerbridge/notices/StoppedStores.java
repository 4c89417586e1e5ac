package io.ledgerbridge.notices;

import io.ledgerbridge.notices.Matter.Kind;
import io.ledgerbridge.notices.Matter.Said;
import io.ledgerbridge.notices.Matter.Words;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.Pauses;
import io.ledgerbridge.sagex3.login.TokenState;
import io.ledgerbridge.sagex3.login.TokenStates;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What keeps all orders of a store from being worked, over all processes: a side that is away, a pairing, a pause. */
@Component
class StoppedStores {

    private final Rules stores;
    private final StoreBackOff backOff;
    private final TokenStates logins;
    private final Pauses pauses;

    StoppedStores(Rules stores, StoreBackOff backOff, TokenStates logins, Pauses pauses) {
        this.stores = stores;
        this.backOff = backOff;
        this.logins = logins;
        this.pauses = pauses;
    }

    /** A side that only said how long to wait, as at a rate limit, works. */
    List<Said> now() {
        List<Said> stopped = new ArrayList<>();
        backOff.current().stream()
                .filter(side -> side.failures() > 0)
                .forEach(side -> stopped.add(said(
                        side.store(),
                        side.side().label(),
                        side.since(),
                        "%s of store %s can't be worked with since %s: the store's orders wait, and none is lost."
                                .formatted(side.side().title(), side.store(), seconds(side.since())))));
        pauses.all()
                .forEach(pause -> stopped.add(said(
                        pause.store(),
                        "pause",
                        pause.since(),
                        "Store %s is paused by %s since %s: its orders wait, and none is lost."
                                .formatted(pause.store(), pause.by(), seconds(pause.since())))));
        for (String store : stores.all().keySet()) {
            logins.find(store).filter(TokenState::needsPairing).ifPresent(login -> {
                Instant since = Objects.requireNonNull(login.needsPairingSince());
                stopped.add(said(
                        store,
                        "pairing",
                        since,
                        "Store %s has to be paired with Sage X3 again, since %s: its orders wait, and none is lost. Open /oauth2/sage-x3/%s/authorize as admin."
                                .formatted(store, seconds(since), store)));
            });
        }
        // a store that is no longer set up has nothing to stop
        return stopped.stream()
                .filter(one -> stores.find(one.matter().store()).isPresent())
                .toList();
    }

    private static Said said(String store, String about, Instant since, String text) {
        Map<String, ?> detail = Map.of("store", store, "waitsFor", about, "since", since.toString());
        return new Said(new Matter(Kind.STORE_STOPPED, store, about, since), () -> new Words(text, detail));
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
