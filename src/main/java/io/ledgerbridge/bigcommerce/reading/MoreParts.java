package io.ledgerbridge.bigcommerce.reading;

import java.util.Set;

/** Which parts of an order are read beside the order itself, its products and its refunds. */
public interface MoreParts {

    /**
     * Those that a channel asks for: {@link ReadPart#TRANSACTIONS}, {@link ReadPart#TAXES},
     * {@link ReadPart#ADDRESSES} and {@link ReadPart#CUSTOMER} in any combination. Each is a call an order,
     * and the last one two.
     *
     * @param store store key
     * @param channel BigCommerce's channel id
     */
    Set<ReadPart> of(String store, String channel);
}
