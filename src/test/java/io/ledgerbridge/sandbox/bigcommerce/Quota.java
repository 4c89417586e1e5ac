package io.ledgerbridge.sandbox.bigcommerce;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Calls left to a store in the window under way; each window begins with a call. */
final class Quota {

    private final int requests;
    private final Duration window;
    private final LongSupplier nanos;
    private long began;
    private int used;

    Quota(int requests, Duration window) {
        this(requests, window, System::nanoTime);
    }

    Quota(int requests, Duration window, LongSupplier nanos) {
        this.requests = requests;
        this.window = window;
        this.nanos = nanos;
    }

    /** Whether one more call is allowed, which it then is. */
    synchronized boolean take() {
        long now = nanos.getAsLong();
        if (used == 0 || now - began >= window.toNanos()) {
            began = now;
            used = 0;
        }
        if (used >= requests) {
            return false;
        }
        used++;
        return true;
    }

    synchronized Map<String, String> headers() {
        long left = Math.max(0, window.toMillis() - (nanos.getAsLong() - began) / 1_000_000);
        return new TreeMap<>(Map.of(
                "X-Rate-Limit-Requests-Left", Integer.toString(requests - used),
                "X-Rate-Limit-Requests-Quota", Integer.toString(requests),
                "X-Rate-Limit-Time-Reset-Ms", Long.toString(used == 0 ? window.toMillis() : left),
                "X-Rate-Limit-Time-Window-Ms", Long.toString(window.toMillis())));
    }
}
