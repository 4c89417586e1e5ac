package io.ledgerbridge.posting.explained;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.JournalLine;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.math.BigDecimal;

/** What is to be said of a line of an order's own. */
record OrderWords(OrderReading reading, Sentences sentences) {

    Phrase of(JournalLine line, Reckoning its) {
        boolean closes = its.rule() == RuleName.DISCOUNTS || its.rule() == RuleName.ROUNDING;
        return closes ? closing(line, its) : part(line, its);
    }

    private Phrase part(JournalLine line, Reckoning its) {
        Phrase lead = Sentences.lead(line);
        Phrase list = sentences.list(its.terms());
        return switch (its.rule()) {
            case RECEIVABLE ->
                Phrase.of(its.terms().figures().size() > 1 ? "order.receivable" : "order.receivable-all", lead, list);
            case GIFT_CERTIFICATES_REDEEMED -> Phrase.of("order.gift-certificates-redeemed", lead, list);
            case STORE_CREDIT -> Phrase.of("order.store-credit", lead, list);
            case REVENUE -> Phrase.of("order.revenue", lead, list);
            case NET_REVENUE -> Phrase.of("order.net-revenue", lead, list);
            case GIFT_CERTIFICATES_SOLD -> Phrase.of("order.gift-certificates-sold", lead, list);
            case CHARGES -> Phrase.of("order.charges", lead, list);
            case FEES -> Phrase.of("order.fees", lead, list);
            case SALES_TAX -> Phrase.of("order.sales-tax", lead, list);
            case COST_OF_GOODS -> Phrase.of("order.cost-of-goods", lead, list);
            case WAYS_OF_PAYING -> Phrase.of("order.way-of-paying", lead, list, String.valueOf(line.tender()));
            case TAX_BY_RATE ->
                Phrase.of(
                        "order.tax-code",
                        lead,
                        list,
                        String.valueOf(line.purpose().taxCode()));
            default -> Phrase.of("line", lead, list);
        };
    }

    /** The parts against the total, and what the shop says that it took off. */
    private Phrase closing(JournalLine line, Reckoning its) {
        Terms totals = new Terms(
                its.terms().figures().stream().filter(Reckoning::isTotal).toList());
        Terms parts = new Terms(its.terms().figures().stream()
                .filter(figure -> !Reckoning.isTotal(figure))
                .toList());
        Phrase sums = Phrase.of(
                "order.closing",
                Sentences.lead(line),
                sentences.digits(parts.sum()),
                sentences.list(parts),
                sentences.digits(totals.sum()),
                sentences.list(totals));
        return Phrase.sentences(sums, line.role() == Role.DISCOUNTS ? allowed() : Phrase.of("order.rounding"));
    }

    private Phrase allowed() {
        Order order = reading.order();
        BigDecimal most = order.discountAmount().add(order.couponDiscount());
        return Phrase.of(
                "order.allowed",
                sentences.digits(order.discountAmount()),
                sentences.digits(order.couponDiscount()),
                sentences.digits(most));
    }
}
