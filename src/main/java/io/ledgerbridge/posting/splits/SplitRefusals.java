package io.ledgerbridge.posting.splits;

import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.posting.CannotPost;
import io.ledgerbridge.posting.rules.PaymentSource;
import io.ledgerbridge.posting.rules.TaxSource;

/**
 * Why an order can't be split by way of paying or by tax code.
 *
 * @param channel the full name of the channel's settings, such as {@code ledger-bridge.stores.us.channels."1"}
 */
record SplitRefusals(String channel) {

    CannotPost unknownTender(PaymentSource source) {
        return new CannotPost(
                ParkCode.UNKNOWN_TENDER,
                "no row of %s.tenders has an account for a payment by %s".formatted(channel, source.words()),
                "Add a row for it to %s.tenders, then work the order again.".formatted(channel));
    }

    CannotPost withoutEntry(PaymentSource source) {
        return new CannotPost(
                ParkCode.PAYMENT_WITHOUT_ENTRY,
                "%s.tenders says entry: none for a payment by %s, and there is something else to enter of the order"
                        .formatted(channel, source.words()),
                ("See in BigCommerce how the order was paid. Give the way of paying an account in %s.tenders and work the"
                                + " order again, or enter it by hand in Sage X3 and set it aside as by-hand.")
                        .formatted(channel));
    }

    CannotPost paymentsExceed(Money paid, Money due) {
        return new CannotPost(
                ParkCode.PAYMENTS_EXCEED_ORDER,
                "the order's transactions sum to %s, and %s is due beside gift certificates and store credit"
                        .formatted(paid, due),
                "Look in BigCommerce for a payment that was taken twice, or for an edit that made the order cheaper than what"
                        + " was paid. Correct the order there and work it again, or enter it, or the difference, by hand in Sage X3 and"
                        + " set it aside as by-hand.");
    }

    CannotPost unknownTax(TaxSource source, String what) {
        return new CannotPost(
                ParkCode.UNKNOWN_TAX,
                "no row of %s.tax has a code for %s on %s".formatted(channel, source.words(), what),
                "Add a row for it to %s.tax, then work the order again.".formatted(channel));
    }

    CannotPost taxWithoutRate(Money tax) {
        return new CannotPost(
                ParkCode.UNKNOWN_TAX,
                "BigCommerce names no rate for the order's tax of %s".formatted(tax),
                ("See the order's taxes in BigCommerce. Take %s.tax away if the shop never names rates, or enter the order by"
                                + " hand in Sage X3 and set it aside as by-hand.")
                        .formatted(channel));
    }

    CannotPost taxDiffers(String code, Money computed, Money given, Money may) {
        return new CannotPost(
                ParkCode.TAX_DIFFERS,
                "tax code %s: base by rate makes %s, BigCommerce charged %s; %s may differ"
                        .formatted(code, computed, given, may),
                ("Compare the order's taxes with its lines in BigCommerce. Correct the order there and work it again, or mend the"
                                + " code's rows in %s.tax, or enter the order by hand in Sage X3 and set it aside as by-hand.")
                        .formatted(channel));
    }

    CannotPost taxesDiffer(Money rows, Money total, Money may) {
        return new CannotPost(
                ParkCode.TAX_DIFFERS,
                "the order's taxes by rate sum to %s, total_tax is %s; %s may differ".formatted(rows, total, may),
                "Compare the order's taxes in BigCommerce and save it there again, then work it again; or enter it by hand in Sage"
                        + " X3 and set it aside as by-hand.");
    }
}
