package io.ledgerbridge.sandbox.day;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One channel's accounts in the sandbox's X3 folder.
 *
 * @param store store key
 * @param accounts by the setting's name; several roles may share one
 * @param costOfGoods post, memo or off
 * @param costOfGoodsOnRefund keep or reverse
 * @param lists of ways of paying and tax codes, where it has them
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
        Map<String, String> dimensions,
        ChannelLists lists) {

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
        String[] parts = setting.split(":", 2);
        return parts.length == 1 ? plain(setting) : account(parts[0], parts[1]);
    }

    /** @param detail the way of paying of a receivable, else the tax code */
    private String account(String setting, String detail) {
        String name = setting.equals("sales-tax") ? "tax " + detail : detail;
        return lists.accounts().entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> plain(setting));
    }

    /** The tax code of a setting that is split by it; empty for none. */
    static String code(String setting) {
        String[] parts = setting.split(":", 2);
        return parts.length == 1 || parts[0].equals(ShopPayments.RECEIVABLE) ? "" : parts[1];
    }

    /** Every account of its own. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(accounts.values());
        all.addAll(lists.accounts().keySet());
        return all;
    }

    /** Those on which no line may be without a tax code; none where it has no list. */
    Set<String> taxed() {
        Set<String> taxed = new TreeSet<>();
        lists.rates().forEach(rate -> taxed.addAll(List.of(rate.account(), plain("revenue"), plain("shipping"))));
        return taxed;
    }

    private String plain(String setting) {
        return Optional.ofNullable(accounts.get(setting))
                .orElseGet(() -> plain(setting.equals("handling") ? "shipping" : standIn(setting)));
    }

    private String standIn(String setting) {
        if (!List.of("shipping", "wrapping", "fees", "discounts", "rounding").contains(setting)) {
            throw new IllegalStateException(
                    "channel %d of %s has no account for %s".formatted(channel, store, setting));
        }
        return "revenue";
    }

    /** What an account is for: the names of its settings. */
    String purpose(String account, String taxCode) {
        Stream<String> settings = ACCOUNTS.stream().filter(setting -> account.equals(accounts.get(setting)));
        String purpose = String.join(
                ", ",
                Stream.concat(settings, Stream.ofNullable(lists.accounts().get(account)))
                        .toList());
        return purpose.endsWith(taxCode) ? purpose : purpose + " " + taxCode;
    }
}
