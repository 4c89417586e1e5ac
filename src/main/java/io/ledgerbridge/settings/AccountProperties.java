package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** General ledger accounts; application.yaml says what holds where one is missing. */
record AccountProperties(
        @NotNull @Valid @Code(15) AccountSetting receivable,
        @NotNull @Valid @Code(15) AccountSetting revenue,
        @Valid @Code(15) @Nullable AccountSetting shipping,
        @Valid @Code(15) @Nullable AccountSetting handling,
        @Valid @Code(15) @Nullable AccountSetting wrapping,
        @Valid @Code(15) @Nullable AccountSetting fees,
        @Valid @Code(15) @Nullable AccountSetting discounts,
        @Valid @Code(15) @Nullable AccountSetting salesTax,
        @Valid @Code(15) @Nullable AccountSetting giftCertificates,
        @Valid @Code(15) @Nullable AccountSetting storeCredit,
        @Valid @Code(15) @Nullable AccountSetting costOfGoods,
        @Valid @Code(15) @Nullable AccountSetting inventory,
        @Valid @Code(15) @Nullable AccountSetting rounding,
        @Valid @Code(15) @Nullable AccountSetting refundsOwed) {

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
