package io.ledgerbridge.work;

import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.Claims;
import io.ledgerbridge.queue.DrainSettings;
import io.ledgerbridge.queue.Pauses;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Claims as many due orders as there are free workers, from all stores in turn. One store never has all the workers, so
 * that an X3 that is slow keeps no other store waiting.
 */
@Component
public class OrderScheduler {

    private static final int LONGEST_WORK = 12;
    private static final Logger LOG = LoggerFactory.getLogger(OrderScheduler.class);

    private final Claims due;
    private final StoreBackOff backOff;
    private final Pauses pauses;
    private final DrainSettings settings;
    private final Clock clock;
    private final List<String> stores;
    private final Workers workers;
    private final Faults faults;
    private final Quarantine quarantine;
    private final ClockOffset clocks;
    private final DatabaseClock database;
    private final AtomicLong turns = new AtomicLong();
    private int turn;

    public OrderScheduler(
            Claims due,
            StoreBackOff backOff,
            Pauses pauses,
            DrainSettings settings,
            Clock clock,
            Shops shops,
            Workers workers,
            Faults faults,
            Quarantine quarantine,
            ClockOffset clocks,
            DatabaseClock database) {
        this.quarantine = quarantine;
        this.clocks = clocks;
        this.database = database;
        this.due = due;
        this.workers = workers;
        this.faults = faults;
        this.backOff = backOff;
        this.pauses = pauses;
        this.settings = settings;
        this.clock = clock;
        this.stores = List.copyOf(shops.all().keySet());
    }

    /** The next claims; one call at a time. */
    public synchronized List<Claim> claims() {
        turns.incrementAndGet();
        workers.letGoUnbegun(clock.instant().minus(settings.lease().dividedBy(2)));
        giveBack();
        clocks.measure();
        int free = settings.workers() - workers.all().size();
        if (free <= 0 || stores.isEmpty() || clocks.isTooFar()) {
            return List.of();
        }
        Map<String, Integer> most = most();
        List<Claim> claims = quarantine.turn(most.keySet()).orElseGet(() -> due.claim(most, free));
        workers.claimed(claims);
        return claims;
    }

    /** A worker has begun with a claim. */
    public void begun(Claim claim) {
        workers.begun(claim);
    }

    /** The worker of a claim is free again. */
    public void done(Claim claim) {
        workers.done(claim);
    }

    /** The end of a claim's work could not be written down, such as while the database is away: that is done later. */
    public void giveBackLater(Claim claim) {
        workers.keep(claim, "the work ended and its end could not be written down");
    }

    private void giveBack() {
        workers.takeUnreturned().forEach((claim, words) -> {
            try {
                faults.handle(claim, Fault.passing(words, null));
            } catch (RuntimeException failed) {
                LOG.warn("{} can't be given back yet: {}", claim, FailureWords.of(failed));
                workers.keep(claim, words);
            }
        });
    }

    /**
     * Renews the leases of all orders being worked, however long a call takes or has to be waited for; but a worker that
     * never ends keeps its order for {@value #LONGEST_WORK} leases and no longer.
     */
    public void renew() {
        Instant earliest = clock.instant().minus(settings.lease().multipliedBy(LONGEST_WORK));
        workers.all().stream()
                .filter(work -> work.thread() != null && work.since().isAfter(earliest))
                .forEach(work -> renew(work.claim()));
    }

    /** One that can't be renewed, such as behind another's lock, keeps no other from it. */
    private static void renew(Claim claim) {
        try {
            claim.hold();
        } catch (LeaseLost ended) {
            LOG.debug("{} is not renewed", claim, ended);
        } catch (RuntimeException failed) {
            LOG.warn("{} could not be renewed: {}", claim, FailureWords.of(failed));
        }
    }

    /** Grows with each look for due orders, whatever comes of it. */
    long turns() {
        return turns.get();
    }

    /** The stores of which orders are claimed as soon as a worker is free: those that wait for nothing. */
    Set<String> open() {
        Instant now = database.now();
        Set<String> open = new TreeSet<>(stores);
        backOff.current().stream()
                .filter(waiting -> waiting.until().isAfter(now))
                .forEach(waiting -> open.remove(waiting.store()));
        pauses.all().forEach(pause -> open.remove(pause.store()));
        return open;
    }

    private int busy(String store) {
        return (int) workers.all().stream()
                .filter(work -> work.claim().store().equals(store))
                .count();
    }

    private Map<String, Integer> most() {
        List<String> inTurn = new ArrayList<>(stores);
        Collections.rotate(inTurn, turn++ % stores.size());
        Map<String, Integer> most = new LinkedHashMap<>();
        inTurn.forEach(store -> most.put(store, share() - busy(store)));
        Instant now = database.now();
        for (StoreBackOff.SideBackOff waiting : backOff.current()) {
            int ahead = waiting.until().isAfter(now) ? 0 : 1 - busy(waiting.store());
            most.computeIfPresent(waiting.store(), (store, share) -> Math.min(share, ahead));
        }
        pauses.all().forEach(pause -> most.remove(pause.store()));
        most.values().removeIf(share -> share <= 0);
        return most;
    }

    /** A store's workers at the most: one stays for each other store, but half of them are always any store's. */
    private int share() {
        return Math.max((settings.workers() + 1) / 2, settings.workers() - stores.size() + 1);
    }
}
