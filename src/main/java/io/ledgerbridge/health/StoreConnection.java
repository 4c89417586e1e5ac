package io.ledgerbridge.health;

import io.ledgerbridge.sagex3.calls.CallHealth;
import io.ledgerbridge.sagex3.login.TokenState;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a store's orders get on with one side.
 *
 * @param state {@code ok}, {@code failing}, {@code waiting} or {@code needs-pairing}
 * @param detail what is the matter, in the side's own words where it has any
 * @param since when the trouble began
 * @param until when it is tried again, where the whole store waits
 * @param failures calls in a row that failed
 * @param lastWords of the last failure, also of one that is over
 * @param breaker the circuit breaker's state, where there is one
 */
public record StoreConnection(
        String state,
        @Nullable String detail,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        int failures,
        @Nullable String lastWords,
        @Nullable String breaker) {

    static StoreConnection called(CallHealth calls, @Nullable String breaker) {
        boolean open = "open".equals(breaker) || "forced-open".equals(breaker);
        boolean failing = calls.isFailing() || open;
        return new StoreConnection(
                failing ? "failing" : "ok",
                failing ? calls.words() : null,
                calls.failingSince(),
                null,
                calls.lastSuccess(),
                calls.lastFailure(),
                calls.failures(),
                calls.words(),
                breaker);
    }

    StoreConnection waiting(StoreBackOff.SideBackOff backOff) {
        return but("waiting", backOff.detail(), backOff.since(), backOff.until());
    }

    StoreConnection needsPairing(TokenState login) {
        return but("needs-pairing", login.detail(), login.needsPairingSince(), null);
    }

    private StoreConnection but(String other, @Nullable String words, @Nullable Instant begun, @Nullable Instant next) {
        return new StoreConnection(other, words, begun, next, lastSuccess, lastFailure, failures, lastWords, breaker);
    }
}
