package io.ledgerbridge.posting.explained.words;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;

/** How sentences name what an order was paid by. */
public final class TenderWords {

    private TenderWords() {}

    /** {@code what was paid by Card}; the receivable is no way of paying. */
    public static Phrase paid(Purpose tender) {
        return isReceivable(tender) ? Phrase.of("tender.paid-receivable") : Phrase.of("tender.paid", name(tender));
    }

    /** {@code what went back by store credit}. */
    public static Phrase wentBack(Purpose tender) {
        return isReceivable(tender) ? Phrase.of("tender.back-receivable") : Phrase.of("tender.back", name(tender));
    }

    /** A payment of a refund's. */
    public static Phrase payment(Refund.Payment payment) {
        String provider = payment.providerId();
        return provider == null || provider.isBlank()
                ? Phrase.of("tender.payment-unknown")
                : Phrase.of("tender.payment", provider);
    }

    private static boolean isReceivable(Purpose tender) {
        return tender.role() == Role.RECEIVABLE && tender.tender() == null;
    }

    private static Phrase name(Purpose tender) {
        return switch (tender.role()) {
            case RECEIVABLE -> Phrase.verbatim(String.valueOf(tender.tender()));
            case GIFT_CERTIFICATES_REDEEMED -> Phrase.of("tender.gift-certificate");
            default -> PurposeWords.spoken(tender);
        };
    }
}
