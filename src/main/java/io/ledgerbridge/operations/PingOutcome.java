package io.ledgerbridge.operations;

import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.Fault;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one question came to.
 *
 * @param status of the answer; none where there was none
 * @param failure none where the answer is as it should be
 */
public record PingOutcome(
        @Nullable Integer status, @Nullable Throwable failure) {

    boolean isUnauthorised() {
        return Objects.equals(status, 401);
    }

    boolean isForbidden() {
        return Objects.equals(status, 403);
    }

    boolean isGood() {
        return failure == null;
    }

    /** Camel wraps what a bean throws: what was said is in the fault within. */
    @Nullable
    Fault fault() {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return fault;
            }
        }
        return null;
    }

    /** Empty where the answer is as it should be. */
    String words() {
        Fault fault = fault();
        if (fault != null) {
            return fault.words();
        }
        return failure == null ? "" : "no answer: " + FailureWords.of(failure);
    }
}
