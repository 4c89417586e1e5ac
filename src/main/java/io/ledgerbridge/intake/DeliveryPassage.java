package io.ledgerbridge.intake;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;

/** The way of deliveries to their route: open while the route is started, until the program closes. */
final class DeliveryPassage {

    private static final String ROUTE = "receive-webhook";

    private final CamelContext camel;
    private final ReadWriteLock passing = new ReentrantReadWriteLock();
    private volatile boolean closing;

    DeliveryPassage(CamelContext camel) {
        this.camel = camel;
    }

    boolean isOpen() {
        return !closing && camel.getRouteController().getRouteStatus(ROUTE) == ServiceStatus.Started;
    }

    /** Whether a delivery may enter; then it has to leave. */
    boolean enter() {
        return passing.readLock().tryLock();
    }

    void leave() {
        passing.readLock().unlock();
    }

    /**
     * Lets no more in, and waits for those that have entered.
     *
     * @return false where some have not left in that time
     */
    boolean close(Duration patience) throws InterruptedException {
        closing = true;
        return passing.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
