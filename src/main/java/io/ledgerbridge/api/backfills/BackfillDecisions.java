package io.ledgerbridge.api.backfills;

import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.catchup.Backfills;
import io.ledgerbridge.catchup.Backfills.Held;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about backfills, with who did in the store's own chain. */
@Component
class BackfillDecisions {

    private final Backfills backfills;
    private final StoreTrail trail;

    BackfillDecisions(Backfills backfills, StoreTrail trail) {
        this.backfills = backfills;
        this.trail = trail;
    }

    /** Where one of the same days is under way, it is that one: whoever asks twice has BigCommerce read once. */
    @Transactional
    AskedRun ask(String store, LocalDate from, LocalDate to, String user) {
        trail.lock(store);
        Optional<Long> underWay = backfills.underWay(store, from, to);
        return underWay.isPresent()
                ? new AskedRun(underWay.get(), false)
                : new AskedRun(begin(store, from, to, user), true);
    }

    private long begin(String store, LocalDate from, LocalDate to, String user) {
        long id = backfills.ask(store, from, to);
        String days = from + " to " + to;
        trail.append(store, "backfill-asked", Map.of("backfill", id, "date", days, "by", user));
        return id;
    }

    /**
     * Pauses, resumes or stops.
     *
     * @return whether it goes on, or is held, as was asked for; empty where there is no such backfill
     */
    @Transactional
    Optional<Boolean> hold(long id, Held held, String user) {
        return backfills.store(id).map(store -> {
            trail.lock(store);
            Backfills.Changed changed = backfills.hold(id, held);
            if (changed == Backfills.Changed.NOW) {
                trail.append(store, "backfill-" + held.label(), Map.of("backfill", id, "by", user));
            }
            return changed != Backfills.Changed.TOO_LATE;
        });
    }
}
