package io.ledgerbridge.posting.explained;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.bigcommerce.details.Transaction;
import io.ledgerbridge.posting.Shop;
import io.ledgerbridge.posting.explained.words.Phrase;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What became another between two readings, in every part of them. */
class ChangesTest {

    private static final Shop SHOP = new Shop().product(1, "1", "50.00", "0").totals("50.00", "0.00");

    @Test
    void findsARateAndATax() {
        assertThat(changes(taxed("20", "1.00"), taxed("19", "0.95")))
                .containsExactly(
                        "tax row 4's rate went from 20 to 19", "tax row 4's line_amount went from 1.00 to 0.95");
    }

    @Test
    void findsATransactionThatCameInAndOneThatFailed() {
        assertThat(changes(SHOP.reading(), paid("ok"))).containsExactly("transaction 12 came in");
        assertThat(changes(paid("ok"), paid("error"))).containsExactly("transaction 12's status went from ok to error");
    }

    @Test
    void findsARefundsFiguresAndAPaymentThatWasDeclined() {
        assertThat(changes(refunded("5.00", false), refunded("6.00", true)))
                .containsExactly(
                        "refund 7's total_amount went from 5.00 to 6.00", "payment 3 of refund 7 was declined");
    }

    @Test
    void findsWhereItIsShipped() {
        assertThat(changes(shipped("FR"), shipped("DE")))
                .containsExactly("shipping address 5's country_iso2 went from FR to DE");
    }

    @Test
    void findsNothingBetweenOneReadingAndItself() {
        assertThat(changes(taxed("20", "1.00"), taxed("20.000", "1"))).isEmpty();
    }

    /** Those of which only the field's name could be told would be English in any language. */
    @Test
    void namesTheRowsOfEveryListOfAReading() {
        assertThat(lists(OrderReading.class))
                .hasSizeGreaterThan(8)
                .allSatisfy(field -> assertThat(
                                Row.listed(field, Phrase.verbatim("1")).key())
                        .as(field)
                        .isNotEqualTo("row.other"));
    }

    private static List<String> lists(Class<?> record) {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getGenericType() instanceof ParameterizedType list) {
                fields.add(Changes.name(component));
                fields.addAll(lists((Class<?>) list.getActualTypeArguments()[0]));
            } else if (component.getType().isRecord()) {
                fields.addAll(lists(component.getType()));
            }
        }
        return fields;
    }

    private static List<String> changes(OrderReading then, OrderReading now) {
        return Changes.between(then, now).stream()
                .map(change ->
                        change.words(new Sentences(Currency.getInstance("USD"))).toString())
                .toList();
    }

    private static OrderReading taxed(String rate, String tax) {
        return reading(
                List.of(),
                List.of(),
                List.of(new OrderTax(4, 250L, null, "VAT", new BigDecimal(rate), 0, new BigDecimal(tax), "item", 1L)),
                List.of());
    }

    private static OrderReading paid(String status) {
        BigDecimal amount = new BigDecimal("50.00");
        Transaction paid = new Transaction(
                12, "250", "purchase", "credit_card", amount, "USD", "braintree", "g1", status, false, null);
        return reading(List.of(), List.of(paid), List.of(), List.of());
    }

    private static OrderReading refunded(String total, boolean declined) {
        Refund.Payment payment = new Refund.Payment(3, "braintree", new BigDecimal("5.00"), false, declined);
        return reading(List.of(Shop.refund(7, total, "0.00", List.of(), payment)), List.of(), List.of(), List.of());
    }

    private static OrderReading shipped(String country) {
        ShippingAddress address = new ShippingAddress(5, country, BigDecimal.ZERO, BigDecimal.ZERO);
        return reading(List.of(), List.of(), List.of(), List.of(address));
    }

    private static OrderReading reading(
            List<Refund> refunds,
            List<Transaction> transactions,
            List<OrderTax> taxes,
            List<ShippingAddress> addresses) {
        OrderReading plain = SHOP.reading();
        return new OrderReading(plain.order(), plain.products(), refunds, transactions, taxes, addresses, null);
    }
}
