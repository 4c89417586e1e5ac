package io.ledgerbridge.posting.rules;

import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.ledger.Role;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One sales channel and its general ledger accounts.
 *
 * @param id BigCommerce's channel id
 * @param accounts the accounts with all that goes beside them, by the name of the setting ({@code sales-tax})
 * @param costOfGoods whether cost of goods is posted
 * @param site X3's site, where it isn't the store's
 * @param tenders the receivable by way of paying, the first row that is for a payment wins; empty where it takes all
 * @param taxes tax by rate; empty where one account takes all
 * @param customers X3's business partner for BigCommerce's customer group, by its name or id
 */
public record Channel(
        String id,
        String name,
        Map<String, Account> accounts,
        CostOfGoods costOfGoods,
        CostOfGoodsOnRefund costOfGoodsOnRefund,
        @Nullable String site,
        List<TenderRow> tenders,
        List<TaxRow> taxes,
        Map<String, String> customers) {

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
        tenders = List.copyOf(tenders);
        taxes = List.copyOf(taxes);
        customers = Collections.unmodifiableMap(new TreeMap<>(customers));
    }

    /** The account of a role: its own setting, else the one that the contract names for its absence, else none. */
    public Optional<Account> account(Role role) {
        return switch (role) {
            case GIFT_CERTIFICATES_REDEEMED, GIFT_CERTIFICATES_SOLD -> set("gift-certificates");
            case SHIPPING, WRAPPING, FEES, ROUNDING -> set(role.label()).or(() -> set("revenue"));
            case HANDLING -> set("handling").or(() -> account(Role.SHIPPING));
            case RECEIVABLE, STORE_CREDIT, REFUNDS_OWED, DISCOUNTS, REVENUE, SALES_TAX, COST_OF_GOODS, INVENTORY ->
                set(role.label());
        };
    }

    /** Whether a business partner is told by the customer's group. */
    boolean goesByCustomer() {
        return Stream.concat(accounts.values().stream(), tenders.stream().map(TenderRow::account))
                .filter(Objects::nonNull)
                .anyMatch(account -> Account.BY_CUSTOMER.equals(account.businessPartner()));
    }

    /** X3's business partner of a customer group: by its name in any case, else by its id. */
    Optional<String> partner(CustomerGroup group) {
        return customers.entrySet().stream()
                .filter(customer -> customer.getKey().equalsIgnoreCase(group.name()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.ofNullable(customers.get(Long.toString(group.id()))));
    }

    /** Whether the settings name a customer group; another's name is nothing to keep. */
    public boolean names(CustomerGroup group) {
        return customers.keySet().stream().anyMatch(name -> name.equalsIgnoreCase(group.name()));
    }

    /** The setting that names a role's account. */
    public static String setting(Role role) {
        return switch (role) {
            case GIFT_CERTIFICATES_REDEEMED, GIFT_CERTIFICATES_SOLD -> "gift-certificates";
            default -> role.label();
        };
    }

    private Optional<Account> set(String setting) {
        return Optional.ofNullable(accounts.get(setting));
    }
}
