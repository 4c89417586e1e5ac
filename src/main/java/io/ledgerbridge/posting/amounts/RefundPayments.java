package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How a refund was paid back, and its tax: the amounts that its totals and payments give. */
record RefundPayments(Refund refund, Money limit) {

    /** Store credit and gift certificates on theirs, all else on the receivable; a refund without payments, too. */
    Amounts amounts() {
        checkPayments();
        Currency currency = limit.currency();
        Money total = Money.rounded(refund.totalAmount(), currency);
        Money storeCredit = Money.rounded(paid(RefundPayments::isStoreCredit), currency);
        Money certificates = Money.rounded(paid(RefundPayments::isGiftCertificate), currency);
        return Amounts.none(currency)
                .plus(
                        Role.RECEIVABLE,
                        total.minus(storeCredit).minus(certificates).negated())
                .plus(Role.GIFT_CERTIFICATES_REDEEMED, certificates.negated())
                .plus(Role.STORE_CREDIT, storeCredit.negated())
                .plus(Role.SALES_TAX, Money.rounded(refund.totalTax(), currency));
    }

    private void checkPayments() {
        List<Refund.Payment> payments = refund.payments();
        BigDecimal paid = paid(payment -> true);
        if (!payments.isEmpty() && paid.subtract(refund.totalAmount()).abs().compareTo(limit.amount()) > 0) {
            throw RefundRefusals.paymentsDiffer(refund, paid, limit);
        }
    }

    private BigDecimal paid(Predicate<Refund.Payment> way) {
        return refund.payments().stream()
                .filter(way)
                .map(Refund.Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isStoreCredit(Refund.Payment payment) {
        return provider(payment).equals("storecredit");
    }

    private static boolean isGiftCertificate(Refund.Payment payment) {
        return provider(payment).equals("giftcertificate");
    }

    /** BigCommerce spells its own providers {@code storecredit} here and {@code store_credit} there. */
    private static String provider(Refund.Payment payment) {
        String provider = payment.providerId();
        return provider == null ? "" : provider.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
