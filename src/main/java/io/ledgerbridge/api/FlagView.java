package io.ledgerbridge.api;

import io.ledgerbridge.posting.amounts.OrderFlag;

/**
 * What a person should know of an order whose entries are right all the same.
 *
 * @param flag a code, such as {@code tax-not-refunded}
 * @param detail with the figures
 */
public record FlagView(String flag, String detail) {

    public static FlagView of(OrderFlag flag) {
        return new FlagView(flag.code(), flag.detail());
    }
}
