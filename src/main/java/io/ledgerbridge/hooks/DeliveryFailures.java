package io.ledgerbridge.hooks;

import io.ledgerbridge.bigcommerce.WebhookEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs and counts what BigCommerce says that it could not deliver. */
final class DeliveryFailures {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    /** It will try again; it gave up; it has blocked our domain. */
    private static final Set<Long> CODES = Set.of(90_001L, 90_002L, 90_003L);

    private final MeterRegistry meters;

    DeliveryFailures(MeterRegistry meters) {
        this.meters = meters;
    }

    void note(String store, WebhookEvent.Undelivered event) {
        LOG.warn("Store {}: BigCommerce could not deliver ({}): {}", store, event.code(), event.message());
        meters.counter("ledger.bridge.webhooks.undelivered", "store", store, "code", known(event.code()))
                .increment();
    }

    /** A series each for the codes that BigCommerce has: another's number must not make one. */
    private static String known(long code) {
        return CODES.contains(code) ? Long.toString(code) : "other";
    }
}
