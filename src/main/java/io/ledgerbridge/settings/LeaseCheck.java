package io.ledgerbridge.settings;

import io.ledgerbridge.settings.binding.Findings;
import java.time.Duration;
import java.util.stream.Stream;

/** Checks that a lease holds longer than a call may take, lest another worker send what this one is sending. */
record LeaseCheck(LedgerBridgeProperties settings, Findings findings) {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final String LEASE = "ledger-bridge.drain.lease";

    /** @param sharedDatabase whether several processes may share the database; if not, too short a lease is only unwise */
    void check(boolean sharedDatabase) {
        Duration call = longestCall();
        if (settings.drain().lease().compareTo(call.plus(MARGIN)) > 0) {
            return;
        }
        String what = "longer than the longest request-timeout, %d s, and 30 s".formatted(call.toSeconds());
        if (sharedDatabase) {
            findings.refuse(LEASE, what);
        } else {
            findings.warn(
                    LEASE, "is not %s, which it must be where several processes share a database".formatted(what));
        }
    }

    private Duration longestCall() {
        return settings.stores().values().stream()
                .flatMap(store -> Stream.of(
                        store.bigcommerce().requestTimeout(), store.sageX3().requestTimeout()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
