package io.ledgerbridge.work;

import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.DownFault;
import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.FaultHandler;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.faults.PlannedAnewFault;
import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.faults.ThrottledFault;
import io.ledgerbridge.faults.TooEarlyFault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.faults.UncertainFault;
import io.ledgerbridge.http.UnreadableAnswer;
import io.ledgerbridge.queue.Claim;
import io.ledgerbridge.queue.OrderWork;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The one place that decides what follows from a fault: wait, ask again, or park. The claim is given back in any case. */
@Component
public class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final OrderWork work;
    private final StoreBackOff connections;
    private final RetrySettings retry;
    private final DatabaseClock clock;
    private final Workers workers;

    Faults(OrderWork work, StoreBackOff connections, RetrySettings retry, DatabaseClock clock, Workers workers) {
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
                fault.handledBy(new Consequences(claim));
            } else if (root instanceof JsltException failed) {
                work.park(claim, templateFailed(failed));
            } else if (root instanceof UnreadableAnswer) {
                Fault.unreadable(FailureWords.of(root), root).handledBy(new Consequences(claim));
            } else if (root instanceof IOException) {
                again(claim, FailureWords.of(thrown));
            } else {
                log(claim, thrown);
                workers.failed(claim);
                again(claim, FailureWords.of(thrown));
            }
        } catch (LeaseLost lost) {
            lost(claim, lost);
        }
    }

    /** A stack is for what is a defect: a database that is away has none to show. */
    private static void log(Claim claim, Throwable thrown) {
        if (FailureWords.isDefect(thrown)) {
            LOG.error("{} failed; it is tried again", claim, thrown);
        } else {
            LOG.warn("{} failed, and is tried again: {}", claim, FailureWords.of(thrown));
        }
    }

    private static void lost(Claim claim, LeaseLost lost) {
        LOG.warn("{}", lost.getMessage());
        claim.outlived();
    }

    /** A task of the program's own failed at BigCommerce: where that asks us to wait, the store's orders wait, too. */
    public void noted(String store, Throwable thrown) {
        if (named(thrown) instanceof ThrottledFault fault) {
            connections.throttled(store, fault.side(), throttledUntil(fault), fault.words());
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

    /** What follows for the order of a claim. */
    private final class Consequences implements FaultHandler {

        private final Claim claim;

        private Consequences(Claim claim) {
            this.claim = claim;
        }

        @Override
        public void passing(TransientFault fault) {
            ParkReason reason = fault.whenTimeIsUp();
            if (reason == null || !isTimeUp(claim)) {
                again(claim, fault.words());
            } else {
                work.park(claim, reason);
            }
        }

        @Override
        public void uncertain(UncertainFault fault) {
            again(claim, fault.notBefore(), fault.words());
        }

        @Override
        public void tooEarly(TooEarlyFault fault) {
            work.wait(claim, fault.notBefore(), fault.words());
        }

        @Override
        public void throttled(ThrottledFault fault) {
            connections.throttled(claim.store(), fault.side(), throttledUntil(fault), fault.words());
            work.postpone(claim, throttledUntil(fault), fault.words());
        }

        /** The order stays due, so that it goes on as soon as a person has renewed what its store waits for. */
        @Override
        public void refusedCredentials(CredentialsFault fault) {
            connections.failed(claim.store(), fault.side(), fault.words());
            work.awaitPerson(claim, fault.words());
        }

        /** Nothing was tried for this order, so it loses no attempt; but its time goes on. */
        @Override
        public void down(DownFault fault) {
            Instant until = connections.failed(claim.store(), fault.side(), fault.words());
            if (isTimeUp(claim)) {
                giveUp(claim, fault.words());
            } else {
                work.wait(claim, until, fault.words());
            }
        }

        @Override
        public void plannedAnew(PlannedAnewFault fault) {
            work.postpone(claim, clock.now(), fault.words());
        }

        @Override
        public void needsPerson(NeedsPersonFault fault) {
            if (fault.tries() > 1 && !isAtItsLastTry(claim, fault)) {
                again(claim, fault.words());
            } else {
                work.park(claim, fault.reason());
            }
        }
    }

    /** However long the other side asks us to wait, it is asked again after the longest delay. */
    private Instant throttledUntil(ThrottledFault fault) {
        Instant longest = clock.now().plus(retry.maxDelay());
        return fault.notBefore().isBefore(longest) ? fault.notBefore() : longest;
    }

    /** Other failures count, too, as the back-off does; but one answer after them, which may be an accident, doesn't park. */
    private static boolean isAtItsLastTry(Claim claim, NeedsPersonFault fault) {
        return claim.attempts() + 1 >= fault.tries()
                && claim.lastFailure() != null
                && claim.lastFailure().startsWith(fault.reason().code() + ": ");
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
                FailureWords.of(failed),
                "Mend what the words name in the template, restart, then work the order again.");
    }

    private void giveUp(Claim claim, String words) {
        work.park(
                claim,
                new ParkReason(
                        ParkCode.GAVE_UP,
                        "It has failed since %s, at last with: %s".formatted(Seconds.of(claim.failingSince()), words),
                        "Mend what the words name, then work the order again."));
    }
}
