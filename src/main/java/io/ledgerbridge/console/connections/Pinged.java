package io.ledgerbridge.console.connections;

import io.ledgerbridge.api.StoresApi;
import io.ledgerbridge.operations.PingCheck;
import java.time.Instant;
import java.util.List;

/** What a store's two sides answered when they were asked. */
public record Pinged(String store, Instant at, List<PingCheck> checks) {

    /** The name under which the next page finds it. */
    public static final String NAME = "pinged";

    /** Lines for people to read. */
    public static Pinged of(String store, Instant at, StoresApi.Pinged answer) {
        return new Pinged(
                store,
                at,
                answer.checks().stream()
                        .filter(PingCheck.class::isInstance)
                        .map(PingCheck.class::cast)
                        .toList());
    }

    /** What it says of Sage X3 alone. */
    public Pinged ofSageX3() {
        return new Pinged(
                store,
                at,
                checks.stream()
                        .filter(check -> check.name().startsWith("sage-x3"))
                        .toList());
    }

    /** How many of them are not as they should be. */
    public long failed() {
        return checks.stream().filter(check -> !check.ok()).count();
    }
}
