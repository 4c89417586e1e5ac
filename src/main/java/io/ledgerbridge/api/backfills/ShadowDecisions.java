package io.ledgerbridge.api.backfills;

import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.catchup.Backfills.Changed;
import io.ledgerbridge.catchup.Backfills.Held;
import io.ledgerbridge.catchup.shadow.ShadowReports;
import io.ledgerbridge.catchup.shadow.ShadowRuns;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about shadow runs, with who did in the store's own chain; no order's chain tells of any. */
@Component
class ShadowDecisions {

    private final ShadowRuns runs;
    private final ShadowReports reports;
    private final StoreTrail trail;

    ShadowDecisions(ShadowRuns runs, ShadowReports reports, StoreTrail trail) {
        this.runs = runs;
        this.reports = reports;
        this.trail = trail;
    }

    /** Where one of the same days is under way, it is that one: whoever asks twice has BigCommerce read once. */
    @Transactional
    AskedRun ask(String store, LocalDate from, LocalDate to, String user) {
        trail.lock(store);
        Optional<Long> underWay = runs.underWay(store, from, to);
        return underWay.isPresent()
                ? new AskedRun(underWay.get(), false)
                : new AskedRun(begin(store, from, to, user), true);
    }

    private long begin(String store, LocalDate from, LocalDate to, String user) {
        long id = runs.ask(store, from, to);
        String days = from + " to " + to;
        trail.append(store, "shadow-asked", Map.of("backfill", id, "date", days, "by", user));
        return id;
    }

    /** As of backfills; empty where there is no such run. */
    @Transactional
    Optional<Boolean> hold(long id, Held held, String user) {
        return runs.store(id).map(store -> {
            trail.lock(store);
            Changed changed = runs.hold(id, held);
            if (changed == Changed.NOW) {
                trail.append(store, "shadow-" + held.label(), Map.of("backfill", id, "by", user));
            }
            return changed != Changed.TOO_LATE;
        });
    }

    /** How far a run has come, and what it found; empty where there is no such run. */
    @Transactional(readOnly = true)
    Optional<ShadowProgress> progress(long id) {
        return reports.of(id).map(run -> ShadowProgress.of(run, reports.causes(id), reports.accounts(id)));
    }
}
