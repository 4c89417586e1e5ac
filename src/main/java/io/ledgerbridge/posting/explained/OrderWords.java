package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;

/** What is to be said of a line of an order's own. */
record OrderWords(OrderReading reading, Sentences sentences) {

    String of(JournalLine line, Reckoning its) {
        boolean closes = its.rule() == RuleName.DISCOUNTS || its.rule() == RuleName.ROUNDING;
        return closes
                ? closing(line, its)
                : "%s: %s%s.".formatted(Sentences.lead(line), sentences.list(its.terms()), tail(line, its));
    }

    private static String tail(JournalLine line, Reckoning its) {
        return switch (its.rule()) {
            case RECEIVABLE ->
                its.terms().figures().size() > 1
                        ? ", which neither gift certificates nor store credit pay"
                        : ", all of the order's total";
            case GIFT_CERTIFICATES_REDEEMED -> ", paid by gift certificate";
            case STORE_CREDIT -> ", paid by store credit";
            case REVENUE -> ", the products without tax and before discounts";
            case NET_REVENUE ->
                ", the products without tax less their discount, which is taken off revenue since the channel has no account for discounts";
            case GIFT_CERTIFICATES_SOLD -> ", the gift certificates sold, which are owed until they are redeemed";
            case CHARGES -> ", without tax";
            case FEES -> ", on top of the subtotal and without tax";
            case SALES_TAX -> ", the tax as BigCommerce states it";
            case COST_OF_GOODS -> ", what the goods cost when they were ordered";
            case WAYS_OF_PAYING -> ", which came in by %s".formatted(line.tender());
            case TAX_BY_RATE ->
                ", the part with tax code %s".formatted(line.purpose().taxCode());
            default -> "";
        };
    }

    /** The parts against the total, and what the shop says that it took off. */
    private String closing(JournalLine line, Reckoning its) {
        Terms totals = new Terms(its.terms().figures().stream()
                .filter(figure -> Reckoning.TOTALS.contains(figure.name()))
                .toList());
        Terms parts = new Terms(its.terms().figures().stream()
                .filter(figure -> !Reckoning.TOTALS.contains(figure.name()))
                .toList());
        return "%s: the parts without tax are %s (%s), and the total without tax is %s (%s). %s"
                .formatted(
                        Sentences.lead(line),
                        sentences.digits(parts.sum()),
                        sentences.list(parts),
                        sentences.digits(totals.sum()),
                        sentences.list(totals),
                        line.role() == Role.DISCOUNTS ? allowed() : "No discount is stated, so it is rounding.");
    }

    private String allowed() {
        Order order = reading.order();
        BigDecimal most = order.discountAmount().add(order.couponDiscount());
        return "The shop states discount_amount %s and coupon_discount %s, so it may be from 0 to %s."
                .formatted(
                        sentences.digits(order.discountAmount()),
                        sentences.digits(order.couponDiscount()),
                        sentences.digits(most));
    }
}
