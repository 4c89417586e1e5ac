package io.ledgerbridge.inbox;

import io.ledgerbridge.books.Fault;
import io.ledgerbridge.books.LeaseLost;
import io.ledgerbridge.books.ParkReason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one place that decides what follows from a fault: wait, ask again, or park. The claim is given back in any case. */
@Component
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final OrderWork work;
    private final RetrySettings retry;
    private final Clock clock;

    Faults(OrderWork work, RetrySettings retry, Clock clock) {
        this.work = work;
        this.retry = retry;
        this.clock = clock;
    }

    /** Ends a claim's work after a fault. */
    public void handle(Claim claim, Throwable thrown) {
        try {
            Throwable root = named(thrown);
            if (root instanceof LeaseLost lost) {
                LOG.warn("{}", lost.getMessage());
            } else if (root instanceof Fault fault) {
                handle(claim, fault);
            } else if (root instanceof IOException) {
                LOG.warn("{}: {}", claim, root.toString());
                again(claim, root.toString());
            } else {
                LOG.error("{} failed; it is tried again", claim, thrown);
                again(claim, String.valueOf(thrown));
            }
        } catch (LeaseLost lost) {
            LOG.warn("{}", lost.getMessage());
        }
    }

    /** A split wraps what fails in it: what says what to do is the fault, the lost lease or the lost line within. */
    private static Throwable named(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault || cause instanceof LeaseLost || cause instanceof IOException) {
                return cause;
            }
        }
        return thrown;
    }

    private void handle(Claim claim, Fault fault) {
        LOG.info("{}: {} ({})", claim, fault.words(), fault.kind());
        Instant soonest = clock.instant().plus(retry.initialDelay());
        switch (fault.kind()) {
            case TRANSIENT -> again(claim, fault.words());
            case UNCERTAIN, THROTTLED ->
                work.postpone(claim, fault.notBefore() == null ? soonest : fault.notBefore(), fault.words());
            case CREDENTIALS -> work.postpone(claim, soonest, fault.words());
            case PLANNED_ANEW -> work.postpone(claim, clock.instant(), fault.words());
            case REFUSED -> refused(claim, fault);
        }
    }

    private void refused(Claim claim, Fault fault) {
        ParkReason reason = fault.reason();
        if (reason == null || claim.attempts() + 1 < fault.tries()) {
            again(claim, fault.words());
        } else {
            LOG.warn("{} parks: {}", claim, fault.words());
            work.park(claim, reason);
        }
    }

    private void again(Claim claim, String words) {
        Instant now = clock.instant();
        Instant since = claim.failingSince() == null ? now : claim.failingSince();
        if (Duration.between(since, now).compareTo(retry.giveUpAfter()) >= 0) {
            LOG.warn("{} parks: it has failed since {}: {}", claim, since, words);
            work.park(
                    claim,
                    new ParkReason(
                            "gave-up",
                            "It has failed since %s, at last with: %s".formatted(since, words),
                            "Mend what the words name, then replay the order."));
        } else {
            work.retry(claim, now.plus(delay(claim.attempts())), words);
        }
    }

    /** Exponential in the failures before, up to the longest delay, and spread over its upper half. */
    private Duration delay(int failures) {
        double millis = (double) retry.initialDelay().toMillis() * Math.pow(retry.multiplier(), Math.min(failures, 60));
        double longest = Math.min(millis, (double) retry.maxDelay().toMillis());
        return Duration.ofMillis(
                Math.round(longest * (0.5 + ThreadLocalRandom.current().nextDouble() / 2)));
    }
}
