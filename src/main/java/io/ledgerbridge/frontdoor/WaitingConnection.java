package io.ledgerbridge.frontdoor;

import java.time.Instant;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** A connection that waits for a request, or for the rest of a request's head. */
record WaitingConnection(SocketWrapperBase<?> connection, Instant since) {

    /** Unless somebody works on it, or it waits no longer. */
    void close() {
        ifNobodyWorksOn(connection, () -> {
            if (isWaiting(connection)) {
                connection.close();
            }
        });
    }

    /** A thread that works on a connection holds its lock. */
    static void ifNobodyWorksOn(SocketWrapperBase<?> connection, Runnable task) {
        if (connection.getLock().tryLock()) {
            try {
                task.run();
            } finally {
                connection.getLock().unlock();
            }
        }
    }

    /** The head of a request is not whole yet; one whose body is awaited, or that is worked on, is asynchronous. */
    static boolean isWaiting(SocketWrapperBase<?> connection) {
        return !(connection.getCurrentProcessor() instanceof Processor processor && processor.isAsync());
    }
}
