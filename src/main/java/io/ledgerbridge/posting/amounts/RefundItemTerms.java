package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.RefundFigures;
import io.ledgerbridge.posting.explained.Terms;
import io.ledgerbridge.posting.explained.words.Phrase;
import io.ledgerbridge.posting.explained.words.ProductWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** BigCommerce's figures of which a refund's items, their discount and their cost are the sums. */
record RefundItemTerms(CountedRefund refund, OrderReading reading, RefundItems items, Amounts ordered) {

    /** What the items give back of a role, without its discount. */
    Terms of(Role role) {
        return each(place -> {
            RefundedItem item = items.all().get(place);
            return item.role(ordered) == role
                    ? Terms.of(figures().counted(name(place, item)), item.amount(items.isWithTax()), said(item))
                    : Terms.NONE;
        });
    }

    /** Minus the discount that goes with them. */
    Terms discount() {
        RefundDiscount discount = items.discounts();
        BigDecimal goods = items.goods(items.isWithTax());
        BigDecimal chosen = items.discount();
        List<BigDecimal> candidates = discount.candidates(goods);
        int which = candidates.indexOf(chosen);
        if (!discount.isGiven()) {
            return Terms.NONE;
        }
        if (!discount.isCarried()) {
            return chosen.compareTo(candidates.get(0)) == 0
                    ? inProportion(discount.net(), Phrase.of("said.net-of-order"), chosen, goods)
                    : closing();
        }
        boolean holdsTax = reading.order().taxInclusive() == which < 2;
        Terms carried = carried(holdsTax);
        return which % 2 == 0
                ? carried
                : carried.plus(inProportion(
                        discount.beyondCarried(holdsTax),
                        Phrase.of("said.net-beyond"),
                        chosen.add(carried.sum()),
                        goods));
    }

    /** Minus the cost of the units that came back. */
    Terms cost() {
        return each(place -> {
            RefundedItem item = items.all().get(place);
            OrderProduct product = item.product();
            return product == null
                    ? Terms.NONE
                    : Terms.of(
                            figures()
                                    .named("items[%d].quantity × %s.cost_price_ex_tax %s"
                                            .formatted(place, place(product), digits(product.costPriceExTax()))),
                            item.cost().negate(),
                            Phrase.of("said.item-cost", said(item), digits(product.costPriceExTax())));
        });
    }

    private Terms carried(boolean holdsTax) {
        return each(place -> {
            RefundedItem item = items.all().get(place);
            OrderProduct product = item.product();
            return product == null
                    ? Terms.NONE
                    : Terms.of(
                            carried(place, item, product, holdsTax),
                            item.discount(holdsTax).negate(),
                            Phrase.of("said.carried", said(item)));
        });
    }

    private Phrase carried(int place, RefundedItem item, OrderProduct product, boolean holdsTax) {
        Phrase discount = ofProduct(place, product, "applied_discounts", product.discount());
        Phrase ofUnits = units(discount, item, product);
        return holdsTax ? Phrase.of("name.without-its-tax", ofUnits) : ofUnits;
    }

    private Terms inProportion(BigDecimal discount, Phrase what, BigDecimal value, BigDecimal goods) {
        BigDecimal sold = ordered.of(Role.REVENUE).negated().amount();
        return Terms.of(
                Phrase.of("name.proportion", what, digits(discount), digits(goods), digits(sold)),
                value.negate(),
                Phrase.of("said.proportion", what, digits(discount), digits(goods), digits(sold)));
    }

    /** What the totals leave for it. */
    private Terms closing() {
        Terms kept = each(place -> Terms.of(
                figures().named("items[%d].adjustments".formatted(place)),
                items.all().get(place).adjustments().negate(),
                Phrase.of("said.kept-back")));
        return Terms.of(
                        Phrase.of("name.without-tax", figures().named("items[*]")),
                        items.sums(items.isWithTax()).sum().amount().negate(),
                        Phrase.of("said.items"))
                .plus(kept)
                .plus(total("total_amount", refund.totalAmount()))
                .plus(total("total_tax", refund.totalTax().negate()));
    }

    private Terms total(String field, BigDecimal value) {
        return Terms.of(figures().named(field), value, Phrase.verbatim(field));
    }

    private Terms each(IntFunction<Terms> terms) {
        return Terms.sum(IntStream.range(0, items.all().size()).mapToObj(terms));
    }

    private RefundFigures figures() {
        return new RefundFigures(refund);
    }

    /** Of an item, with what its amount is. */
    private Phrase name(int place, RefundedItem item) {
        BigDecimal requested = item.item().requestedAmount();
        OrderProduct product = item.product();
        if (requested != null) {
            Phrase asked = figures().named("items[%d].requested_amount".formatted(place));
            return items.isWithTax()
                    ? Phrase.of("name.without-its-tax", Phrase.of("figure", asked, digits(requested)))
                    : asked;
        }
        return !item.isProduct() || product == null
                ? figures().named("items[%d]".formatted(place))
                : units(ofProduct(place, product, "total_ex_tax", product.totalExTax()), item, product);
    }

    private Phrase ofProduct(int place, OrderProduct product, String field, BigDecimal value) {
        return figures().named("items[%d]: %s.%s %s".formatted(place, place(product), field, digits(value)));
    }

    private static Phrase units(Phrase figure, RefundedItem item, OrderProduct product) {
        BigDecimal quantity = item.item().quantity();
        return Phrase.of(
                "name.units", figure, plain(quantity == null ? BigDecimal.ONE : quantity), plain(product.quantity()));
    }

    private String place(OrderProduct product) {
        return "products[%d]".formatted(reading.products().indexOf(product));
    }

    /** As a sentence names it. */
    private static Phrase said(RefundedItem item) {
        String type = item.item().itemType();
        return switch (type) {
            case RefundedItem.PRODUCT -> product(item);
            case "ORDER" -> Phrase.of("item.order");
            case "SHIPPING" -> Phrase.of("item.shipping");
            case "HANDLING" -> Phrase.of("item.handling");
            case Wrappings.GIFT_WRAPPING -> Phrase.of("item.gift-wrapping");
            case "FEE" -> Phrase.of("item.fee");
            default -> Phrase.verbatim(type.toLowerCase(Locale.ROOT).replace('_', ' '));
        };
    }

    private static Phrase product(RefundedItem item) {
        BigDecimal quantity = item.item().quantity();
        Long id = item.item().itemId();
        OrderProduct product = item.product();
        if (id == null) {
            return quantity == null ? Phrase.of("item.some-product") : Phrase.of("item.units-unknown", plain(quantity));
        }
        if (quantity == null) {
            return product == null ? Phrase.of("item.product", id) : ProductWords.named(product);
        }
        Phrase what = product == null ? ProductWords.line(id) : ProductWords.counted(product);
        return Phrase.of("item.units", plain(quantity), what);
    }

    private static BigDecimal plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros();
    }

    private BigDecimal digits(BigDecimal figure) {
        return new BigDecimal(Money.digits(figure, reading.order().currencyCode()));
    }
}
