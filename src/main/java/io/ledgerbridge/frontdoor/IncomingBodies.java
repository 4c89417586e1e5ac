package io.ledgerbridge.frontdoor;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All bodies that are still coming in. One more than there may be takes the place of the oldest: a sender that gives all
 * of it at once always gets through, however many don't.
 */
final class IncomingBodies {

    private final int most;
    private final Duration time;
    private final Set<IncomingBody> bodies = new LinkedHashSet<>();

    IncomingBodies(int most, Duration time) {
        this.most = most;
        this.time = time;
    }

    /** How long a body may take. */
    Duration time() {
        return time;
    }

    void add(IncomingBody body) {
        IncomingBody oldest = placed(body);
        if (oldest != null) {
            oldest.giveUp(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private synchronized @Nullable IncomingBody placed(IncomingBody body) {
        bodies.add(body);
        if (bodies.size() <= most) {
            return null;
        }
        Iterator<IncomingBody> byAge = bodies.iterator();
        IncomingBody oldest = byAge.next();
        byAge.remove();
        return oldest;
    }

    synchronized void remove(IncomingBody body) {
        bodies.remove(body);
    }

    synchronized int size() {
        return bodies.size();
    }
}
