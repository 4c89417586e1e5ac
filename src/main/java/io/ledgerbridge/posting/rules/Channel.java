package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.Role;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sales channel and its general ledger accounts.
 *
 * @param id BigCommerce's channel id
 * @param accounts the accounts as set, by the name of the setting ({@code sales-tax})
 * @param costOfGoods whether cost of goods is posted
 * @param site X3's site, where it isn't the store's
 */
public record Channel(
        String id,
        String name,
        Map<String, String> accounts,
        CostOfGoods costOfGoods,
        CostOfGoodsOnRefund costOfGoodsOnRefund,
        @Nullable String businessPartner,
        @Nullable String site,
        Map<String, String> dimensions) {

    /** What becomes of the cost of the goods sold. */
    public enum CostOfGoods {
        POST,
        MEMO,
        OFF
    }

    /** What a refund does to the cost of goods. */
    public enum CostOfGoodsOnRefund {
        KEEP,
        REVERSE
    }

    public Channel {
        accounts = Map.copyOf(accounts);
        dimensions = Map.copyOf(dimensions);
    }

    /** The account of a role: its own setting, else the one that the contract names for its absence, else none. */
    public Optional<String> account(Role role) {
        return switch (role) {
            case GIFT_CERTIFICATES_REDEEMED, GIFT_CERTIFICATES_SOLD -> set("gift-certificates");
            case SHIPPING, WRAPPING, FEES, ROUNDING -> set(role.label()).or(() -> set("revenue"));
            case HANDLING -> set("handling").or(() -> account(Role.SHIPPING));
            case RECEIVABLE, STORE_CREDIT, REFUNDS_OWED, DISCOUNTS, REVENUE, SALES_TAX, COST_OF_GOODS, INVENTORY ->
                set(role.label());
        };
    }

    /** The setting that names a role's account. */
    public static String setting(Role role) {
        return switch (role) {
            case GIFT_CERTIFICATES_REDEEMED, GIFT_CERTIFICATES_SOLD -> "gift-certificates";
            default -> role.label();
        };
    }

    private Optional<String> set(String setting) {
        return Optional.ofNullable(accounts.get(setting));
    }
}
