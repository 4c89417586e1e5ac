package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an order, each with the rates on it: items by their product's rows, charges by theirs.
 *
 * @param limit the largest difference that may be rounding
 */
record TaxedParts(OrderReading reading, OrderTaxCodes codes, Money limit) {

    /**
     * All that has an amount.
     *
     * @param holdsTax whether products' discounts hold the products' tax
     * @param fees on top of the products
     */
    List<TaxedPart> all(boolean holdsTax, BigDecimal fees) {
        List<TaxedPart> parts = new ArrayList<>();
        reading.products().forEach(product -> parts.add(item(product, holdsTax)));
        parts.addAll(charges(Role.SHIPPING, "shipping", order().shippingExTax(), ShippingAddress::shippingExTax));
        parts.addAll(charges(Role.HANDLING, "handling", order().handlingExTax(), ShippingAddress::handlingExTax));
        parts.addAll(wrappings());
        if (fees.signum() != 0) {
            order().fees().forEach(fee -> parts.add(fee(fee)));
        }
        return parts.stream().filter(part -> part.amount().signum() != 0).toList();
    }

    private TaxedPart item(OrderProduct product, boolean holdsTax) {
        List<OrderTax> rows = ofProduct("item", product);
        Role role = product.isGiftCertificate() ? Role.GIFT_CERTIFICATES_SOLD : Role.REVENUE;
        return new TaxedPart(
                role, product.id(), codes.of(product), product.totalExTax(), product.discountExTax(holdsTax), rows);
    }

    private List<TaxedPart> wrappings() {
        BigDecimal whole = order().wrappingExTax();
        List<OrderProduct> wrapped = reading.products().stream()
                .filter(product -> product.wrappingExTax().signum() != 0)
                .toList();
        BigDecimal named = wrapped.stream().map(OrderProduct::wrappingExTax).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.signum() == 0) {
            return List.of();
        }
        if (wrapped.isEmpty() || !isNear(named, whole)) {
            return List.of(
                    part(Role.WRAPPING, whole, codes.rates("gift-wrapping", null, row -> true), null, "gift wrapping"));
        }
        return wrapped.stream()
                .map(product -> part(
                        Role.WRAPPING,
                        product.wrappingExTax(),
                        wrapping(product, wrapped.size()),
                        product.addressId(),
                        "gift wrapping of product " + product.id()))
                .toList();
    }

    /** Rows of gift wrapping need not name the product: then all of them are for the only one that is wrapped. */
    private List<OrderTax> wrapping(OrderProduct product, int wrapped) {
        return wrapped == 1
                ? codes.rates("gift-wrapping", product.addressId(), row -> true)
                : ofProduct("gift-wrapping", product);
    }

    /** By address, where these tell it all; else as one. */
    private List<TaxedPart> charges(
            Role role, String type, BigDecimal whole, Function<ShippingAddress, BigDecimal> ofAddress) {
        BigDecimal named = reading.addresses().stream().map(ofAddress).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.signum() == 0) {
            return List.of();
        }
        if (reading.addresses().size() < 2 || !isNear(named, whole)) {
            return List.of(part(role, whole, codes.rates(type, null, row -> true), null, type));
        }
        return reading.addresses().stream()
                .filter(address -> ofAddress.apply(address).signum() != 0)
                .map(address -> part(
                        role,
                        ofAddress.apply(address),
                        codes.rates(type, address.id(), row -> Objects.equals(row.addressId(), address.id())),
                        address.id(),
                        type))
                .toList();
    }

    /** BigCommerce names no rate of a fee: the one holds that its tax is nearest to. */
    private TaxedPart fee(OrderFee fee) {
        List<OrderTax> rates = fee.tax().signum() == 0
                ? List.of()
                : reading.taxes().stream()
                        .filter(row -> row.rate().signum() != 0)
                        .min(Comparator.comparing(row -> fee.costExTax()
                                .multiply(row.rate())
                                .movePointLeft(2)
                                .subtract(fee.tax())
                                .abs()))
                        .stream()
                        .toList();
        String code = fee.costExTax().signum() == 0 ? null : codes.of(rates, null, "fee " + fee.id());
        return new TaxedPart(Role.FEES, null, code, fee.costExTax(), BigDecimal.ZERO, List.of());
    }

    private TaxedPart part(Role role, BigDecimal amount, List<OrderTax> rows, @Nullable Long address, String what) {
        return new TaxedPart(role, null, codes.of(rows, address, what), amount, BigDecimal.ZERO, rows);
    }

    private List<OrderTax> ofProduct(String type, OrderProduct product) {
        return codes.rates(type, product.addressId(), row -> OrderTaxCodes.isOn(row, product));
    }

    private boolean isNear(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(limit.amount()) <= 0;
    }

    private Order order() {
        return reading.order();
    }
}
