package io.ledgerbridge.sagex3.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * How many more calls BigCommerce allows, as its last answer said.
 *
 * @param left in the window of time that is under way
 * @param most in such a window
 * @param at when it said so
 */
public record Quota(long left, long most, Instant at) {

    /** Of the calls that BigCommerce allows, the last 30 % are for real work. */
    private static final double KEPT = 0.3;

    /** BigCommerce counts calls anew after so long, and its last word is of no use then. */
    private static final Duration WINDOW = Duration.ofSeconds(30);

    /** Whether so few are left that what nobody waits for has to wait. */
    public boolean isScarce(Instant now) {
        return left < KEPT * most && at.plus(WINDOW).isAfter(now);
    }

    /** Empty where the answer doesn't say it in numbers. */
    static Optional<Quota> of(HttpResponse answer, Instant now) {
        long left = number(answer, "X-Rate-Limit-Requests-Left");
        long most = number(answer, "X-Rate-Limit-Requests-Quota");
        return left < 0 || most < 0 ? Optional.empty() : Optional.of(new Quota(left, most, now));
    }

    /** Below zero where there is none. */
    private static long number(HttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        try {
            return header == null ? -1 : Long.parseLong(header.getValue().strip());
        } catch (NumberFormatException other) {
            return -1;
        }
    }
}
