package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code channels.*} of a store.
 *
 * @param name shown to people; the channel's id where it is missing
 * @param costOfGoods whether cost of goods is posted
 * @param businessPartner on the receivable line
 * @param site X3's site, where it isn't the store's
 * @param dimensions on every line, by X3's field
 * @param tenders the receivable by way of paying
 * @param tax account and code by country, rate and name
 * @param customers X3's business partner by the name of BigCommerce's customer group
 */
record ChannelProperties(
        @Pattern(regexp = "[^\\p{Cntrl}]{1,200}", message = "one line of at most 200 characters") @Nullable
        String name,

        @Valid @DefaultValue AccountProperties accounts,
        @DefaultValue("off") Channel.CostOfGoods costOfGoods,
        @DefaultValue("keep") Channel.CostOfGoodsOnRefund costOfGoodsOnRefund,
        @Code(15) @Nullable String businessPartner,
        @Code(5) @Nullable String site,

        @DefaultValue
        Map<@Pattern(regexp = AccountSetting.FIELD, message = AccountSetting.FIELDS) String, @Code(15) String>
                dimensions,

        @DefaultValue List<@Valid TenderProperties> tenders,
        @DefaultValue List<@Valid TaxProperties> tax,
        @DefaultValue Map<String, @Code(15) String> customers) {

    /** @param id BigCommerce's number of it */
    Channel settings(String id) {
        return new Channel(
                id,
                Objects.requireNonNullElse(name, id),
                accounts(id),
                costOfGoods,
                costOfGoodsOnRefund,
                site,
                tenders.stream()
                        .map(row -> row.row(id, businessPartner, dimensions))
                        .toList(),
                tax.stream().map(row -> row.row(id, dimensions)).toList(),
                customers);
    }

    /** The channel's partner is the receivable's alone. */
    private Map<String, Account> accounts(String id) {
        Map<String, Account> all = new TreeMap<>();
        accounts.all()
                .forEach((setting, account) -> all.put(
                        setting,
                        account.laidOver(id, setting.equals("receivable") ? businessPartner : null, dimensions)));
        return all;
    }

    /** Whether the cost of goods is posted, and there are no accounts for it. */
    boolean lacksCostOfGoods() {
        return costOfGoods == Channel.CostOfGoods.POST
                && (accounts.costOfGoods() == null || accounts.inventory() == null);
    }
}
