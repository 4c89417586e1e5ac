package io.ledgerbridge.books.audit;

import io.ledgerbridge.faults.FailureWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Looks at every link of the audit trail, on a thread of its own, a page of links in memory at a time. A chain's last
 * links could be missing unseen.
 */
@Component
public class AuditVerification {

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerification.class);

    private static final int LINKS_AT_ONCE = 1000;

    private final AuditLinks all;
    private final AuditVerificationRows rows;
    private final Executor thread;

    AuditVerification(
            AuditLinks all, AuditVerificationRows rows, @Qualifier("verificationThread") Executor verificationThread) {
        this.all = all;
        this.rows = rows;
        this.thread = verificationThread;
    }

    /** How far the last run has come; nothing where there was none. */
    public Optional<AuditVerified> last() {
        return rows.last();
    }

    /** Begins a run, unless one is under way. */
    public void begin() {
        rows.begin().ifPresent(run -> thread.execute(() -> verify(run)));
    }

    /**
     * Likewise, and waits for its end.
     *
     * @return false where it didn't end in that time
     */
    public boolean begin(Duration patience) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        rows.begin().ifPresentOrElse(run -> thread.execute(() -> verify(run, ended)), ended::countDown);
        return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void verify(long run, CountDownLatch ended) {
        try {
            verify(run);
        } finally {
            ended.countDown();
        }
    }

    private void verify(long run) {
        AuditCheck check = new AuditCheck();
        try {
            List<AuditLinkAt> links = all.after(null, LINKS_AT_ONCE);
            while (!links.isEmpty() && !Thread.currentThread().isInterrupted()) {
                links.forEach(placed -> check.look(placed.place(), placed.link()));
                if (!rows.note(run, AuditVerified.RUNNING, check)) {
                    return;
                }
                links = all.after(check.place(), LINKS_AT_ONCE);
            }
            rows.note(run, links.isEmpty() ? AuditVerified.DONE : AuditVerified.FAILED, check);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "The verification of the audit trail failed after {} links: {}",
                    check.checked(),
                    FailureWords.of(failed));
            rows.note(run, AuditVerified.FAILED, check);
        }
    }
}
