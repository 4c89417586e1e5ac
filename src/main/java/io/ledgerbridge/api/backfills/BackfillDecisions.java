package io.ledgerbridge.api.backfills;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.catchup.Backfills;
import io.ledgerbridge.catchup.Backfills.Held;
import io.ledgerbridge.sagex3.login.TokenStates;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about backfills, with who did in the store's own chain. */
@Component
class BackfillDecisions {

    /** The store's own chain in the audit trail, written under the lock of its login. */
    private static final long NO_ORDER = 0;

    private final Backfills backfills;
    private final TokenStates logins;
    private final AuditTrail audit;

    BackfillDecisions(Backfills backfills, TokenStates logins, AuditTrail audit) {
        this.backfills = backfills;
        this.logins = logins;
        this.audit = audit;
    }

    @Transactional
    long ask(String store, LocalDate from, LocalDate to, String user) {
        logins.lock(store);
        long id = backfills.ask(store, from, to);
        String days = from + " to " + to;
        audit.append(store, NO_ORDER, "backfill-asked", null, Map.of("backfill", id, "date", days, "by", user));
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
            logins.lock(store);
            Backfills.Changed changed = backfills.hold(id, held);
            if (changed == Backfills.Changed.NOW) {
                audit.append(store, NO_ORDER, "backfill-" + held.label(), null, Map.of("backfill", id, "by", user));
            }
            return changed != Backfills.Changed.TOO_LATE;
        });
    }
}
