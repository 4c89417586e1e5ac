package io.ledgerbridge.bigcommerce.signatures;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Deliveries that aren't BigCommerce's. Anybody can send any number of them: each is counted, and the log is told once a
 * minute how many there were. Nothing that a sender has chosen is in that line.
 */
@Component
class RefusedDeliveryCounts implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedDeliveryCounts.class);
    private static final String NOWHERE = "for stores that aren't set up";

    private final MeterRegistry meters;
    private final Map<String, LongAdder> untold = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService eachMinute =
            Executors.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("refused-deliveries-"));

    RefusedDeliveryCounts(MeterRegistry meters) {
        this.meters = meters;
        Future<?> unused = eachMinute.scheduleWithFixedDelay(this::tellIfPossible, 1, 1, TimeUnit.MINUTES);
    }

    /**
     * One whose signature doesn't hold.
     *
     * @param store one that is set up
     * @param signed whether it had any
     */
    void forged(String store, boolean signed) {
        String kind = signed ? "wrong" : "missing";
        meters.counter("ledger.bridge.webhooks.forged", "store", store, "signature", kind)
                .increment();
        count("to store %s with a %s signature".formatted(store, kind));
    }

    void toUnknownStore() {
        meters.counter("ledger.bridge.webhooks.unknown.store").increment();
        count(NOWHERE);
    }

    private void count(String what) {
        untold.computeIfAbsent(what, first -> new LongAdder()).increment();
    }

    /** Whatever it throws, the next minute comes. */
    private void tellIfPossible() {
        try {
            tell();
        } catch (Throwable failed) {
            LOG.error("The deliveries refused in the last minute can't be told", failed);
        }
    }

    /** One line, where there was any since the last. */
    void tell() {
        String counts = untold.entrySet().stream()
                .map(each -> each.getValue().sumThenReset() + " " + each.getKey())
                .filter(count -> !count.startsWith("0 "))
                .collect(Collectors.joining(", "));
        if (!counts.isEmpty()) {
            LOG.warn("Deliveries refused in the last minute: {}", counts);
        }
    }

    @Override
    public void destroy() {
        eachMinute.shutdownNow();
        tell();
    }
}
