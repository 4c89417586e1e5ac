package io.ledgerbridge.api;

import io.ledgerbridge.posting.amounts.OrderFlag;

/**
 * What a person should know of an order whose entries are right all the same.
 *
 * @param flag a code, such as {@code tax-not-refunded}
 * @param detail with the figures
 */
record FlagView(String flag, String detail) {

    static FlagView of(OrderFlag flag) {
        return new FlagView(flag.code(), flag.detail());
    }
}
