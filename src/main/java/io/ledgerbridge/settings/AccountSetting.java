package io.ledgerbridge.settings;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.Code;
import io.ledgerbridge.settings.binding.OrNone;
import io.ledgerbridge.settings.binding.OrValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account: its code alone, or an object that is laid over the channel's settings.
 *
 * @param account X3's code of it
 * @param businessPartner X3's code of one, or {@code by-customer}
 * @param dimensions beside the channel's, by X3's field; {@code none} for none at all
 * @param taxCode X3's, of lines that aren't split by tax code
 */
@OrValue
record AccountSetting(
        @Code(15) @NotNull String account,
        @Code(15) @Nullable String businessPartner,
        @OrNone @Nullable Map<@Pattern(regexp = FIELD, message = FIELDS) String, @Code(15) String> dimensions,
        @Code(15) @Nullable String taxCode) {

    static final String FIELD = "[A-Za-z][A-Za-z0-9_]{0,29}";
    static final String FIELDS = "the name of a field of X3's, such as CCE1";

    private static final String CHANNEL = "{channel}";

    /** The code alone. */
    public static AccountSetting of(String code) {
        return new AccountSetting(code, null, null, null);
    }

    /**
     * As lines are given it.
     *
     * @param channel BigCommerce's number of the channel, for {@code {channel}} in values
     * @param partner that holds where none is named
     * @param others the channel's dimensions
     */
    Account laidOver(String channel, @Nullable String partner, Map<String, String> others) {
        return new Account(
                account,
                businessPartner == null ? partner : businessPartner,
                dimensions(channel, others, dimensions),
                taxCode);
    }

    static Map<String, String> dimensions(
            String channel, Map<String, String> others, @Nullable Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(own != null && own.isEmpty() ? Map.of() : others);
        if (own != null) {
            all.putAll(own);
        }
        all.replaceAll((field, value) -> value.replace(CHANNEL, channel));
        return all;
    }
}
