package io.ledgerbridge.alerts;

import io.ledgerbridge.books.audit.TrailBroken;
import io.ledgerbridge.books.audit.anchors.AnchorMade;
import io.ledgerbridge.faults.FailureWords;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends alerts on a thread of their own, each way once. One that can't be sent is told in the log, and holds nothing up. */
@Component
class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final List<AlertWay> ways;
    private final Executor thread;
    private final Clock clock;

    Alerts(List<AlertWay> ways, @Qualifier("alertsThread") Executor alertsThread, Clock clock) {
        this.ways = ways;
        this.thread = alertsThread;
        this.clock = clock;
    }

    @TransactionalEventListener
    void made(AnchorMade made) {
        send(Alert.of(made.anchor()));
    }

    @EventListener
    void broken(TrailBroken broken) {
        send(Alert.ofBroken(clock.instant(), broken.count(), broken.first().words()));
    }

    void send(Alert alert) {
        for (AlertWay way : ways) {
            try {
                thread.execute(() -> send(alert, way));
            } catch (RejectedExecutionException full) {
                LOG.warn("An alert of {} isn't sent, since too many wait", alert.kind());
            }
        }
    }

    private static void send(Alert alert, AlertWay way) {
        try {
            way.send(alert);
        } catch (Exception failed) {
            LOG.warn("An alert of {} can't be sent: {}", alert.kind(), FailureWords.of(failed));
        }
    }
}
