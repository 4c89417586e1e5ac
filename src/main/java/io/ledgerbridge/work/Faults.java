package io.ledgerbridge.work;

import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.Side;
import io.ledgerbridge.http.UnreadableAnswer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one place that decides what follows from a fault: wait, ask again, or park. The claim is given back in any case. */
@Component
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final OrderWork work;
    private final Connections connections;
    private final RetrySettings retry;
    private final DatabaseClock clock;
    private final Workers workers;

    Faults(OrderWork work, Connections connections, RetrySettings retry, DatabaseClock clock, Workers workers) {
        this.workers = workers;
        this.work = work;
        this.connections = connections;
        this.retry = retry;
        this.clock = clock;
    }

    /** Ends a claim's work after a fault. */
    public void handle(Claim claim, Throwable thrown) {
        try {
            Throwable root = named(thrown);
            if (root instanceof LeaseLost lost) {
                lost(claim, lost);
            } else if (root instanceof Fault fault) {
                handle(claim, fault);
            } else if (root instanceof JsltException failed) {
                work.park(claim, templateFailed(failed));
            } else if (root instanceof UnreadableAnswer) {
                handle(claim, Fault.unreadable(root.toString(), root));
            } else if (root instanceof IOException) {
                again(claim, root.toString());
            } else {
                LOG.error("{} failed; it is tried again", claim, thrown);
                workers.failed(claim);
                again(claim, String.valueOf(thrown));
            }
        } catch (LeaseLost lost) {
            lost(claim, lost);
        }
    }

    private static void lost(Claim claim, LeaseLost lost) {
        LOG.warn("{}", lost.getMessage());
        claim.outlived();
    }

    /** A task of the program's own failed at BigCommerce: where that asks us to wait, the store's orders wait, too. */
    public void noted(String store, Throwable thrown) {
        if (named(thrown) instanceof Fault fault && fault.kind() == Fault.Kind.THROTTLED) {
            connections.throttled(store, side(fault), throttledUntil(fault), fault.words());
        }
    }

    /** A split wraps what fails in it: what says what to do is the fault, the lost lease or the lost line within. */
    private static Throwable named(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault
                    || cause instanceof LeaseLost
                    || cause instanceof JsltException
                    || cause instanceof IOException) {
                return cause;
            }
        }
        return thrown;
    }

    private void handle(Claim claim, Fault fault) {
        switch (fault.kind()) {
            case TRANSIENT -> passing(claim, fault);
            case UNCERTAIN -> again(claim, notBefore(fault), fault.words());
            case TOO_EARLY -> work.wait(claim, notBefore(fault), fault.words());
            case THROTTLED -> {
                connections.throttled(claim.store(), side(fault), throttledUntil(fault), fault.words());
                work.postpone(claim, throttledUntil(fault), fault.words());
            }
            case CREDENTIALS -> {
                // the order stays due, so that it goes on as soon as a person has renewed what its store waits for
                connections.failed(claim.store(), side(fault), fault.words());
                work.awaitPerson(claim, fault.words());
            }
            case DOWN -> down(claim, fault);
            case PLANNED_ANEW -> work.postpone(claim, clock.now(), fault.words());
            case REFUSED -> refused(claim, fault);
        }
    }

    private Instant notBefore(Fault fault) {
        return fault.notBefore() == null ? clock.now().plus(retry.initialDelay()) : fault.notBefore();
    }

    /** However long the other side asks us to wait, it is asked again after the longest delay. */
    private Instant throttledUntil(Fault fault) {
        Instant longest = clock.now().plus(retry.maxDelay());
        return notBefore(fault).isBefore(longest) ? notBefore(fault) : longest;
    }

    private static Side side(Fault fault) {
        return Objects.requireNonNull(fault.side(), () -> "no side to blame for " + fault.words());
    }

    /** Nothing was tried for this order, so it loses no attempt; but its time goes on. */
    private void down(Claim claim, Fault fault) {
        Instant until = connections.failed(claim.store(), side(fault), fault.words());
        if (isTimeUp(claim)) {
            giveUp(claim, fault.words());
        } else {
            work.wait(claim, until, fault.words());
        }
    }

    private void refused(Claim claim, Fault fault) {
        ParkReason reason = fault.reason();
        if (reason == null || (fault.tries() > 1 && !isAtItsLastTry(claim, fault, reason))) {
            again(claim, fault.words());
        } else {
            work.park(claim, reason);
        }
    }

    /** Other failures count, too, as the back-off does; but one answer after them, which may be an accident, doesn't park. */
    private static boolean isAtItsLastTry(Claim claim, Fault fault, ParkReason reason) {
        return claim.attempts() + 1 >= fault.tries()
                && claim.lastFailure() != null
                && claim.lastFailure().startsWith(reason.code() + ": ");
    }

    private void passing(Claim claim, Fault fault) {
        ParkReason reason = fault.reason();
        if (reason == null || !isTimeUp(claim)) {
            again(claim, fault.words());
        } else {
            work.park(claim, reason);
        }
    }

    private void again(Claim claim, String words) {
        again(claim, clock.now(), words);
    }

    private void again(Claim claim, Instant notBefore, String words) {
        Instant later = clock.now().plus(retry.delay(claim.attempts()));
        if (isTimeUp(claim)) {
            giveUp(claim, words);
        } else {
            work.retry(claim, later.isBefore(notBefore) ? notBefore : later, words);
        }
    }

    private boolean isTimeUp(Claim claim) {
        Instant since = claim.failingSince();
        return since != null && Duration.between(since, clock.now()).compareTo(retry.giveUpAfter()) >= 0;
    }

    /** A create that was sent has its outcome written down before anything of its answer could come here. */
    private static ParkReason templateFailed(JsltException failed) {
        return new ParkReason(
                ParkCode.TEMPLATE_FAILED,
                "One of the store's templates failed: " + failed.getMessage(),
                "Mend what the words name in the template, restart, then replay.");
    }

    private void giveUp(Claim claim, String words) {
        work.park(
                claim,
                new ParkReason(
                        ParkCode.GAVE_UP,
                        "It has failed since %s, at last with: %s".formatted(claim.failingSince(), words),
                        "Mend what the words name, then replay the order."));
    }
}
