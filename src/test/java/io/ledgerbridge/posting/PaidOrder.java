package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.amounts.RecordedRefund;
import io.ledgerbridge.posting.amounts.RecordedRefunds;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order from a seed, with every kind of discount, and refunds that give back anything by any tender: their totals are what
 * somebody typed, as far as the order allows.
 */
public final class PaidOrder {

    private static final String[] PROVIDERS = {"braintree", "storecredit", "store_credit", "giftcertificate", "custom"};

    public final long seed;
    public final Settings settings = new Settings();
    public final Shop shop = new Shop();
    public final List<RecordedRefund> recorded = new ArrayList<>();
    final boolean isListed;
    private final Random random;
    private final int scale;
    private final TreeMap<Long, Integer> back = new TreeMap<>();
    private final TreeMap<String, BigDecimal> chargesBack = new TreeMap<>();
    private long nextRefund = 1;
    private long nextEvent = 1;
    private Instant now = Shop.CREATED;

    PaidOrder(long seed) {
        this(seed, false);
    }

    /** @param isListed whether its channel has ways of paying and tax codes, of which two are charged */
    public PaidOrder(long seed, boolean isListed) {
        this.seed = seed;
        this.isListed = isListed;
        this.random = new Random(seed);
        settings.refundRate = seed % 2 == 0 ? JournalSettings.RefundRate.ORDER : JournalSettings.RefundRate.REFUND;
        shop.currency = oneOf("USD", "USD", "JPY", "KWD");
        this.scale = shop.currency.equals("JPY") ? 0 : shop.currency.equals("KWD") ? 3 : 2;
        settings.costOfGoods = oneOf(Channel.CostOfGoods.values());
        settings.onRefund = oneOf(Channel.CostOfGoodsOnRefund.values());
        settings.recognition = oneOf(JournalSettings.Recognition.values());
        if (chance(2)) {
            settings.accounts.put("refunds-owed", "419800");
        }
        shop.paymentStatus = oneOf("captured", "captured", "authorized", "void", "");
        buy();
        if (isListed) {
            settings.tenders = Lists.TENDERS;
            settings.taxes = Lists.TAXES;
            pay();
        }
        shop.status = oneOf(11, 11, 7, 2);
    }

    private void buy() {
        int count = 1 + random.nextInt(4);
        BigDecimal carried = BigDecimal.ZERO;
        for (int item = 1; item <= count; item++) {
            BigDecimal price = chance(6) ? BigDecimal.ZERO : coins(9000);
            int quantity = 1 + random.nextInt(4);
            shop.product(
                    item,
                    String.valueOf(quantity),
                    price.toPlainString(),
                    coins(3000).toPlainString());
            if (chance(3)) {
                BigDecimal discount = part(price.multiply(BigDecimal.valueOf(quantity)));
                carried = carried.add(discount);
                shop.carrying(discount.toPlainString(), "0");
            }
        }
        charge();
        BigDecimal onOrder = chance(2) ? part(shop.subtotal.subtract(carried)) : BigDecimal.ZERO;
        boolean isFree = chance(5) && (!isListed || onOrder.signum() == 0);
        BigDecimal freeShipping = isFree ? shop.shipping : BigDecimal.ZERO;
        shop.coupon = carried;
        shop.discount = onOrder.add(freeShipping);
        BigDecimal net = shop.subtotal.add(charges()).subtract(shop.coupon).subtract(shop.discount);
        if (chance(2)) {
            // as some shops have them: among what the products come to
            shop.subtotal = shop.subtotal.add(fees());
        }
        BigDecimal tax = isListed
                ? new ListedTaxes(shop, random).charge(isFree)
                : net.multiply(new BigDecimal(oneOf("0", "0.0825", "0.2"))).setScale(scale, RoundingMode.HALF_UP);
        shop.totals(net.add(tax).toPlainString(), tax.toPlainString());
        shop.giftCertificate = chance(3) ? part(shop.totalIncTax) : BigDecimal.ZERO;
        shop.storeCredit = chance(3) ? part(shop.totalIncTax.subtract(shop.giftCertificate)) : BigDecimal.ZERO;
    }

    private void charge() {
        shop.shipping = chance(2) ? coins(1500) : BigDecimal.ZERO;
        shop.handling = chance(3) ? coins(500) : BigDecimal.ZERO;
        shop.wrapping = chance(3) ? coins(600) : BigDecimal.ZERO;
        if (chance(4) && !isListed) {
            shop.fees.add(new OrderFee(1, "custom_fee", coins(700), BigDecimal.ZERO));
        }
    }

    /** By one gateway, by two, or in a way that no transaction tells. */
    private void pay() {
        BigDecimal due = shop.totalIncTax.subtract(shop.giftCertificate).subtract(shop.storeCredit);
        shop.gateway = oneOf("braintree", "paypalexpress", "custom");
        if (due.signum() > 0 && "captured".equals(shop.paymentStatus) && chance(2)) {
            BigDecimal first = part(due);
            shop.paid("stripe", first.toPlainString());
            shop.paid("paypalexpress", due.subtract(first).toPlainString());
        }
    }

    private BigDecimal charges() {
        return shop.shipping.add(shop.handling).add(shop.wrapping).add(fees());
    }

    private BigDecimal fees() {
        return shop.fees.stream().map(OrderFee::costExTax).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Something happens to the order; returns the event that tells of it, if one does. */
    @Nullable
    public OrderEvent live() {
        now = now.plusSeconds(1 + random.nextInt(600_000));
        shop.modified = now;
        return switch (random.nextInt(6)) {
            case 0, 1 -> changeStatus();
            case 2 -> turnPayment();
            case 3, 4 -> refund();
            default -> {
                record();
                yield null;
            }
        };
    }

    private OrderEvent changeStatus() {
        int before = shop.status;
        shop.status = shop.refunds.isEmpty()
                ? oneOf(11, 11, 1, 2, 3, 8, 9, 10, 13, 0, 5, 6, 7, 12)
                : oneOf(11, 4, 14, 1, 2, 10, 5, 6, 7, 12);
        return Shop.status(nextEvent++, now.toString(), before, shop.status);
    }

    /** A payment that was accepted is declined, or the other way round. */
    private @Nullable OrderEvent turnPayment() {
        if (shop.refunds.isEmpty()) {
            return null;
        }
        int index = random.nextInt(shop.refunds.size());
        Refund refund = shop.refunds.get(index);
        List<Refund.Payment> payments = new ArrayList<>();
        refund.payments()
                .forEach(payment -> payments.add(new Refund.Payment(
                        payment.id(), payment.providerId(), payment.amount(), false, chance(2) != payment.declined())));
        shop.refunds.set(
                index,
                new Refund(
                        refund.id(),
                        refund.orderId(),
                        refund.created(),
                        refund.totalAmount(),
                        refund.totalTax(),
                        refund.items(),
                        payments));
        return null;
    }

    private @Nullable OrderEvent refund() {
        BigDecimal left = left();
        if (left.signum() <= 0) {
            return null;
        }
        boolean isLast = chance(3);
        BigDecimal total = isLast ? left : part(left).max(coin());
        BigDecimal taxLeft = taxLeft();
        BigDecimal tax = isLast && !chance(4) ? taxLeft : part(taxLeft.min(total));
        long id = nextRefund++;
        Refund refund = new Refund(
                id,
                shop.id,
                now.atOffset(ZoneOffset.UTC),
                total,
                tax,
                chance(5) ? List.of() : items(total),
                chance(5) ? List.of() : payments(total));
        shop.refunds.add(refund);
        return new OrderEvent(nextEvent++, "store/order/refund/created", now, null, null, id);
    }

    /** All that was paid, given back at once by totals, to two ways of paying. */
    Refund wholeRefund(long id) {
        return new Refund(
                id,
                shop.id,
                now.atOffset(ZoneOffset.UTC),
                shop.totalIncTax,
                shop.tax,
                List.of(),
                payments(shop.totalIncTax).stream()
                        .map(payment -> Shop.payment(
                                String.valueOf(payment.providerId()),
                                payment.amount().toPlainString(),
                                false))
                        .toList());
    }

    /** One refund for each unit of the first product, at its price less its part of the discount, by card and without tax. */
    List<Refund> unitRefunds() {
        OrderProduct product = shop.products.get(0);
        BigDecimal net = product.priceExTax()
                .subtract(product.discount().divide(product.quantity(), scale, RoundingMode.HALF_UP))
                .max(BigDecimal.ZERO);
        List<Refund> refunds = new ArrayList<>();
        for (int unit = 1; unit <= product.quantity().intValue(); unit++) {
            refunds.add(new Refund(
                    unit,
                    shop.id,
                    now.atOffset(ZoneOffset.UTC),
                    net,
                    BigDecimal.ZERO,
                    List.of(Shop.units(product.id(), 1)),
                    List.of(Shop.card(net.toPlainString()))));
        }
        return refunds;
    }

    /** Somebody records a refund here, of what no other has given back. */
    private void record() {
        BigDecimal left = left();
        BigDecimal taxLeft = taxLeft();
        BigDecimal amount = chance(3) ? left : part(left);
        if (amount.signum() > 0) {
            long after = shop.refunds.stream().mapToLong(Refund::id).max().orElse(0);
            recorded.add(new RecordedRefund(
                    recorded.size() + 1,
                    amount,
                    part(taxLeft.min(amount)),
                    oneOf(PROVIDERS),
                    LocalDate.ofInstant(now, settings.zone),
                    after));
        }
    }

    /** Of the total, whichever of the refunds count. */
    private BigDecimal left() {
        return shop.totalIncTax
                .subtract(sum(shop.refunds.stream().map(Refund::totalAmount).toList()))
                .subtract(sum(recorded.stream().map(RecordedRefund::amount).toList()));
    }

    private BigDecimal taxLeft() {
        return shop.tax
                .subtract(sum(shop.refunds.stream().map(Refund::totalTax).toList()))
                .subtract(sum(recorded.stream().map(RecordedRefund::tax).toList()));
    }

    /** What was paid by each way, by its name; by none of them where it isn't paid. */
    Map<String, BigDecimal> paidByWay() {
        Map<String, BigDecimal> paid = new TreeMap<>();
        BigDecimal due = shop.totalIncTax.subtract(shop.giftCertificate).subtract(shop.storeCredit);
        if (!shop.transactions.isEmpty()) {
            shop.transactions.forEach(
                    one -> paid.merge(way(String.valueOf(one.gateway())), one.amount(), BigDecimal::add));
        } else if ("captured".equals(shop.paymentStatus)) {
            paid.put(way(String.valueOf(shop.gateway)), due);
        } else {
            paid.put("", due);
        }
        return paid;
    }

    /** By its name, as {@link Lists#TENDERS} has it. */
    static String way(String gateway) {
        return switch (gateway) {
            case "braintree", "stripe" -> "Card";
            case "paypalexpress" -> "PayPal";
            case "custom" -> "Other refunds";
            default -> throw new IllegalArgumentException(gateway);
        };
    }

    /** With the recorded refunds that count. */
    OrderReading reading() {
        return new RecordedRefunds(recorded, shop.reading(), Set.of()).counted(settings.zone);
    }

    private List<Refund.Item> items(BigDecimal total) {
        List<Refund.Item> items = new ArrayList<>();
        for (OrderProduct product : shop.products) {
            int units = random.nextInt(1 + product.quantity().intValue() - back.getOrDefault(product.id(), 0));
            if (units > 0) {
                back.merge(product.id(), units, Integer::sum);
                BigDecimal typed = chance(5) ? part(total) : null;
                items.add(new Refund.Item("PRODUCT", product.id(), BigDecimal.valueOf(units), typed, kept()));
            }
        }
        charge(items, "SHIPPING", shop.shipping);
        charge(items, "HANDLING", shop.handling);
        if (chance(2)) {
            charge(items, "GIFT_WRAPPING", shop.wrapping);
        } else if (shop.wrapping.signum() > 0 && !chargesBack.containsKey("GIFT_WRAPPING")) {
            chargesBack.put("GIFT_WRAPPING", shop.wrapping);
            shop.products.forEach(product -> items.add(Shop.item("GIFT_WRAPPING", product.id(), BigDecimal.ONE, null)));
        }
        if (chance(4)) {
            items.add(Shop.amount("ORDER", shop.id, part(total).toPlainString()));
        }
        return items;
    }

    private List<Refund.Adjustment> kept() {
        return chance(6) ? List.of(new Refund.Adjustment(coins(300).negate())) : List.of();
    }

    private void charge(List<Refund.Item> items, String type, BigDecimal charged) {
        BigDecimal given = part(charged.subtract(chargesBack.getOrDefault(type, BigDecimal.ZERO)));
        if (given.signum() > 0 && chance(3)) {
            chargesBack.merge(type, given, BigDecimal::add);
            items.add(Shop.amount(type, 1, given.toPlainString()));
        }
    }

    private List<Refund.Payment> payments(BigDecimal total) {
        BigDecimal first = part(total);
        return List.of(
                Shop.payment(oneOf(PROVIDERS), first.toPlainString(), chance(8)),
                Shop.payment(oneOf(PROVIDERS), total.subtract(first).toPlainString(), chance(8)));
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal coin() {
        return BigDecimal.valueOf(1, scale);
    }

    private BigDecimal coins(int most) {
        return BigDecimal.valueOf(1L + random.nextInt(most), scale);
    }

    private BigDecimal part(BigDecimal of) {
        return of.signum() <= 0
                ? BigDecimal.ZERO
                : of.multiply(BigDecimal.valueOf(random.nextInt(101), 2)).setScale(scale, RoundingMode.DOWN);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    @Override
    public String toString() {
        return "order %d: status %d, payment %s, %s %s, tax %s, certificate %s, credit %s, coupon %s, discount %s, refunds %s, recorded %s"
                .formatted(
                        seed,
                        shop.status,
                        shop.paymentStatus,
                        shop.totalIncTax,
                        shop.currency,
                        shop.tax,
                        shop.giftCertificate,
                        shop.storeCredit,
                        shop.coupon,
                        shop.discount,
                        shop.refunds,
                        recorded);
    }
}
