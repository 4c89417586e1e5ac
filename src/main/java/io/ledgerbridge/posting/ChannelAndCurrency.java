package io.ledgerbridge.posting;

import io.ledgerbridge.books.JournalDraft;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands: roles are compared within one channel and one currency.
 *
 * @param channel BigCommerce's channel id
 */
record ChannelAndCurrency(String channel, Currency currency) {

    static ChannelAndCurrency of(JournalDraft journal) {
        return new ChannelAndCurrency(journal.channel(), journal.entry().currency());
    }

    /** The currency of an ISO 4217 code; none for a code that is unknown or no money, such as XXX. */
    static Optional<Currency> currency(@Nullable String code) {
        try {
            return Optional.ofNullable(code)
                    .map(Currency::getInstance)
                    .filter(currency -> currency.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
