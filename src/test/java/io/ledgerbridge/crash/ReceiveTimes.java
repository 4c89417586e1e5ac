package io.ledgerbridge.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long the program took to receive deliveries, by what it did meanwhile. */
final class ReceiveTimes {

    private final Map<String, List<Duration>> times = new TreeMap<>();

    synchronized void add(String meanwhile, Duration took) {
        times.computeIfAbsent(meanwhile, each -> new ArrayList<>()).add(took);
    }

    /** In milliseconds; zero where there were none. */
    synchronized double percentile(String meanwhile, double percent) {
        List<Duration> sorted =
                times.getOrDefault(meanwhile, List.of()).stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get((int) (percent / 100 * (sorted.size() - 1))).toNanos() / 1e6;
    }

    synchronized List<String> lines() {
        return times.keySet().stream()
                .map(meanwhile -> "%s: %d received, p50 %.1f ms, p99 %.1f ms, the longest %.0f ms"
                        .formatted(
                                meanwhile,
                                times.getOrDefault(meanwhile, List.of()).size(),
                                percentile(meanwhile, 50),
                                percentile(meanwhile, 99),
                                percentile(meanwhile, 100)))
                .toList();
    }
}
