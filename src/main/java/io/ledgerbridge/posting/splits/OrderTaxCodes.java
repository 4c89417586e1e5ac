package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.posting.rules.TaxSource;
import io.ledgerbridge.posting.rules.Taxes;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tax codes of one order, by the country of delivery, the rate and its name. */
record OrderTaxCodes(OrderReading reading, Taxes taxes, SplitRefusals refusals) {

    /**
     * The code of what some rates are on: that of the highest. What no rate is on is taxed at 0 %.
     *
     * @param address to which it is shipped, where that is told
     * @param what it is, for the words of a refusal
     * @throws io.ledgerbridge.posting.CannotPost where no row of the list has a code for it
     */
    String of(List<OrderTax> rates, @Nullable Long address, String what) {
        TaxSource source = rates.stream()
                .max(Comparator.comparing(OrderTax::rate).thenComparing(OrderTax::id, Comparator.reverseOrder()))
                .map(row -> source(row, address))
                .orElseGet(() -> new TaxSource(countries().of(address), BigDecimal.ZERO, null));
        return code(source, what);
    }

    /** The code of a product; null where it is outside of tax, as a gift certificate that no rate is on. */
    @Nullable
    String of(OrderProduct product) {
        List<OrderTax> rates = rates("item", product);
        boolean isOutside = product.isGiftCertificate() && rates.isEmpty();
        return isOutside || product.totalExTax().signum() == 0
                ? null
                : of(rates, product.addressId(), "product " + product.id());
    }

    /** The code of a product's gift wrapping. */
    String ofWrapping(OrderProduct product) {
        return of(rates("gift-wrapping", product), product.addressId(), "gift wrapping of product " + product.id());
    }

    /** The rates on a product, or on its wrapping. */
    List<OrderTax> rates(String type, OrderProduct product) {
        return rates(type, product.addressId(), row -> Objects.equals(row.productId(), product.id()));
    }

    /**
     * The rates on a part of the order. One of which nobody says what it is on is on all that goes to its address.
     *
     * @param type as BigCommerce calls it: item, shipping, handling, gift-wrapping
     */
    List<OrderTax> rates(String type, @Nullable Long address, Predicate<OrderTax> isIts) {
        return reading.taxes().stream()
                .filter(row ->
                        row.isOnWholeOrder() ? isThere(row.addressId(), address) : row.isOn(type) && isIts.test(row))
                .toList();
    }

    private static boolean isThere(@Nullable Long row, @Nullable Long address) {
        return row == null || address == null || row.equals(address);
    }

    /** The code of one rate. */
    String of(OrderTax row) {
        return code(source(row, null), "the order");
    }

    private DeliveryCountries countries() {
        return new DeliveryCountries(reading);
    }

    private TaxSource source(OrderTax row, @Nullable Long address) {
        Long known = row.isOfAddress() ? row.addressId() : address;
        return new TaxSource(countries().of(known == null ? ofProduct(row) : known), row.rate(), row.name());
    }

    private @Nullable Long ofProduct(OrderTax row) {
        return row.productId() == null
                ? null
                : reading.product(row.productId()).map(OrderProduct::addressId).orElse(null);
    }

    private String code(TaxSource source, String what) {
        return taxes.code(source).orElseThrow(() -> refusals.unknownTax(source, what));
    }
}
