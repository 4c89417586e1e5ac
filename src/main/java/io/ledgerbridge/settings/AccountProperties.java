package io.ledgerbridge.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** General ledger accounts; application.yaml says what holds where one is missing. */
record AccountProperties(
        @NotNull(message = CODE) @Valid AccountSetting receivable,
        @NotNull(message = CODE) @Valid AccountSetting revenue,
        @Valid @Nullable AccountSetting shipping,
        @Valid @Nullable AccountSetting handling,
        @Valid @Nullable AccountSetting wrapping,
        @Valid @Nullable AccountSetting fees,
        @Valid @Nullable AccountSetting discounts,
        @Valid @Nullable AccountSetting salesTax,
        @Valid @Nullable AccountSetting giftCertificates,
        @Valid @Nullable AccountSetting storeCredit,
        @Valid @Nullable AccountSetting costOfGoods,
        @Valid @Nullable AccountSetting inventory,
        @Valid @Nullable AccountSetting rounding,
        @Valid @Nullable AccountSetting refundsOwed) {

    private static final String CODE = "a code of 1 to 15 characters";

    /** Those that are set, by the name of the setting. */
    Map<String, AccountSetting> all() {
        Map<String, AccountSetting> all = new LinkedHashMap<>();
        put(all, "receivable", receivable);
        put(all, "revenue", revenue);
        put(all, "shipping", shipping);
        put(all, "handling", handling);
        put(all, "wrapping", wrapping);
        put(all, "fees", fees);
        put(all, "discounts", discounts);
        put(all, "sales-tax", salesTax);
        put(all, "gift-certificates", giftCertificates);
        put(all, "store-credit", storeCredit);
        put(all, "cost-of-goods", costOfGoods);
        put(all, "inventory", inventory);
        put(all, "rounding", rounding);
        put(all, "refunds-owed", refundsOwed);
        return all;
    }

    private static void put(Map<String, AccountSetting> all, String account, @Nullable AccountSetting code) {
        if (code != null) {
            all.put(account, code);
        }
    }
}
