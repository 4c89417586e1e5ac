package io.ledgerbridge.orders.overview;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.catchup.LastLooks;
import io.ledgerbridge.catchup.SweepSettings;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.orders.overview.Stop.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the stores of which missed orders were not looked for lately, whatever the reason. */
@Component
class Looks {

    /** So many turns may fail, or take their time, before what is known counts as old. */
    private static final int TURNS = 3;

    /** However short the interval is: a look takes a while. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final Shops shops;
    private final LastLooks looks;
    private final DatabaseClock clock;
    private final Duration longest;
    private final Instant started;

    Looks(Shops shops, LastLooks looks, SweepSettings settings, DatabaseClock clock) {
        this.shops = shops;
        this.looks = looks;
        this.clock = clock;
        Duration turns = settings.interval().multipliedBy(TURNS);
        this.longest = turns.compareTo(LEAST) < 0 ? LEAST : turns;
        this.started = clock.now();
    }

    /** Of the stores that are set up. */
    Stream<Stop> late() {
        Map<String, Instant> all = looks.byStore();
        Instant now = clock.now();
        return shops.all().keySet().stream().flatMap(store -> of(store, all.get(store), now).stream());
    }

    private Optional<Stop> of(String store, @Nullable Instant last, Instant now) {
        boolean isNew = started.plus(longest).isAfter(now);
        if (last == null) {
            return Optional.of(new Stop(store, isNew ? Kind.FIRST_LOOK : Kind.NO_LOOK, started, null, null));
        }
        return last.plus(longest).isBefore(now)
                ? Optional.of(new Stop(store, Kind.LATE_LOOK, last, null, null))
                : Optional.empty();
    }
}
