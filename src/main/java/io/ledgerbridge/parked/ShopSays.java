package io.ledgerbridge.parked;

import io.ledgerbridge.posting.ShopOrderStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What BigCommerce says of an order.
 *
 * @param status BigCommerce's status_id
 * @param currency null where it is none that is known
 * @param total with tax
 * @param refunded as far as it counts, also what people recorded here
 * @param aside what people had set aside of it then, by its ways of paying: it counts as being in the ledger
 */
public record ShopSays(int status, @Nullable String currency, BigDecimal total, BigDecimal refunded, BigDecimal aside) {

    /** How much of the order is kept. */
    public BigDecimal kept() {
        return total.subtract(refunded);
    }

    /** Whether the order was cancelled or declined, or never completed. */
    public boolean isCancelled() {
        return ShopOrderStatus.VOID.isMeantBy(status);
    }
}
