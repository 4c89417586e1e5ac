package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Purpose;
import io.ledgerbridge.ledger.Role;

/** How sentences name what an order was paid by. */
public final class TenderWords {

    private TenderWords() {}

    /** {@code what was paid by Card}; the receivable is no way of paying. */
    public static String paid(Purpose tender) {
        return "what was paid " + (isReceivable(tender) ? "into the receivable" : "by " + name(tender));
    }

    /** {@code what went back by store credit}. */
    public static String wentBack(Purpose tender) {
        return "what went back " + (isReceivable(tender) ? "out of the receivable" : "by " + name(tender));
    }

    /** A payment of a refund's. */
    public static String payment(Refund.Payment payment) {
        String provider = payment.providerId();
        return provider == null || provider.isBlank()
                ? "the payment that names no provider"
                : "the payment by " + provider;
    }

    private static boolean isReceivable(Purpose tender) {
        return tender.role() == Role.RECEIVABLE && tender.tender() == null;
    }

    private static String name(Purpose tender) {
        return switch (tender.role()) {
            case RECEIVABLE -> String.valueOf(tender.tender());
            case GIFT_CERTIFICATES_REDEEMED -> "gift certificate";
            default -> Sentences.spoken(tender);
        };
    }
}
