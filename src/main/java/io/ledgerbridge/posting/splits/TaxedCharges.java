package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shipping, handling and gift wrapping of an order, each with the rates on it: by address or product where these tell it all,
 * else as one.
 *
 * @param limit the largest difference that may be rounding
 */
record TaxedCharges(OrderReading reading, OrderTaxCodes codes, Money limit) {

    List<TaxedPart> all() {
        List<TaxedPart> parts = new ArrayList<>();
        parts.addAll(charges(Role.SHIPPING, reading.order().shippingExTax(), ShippingAddress::shippingExTax));
        parts.addAll(charges(Role.HANDLING, reading.order().handlingExTax(), ShippingAddress::handlingExTax));
        parts.addAll(wrappings(reading.order().wrappingExTax()));
        return parts;
    }

    private List<TaxedPart> charges(Role role, BigDecimal whole, Function<ShippingAddress, BigDecimal> ofAddress) {
        List<ShippingAddress> addresses = reading.addresses().stream()
                .filter(address -> ofAddress.apply(address).signum() != 0)
                .toList();
        if (whole.signum() == 0) {
            return List.of();
        }
        if (!codes.rates().tellAddresses(role)
                || !isAll(addresses.stream().map(ofAddress).toList(), whole)) {
            return List.of(part(
                    Phrase.verbatim("order.%s_cost_ex_tax".formatted(role.label())),
                    role,
                    whole,
                    codes.rates().on(role, null),
                    null,
                    role.label()));
        }
        return addresses.stream()
                .map(address -> part(
                        Phrase.of("name.address", address.id(), PurposeWords.label(role)),
                        role,
                        ofAddress.apply(address),
                        codes.rates().onAddress(role, address.id()),
                        address.id(),
                        role.label()))
                .toList();
    }

    private List<TaxedPart> wrappings(BigDecimal whole) {
        List<OrderProduct> wrapped = reading.products().stream()
                .filter(product -> product.wrappingExTax().signum() != 0)
                .toList();
        if (whole.signum() == 0) {
            return List.of();
        }
        boolean byProduct = wrapped.size() == 1 || codes.rates().tellProducts(Role.WRAPPING);
        if (wrapped.isEmpty()
                || !byProduct
                || !isAll(wrapped.stream().map(OrderProduct::wrappingExTax).toList(), whole)) {
            return List.of(part(
                    Phrase.verbatim("order.wrapping_cost_ex_tax"),
                    Role.WRAPPING,
                    whole,
                    codes.rates().on(Role.WRAPPING, null),
                    null,
                    "gift wrapping"));
        }
        return wrapped.stream()
                .map(product -> part(
                        Phrase.verbatim("products[%d].wrapping_cost_ex_tax"
                                .formatted(reading.products().indexOf(product))),
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
                ? codes.rates().on(Role.WRAPPING, product.addressId())
                : codes.rates().onProduct(Role.WRAPPING, product);
    }

    private TaxedPart part(
            Phrase name, Role role, BigDecimal amount, List<OrderTax> rows, @Nullable Long address, String what) {
        return new TaxedPart(name, role, codes.of(rows, address, what), amount, BigDecimal.ZERO, rows);
    }

    private boolean isAll(List<BigDecimal> parts, BigDecimal whole) {
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.subtract(whole).abs().compareTo(limit.amount()) <= 0;
    }
}
