package io.ledgerbridge.catchup;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The looks that are under way, and since when each has had its turn. */
final class SweepTurns {

    /** How long a turn of one list may take, apart from its last call: all lists wait for the slowest. */
    private static final Duration TURN = Duration.ofMinutes(1);

    private final Map<String, SweepProgress> unfinished = new ConcurrentHashMap<>();
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    /** Where a list stood when its turn began. */
    private record Turn(SweepProgress look, Instant began) {}

    /**
     * Goes on with a look that is unfinished. What got nowhere in its turn asks for less: the page may have been too large,
     * or too slow.
     */
    Optional<SweepProgress> resumed(String store, SweptList list) {
        String key = key(store, list);
        Turn before = turns.get(key);
        return Optional.ofNullable(unfinished.get(key))
                .map(look -> before != null && look.equals(before.look()) ? look.smaller() : look.inTurn());
    }

    void begun(SweepProgress look, Instant now) {
        unfinished.put(key(look), look);
        turns.put(key(look), new Turn(look, now));
    }

    /** A look has come further; it rests once its turn is over. */
    SweepProgress marked(SweepProgress look, Instant now) {
        unfinished.put(key(look), look);
        Turn turn = turns.get(key(look));
        boolean over = turn != null && !now.isBefore(turn.began().plus(TURN));
        return over ? look.resting() : look;
    }

    void ended(SweepProgress look) {
        unfinished.remove(key(look));
        turns.remove(key(look));
    }

    private static String key(SweepProgress look) {
        return key(look.store(), look.list());
    }

    private static String key(String store, SweptList list) {
        return store + "/" + list.label();
    }
}
