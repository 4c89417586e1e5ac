package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.ProductWords;
import io.ledgerbridge.posting.explained.words.PurposeWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
            return List.of(whole(role, whole, role.label()));
        }
        return addresses.stream()
                .map(address -> ofAddress(role, address, ofAddress.apply(address)))
                .toList();
    }

    private TaxedPart ofAddress(Role role, ShippingAddress address, BigDecimal amount) {
        Phrase name = Phrase.of("name.address", address.id(), PurposeWords.label(role));
        List<OrderTax> rows = codes.rates().onAddress(role, address.id());
        String code = codes.of(rows, address.id(), role.label());
        return new TaxedPart(name, name, null, role, code, amount, BigDecimal.ZERO, rows);
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
            return List.of(whole(Role.WRAPPING, whole, "gift wrapping"));
        }
        return wrapped.stream()
                .map(product -> wrapping(product, wrapped.size()))
                .toList();
    }

    private TaxedPart wrapping(OrderProduct product, int wrapped) {
        String field =
                "products[%d].wrapping_cost_ex_tax".formatted(reading.products().indexOf(product));
        List<OrderTax> rows = rows(product, wrapped);
        return new TaxedPart(
                Phrase.verbatim(field),
                ProductWords.wrapping(product),
                product,
                Role.WRAPPING,
                codes.of(rows, product.addressId(), "gift wrapping of product " + product.id()),
                product.wrappingExTax(),
                BigDecimal.ZERO,
                rows);
    }

    /** Rows of gift wrapping need not name the product: then all of them are for the only one that is wrapped. */
    private List<OrderTax> rows(OrderProduct product, int wrapped) {
        return wrapped == 1
                ? codes.rates().on(Role.WRAPPING, product.addressId())
                : codes.rates().onProduct(Role.WRAPPING, product);
    }

    /** All of it as one. */
    private TaxedPart whole(Role role, BigDecimal amount, String what) {
        String field = role.label() + "_cost_ex_tax";
        List<OrderTax> rows = codes.rates().on(role, null);
        return new TaxedPart(
                Phrase.verbatim("order." + field),
                Phrase.verbatim(field),
                null,
                role,
                codes.of(rows, null, what),
                amount,
                BigDecimal.ZERO,
                rows);
    }

    private boolean isAll(List<BigDecimal> parts, BigDecimal whole) {
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.subtract(whole).abs().compareTo(limit.amount()) <= 0;
    }
}
