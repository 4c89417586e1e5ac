package io.ledgerbridge.sandbox.day;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One channel's accounts in the sandbox's X3 folder.
 *
 * @param store store key
 * @param accounts by the setting's name; several roles may share one
 * @param costOfGoods post, memo or off
 * @param costOfGoodsOnRefund keep or reverse
 */
public record ChannelBooks(
        String store,
        long channel,
        String name,
        Map<String, String> accounts,
        String costOfGoods,
        String costOfGoodsOnRefund,
        @Nullable String businessPartner,
        @Nullable String site,
        Map<String, String> dimensions) {

    /** The settings of a channel's accounts, in the order in which people read them. */
    static final List<String> ACCOUNTS = List.of(
            "receivable",
            "store-credit",
            "gift-certificates",
            "revenue",
            "discounts",
            "shipping",
            "handling",
            "wrapping",
            "fees",
            "sales-tax",
            "cost-of-goods",
            "inventory",
            "rounding");

    public ChannelBooks {
        accounts = Map.copyOf(accounts);
        dimensions = Map.copyOf(dimensions);
    }

    /** The account, or the one that stands in where the contract lets it be absent. */
    String account(String setting) {
        return Optional.ofNullable(accounts.get(setting))
                .orElseGet(() -> account(setting.equals("handling") ? "shipping" : standIn(setting)));
    }

    private String standIn(String setting) {
        if (!List.of("shipping", "wrapping", "fees", "discounts", "rounding").contains(setting)) {
            throw new IllegalStateException(
                    "channel %d of %s has no account for %s".formatted(channel, store, setting));
        }
        return "revenue";
    }

    /** What an account is for: the names of its settings. */
    String purpose(String account) {
        Stream<String> settings = ACCOUNTS.stream().filter(setting -> account.equals(accounts.get(setting)));
        return String.join(", ", settings.toList());
    }
}
