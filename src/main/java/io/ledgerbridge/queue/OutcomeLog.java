package io.ledgerbridge.queue;

import io.ledgerbridge.faults.Seconds;
import io.ledgerbridge.logging.Words;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** One line in the log, and one in the count, for each work on an order that has ended, whatever ended it, once it is committed. */
@Component
class OutcomeLog {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeLog.class);

    private final MeterRegistry meters;
    private final Words words;

    OutcomeLog(MeterRegistry meters, Words words) {
        this.words = words;
        this.meters = meters;
    }

    @TransactionalEventListener
    public void ended(OrderOutcome ended) {
        Outcome outcome = ended.outcome();
        meters.counter("ledger.bridge.worked", "store", ended.store(), "outcome", outcome.label())
                .increment();
        String said = words.kept(outcome.words());
        if (outcome instanceof Outcome.Parked parked) {
            LOG.warn(
                    "Store {}, order {} parks: {}: {}",
                    ended.store(),
                    ended.order(),
                    parked.reason().code(),
                    said);
        } else if (outcome instanceof Outcome.Waiting waiting) {
            LOG.info(
                    "Store {}, order {} waits until {}: {}",
                    ended.store(),
                    ended.order(),
                    Seconds.of(waiting.until()),
                    said);
        } else {
            LOG.info(
                    "Store {}, order {} is {}{}",
                    ended.store(),
                    ended.order(),
                    outcome.label(),
                    said.isEmpty() ? "" : ": " + said);
        }
    }
}
