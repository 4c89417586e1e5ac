package io.ledgerbridge.bigcommerce.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.bigcommerce.details.Transaction;
import io.ledgerbridge.faults.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of an order beside its products and refunds, where its channel asks for it. */
class MorePartsTest {

    private static final Set<ReadPart> ALL =
            EnumSet.of(ReadPart.TRANSACTIONS, ReadPart.TAXES, ReadPart.ADDRESSES, ReadPart.CUSTOMER);
    private static final String ORDER = """
            {"id": 250, "status_id": 11, "date_created": "Sat, 31 Oct 2026 15:00:00 +0000", "default_currency_code": "EUR",
             "channel_id": 2, "customer_id": 77, "total_inc_tax": "10", "total_ex_tax": "10", "total_tax": "0",
             "subtotal_ex_tax": "10", "shipping_cost_ex_tax": "0", "handling_cost_ex_tax": "0", "wrapping_cost_ex_tax": "0",
             "discount_amount": "0", "coupon_discount": "0", "store_credit_amount": "0", "gift_certificate_amount": "0",
             "billing_address": {"first_name": "Ada", "country_iso2": "FR"}}""";

    private final OrderReader reader = new OrderReader((store, channel) -> channel.equals("2") ? ALL : Set.of());

    @Test
    void readsThemOneAfterTheOther() {
        OrderParts parts = beforeMore();
        assertThat(parts.next()).isEqualTo(ReadPart.TRANSACTIONS);
        parts = reader.with(parts, """
                {"data": [{"id": 1, "order_id": "250", "event": "purchase", "method": "nonce", "amount": 10, "currency": "EUR",
                  "gateway": "squarev2", "gateway_transaction_id": {}, "status": "ok", "test": false,
                  "reference_transaction_id": {}}], "meta": {}}""");
        assertThat(parts.next()).isEqualTo(ReadPart.TAXES);
        parts = reader.with(parts, """
                [{"id": 13, "order_id": 250, "order_address_id": 39, "name": "TVA", "class": "Default Tax Class",
                  "rate": "20.0000", "priority": 0, "line_amount": "1.6667", "order_product_id": "1",
                  "line_item_type": "item"}]""");
        assertThat(parts.next()).isEqualTo(ReadPart.ADDRESSES);
        parts = reader.with(parts, """
                [{"id": 39, "first_name": "Ada", "country_iso2": "DE", "cost_ex_tax": "5.0000"}]""");
        assertThat(parts.next()).isEqualTo(ReadPart.CUSTOMER);
        parts = reader.with(
                parts, "{\"data\": [{\"id\": 77, \"email\": \"ada@example.com\", \"customer_group_id\": 3}]}");
        assertThat(parts.next()).isEqualTo(ReadPart.CUSTOMER_GROUP);
        parts = reader.with(parts, "{\"id\": 3, \"name\": \"Wholesale\"}");
        assertThat(parts.isIncomplete()).isFalse();
        OrderReading reading = parts.reading();
        assertThat(reading.order().billingCountry()).isEqualTo("FR");
        assertThat(reading.transactions()).extracting(Transaction::payment).containsExactly("transaction 1");
        assertThat(reading.taxes()).extracting(OrderTax::productId).containsExactly(1L);
        assertThat(reading.addresses()).extracting(ShippingAddress::country).containsExactly("DE");
        assertThat(reading.group()).isEqualTo(new CustomerGroup(3, "Wholesale"));
    }

    @Test
    void asksForNothingMoreWhereTheChannelHasNoLists() {
        OrderReader plain = new OrderReader((store, channel) -> Set.of());
        OrderParts parts = plain.with(plain.with(plain.with(plain.begin("us", 250), ORDER), "[]"), "");
        assertThat(parts.isIncomplete()).isFalse();
        assertThat(parts.reading().group()).isNull();
    }

    @Test
    void readsEveryPageOfTaxes() {
        OrderParts parts = reader.with(beforeMore(), "{\"data\": []}");
        parts = reader.with(parts, taxes(1, 250));
        assertThat(parts.next()).isEqualTo(ReadPart.TAXES);
        assertThat(parts.page()).isEqualTo(2);
        parts = reader.with(parts, taxes(251, 20));
        assertThat(parts.next()).isEqualTo(ReadPart.ADDRESSES);
    }

    @Test
    void takesAGuestAndACustomerWithoutAGroup() {
        OrderParts parts = untilCustomer(ORDER.replace("\"customer_id\": 77", "\"customer_id\": 0"));
        assertThat(parts.isIncomplete()).isFalse();
        OrderParts known = reader.with(untilCustomer(ORDER), "{\"data\": [{\"id\": 77, \"customer_group_id\": 0}]}");
        assertThat(known.isIncomplete()).isFalse();
        assertThat(known.reading().group()).isNull();
        OrderParts deleted = reader.with(untilCustomer(ORDER), "{\"data\": []}");
        assertThat(deleted.isIncomplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"data": [{"id": 1, "event": "purchase", "status": "ok"}]}                                    | transactions of order 250: amount is missing
            {"data": [{"id": 1, "event": "purchase", "status": "ok", "amount": ""}]}                      | transactions of order 250: amount is missing
            {"data": [{"id": 1, "order_id": "251", "event": "purchase", "status": "ok", "amount": 1}]}    | another order's
            {"data": [{"id": 0, "event": "purchase", "status": "ok", "amount": 1}]}                       | lacks its id
            {}                                                                                            | there is no data
            <html>                                                                                        | transactions of order 250 can't be read
            """)
    void takesNoHalfAnswer(String answer, String words) {
        Fault fault = catchThrowableOfType(Fault.class, () -> reader.with(beforeMore(), answer));
        assertThat(fault.words()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"id": 1, "rate": "20"}]                                           | taxes of order 250: line_amount is missing
            [{"id": 1, "order_id": 251, "rate": "20", "line_amount": "1"}]      | another order's
            [null]                                                              | one of its rows is empty
            """)
    void takesNoHalfTaxes(String answer, String words) {
        OrderParts parts = reader.with(beforeMore(), "{\"data\": []}");
        Fault fault = catchThrowableOfType(Fault.class, () -> reader.with(parts, answer));
        assertThat(fault.words()).contains(words);
    }

    private OrderParts beforeMore() {
        return beforeMore(ORDER);
    }

    private OrderParts beforeMore(String order) {
        return reader.with(reader.with(reader.with(reader.begin("us", 250), order), "[]"), "");
    }

    private OrderParts untilCustomer(String order) {
        OrderParts parts = beforeMore(order);
        for (String answer : List.of("{\"data\": []}", "", "")) {
            parts = reader.with(parts, answer);
        }
        return parts;
    }

    private static String taxes(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj("{\"id\": %d, \"rate\": \"20\", \"line_amount\": \"0.01\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
