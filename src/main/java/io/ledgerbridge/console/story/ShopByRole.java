package io.ledgerbridge.console.story;

import io.ledgerbridge.console.entries.Balance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order should hold beside what the ledger holds of it, by purpose.
 *
 * @param balances where it isn't planned, of the ledger alone
 * @param readAt when BigCommerce said so; null where it isn't planned
 * @param cause the message of why it isn't planned; null where it is
 * @param without the code of why some refunds are not in the plan; null where all are
 */
record ShopByRole(
        List<Balance> balances,
        @Nullable Instant readAt,
        @Nullable String cause,
        @Nullable String without) {

    static ShopByRole not(List<Balance> ledger, String cause) {
        return new ShopByRole(ledger, null, cause, null);
    }
}
