package io.ledgerbridge.posting.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Purpose;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A general ledger account with what goes beside it on a line.
 *
 * @param code as Sage X3 codes it
 * @param businessPartner X3's code of one, or {@value #BY_CUSTOMER}
 * @param dimensions by X3's field
 * @param taxCode of lines that aren't split by tax code
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Account(
        String code,
        @Nullable String businessPartner,
        Map<String, String> dimensions,
        @Nullable String taxCode) {

    /** In place of a partner's code: the channel's partner for the customer's group. */
    public static final String BY_CUSTOMER = "by-customer";

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Account {
        dimensions = dimensions == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }

    /** An account alone. */
    public static Account of(String code) {
        return new Account(code, null, Map.of(), null);
    }

    /** The account of a line, with what is beside it. */
    public static Account of(JournalLine line) {
        String own = line.purpose().taxCode() == null ? line.taxCode() : null;
        return new Account(line.account(), line.businessPartner(), line.dimensions(), own);
    }

    Account ofPartner(String partner) {
        return new Account(code, partner, dimensions, taxCode);
    }

    /** A line on it. */
    public JournalLine line(Purpose purpose, Money amount, String description) {
        String ofLine = purpose.taxCode() == null ? taxCode : purpose.taxCode();
        return new JournalLine(code, purpose, amount, description, businessPartner, dimensions, ofLine);
    }
}
