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
final class ComingBodies {

    private final int most;
    private final Duration time;
    private final Set<ComingBody> bodies = new LinkedHashSet<>();

    ComingBodies(int most, Duration time) {
        this.most = most;
        this.time = time;
    }

    /** How long a body may take. */
    Duration time() {
        return time;
    }

    void add(ComingBody body) {
        ComingBody oldest = placed(body);
        if (oldest != null) {
            oldest.giveUp(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private synchronized @Nullable ComingBody placed(ComingBody body) {
        bodies.add(body);
        if (bodies.size() <= most) {
            return null;
        }
        Iterator<ComingBody> byAge = bodies.iterator();
        ComingBody oldest = byAge.next();
        byAge.remove();
        return oldest;
    }

    synchronized void remove(ComingBody body) {
        bodies.remove(body);
    }

    synchronized int size() {
        return bodies.size();
    }
}
