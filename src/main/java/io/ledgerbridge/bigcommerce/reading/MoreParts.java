package io.ledgerbridge.bigcommerce.reading;

import java.util.Set;

/** Which parts of an order are read beside the order itself, its products and its refunds. */
public interface MoreParts {

    /**
     * Those that a channel asks for: {@link OrderParts.Part#TRANSACTIONS}, {@link OrderParts.Part#TAXES},
     * {@link OrderParts.Part#ADDRESSES} and {@link OrderParts.Part#CUSTOMER} in any combination. Each is a call an order,
     * and the last one two.
     *
     * @param store store key
     * @param channel BigCommerce's channel id
     */
    Set<OrderParts.Part> of(String store, String channel);
}
