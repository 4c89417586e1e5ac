package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.bigcommerce.details.Transaction;
import io.ledgerbridge.posting.rules.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reading without what could lead to a person: the journals that are planned from it are the same. */
final class Nameless {

    private Nameless() {}

    /**
     * The same, for keeping.
     *
     * @param channel null where it has no mapping
     */
    static OrderReading of(OrderReading reading, @Nullable Channel channel) {
        return new OrderReading(
                KeptProvider.of(reading, channel),
                reading.products(),
                reading.refunds(),
                numbered(reading.transactions()),
                reading.taxes(),
                reading.addresses(),
                group(reading.group(), channel));
    }

    /** Shops name groups after customers; a group that the settings don't name goes by its number. */
    private static @Nullable CustomerGroup group(@Nullable CustomerGroup group, @Nullable Channel channel) {
        boolean isNamed = group != null && channel != null && channel.names(group);
        return group == null || isNamed ? group : new CustomerGroup(group.id(), "");
    }

    /** A gateway's own id of a payment only tells whether two transactions are of one payment: so does a number. */
    private static List<Transaction> numbered(List<Transaction> transactions) {
        Map<String, String> numbers = new HashMap<>();
        return transactions.stream()
                .map(one -> one.hasGatewayId()
                        ? one.withGatewayId(
                                numbers.computeIfAbsent(one.payment(), id -> "payment " + (numbers.size() + 1)))
                        : one)
                .toList();
    }
}
