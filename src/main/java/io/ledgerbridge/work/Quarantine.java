package io.ledgerbridge.work;

import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.queue.LockedOrder;
import io.ledgerbridge.queue.OrderWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works the orders that a process left in the middle of their work one at a time, and nothing beside: one of them may have
 * ended it, and only that one shall be counted (decision 0013). What ends a process too often parks.
 */
@Component
public class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final Claims claims;
    private final OrderWork work;
    private final AuditTrail audit;
    private final Workers workers;
    private final DrainSettings settings;
    private final Clock clock;
    private @Nullable Claim inside;
    private Instant since = Instant.EPOCH;
    private Instant next = Instant.EPOCH;

    Quarantine(Claims claims, OrderWork work, AuditTrail audit, Workers workers, DrainSettings settings, Clock clock) {
        this.claims = claims;
        this.work = work;
        this.audit = audit;
        this.workers = workers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is to be claimed at this turn because of it; nothing where all others may be claimed. An order that takes
     * longer than a lease keeps the others waiting no longer, and after each the others have as much time as it took.
     *
     * @param stores whose orders may be claimed
     */
    Optional<List<Claim>> turn(Set<String> stores) {
        Instant now = clock.instant();
        if (inside != null && workers.has(inside)) {
            return now.isBefore(since.plus(settings.lease())) ? Optional.of(List.of()) : Optional.empty();
        }
        if (inside != null) {
            next = now.plus(Duration.between(since, now));
            inside = null;
        }
        if (now.isBefore(next) || !claims.hasUnfinished(stores)) {
            return Optional.empty();
        }
        if (workers.anySince(now.minus(settings.lease()))) {
            return Optional.of(List.of());
        }
        inside = claim(stores);
        since = now;
        return inside == null ? Optional.empty() : Optional.of(List.of(inside));
    }

    private @Nullable Claim claim(Set<String> stores) {
        Optional<LockedOrder> unfinished = claims.claimUnfinished(stores);
        while (unfinished.isPresent()) {
            if (unfinished.get().times() < settings.poisonAfter()) {
                LOG.warn(
                        "{} is worked alone: a process ended in the middle of its work",
                        unfinished.get().claim());
                return unfinished.get().claim();
            }
            park(unfinished.get());
            unfinished = claims.claimUnfinished(stores);
        }
        return null;
    }

    private void park(LockedOrder poison) {
        ParkReason reason = new ParkReason(
                ParkCode.POISON,
                "The process that worked it ended in the middle %d times, first from %s on, last from %s on; %s"
                        .formatted(
                                poison.times(),
                                Seconds.of(poison.since()),
                                Seconds.of(poison.last()),
                                lastStep(poison.claim())),
                "Look at the order in BigCommerce, and at what the log says of the ends; work it again once that is mended.");
        work.parkPoison(poison.claim(), reason, poison.times());
    }

    private String lastStep(Claim claim) {
        return audit.newestOf(claim.store(), claim.order())
                .map(link -> "its last step was %s at %s".formatted(link.step(), Seconds.of(link.at())))
                .orElse("nothing had been written down of it");
    }
}
