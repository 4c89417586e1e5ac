package io.ledgerbridge.books.audit;

import io.ledgerbridge.books.audit.anchors.AnchorTrouble;
import io.ledgerbridge.books.audit.check.Findings;
import io.ledgerbridge.books.audit.check.TrailCheck;
import io.ledgerbridge.database.BackgroundRun;
import io.ledgerbridge.database.RunState;
import io.ledgerbridge.faults.FailureWords;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Looks at the whole audit trail and at what it speaks of, on a thread of its own. */
@Component
public class AuditVerification {

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerification.class);

    private final TrailCheck check;
    private final AuditVerificationRows rows;
    private final BackgroundRun runs;
    private final ApplicationEventPublisher listeners;

    AuditVerification(
            TrailCheck check,
            AuditVerificationRows rows,
            @Qualifier("verificationThread") Executor verificationThread,
            ApplicationEventPublisher listeners) {
        this.check = check;
        this.rows = rows;
        this.runs = new BackgroundRun(verificationThread, rows::begin, this::verify);
        this.listeners = listeners;
    }

    /** How far the last run has come; nothing where there was none. */
    public Optional<AuditVerified> last() {
        return rows.last();
    }

    /** Begins a run, unless one is under way. */
    public void begin() {
        runs.begin();
    }

    /**
     * Likewise, and waits for its end.
     *
     * @return false where it didn't end in that time
     */
    public boolean begin(Duration patience) throws InterruptedException {
        return runs.begin(patience);
    }

    /** Whatever a run dies of, its row says so. */
    private void verify(long run) {
        Findings findings = new Findings();
        try {
            boolean whole = check.run(findings, () -> goesOn(run, findings));
            end(run, whole ? RunState.DONE : RunState.FAILED, findings);
        } catch (RuntimeException | Error failed) {
            LOG.warn(
                    "The verification of the audit trail failed after {} links: {}",
                    findings.checked(),
                    FailureWords.of(failed),
                    failed);
            listeners.publishEvent(new AnchorTrouble(
                    "The verification of the audit trail failed after %d links: nothing behind them was looked at. The log says why"
                            .formatted(findings.checked())));
            end(run, RunState.FAILED, findings);
        }
    }

    private boolean goesOn(long run, Findings findings) {
        return rows.note(run, RunState.RUNNING, findings)
                && !Thread.currentThread().isInterrupted();
    }

    private void end(long run, RunState state, Findings findings) {
        if (rows.note(run, state, findings) && findings.count() > 0) {
            LOG.error(
                    "The audit trail isn't whole: {} things don't fit, the first of them: {}",
                    findings.count(),
                    findings.first().get(0).words());
            listeners.publishEvent(
                    new TrailBroken(findings.count(), findings.first().get(0)));
        }
    }
}
