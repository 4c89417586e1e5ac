package io.ledgerbridge.alerts;

import io.ledgerbridge.books.audit.TrailBroken;
import io.ledgerbridge.books.audit.anchors.AnchorMade;
import io.ledgerbridge.books.audit.anchors.AnchorTrouble;
import io.ledgerbridge.faults.FailureWords;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends alerts each way once and on a thread of its own. What can't be sent is told in the log, whole. */
@Component
class Alerts {

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

    private final List<AlertWay> ways;
    private final Clock clock;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    /** An alert that isn't sent yet, one way. */
    private record Waiting(Alert alert, AlertWay way, Runnable taken) {}

    Alerts(List<AlertWay> ways, Clock clock) {
        this.ways = ways;
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

    @EventListener
    void trouble(AnchorTrouble trouble) {
        send(Alert.of(clock.instant(), trouble));
    }

    @EventListener
    void noticed(Notice notice) {
        send(new Alert(notice.kind(), notice.at(), notice.text(), notice.detail()), notice.taken());
    }

    void send(Alert alert) {
        send(alert, () -> {});
    }

    private void send(Alert alert, Runnable taken) {
        for (AlertWay way : ways) {
            Waiting one = new Waiting(alert, way, taken);
            try {
                waiting.add(one);
                way.thread().execute(() -> send(one));
            } catch (RejectedExecutionException full) {
                waiting.remove(one);
                LOG.warn("An alert of {} is not sent, since too many wait; it says: {}", alert.kind(), alert.text());
            }
        }
    }

    private void send(Waiting one) {
        try {
            if (isSent(one.alert(), one.way())) {
                one.taken().run();
            }
        } catch (RuntimeException failed) {
            LOG.warn(
                    "An alert of {} is sent and may come again, since that can't be noted: {}",
                    one.alert().kind(),
                    FailureWords.of(failed));
        } finally {
            waiting.remove(one);
        }
    }

    /** What waits then is sent no more. */
    @PreDestroy
    void stop() {
        waiting.forEach(one -> LOG.warn(
                "An alert of {} may be lost, since the program stops; it says: {}",
                one.alert().kind(),
                one.alert().text()));
    }

    private static boolean isSent(Alert alert, AlertWay way) {
        try {
            return way.send(alert);
        } catch (Exception failed) {
            LOG.warn(
                    "An alert of {} can't be sent: {}; it says: {}",
                    alert.kind(),
                    FailureWords.of(failed),
                    alert.text());
            return false;
        }
    }
}
