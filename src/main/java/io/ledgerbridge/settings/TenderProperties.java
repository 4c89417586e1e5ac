package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Code;
import io.ledgerbridge.posting.rules.TenderRow;
import io.ledgerbridge.settings.binding.OrNone;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A row of {@code tenders.*}.
 *
 * @param gateway BigCommerce's names of payment gateways, or of a refund's providers
 * @param method BigCommerce's method of a transaction
 * @param names the way of paying as the order shows it
 * @param any whether it is for every payment, with no further condition
 * @param account X3's; none where it makes no entry, or parks
 * @param name of the way of paying on lines; the account's code where it is missing
 * @param businessPartner X3's code of one, or {@code by-customer}
 * @param dimensions beside the channel's
 * @param entry {@code none}: an order that is paid so makes no entry
 * @param park whether an order that is paid so parks
 */
record TenderProperties(
        @DefaultValue List<String> gateway,
        @Nullable String method,
        @DefaultValue List<String> names,
        boolean any,
        @Code(15) @Nullable String account,

        @Pattern(regexp = "[^\\p{Cntrl}]{1,50}", message = "one line of at most 50 characters") @Nullable
        String name,

        @Code(15) @Nullable String businessPartner,

        @OrNone @Nullable
        Map<@Pattern(regexp = AccountSetting.FIELD, message = AccountSetting.FIELDS) String, @Code(15) String>
                dimensions,

        @Nullable Entry entry,
        boolean park) {

    /** What is entered. */
    enum Entry {
        NONE
    }

    /** Whether it says for which payments it is. */
    boolean hasCondition() {
        return any || !gateway.isEmpty() || method != null || !names.isEmpty();
    }

    /** How many of account, {@code entry: none} and {@code park} it says. */
    int outcomes() {
        return (account == null ? 0 : 1) + (entry == null ? 0 : 1) + (park ? 1 : 0);
    }

    /** Whether its lines have the same account, with the same beside it. */
    boolean hasTheAccountOf(TenderProperties other) {
        return Objects.equals(account, other.account)
                && Objects.equals(businessPartner, other.businessPartner)
                && Objects.equals(dimensions, other.dimensions);
    }

    TenderRow row(String channel, @Nullable String partner, Map<String, String> others) {
        if (account == null) {
            TenderRow.Outcome none = park ? TenderRow.Outcome.PARK : TenderRow.Outcome.NO_ENTRY;
            return new TenderRow(gateway, method, names, none, null, null);
        }
        AccountSetting own = new AccountSetting(account, businessPartner, dimensions, null);
        return new TenderRow(
                gateway,
                method,
                names,
                TenderRow.Outcome.ACCOUNT,
                name == null ? account : name,
                own.laidOver(channel, partner, others));
    }
}
