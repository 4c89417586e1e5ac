package io.ledgerbridge.readings;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.details.Transaction;
import io.ledgerbridge.bigcommerce.details.Words;
import io.ledgerbridge.posting.rules.Channel;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an order's {@code payment_provider_id}: a gateway's name. BigCommerce also writes the payment's own id at
 * the provider there, which leads to who paid.
 */
final class KeptProvider {

    private KeptProvider() {}

    /**
     * The order, without a provider that is none of the gateways which are known.
     *
     * @param channel null where it has no mapping
     */
    static Order of(OrderReading reading, @Nullable Channel channel) {
        Order order = reading.order();
        String provider = Words.plain(order.paymentProvider());
        boolean isKnown = (order.isTest() && provider.equals("testgateway"))
                || Stream.concat(named(channel), used(reading))
                        .map(Words::plain)
                        .anyMatch(provider::equals);
        return isKnown ? order : order.withoutProvider();
    }

    /** By the rows of the channel's ways of paying. */
    private static Stream<String> named(@Nullable Channel channel) {
        return channel == null ? Stream.empty() : channel.tenders().stream().flatMap(row -> row.gateways().stream());
    }

    /** By the order's payments and refunds, which are kept: whether theirs is the order's own decides on their way of paying. */
    private static Stream<@Nullable String> used(OrderReading reading) {
        return Stream.concat(
                reading.transactions().stream().map(Transaction::gateway),
                reading.refunds().stream()
                        .flatMap(refund -> refund.payments().stream())
                        .map(Refund.Payment::providerId));
    }
}
