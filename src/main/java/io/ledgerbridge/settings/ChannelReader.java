package io.ledgerbridge.settings;

import static io.ledgerbridge.settings.SettingKind.code;
import static io.ledgerbridge.settings.SettingKind.text;
import static io.ledgerbridge.settings.SettingKind.word;

import io.ledgerbridge.posting.rules.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the {@code channels} settings of a store. */
final class ChannelReader {

    private static final List<String> REQUIRED_ACCOUNTS = List.of("receivable", "revenue");
    private static final List<String> OPTIONAL_ACCOUNTS = List.of(
            "shipping",
            "handling",
            "wrapping",
            "fees",
            "discounts",
            "sales-tax",
            "gift-certificates",
            "store-credit",
            "cost-of-goods",
            "inventory",
            "rounding");
    private static final SettingKind<String> CHANNEL_ID = text("[1-9][0-9]{0,9}", "BigCommerce's number of a channel");
    private static final SettingKind<String> FIELD_NAME =
            text("[A-Za-z][A-Za-z0-9_]{0,29}", "the name of a field of X3's, such as CCE1");
    private static final SettingKind<String> LINE = text("[^\\p{Cntrl}]{1,200}", "one line of at most 200 characters");

    private ChannelReader() {}

    /** By BigCommerce's channel id. */
    static Map<String, Channel> readAll(SettingsGroup store) {
        Map<String, SettingsGroup> groups = store.groups("channels", CHANNEL_ID);
        if (groups.isEmpty()) {
            store.warn("channels", "there are none, so every order of this store will park");
        }
        return groups.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> channel(each.getKey(), each.getValue())));
    }

    private static Channel channel(String id, SettingsGroup channel) {
        Map<String, String> accounts = accounts(channel.group("accounts"));
        Channel.CostOfGoods costOfGoods =
                channel.get("cost-of-goods", word(Channel.CostOfGoods.class)).or(Channel.CostOfGoods.OFF);
        if (costOfGoods == Channel.CostOfGoods.POST
                && !accounts.keySet().containsAll(List.of("cost-of-goods", "inventory"))) {
            channel.warn(
                    "cost-of-goods", "\"post\" without accounts for cost-of-goods and inventory parks every order");
        }
        return new Channel(
                id,
                channel.get("name", LINE).or(id),
                accounts,
                costOfGoods,
                channel.get("cost-of-goods-on-refund", word(Channel.CostOfGoodsOnRefund.class))
                        .or(Channel.CostOfGoodsOnRefund.KEEP),
                channel.get("business-partner", code(15)).orNull(),
                channel.get("site", code(5)).orNull(),
                channel.values("dimensions", FIELD_NAME, code(15)));
    }

    private static Map<String, String> accounts(SettingsGroup group) {
        Map<String, String> accounts = new LinkedHashMap<>();
        for (String name : REQUIRED_ACCOUNTS) {
            accounts.put(name, group.get(name, code(15)).required());
        }
        for (String name : OPTIONAL_ACCOUNTS) {
            Setting<String> account = group.get(name, code(15));
            if (account.isThere()) {
                accounts.put(name, account.required());
            }
        }
        return accounts;
    }
}
