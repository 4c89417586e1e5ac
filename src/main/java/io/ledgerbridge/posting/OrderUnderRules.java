package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.amounts.RefundAmounts;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.ConfiguredAccounts;
import io.ledgerbridge.posting.rules.JournalSettings;
import io.ledgerbridge.posting.rules.PostingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * An order as its store's rules take it: whether and where the ledger should hold it, with which amounts and dates. What
 * the rules have no answer for throws {@link CannotPost}.
 */
record OrderUnderRules(PostingRules rules, OrderReading reading, OrderFacts facts) {

    private Order order() {
        return reading.order();
    }

    /** Whether the ledger should hold the order; one with a refund that counts was paid, and waits no longer. */
    boolean stands() {
        return switch (status()) {
            case VOID -> false;
            case CONFIRMED -> true;
            case PENDING ->
                rules.journal().recognition() == JournalSettings.Recognition.IMMEDIATE
                        || !refunds().isEmpty();
        };
    }

    ShopOrderStatus status() {
        return ShopOrderStatus.ofId(order().statusId()).orElseThrow(() -> CannotPost.unknownStatus(order()));
    }

    List<Refund> refunds() {
        return RefundAmounts.counting(reading);
    }

    /** @param isPosted by id, whether a refund is in the ledger */
    ExpectedAmounts expected(EntryFormat form, LongPredicate isPosted) {
        Money limit = Money.smallestUnits(rules.journal().roundingLimit(), place().currency());
        return ExpectedAmounts.of(reading, channel(), form, isPosted, limit);
    }

    /** As they are set today. */
    ConfiguredAccounts accounts() {
        return new ConfiguredAccounts(rules, channel());
    }

    Channel channel() {
        return Optional.ofNullable(rules.channels().get(order().channel()))
                .orElseThrow(() -> CannotPost.unmappedChannel(rules.store(), order().channel()));
    }

    ChannelAndCurrency place() {
        return new ChannelAndCurrency(order().channel(), currency());
    }

    Currency currency() {
        return ChannelAndCurrency.currency(order().currencyCode())
                .orElseThrow(() -> CannotPost.unknownCurrency(order()));
    }

    /** The day on which the order was confirmed; of one never seen pending, the day on which it was created. */
    LocalDate dueDate() {
        Instant confirmedAt = facts.confirmedAt();
        return date(confirmedAt == null ? order().createdAt() : confirmedAt);
    }

    LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, rules.journal().zone());
    }
}
