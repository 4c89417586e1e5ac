package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Code;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** General ledger accounts; application.yaml says what holds where one is missing. */
record AccountProperties(
        @NotNull @Code(15) String receivable,
        @NotNull @Code(15) String revenue,
        @Code(15) @Nullable String shipping,
        @Code(15) @Nullable String handling,
        @Code(15) @Nullable String wrapping,
        @Code(15) @Nullable String fees,
        @Code(15) @Nullable String discounts,
        @Code(15) @Nullable String salesTax,
        @Code(15) @Nullable String giftCertificates,
        @Code(15) @Nullable String storeCredit,
        @Code(15) @Nullable String costOfGoods,
        @Code(15) @Nullable String inventory,
        @Code(15) @Nullable String rounding,
        @Code(15) @Nullable String refundsOwed) {

    /** Those that are set, by the name of the setting. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
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

    private static void put(Map<String, String> all, String account, @Nullable String code) {
        if (code != null) {
            all.put(account, code);
        }
    }
}
