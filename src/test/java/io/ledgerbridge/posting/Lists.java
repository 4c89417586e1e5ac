package io.ledgerbridge.posting;

import io.ledgerbridge.posting.rules.Account;
import io.ledgerbridge.posting.rules.TaxRow;
import io.ledgerbridge.posting.rules.TenderRow;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a channel's tenders and tax rates, as tests set them. */
final class Lists {

    /** Cards, PayPal, what is paid outside, and on account. */
    static final List<TenderRow> TENDERS = List.of(
            tender("Card", "511200", "braintree", "stripe"),
            tender("PayPal", "511300", "paypalexpress"),
            tender("Other refunds", "511900", "custom"),
            new TenderRow(
                    List.of(),
                    "offline",
                    List.of("Purchase Order"),
                    TenderRow.Outcome.ACCOUNT,
                    "On account",
                    Account.of("411100")),
            new TenderRow(List.of("marketplace"), null, List.of(), TenderRow.Outcome.NO_ENTRY, null, null),
            new TenderRow(List.of(), null, List.of(), TenderRow.Outcome.PARK, null, null));

    /** France's two rates, Germany by one-stop shop, Texas by name, exports. */
    static final List<TaxRow> TAXES = List.of(
            tax("FR", "20", null, "FR20", "445711"),
            tax("FR", "5.5", null, "FR055", "445712"),
            tax("DE", "19", null, "DE19", "445720"),
            tax("US", null, "Texas", "USTX", null),
            tax("*", "0", null, "EXP0", null));

    private Lists() {}

    static TenderRow tender(String name, String account, String... gateways) {
        return new TenderRow(List.of(gateways), null, List.of(), TenderRow.Outcome.ACCOUNT, name, Account.of(account));
    }

    static TaxRow tax(
            String country, @Nullable String rate, @Nullable String name, String code, @Nullable String account) {
        return new TaxRow(
                country,
                rate == null ? null : new BigDecimal(rate),
                name,
                code,
                account == null ? null : Account.of(account));
    }
}
