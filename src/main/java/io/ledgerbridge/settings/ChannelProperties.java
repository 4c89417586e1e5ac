package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Objects;
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
 */
record ChannelProperties(
        @Pattern(regexp = "[^\\p{Cntrl}]{1,200}", message = "one line of at most 200 characters") @Nullable
        String name,

        @Valid @DefaultValue AccountProperties accounts,
        @DefaultValue("off") Channel.CostOfGoods costOfGoods,
        @DefaultValue("keep") Channel.CostOfGoodsOnRefund costOfGoodsOnRefund,
        @Code(15) @Nullable String businessPartner,
        @Code(5) @Nullable String site,
        @DefaultValue Map<@Pattern(regexp = FIELD, message = FIELDS) String, @Code(15) String> dimensions) {

    private static final String FIELD = "[A-Za-z][A-Za-z0-9_]{0,29}";
    private static final String FIELDS = "the name of a field of X3's, such as CCE1";

    /** @param id BigCommerce's number of it */
    Channel settings(String id) {
        return new Channel(
                id,
                Objects.requireNonNullElse(name, id),
                accounts.all(),
                costOfGoods,
                costOfGoodsOnRefund,
                businessPartner,
                site,
                dimensions);
    }

    /** Whether the cost of goods is posted, and there are no accounts for it. */
    boolean lacksCostOfGoods() {
        return costOfGoods == Channel.CostOfGoods.POST
                && (accounts.costOfGoods() == null || accounts.inventory() == null);
    }
}
