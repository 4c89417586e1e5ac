package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.rules.TaxSource;
import io.ledgerbridge.posting.rules.Taxes;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tax codes of one order, by the country of delivery, the rate and its name. */
final class OrderTaxCodes {

    private final Taxes taxes;
    private final SplitRefusals refusals;
    private final RatesByPart rates;
    private final DeliveryCountries countries;
    private final Map<Long, OrderProduct> products = new HashMap<>();

    OrderTaxCodes(OrderReading reading, Taxes taxes, SplitRefusals refusals) {
        this.taxes = taxes;
        this.refusals = refusals;
        this.rates = new RatesByPart(reading.taxes());
        this.countries = new DeliveryCountries(reading);
        reading.products().forEach(product -> products.putIfAbsent(product.id(), product));
    }

    RatesByPart rates() {
        return rates;
    }

    /**
     * The code of what some rates are on: that of the highest. What no rate is on is taxed at 0 %.
     *
     * @param address to which it is shipped, where that is told
     * @param what it is, for the words of a refusal
     * @throws io.ledgerbridge.posting.CannotPost where no row of the list has a code for it
     */
    String of(List<OrderTax> rows, @Nullable Long address, String what) {
        TaxSource source = rows.stream()
                .max(Comparator.comparing(OrderTax::rate).thenComparing(OrderTax::id, Comparator.reverseOrder()))
                .map(row -> source(row, address))
                .orElseGet(() -> new TaxSource(countries.of(address), BigDecimal.ZERO, null));
        return code(source, what);
    }

    /** The code of a product; null where it is outside of tax, as a gift certificate that no rate is on. */
    @Nullable
    String of(OrderProduct product) {
        List<OrderTax> rows = rates.onProduct(Role.REVENUE, product);
        boolean isOutside = product.isGiftCertificate() && rows.isEmpty();
        return isOutside || product.totalExTax().signum() == 0
                ? null
                : of(rows, product.addressId(), "product " + product.id());
    }

    /** The code of a product's gift wrapping. */
    String ofWrapping(OrderProduct product) {
        return of(
                rates.onProduct(Role.WRAPPING, product),
                product.addressId(),
                "gift wrapping of product " + product.id());
    }

    /** The code of one rate. */
    String of(OrderTax row) {
        return code(source(row, null), "the order");
    }

    private TaxSource source(OrderTax row, @Nullable Long address) {
        Long known = row.isOfAddress() ? row.addressId() : address;
        return new TaxSource(countries.of(known == null ? ofProduct(row) : known), row.rate(), row.name());
    }

    private @Nullable Long ofProduct(OrderTax row) {
        OrderProduct product = row.productId() == null ? null : products.get(row.productId());
        return product == null ? null : product.addressId();
    }

    private String code(TaxSource source, String what) {
        return taxes.code(source).orElseThrow(() -> refusals.unknownTax(source, what));
    }
}
