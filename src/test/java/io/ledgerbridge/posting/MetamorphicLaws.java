package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.ledger.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same when an order is told in another way. One again with {@code -Dorder.seed=…}, which a failure prints.
 */
@Tag("laws")
class MetamorphicLaws {

    private static final String SEED = "20261129";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void theSumOfTheTendersIsTheSameWhateverTheProviders(@ForAll("orders") PaidOrder order) {
        Bookkeeping books = new Bookkeeping(order.settings);
        Bookkeeping byCard = new Bookkeeping(order.settings);
        follow(order, books, shop -> byCard.work(refundedBy("braintree", shop)), byCard);
        assertThat(sum(byCard, Role.Kind.TENDER))
                .as(order::toString)
                .isEqualByComparingTo(sum(books, Role.Kind.TENDER));
        assertThat(roles(byCard, Role.Kind.SALE)).as(order::toString).isEqualTo(roles(books, Role.Kind.SALE));
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void anOrderThatIsCancelledAndRestoredIsAsIfNothingHadHappened(@ForAll("orders") PaidOrder order) {
        Bookkeeping books = new Bookkeeping(order.settings);
        follow(order, books, shop -> {}, books);
        int status = order.shop.status;
        if (status == 5 || status == 6) {
            return;
        }
        Map<String, BigDecimal> before = books.byAccount();
        become(order, books, 5, 1);
        become(order, books, status, 2);
        assertThat(books.byAccount()).as(order::toString).isEqualTo(before);
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void theSameOrderInCentsAndInYenHoldsTheSame(@ForAll("orders") PaidOrder order) {
        if (!order.shop.currency.equals("USD")) {
            return;
        }
        Bookkeeping cents = new Bookkeeping(order.settings);
        Bookkeeping yen = new Bookkeeping(order.settings);
        follow(order, cents, shop -> yen.work(inYen(shop)), yen);
        Map<Role, BigDecimal> times = new TreeMap<>();
        cents.byRole()
                .forEach((role, amount) ->
                        times.put(role, amount.multiply(HUNDRED).stripTrailingZeros()));
        Map<Role, BigDecimal> held = new TreeMap<>();
        yen.byRole().forEach((role, amount) -> held.put(role, amount.stripTrailingZeros()));
        assertThat(held).as(order::toString).isEqualTo(times);
    }

    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void twoRefundsThatTogetherAreOneLeaveTheSame(@ForAll("orders") PaidOrder order) {
        order.shop.status = 11;
        Refund one = order.wholeRefund(1);
        Refund[] two = halves(order, one);
        Bookkeeping whole = new Bookkeeping(order.settings);
        Bookkeeping parts = new Bookkeeping(order.settings);
        order.shop.refunds.add(one);
        whole.work(order.shop);
        order.shop.refunds.clear();
        for (Refund part : two) {
            order.shop.refunds.add(part);
            parts.work(order.shop);
        }
        assertThat(roles(parts, Role.Kind.SALE)).as(order::toString).isEqualTo(roles(whole, Role.Kind.SALE));
        assertThat(sum(parts, Role.Kind.TENDER)).as(order::toString).isEqualByComparingTo(sum(whole, Role.Kind.TENDER));
        roles(whole, Role.Kind.TENDER)
                .forEach((role, amount) -> assertThat(parts.byRole().getOrDefault(role, BigDecimal.ZERO))
                        .as(order::toString)
                        .isCloseTo(amount, within(BigDecimal.valueOf(2, order.shop.totalIncTax.scale()))));
    }

    /** Units that come back at once or one after the other, at the order's prices and with their part of its discount. */
    @Property(seed = SEED, shrinking = ShrinkingMode.OFF)
    void unitsThatComeBackAtOnceOrOneAfterTheOtherLeaveTheSame(@ForAll("orders") PaidOrder order) {
        order.shop.status = 11;
        Bookkeeping once = new Bookkeeping(order.settings);
        Bookkeeping oneByOne = new Bookkeeping(order.settings);
        List<Refund> refunds = order.unitRefunds();
        BigDecimal all = PaidOrder.sum(refunds.stream().map(Refund::totalAmount).toList());
        if (all.signum() == 0 || all.compareTo(order.shop.totalIncTax) > 0) {
            return;
        }
        order.shop.refunds.addAll(refunds);
        oneByOne.work(order.shop);
        order.shop.refunds.clear();
        order.shop.refunds.add(together(refunds));
        once.work(order.shop);
        BigDecimal coins = BigDecimal.valueOf(2L * refunds.size(), order.shop.totalIncTax.scale());
        for (Role role : Role.values()) {
            assertThat(oneByOne.byRole().getOrDefault(role, BigDecimal.ZERO))
                    .as("%s of %s", role, order)
                    .isCloseTo(once.byRole().getOrDefault(role, BigDecimal.ZERO), within(coins));
        }
        assertThat(sum(oneByOne, Role.Kind.SALE)).as(order::toString).isEqualByComparingTo(sum(once, Role.Kind.SALE));
        assertThat(oneByOne.byRole().getOrDefault(Role.RECEIVABLE, BigDecimal.ZERO))
                .as(order::toString)
                .isEqualByComparingTo(once.byRole().getOrDefault(Role.RECEIVABLE, BigDecimal.ZERO));
    }

    private static Refund together(List<Refund> refunds) {
        BigDecimal total =
                PaidOrder.sum(refunds.stream().map(Refund::totalAmount).toList());
        return new Refund(
                1,
                refunds.get(0).orderId(),
                refunds.get(0).created(),
                total,
                BigDecimal.ZERO,
                refunds.stream().flatMap(refund -> refund.items().stream()).toList(),
                List.of(Shop.card(total.toPlainString())));
    }

    private interface Other {
        void work(Shop shop);
    }

    /** The order lives; after each step both work it. */
    private static void follow(PaidOrder order, Bookkeeping books, Other other, Bookkeeping others) {
        int steps = new Random(order.seed).nextInt(9);
        books.work(order.shop);
        other.work(order.shop);
        for (int step = 0; step < steps; step++) {
            OrderEvent event = order.live();
            if (event != null) {
                books.told(event);
                if (others != books) {
                    others.told(event);
                }
            }
            books.work(order.shop);
            other.work(order.shop);
        }
    }

    private static void become(PaidOrder order, Bookkeeping books, int status, int days) {
        String at = Objects.requireNonNull(order.shop.modified)
                .plusSeconds(86_400L * days)
                .toString();
        books.told(Shop.status(10_000L + days, at, order.shop.status, status));
        order.shop.status = status;
        books.work(order.shop);
    }

    private static Refund[] halves(PaidOrder order, Refund whole) {
        BigDecimal half = BigDecimal.valueOf(0.5);
        UnaryOperator<BigDecimal> first =
                amount -> amount.multiply(half).setScale(order.shop.totalIncTax.scale(), RoundingMode.DOWN);
        Refund one = part(whole, 1, first);
        Refund two = part(whole, 2, amount -> amount.subtract(first.apply(amount)));
        return new Refund[] {one, two};
    }

    private static Refund part(Refund whole, long id, UnaryOperator<BigDecimal> share) {
        return new Refund(
                id,
                whole.orderId(),
                whole.created(),
                share.apply(whole.totalAmount()),
                share.apply(whole.totalTax()),
                List.of(),
                whole.payments().stream()
                        .map(payment -> Shop.payment(
                                String.valueOf(payment.providerId()),
                                share.apply(payment.amount()).toPlainString(),
                                false))
                        .toList());
    }

    private static Shop refundedBy(String provider, Shop shop) {
        return copy(shop, amount -> amount, provider);
    }

    private static Shop inYen(Shop shop) {
        Shop yen = copy(shop, amount -> amount.multiply(HUNDRED), null);
        yen.currency = "JPY";
        return yen;
    }

    /** @param provider by which its refunds are paid back; null: as they are */
    private static Shop copy(Shop shop, UnaryOperator<BigDecimal> amount, @Nullable String provider) {
        Shop copy = new Shop();
        copy.status = shop.status;
        copy.created = shop.created;
        copy.modified = shop.modified;
        copy.currency = shop.currency;
        copy.paymentStatus = shop.paymentStatus;
        copy.subtotal = amount.apply(shop.subtotal);
        copy.shipping = amount.apply(shop.shipping);
        copy.handling = amount.apply(shop.handling);
        copy.wrapping = amount.apply(shop.wrapping);
        copy.totalExTax = amount.apply(shop.totalExTax);
        copy.totalIncTax = amount.apply(shop.totalIncTax);
        copy.tax = amount.apply(shop.tax);
        copy.discount = amount.apply(shop.discount);
        copy.coupon = amount.apply(shop.coupon);
        copy.giftCertificate = amount.apply(shop.giftCertificate);
        copy.storeCredit = amount.apply(shop.storeCredit);
        shop.fees.forEach(fee -> copy.fees.add(
                new OrderFee(fee.id(), fee.type(), amount.apply(fee.costExTax()), amount.apply(fee.tax()))));
        shop.products.forEach(product -> copy.products.add(copy(product, amount)));
        shop.refunds.forEach(refund -> copy.refunds.add(copy(refund, amount, provider)));
        return copy;
    }

    private static OrderProduct copy(OrderProduct product, UnaryOperator<BigDecimal> amount) {
        return new OrderProduct(
                product.id(),
                product.type(),
                product.quantity(),
                amount.apply(product.priceExTax()),
                amount.apply(product.priceIncTax()),
                amount.apply(product.totalExTax()),
                amount.apply(product.totalIncTax()),
                amount.apply(product.costPriceExTax()),
                product.orderId(),
                product.addressId(),
                amount.apply(product.wrappingExTax()),
                product.appliedDiscounts().stream()
                        .map(one -> new OrderProduct.AppliedDiscount(amount.apply(one.amount())))
                        .toList(),
                product.sku());
    }

    private static Refund copy(Refund refund, UnaryOperator<BigDecimal> amount, @Nullable String provider) {
        List<Refund.Item> items = new ArrayList<>();
        refund.items()
                .forEach(item -> items.add(new Refund.Item(
                        item.itemType(),
                        item.itemId(),
                        item.quantity(),
                        item.requestedAmount() == null ? null : amount.apply(item.requestedAmount()),
                        item.adjustments().stream()
                                .map(one -> new Refund.Adjustment(amount.apply(one.amount())))
                                .toList())));
        return new Refund(
                refund.id(),
                refund.orderId(),
                refund.created(),
                amount.apply(refund.totalAmount()),
                amount.apply(refund.totalTax()),
                items,
                refund.payments().stream()
                        .map(payment -> new Refund.Payment(
                                payment.id(),
                                provider == null ? payment.providerId() : provider,
                                amount.apply(payment.amount()),
                                payment.offline(),
                                payment.declined()))
                        .toList());
    }

    private static Map<Role, BigDecimal> roles(Bookkeeping books, Role.Kind kind) {
        Map<Role, BigDecimal> roles = new TreeMap<>();
        books.byRole().forEach((role, amount) -> {
            if (role.kind() == kind) {
                roles.put(role, amount.stripTrailingZeros());
            }
        });
        return roles;
    }

    private static BigDecimal sum(Bookkeeping books, Role.Kind kind) {
        return PaidOrder.sum(List.copyOf(roles(books, kind).values()));
    }

    @Provide
    Arbitrary<PaidOrder> orders() {
        Long replayed = Long.getLong("order.seed");
        return replayed == null
                ? Arbitraries.randomValue(random -> new PaidOrder(random.nextLong()))
                : Arbitraries.create(() -> new PaidOrder(replayed));
    }
}
