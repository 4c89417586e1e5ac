package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a gateway did for an order, or store credit or a certificate in its place.
 *
 * @param event purchase, authorization, capture or settled
 * @param gatewayId the gateway's own, which a purchase and its settlement share
 * @param status ok or error
 */
record Transaction(
        long id,
        String event,
        String method,
        String gateway,
        String gatewayId,
        BigDecimal amount,
        String status,
        Instant at) {

    boolean is(String wanted) {
        return event.equals(wanted) && status.equals("ok");
    }
}
