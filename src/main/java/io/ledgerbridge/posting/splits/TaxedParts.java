package io.ledgerbridge.posting.splits;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.ProductWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an order, each with the rates on it: items by their product's rows, charges by theirs.
 *
 * @param rates what BigCommerce charged
 * @param limit the largest difference that may be rounding
 */
record TaxedParts(OrderReading reading, OrderTaxCodes codes, TaxRates rates, Money limit) {

    /**
     * All that has an amount.
     *
     * @param holdsTax whether products' discounts hold the products' tax
     * @param fees on top of the products
     */
    List<TaxedPart> all(boolean holdsTax, BigDecimal fees) {
        List<TaxedPart> parts = new ArrayList<>();
        for (OrderProduct product : reading.products()) {
            parts.add(item(Phrase.verbatim("products[%d].total_ex_tax".formatted(parts.size())), product, holdsTax));
        }
        parts.addAll(new TaxedCharges(reading, codes, limit).all());
        if (fees.signum() != 0) {
            reading.order().fees().forEach(fee -> parts.add(rates.fees().part(fee)));
        }
        return parts.stream().filter(part -> part.amount().signum() != 0).toList();
    }

    private TaxedPart item(Phrase name, OrderProduct product, boolean holdsTax) {
        Role role = product.isGiftCertificate() ? Role.GIFT_CERTIFICATES_SOLD : Role.REVENUE;
        return new TaxedPart(
                name,
                ProductWords.named(product),
                product,
                role,
                codes.of(product),
                product.totalExTax(),
                product.discountExTax(holdsTax),
                codes.rates().onProduct(Role.REVENUE, product));
    }
}
