package io.ledgerbridge.posting.amounts;

import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Money;
import io.ledgerbridge.ledger.Role;
import io.ledgerbridge.posting.explained.Terms;
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
                    ? Terms.of(name(place) + how(item), item.amount(items.isWithTax()), said(item.item()))
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
                    ? inProportion(discount.net(), "the order's net discount", chosen, goods)
                    : closing();
        }
        boolean holdsTax = reading.order().taxInclusive() == which < 2;
        Terms carried = carried(holdsTax);
        return which % 2 == 0
                ? carried
                : carried.plus(inProportion(
                        discount.beyondCarried(holdsTax),
                        "what the order's net discount has beyond its products'",
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
                            "%s.quantity × %s.cost_price_ex_tax %s"
                                    .formatted(name(place), place(product), digits(product.costPriceExTax())),
                            item.cost().negate(),
                            said(item.item()) + " at a cost of " + digits(product.costPriceExTax()) + ",");
        });
    }

    private Terms carried(boolean holdsTax) {
        return each(place -> {
            RefundedItem item = items.all().get(place);
            OrderProduct product = item.product();
            return product == null
                    ? Terms.NONE
                    : Terms.of(
                            "%s: %s.applied_discounts %s%s"
                                    .formatted(
                                            name(place),
                                            place(product),
                                            digits(product.discount()),
                                            units(item) + (holdsTax ? " without its tax" : "")),
                            item.discount(holdsTax).negate(),
                            "what %s carries of the discount".formatted(said(item.item())));
        });
    }

    private Terms inProportion(BigDecimal discount, String what, BigDecimal value, BigDecimal goods) {
        BigDecimal sold = ordered.of(Role.REVENUE).negated().amount();
        return Terms.of(
                "%s %s × goods %s ÷ %s".formatted(what, digits(discount), digits(goods), digits(sold)),
                value.negate(),
                "%s %s × goods %s ÷ %s =".formatted(what, digits(discount), digits(goods), digits(sold)));
    }

    /** What the totals leave for it. */
    private Terms closing() {
        Terms kept = each(place -> Terms.of(
                name(place) + ".adjustments",
                items.all().get(place).adjustments().negate(),
                "what was kept back"));
        return Terms.of(
                        "refund %s items[*] without tax".formatted(name()),
                        items.sums(items.isWithTax()).sum().amount().negate(),
                        "its items without tax")
                .plus(kept)
                .plus("refund %s total_amount".formatted(name()), refund.totalAmount(), "total_amount")
                .plus("refund %s total_tax".formatted(name()), refund.totalTax().negate(), "total_tax");
    }

    private Terms each(IntFunction<Terms> terms) {
        return Terms.sum(IntStream.range(0, items.all().size()).mapToObj(terms));
    }

    private String name(int place) {
        return "refund %s items[%d]".formatted(name(), place);
    }

    private String name() {
        return refund.refund().name();
    }

    /** Of an item, what its amount is. */
    private String how(RefundedItem item) {
        BigDecimal requested = item.item().requestedAmount();
        OrderProduct product = item.product();
        String declined = refund.howMuchCounts();
        if (requested != null) {
            return ".requested_amount%s%s"
                    .formatted(items.isWithTax() ? " %s without its tax".formatted(digits(requested)) : "", declined);
        }
        if (!item.isProduct() || product == null) {
            return declined;
        }
        return ": %s.total_ex_tax %s%s%s"
                .formatted(place(product), digits(product.totalExTax()), units(item), declined);
    }

    private static String units(RefundedItem item) {
        BigDecimal quantity = item.item().quantity();
        OrderProduct product = item.product();
        return product == null
                ? ""
                : " × %s of %s"
                        .formatted(plain(quantity == null ? BigDecimal.ONE : quantity), plain(product.quantity()));
    }

    private String place(OrderProduct product) {
        return "products[%d]".formatted(reading.products().indexOf(product));
    }

    /** As a sentence names it. */
    private static String said(Refund.Item item) {
        BigDecimal quantity = item.quantity();
        return switch (item.itemType()) {
            case RefundedItem.PRODUCT ->
                (quantity == null ? "" : plain(quantity) + " × ")
                        + (item.itemId() == null ? "a product" : "product " + item.itemId());
            case "ORDER" -> "an amount of the order as a whole";
            default -> item.itemType().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    private String digits(BigDecimal figure) {
        return Money.digits(figure, reading.order().currencyCode());
    }
}
