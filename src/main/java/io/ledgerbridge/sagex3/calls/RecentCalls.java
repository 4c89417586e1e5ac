package io.ledgerbridge.sagex3.calls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How long the last {@value #MOST} calls took that were answered. */
final class RecentCalls {

    static final int MOST = 99;

    private final Deque<Duration> last = new ArrayDeque<>();

    synchronized void add(Duration took) {
        if (last.size() == MOST) {
            last.removeFirst();
        }
        last.addLast(took);
    }

    /** Half of them took no longer; empty where none was answered. */
    synchronized Optional<Duration> median() {
        return last.stream().sorted().skip(last.size() / 2).findFirst();
    }
}
