package io.ledgerbridge.queue;

import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.LeaseLost;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The leases of this process's claims: how they are renewed, lost, and given back when it stops. */
@Component
public class Leases {

    private final DueOrderRows rows;
    private final TransactionTemplate transactions;
    private final DrainSettings settings;
    private final DatabaseClock clock;

    /** Whose count is taken off already; they are weak, since nothing is asked of a claim that nobody has any more. */
    private final Set<Claim> uncounted = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private volatile boolean stopped;

    Leases(DueOrderRows rows, TransactionTemplate transactions, DrainSettings settings, DatabaseClock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins a claim's lease, in the transaction that has its order's row locked. */
    void begin(Claim claim, Instant now) {
        rows.claim(claim, now, now.plus(settings.lease()));
    }

    /**
     * Makes sure that a claim still holds, and renews its lease from now on.
     *
     * @throws LeaseLost where its lease has ended, even if no other worker has the order yet
     */
    public void hold(Claim claim) {
        if (write(() -> rows.renew(claim, clock.now().plus(settings.lease()))) == 0) {
            throw LeaseLost.of(claim);
        }
    }

    /** This process has given a claim back itself; that holds from the transaction's commit on. */
    void givenBack(Claim claim) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                uncounted.add(claim);
            }
        });
    }

    /**
     * A claim was lost, and this process lives: its work did not end it, whoever has the order now. One that was given
     * back counts no more; what is counted now is another's claim, which may end that process yet.
     */
    void outlived(Claim claim) {
        if (!stopped && uncounted.add(claim)) {
            write(() -> rows.uncount(claim));
        }
    }

    /**
     * Gives back every claim that this process still has, such as when it stops: whoever is next picks them up at once.
     * Work that goes on all the same can write no more. A work that has taken longer than a lease may be why the process
     * is stopped, so it stays counted.
     */
    @PreDestroy
    public void giveBackAll() {
        stopped = true;
        write(() -> rows.giveBackAll(clock.now().minus(settings.lease())));
    }

    /** Neither a claim nor the container's end comes through the proxy that would begin a transaction. */
    private int write(IntSupplier rows) {
        Integer changed = transactions.execute(running -> rows.getAsInt());
        return changed == null ? 0 : changed;
    }
}
