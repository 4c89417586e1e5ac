package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.posting.rules.Channel;
import io.ledgerbridge.posting.rules.JournalSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The life of one order in a shop that works out its own figures, from the seed alone: what is bought, changed, paid,
 * cancelled and refunded, and what its ledger then has to hold. Nothing here uses the planner.
 */
public final class Life {

    /** What the shop knows after one thing happened, and what the ledger has to hold once the order is worked. */
    public record Moment(
            OrderReading reading,
            List<OrderEvent> delivered,
            boolean isWorked,
            Map<String, BigDecimal> accounts,
            Map<String, BigDecimal> memo,
            boolean isVoid,
            boolean isFullyRefunded) {}

    private enum Fee {
        NONE,
        ON_TOP,
        IN_SUBTOTAL,
        NOT_CHARGED
    }

    private static final class Item {
        final long id;
        final boolean certificate;
        BigDecimal price = BigDecimal.ZERO;
        BigDecimal priceIncTax = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        int quantity;

        Item(long id, boolean certificate) {
            this.id = id;
            this.certificate = certificate;
        }
    }

    private static final class Repayment {
        final long id;
        final Instant at;
        final Map<Long, Integer> units = new TreeMap<>();
        final Map<Long, BigDecimal> requested = new TreeMap<>();
        /** By {@code item_type}. */
        final Map<String, BigDecimal> extras = new LinkedHashMap<>();

        @Nullable
        BigDecimal wholeOrder;

        BigDecimal tax = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal toCertificate = BigDecimal.ZERO;
        BigDecimal toCredit = BigDecimal.ZERO;
        boolean isDeclined;

        Repayment(long id, Instant at) {
            this.id = id;
            this.at = at;
        }

        /** So much of an amount as was paid back: a declined card takes its part away. */
        BigDecimal counted(BigDecimal amount) {
            return isDeclined ? amount.multiply(counted()).divide(total, MathContext.DECIMAL128) : amount;
        }

        BigDecimal counted() {
            return isDeclined ? toCredit.add(toCertificate) : total;
        }

        boolean listsNothing() {
            return units.isEmpty()
                    && wholeOrder == null
                    && sum(extras.values().stream()).signum() == 0;
        }
    }

    /** What an order has beside products: the setting of its account, by {@code item_type} of its refunds. */
    private static final Map<String, String> EXTRAS = new LinkedHashMap<>();

    static {
        EXTRAS.put("SHIPPING", "shipping");
        EXTRAS.put("HANDLING", "handling");
        EXTRAS.put("GIFT_WRAPPING", "wrapping");
        EXTRAS.put("FEE", "fees");
    }

    final long seed;
    public final Settings settings = new Settings();
    public final List<Moment> moments = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();
    private final Random random;
    private final String currency;
    private final int scale;
    private final BigDecimal rate;
    private final boolean inclusive;
    private final List<Item> items = new ArrayList<>();
    private final List<Repayment> repayments = new ArrayList<>();
    private final List<OrderEvent> undelivered = new ArrayList<>();
    private BigDecimal percent;
    private final boolean figureHoldsTax;
    private final boolean figureIsCoupon;
    private BigDecimal shipping;
    private BigDecimal handling;
    private BigDecimal wrapping;
    private Fee feeKind;
    private BigDecimal fee = BigDecimal.ZERO;
    private BigDecimal certificate = BigDecimal.ZERO;
    private BigDecimal credit = BigDecimal.ZERO;
    private int status;
    private long channel = 1;
    private Instant now = Instant.parse("2026-10-25T03:00:00Z");
    private Instant modified;
    private final Instant created;
    private long nextEvent = 1;
    private long nextRefund = 1;
    private long nextItem = 1;

    public Life(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        settings.refundRate = seed % 2 == 0 ? JournalSettings.RefundRate.ORDER : JournalSettings.RefundRate.REFUND;
        this.currency = oneOf("USD", "USD", "EUR", "JPY", "KWD");
        this.scale = currency.equals("JPY") ? 0 : currency.equals("KWD") ? 3 : 2;
        this.rate = new BigDecimal(oneOf("0", "0.0825", "0.2", "0.055"));
        this.inclusive = chance(4);
        this.percent = chance(2) ? BigDecimal.ZERO : new BigDecimal(oneOf("0.1", "0.15", "0.3333", "0.07"));
        this.figureHoldsTax = chance(2);
        this.figureIsCoupon = chance(2);
        this.shipping = chance(3) ? BigDecimal.ZERO : amount(1500);
        this.handling = chance(2) ? BigDecimal.ZERO : amount(500);
        this.wrapping = chance(2) ? BigDecimal.ZERO : amount(600);
        this.feeKind = chance(2) ? Fee.NONE : oneOf(Fee.ON_TOP, Fee.IN_SUBTOTAL, Fee.NOT_CHARGED);
        this.created = now;
        this.modified = now;
        set();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            addItem();
        }
        setFee();
        certificate = chance(3) ? share(total()) : BigDecimal.ZERO;
        credit = chance(3) ? share(total().subtract(certificate)) : BigDecimal.ZERO;
        status = oneOf(11, 11, 7, 7, 1, 0);
        tell("created");
        note("bought for %s %s with status %d".formatted(currency, total(), status));
        live();
    }

    private void set() {
        settings.recognition =
                chance(3) ? JournalSettings.Recognition.ON_CONFIRMATION : JournalSettings.Recognition.IMMEDIATE;
        settings.costOfGoods = oneOf(Channel.CostOfGoods.values());
        settings.onRefund = oneOf(Channel.CostOfGoodsOnRefund.values());
        settings.zone = ZoneId.of(oneOf("America/Chicago", "Europe/Berlin", "Asia/Tokyo", "UTC"));
        if (chance(2)) {
            settings.accounts.put("refunds-owed", "419800");
        }
        for (String optional : List.of("shipping", "handling", "wrapping", "fees", "discounts", "rounding")) {
            if (chance(3)) {
                settings.accounts.remove(optional);
            }
        }
        note("%s %s, cost of goods %s, on refund %s, %s"
                .formatted(
                        settings.recognition,
                        inclusive ? "prices with tax" : "prices without tax",
                        settings.costOfGoods,
                        settings.onRefund,
                        settings.accounts.keySet()));
    }

    private void live() {
        moment(chance(2));
        int steps = 2 + random.nextInt(8);
        for (int i = 0; i < steps; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(7 * 24 * 60)));
            if (happens()) {
                moment(!chance(3));
            }
        }
        moment(true);
    }

    private boolean happens() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> changeStatus();
            case 3, 4 -> edit();
            case 5, 6, 7 -> repay();
            case 8 -> decline();
            default -> changeChannel();
        };
    }

    // What happens

    private boolean changeStatus() {
        int before = status;
        status = oneOf(11, 11, 11, 2, 10, 5, 5, 6, 7);
        modified = now;
        if (before != status) {
            tell("statusUpdated", before, status, null);
            tell("updated");
        }
        note("status %d to %d".formatted(before, status));
        return true;
    }

    private boolean changeChannel() {
        channel = channel == 1 ? 2 : 1;
        return changed("moved to channel " + channel);
    }

    private boolean decline() {
        List<Repayment> counting = counting();
        if (counting.isEmpty()) {
            return false;
        }
        Repayment declined = counting.get(random.nextInt(counting.size()));
        if (declined.isDeclined || refundedTax().subtract(declined.tax).compareTo(tax()) > 0) {
            return false;
        }
        declined.isDeclined = true;
        note("refund %d declined".formatted(declined.id));
        return true;
    }

    private boolean edit() {
        BigDecimal refunded = refunded();
        boolean wasDiscounted = isDiscounted();
        switch (random.nextInt(6)) {
            case 0 -> addItem();
            case 1 -> changeQuantity();
            case 2 -> changePrice();
            case 3 -> shipping = refunded("SHIPPING").add(amount(900));
            case 4 -> changeDiscount();
            default -> handling = refunded("HANDLING").add(amount(300));
        }
        if (!wasDiscounted && !repayments.isEmpty()) {
            percent = BigDecimal.ZERO;
        }
        setFee();
        while (total().compareTo(refunded) < 0 || tax().compareTo(refundedTax()) < 0) {
            addItem();
            setFee();
        }
        return changed("edited: total %s".formatted(total()));
    }

    private boolean changed(String what) {
        modified = now;
        tell("updated");
        note(what);
        return true;
    }

    private void addItem() {
        Item item = new Item(nextItem++, chance(8));
        item.quantity = 1 + random.nextInt(3);
        item.cost = chance(4) ? BigDecimal.ZERO : amount(3000);
        price(item);
        items.add(item);
    }

    private void price(Item item) {
        if (item.certificate) {
            item.cost = BigDecimal.ZERO;
            item.price = amount(5000);
            item.priceIncTax = item.price;
        } else if (chance(16)) {
            item.price = BigDecimal.ZERO;
            item.priceIncTax = BigDecimal.ZERO;
        } else if (inclusive) {
            item.priceIncTax = amount(9000);
            item.price = item.priceIncTax.divide(BigDecimal.ONE.add(rate), 4, RoundingMode.HALF_UP);
        } else {
            int decimals = chance(3) ? scale + 2 : scale;
            item.price = amount(9000).add(BigDecimal.valueOf(decimals > scale ? random.nextInt(100) : 0, decimals));
            item.priceIncTax = item.price.multiply(BigDecimal.ONE.add(rate));
        }
    }

    private void changeQuantity() {
        Item item = items.get(random.nextInt(items.size()));
        item.quantity = Math.max(unitsRefunded(item, true), random.nextInt(4));
    }

    /** A price that is refunded in part stays, or its refund would no longer fit the order's discount. */
    private void changePrice() {
        Item item = items.get(random.nextInt(items.size()));
        if (unitsRefunded(item, true) == 0) {
            price(item);
        }
    }

    private void changeDiscount() {
        if (repayments.isEmpty()) {
            percent = chance(2) ? BigDecimal.ZERO : new BigDecimal("0.2");
        }
    }

    /** A fee has to be larger than the discount, or the order closes with it and without it. */
    private void setFee() {
        if (feeKind == Fee.NONE) {
            fee = BigDecimal.ZERO;
        } else if (fee.signum() == 0) {
            fee = amount(400).add(coins(20)).add(discountFigure().multiply(BigDecimal.valueOf(2)));
        } else if (fee.compareTo(discountFigure().add(coins(20))) <= 0) {
            fee = fee.add(discountFigure()).add(coins(40));
        }
    }

    private boolean repay() {
        BigDecimal left = total().subtract(refunded());
        if (left.signum() <= 0) {
            return false;
        }
        Repayment repayment = new Repayment(nextRefund++, now);
        if (!choose(repayment, left)) {
            return false;
        }
        payBack(repayment);
        repayments.add(repayment);
        modified = now;
        tell("refund/created", null, null, repayment.id);
        note("refund %d of %s, tax %s, units %s"
                .formatted(repayment.id, repayment.total, repayment.tax, repayment.units));
        return true;
    }

    private boolean choose(Repayment repayment, BigDecimal left) {
        return switch (random.nextInt(6)) {
            case 0 -> adjustTax(repayment, left);
            case 1 -> isPlain() && giveAmount(repayment, left);
            case 2 -> giveRest(repayment, left);
            default -> isPlain() && giveParts(repayment, left);
        };
    }

    /** On a discounted order, units can't be told from amounts once a whole-order amount was refunded. */
    private boolean isPlain() {
        return !isDiscounted() || counting().stream().noneMatch(one -> one.wholeOrder != null);
    }

    private boolean adjustTax(Repayment repayment, BigDecimal left) {
        BigDecimal tax = share(taxLeft());
        repayment.tax = tax;
        repayment.total = tax;
        return tax.signum() > 0 && tax.compareTo(left) < 0;
    }

    private boolean giveAmount(Repayment repayment, BigDecimal left) {
        BigDecimal given = share(left);
        if (isDiscounted() || given.signum() <= 0 || given.compareTo(left) >= 0) {
            return false;
        }
        repayment.wholeOrder = given;
        repayment.total = given;
        return true;
    }

    private boolean giveRest(Repayment repayment, BigDecimal left) {
        if (isDiscounted() && counting().stream().anyMatch(one -> one.counted().compareTo(one.total) < 0)) {
            return false; // its total would be more than its items, which an edit would show
        }
        repayment.total = left;
        repayment.tax = taxLeft();
        if (counting().stream().anyMatch(one -> one.wholeOrder != null) || chance(3)) {
            repayment.wholeOrder = left;
            repayment.tax = BigDecimal.ZERO;
            return !isDiscounted() || counting().isEmpty();
        }
        items.forEach(item -> takeUnits(repayment, item, item.quantity - unitsRefunded(item, false)));
        EXTRAS.keySet().forEach(type -> repayment.extras.put(type, left(type)));
        return true;
    }

    private boolean giveParts(Repayment repayment, BigDecimal left) {
        items.forEach(
                item -> takeUnits(repayment, item, random.nextInt(1 + item.quantity - unitsRefunded(item, false))));
        repayment.extras.put("SHIPPING", chance(2) ? BigDecimal.ZERO : share(left("SHIPPING")));
        repayment.extras.put("HANDLING", chance(3) ? left("HANDLING") : BigDecimal.ZERO);
        repayment.extras.put("GIFT_WRAPPING", chance(3) ? left("GIFT_WRAPPING") : BigDecimal.ZERO);
        repayment.extras.put("FEE", chance(4) ? left("FEE") : BigDecimal.ZERO);
        if (repayment.listsNothing()) {
            return false;
        }
        BigDecimal taxed = sum(repayment.extras.values().stream()).add(goodsAfterDiscount(repayment));
        BigDecimal net = taxed.add(goods(repayment, true));
        repayment.tax = chance(12)
                ? coins(1 + random.nextInt(3)).negate()
                : rounded(taxed.multiply(rate)).min(taxLeft());
        repayment.total = net.add(repayment.tax);
        return repayment.total.signum() > 0 && repayment.total.compareTo(left) < 0;
    }

    private void takeUnits(Repayment repayment, Item item, int units) {
        if (units > 0) {
            repayment.units.put(item.id, units);
            if (!inclusive && chance(4)) {
                repayment.requested.put(item.id, item.price.multiply(BigDecimal.valueOf(units)));
            }
        }
    }

    private void payBack(Repayment repayment) {
        switch (random.nextInt(5)) {
            case 0 -> repayment.toCredit = repayment.total;
            case 1 -> repayment.toCertificate = share(repayment.total);
            case 2 -> {
                repayment.toCertificate = share(repayment.total);
                repayment.toCredit = share(repayment.total.subtract(repayment.toCertificate));
            }
            default -> {}
        }
    }

    // The shop's figures

    private BigDecimal sold(boolean certificates, Function<Item, BigDecimal> price) {
        return sum(items.stream()
                .filter(item -> item.certificate == certificates)
                .map(item -> price.apply(item).multiply(units(item))));
    }

    private BigDecimal goods() {
        return sold(false, item -> item.price);
    }

    private BigDecimal goodsIncTax() {
        return sold(false, item -> item.priceIncTax);
    }

    private BigDecimal certificatesSold() {
        return sold(true, item -> item.price);
    }

    /** What is taken off: without tax, in a store whose prices have none; else with it. */
    private BigDecimal takenOff() {
        return rounded((inclusive ? goodsIncTax() : goods()).multiply(percent));
    }

    private BigDecimal discountFigure() {
        return !inclusive && figureHoldsTax ? rounded(takenOff().multiply(BigDecimal.ONE.add(rate))) : takenOff();
    }

    private boolean isDiscounted() {
        return discountFigure().signum() != 0;
    }

    private boolean isCharged() {
        return feeKind == Fee.ON_TOP || feeKind == Fee.IN_SUBTOTAL;
    }

    private BigDecimal charged() {
        return isCharged() ? fee : BigDecimal.ZERO;
    }

    private BigDecimal extra(String type) {
        return switch (type) {
            case "SHIPPING" -> shipping;
            case "HANDLING" -> handling;
            case "GIFT_WRAPPING" -> wrapping;
            default -> charged();
        };
    }

    private BigDecimal refunded(String type) {
        return sum(counting().stream().map(repayment -> repayment.extras.getOrDefault(type, BigDecimal.ZERO)));
    }

    private BigDecimal left(String type) {
        return extra(type).subtract(refunded(type));
    }

    /** Which are kept without tax. */
    private BigDecimal extras() {
        return sum(EXTRAS.keySet().stream().map(this::extra));
    }

    private BigDecimal tax() {
        BigDecimal onExtras = rounded(extras().multiply(rate));
        if (inclusive) {
            BigDecimal withTax = goodsIncTax().subtract(takenOff());
            return onExtras.add(
                    rounded(withTax.subtract(withTax.divide(BigDecimal.ONE.add(rate), 8, RoundingMode.HALF_UP))));
        }
        return onExtras.add(rounded(rounded(goods()).subtract(takenOff()).multiply(rate)));
    }

    private BigDecimal total() {
        BigDecimal onGoods = inclusive
                ? goodsIncTax().subtract(takenOff()).add(rounded(extras().multiply(rate)))
                : rounded(goods()).subtract(takenOff()).add(tax());
        return onGoods.add(certificatesSold()).add(extras());
    }

    private List<Repayment> counting() {
        return repayments.stream()
                .filter(repayment -> repayment.counted().signum() > 0)
                .toList();
    }

    private BigDecimal refunded() {
        return sum(counting().stream().map(Repayment::counted));
    }

    private BigDecimal taxLeft() {
        return tax().subtract(refundedTax()).max(BigDecimal.ZERO);
    }

    private BigDecimal refundedTax() {
        return sum(counting().stream().map(repayment -> rounded(repayment.counted(repayment.tax))));
    }

    private int unitsRefunded(Item item, boolean declinedToo) {
        return repayments.stream()
                .filter(repayment -> declinedToo || repayment.counted().signum() > 0)
                .mapToInt(repayment -> repayment.units.getOrDefault(item.id, 0))
                .sum();
    }

    private BigDecimal goods(Repayment repayment, boolean ofCertificates) {
        return sum(items.stream()
                .filter(item -> item.certificate == ofCertificates)
                .map(item -> repayment.requested.getOrDefault(
                        item.id, item.price.multiply(BigDecimal.valueOf(repayment.units.getOrDefault(item.id, 0))))));
    }

    private BigDecimal goodsAfterDiscount(Repayment repayment) {
        BigDecimal goods = goods(repayment, false);
        return rounded(goods).subtract(isDiscounted() ? rounded(goods.multiply(percent)) : BigDecimal.ZERO);
    }

    private BigDecimal cost(Repayment repayment) {
        return rounded(sum(items.stream().map(item -> item.cost.multiply(unitsBack(repayment, item)))));
    }

    /** None where the share that was paid back is no whole number of them. */
    private static BigDecimal unitsBack(Repayment repayment, Item item) {
        BigDecimal units = repayment
                .counted(BigDecimal.valueOf(repayment.units.getOrDefault(item.id, 0)))
                .setScale(9, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return units.scale() <= 0 ? units : BigDecimal.ZERO;
    }

    private BigDecimal cost() {
        return rounded(sum(items.stream().map(item -> item.cost.multiply(units(item)))));
    }

    // What the ledger has to hold

    private Map<String, BigDecimal> accounts() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        if (isVoid()) {
            addCancelled(sums);
        } else if (isEntered() && isFullyRefunded()) {
            addTenders(sums, tenders());
            addTaxKept(sums);
        } else if (isEntered()) {
            addOrder(sums);
            counting().forEach(repayment -> addRefund(sums, repayment));
        }
        return withCost(sums, Channel.CostOfGoods.POST);
    }

    /** By the setting of its account, each tender's payments less what was given back by it. */
    private Map<String, BigDecimal> tenders() {
        Map<String, BigDecimal> held = new TreeMap<>();
        add(held, "receivable", total().subtract(certificate).subtract(credit));
        add(held, "gift-certificates", certificate);
        add(held, "store-credit", credit);
        for (Repayment repayment : counting()) {
            BigDecimal byCard = repayment.counted().subtract(repayment.toCredit).subtract(repayment.toCertificate);
            add(held, "receivable", byCard.negate());
            add(held, "gift-certificates", repayment.toCertificate.negate());
            add(held, "store-credit", repayment.toCredit.negate());
        }
        return held;
    }

    private void addTenders(Map<String, BigDecimal> sums, Map<String, BigDecimal> tenders) {
        tenders.forEach((setting, amount) -> add(sums, account(setting), amount));
    }

    /** What is not given back is owed, or counts as given back by the tenders that still hold something. */
    private void addCancelled(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> held = tenders();
        BigDecimal left = sum(held.values().stream());
        if (counting().isEmpty() && !settings.accounts.containsKey("refunds-owed")) {
            return;
        }
        addTenders(sums, held);
        if (settings.accounts.containsKey("refunds-owed")) {
            add(sums, account("refunds-owed"), left.negate());
            return;
        }
        held.values().removeIf(amount -> amount.signum() <= 0);
        BigDecimal positive = sum(held.values().stream());
        BigDecimal taken = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> tender : held.entrySet()) {
            BigDecimal part = rounded(left.multiply(tender.getValue()).divide(positive, MathContext.DECIMAL128));
            taken = taken.add(part);
            add(sums, account(tender.getKey()), part.negate());
        }
        add(sums, account(largest(held)), taken.subtract(left));
    }

    private static String largest(Map<String, BigDecimal> held) {
        String largest = "receivable";
        for (String tender : List.of("store-credit", "gift-certificates", "receivable")) {
            BigDecimal amount = held.getOrDefault(tender, BigDecimal.ZERO);
            largest = amount.compareTo(held.getOrDefault(largest, BigDecimal.ZERO)) >= 0 ? tender : largest;
        }
        return largest;
    }

    /** Beyond cents, tax that wasn't refunded with the rest stays, and revenue stands against it. */
    private void addTaxKept(Map<String, BigDecimal> sums) {
        BigDecimal kept = tax().subtract(refundedTax());
        if (kept.abs().compareTo(coins(5)) > 0) {
            add(sums, account("sales-tax"), kept.negate());
            add(sums, account("revenue"), kept);
        }
    }

    private Map<String, BigDecimal> memo() {
        return withCost(new TreeMap<>(), Channel.CostOfGoods.MEMO);
    }

    private Map<String, BigDecimal> withCost(Map<String, BigDecimal> sums, Channel.CostOfGoods kept) {
        if (isEntered() && settings.costOfGoods == kept) {
            addCost(sums);
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private boolean isVoid() {
        return List.of(0, 5, 6).contains(status);
    }

    private boolean isEntered() {
        boolean waits = List.of(1, 7, 12).contains(status)
                && settings.recognition == JournalSettings.Recognition.ON_CONFIRMATION
                && counting().isEmpty();
        return !isVoid() && !waits;
    }

    private boolean isFullyRefunded() {
        return !counting().isEmpty() && refunded().compareTo(total()) == 0;
    }

    private void addOrder(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> lines = new TreeMap<>();
        lines.put("receivable", total().subtract(certificate).subtract(credit));
        add(lines, "gift-certificates", certificate.subtract(certificatesSold()));
        add(lines, "store-credit", credit);
        add(lines, "revenue", rounded(goods()).negate());
        EXTRAS.forEach((type, setting) -> add(lines, setting, extra(type).negate()));
        add(lines, "sales-tax", tax().negate());
        add(
                lines,
                isDiscounted() ? "discounts" : "rounding",
                sum(lines.values().stream()).negate());
        lines.forEach((setting, amount) -> add(sums, account(setting), amount));
    }

    private void addRefund(Map<String, BigDecimal> sums, Repayment repayment) {
        Map<String, BigDecimal> lines = new TreeMap<>();
        add(lines, "receivable", repayment.toCredit.add(repayment.toCertificate).subtract(repayment.counted()));
        add(
                lines,
                "gift-certificates",
                rounded(repayment.counted(goods(repayment, true))).subtract(repayment.toCertificate));
        add(lines, "store-credit", repayment.toCredit.negate());
        add(lines, "sales-tax", rounded(repayment.counted(repayment.tax)));
        BigDecimal whole = repayment.wholeOrder == null ? BigDecimal.ZERO : repayment.wholeOrder;
        add(lines, "revenue", rounded(repayment.counted(goods(repayment, false).add(whole))));
        repayment.extras.forEach(
                (type, amount) -> add(lines, EXTRAS.getOrDefault(type, ""), rounded(repayment.counted(amount))));
        BigDecimal left = sum(lines.values().stream()).negate();
        add(lines, isDiscounted() && !repayment.listsNothing() ? "discounts" : "revenue", left);
        lines.forEach((setting, amount) -> add(sums, account(setting), amount));
    }

    private void addCost(Map<String, BigDecimal> sums) {
        BigDecimal cost = cost();
        if (settings.onRefund == Channel.CostOfGoodsOnRefund.REVERSE) {
            BigDecimal back = sum(counting().stream().map(this::cost));
            cost = cost.subtract(back);
        }
        add(sums, account("cost-of-goods"), cost);
        add(sums, account("inventory"), cost.negate());
    }

    private String account(String setting) {
        String fallback = switch (setting) {
            case "handling" -> settings.accounts.containsKey("shipping") ? "shipping" : "revenue";
            default -> "revenue";
        };
        String code = settings.accounts.getOrDefault(setting, settings.accounts.get(fallback));
        return currency + " " + (channel == 2 ? "9" : "") + code;
    }

    private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
        sums.merge(key, amount, BigDecimal::add);
    }

    // How it is told

    private void moment(boolean isWorked) {
        List<OrderEvent> delivered = new ArrayList<>();
        Collections.shuffle(undelivered, random);
        for (OrderEvent event : List.copyOf(undelivered)) {
            switch (random.nextInt(4)) {
                case 0 -> undelivered.remove(event);
                case 1 -> delivered.add(event);
                default -> {
                    delivered.add(event);
                    undelivered.remove(event);
                }
            }
        }
        note(isWorked ? "  worked" : "  not worked");
        moments.add(new Moment(
                reading(), delivered, isWorked, accounts(), memo(), isVoid(), isEntered() && isFullyRefunded()));
    }

    private void tell(String scope) {
        tell(scope, null, null, null);
    }

    private void tell(String scope, @Nullable Integer before, @Nullable Integer after, @Nullable Long refund) {
        undelivered.add(new OrderEvent(nextEvent++, "store/order/" + scope, now, before, after, refund));
    }

    private OrderReading reading() {
        Shop shop = new Shop();
        shop.status = status;
        shop.created = created;
        shop.modified = modified;
        shop.currency = currency;
        shop.channel = channel;
        shop.shipping = shipping.setScale(4);
        shop.handling = handling;
        shop.wrapping = wrapping;
        shop.coupon = figureIsCoupon ? discountFigure() : BigDecimal.ZERO;
        shop.discount = figureIsCoupon ? BigDecimal.ZERO : discountFigure();
        shop.giftCertificate = certificate;
        shop.storeCredit = credit;
        shop.taxInclusive = inclusive;
        shop.totals(total().setScale(4).toPlainString(), tax().toPlainString());
        items.forEach(item -> shop.products.add(product(item)));
        shop.subtotal = goods().add(certificatesSold()).add(feeKind == Fee.IN_SUBTOTAL ? fee : BigDecimal.ZERO);
        if (feeKind != Fee.NONE) {
            shop.fees.add(new OrderFee(1, "custom_fee", fee, BigDecimal.ZERO));
        }
        repayments.forEach(repayment -> shop.refunds.add(refund(repayment)));
        return shop.reading();
    }

    private static OrderProduct product(Item item) {
        return Shop.product(
                item.id,
                item.certificate ? "giftcertificate" : "physical",
                units(item),
                item.price,
                item.priceIncTax,
                item.price.multiply(units(item)),
                item.priceIncTax.multiply(units(item)),
                item.cost);
    }

    private static Refund refund(Repayment repayment) {
        List<Refund.Item> listed = new ArrayList<>();
        repayment.units.forEach((item, units) ->
                listed.add(Shop.item("PRODUCT", item, BigDecimal.valueOf(units), repayment.requested.get(item))));
        repayment.extras.forEach((type, amount) -> list(listed, type, amount));
        list(listed, "ORDER", repayment.wholeOrder);
        return new Refund(
                repayment.id,
                250,
                repayment.at.atOffset(ZoneOffset.ofHours(2)),
                repayment.total,
                repayment.tax,
                listed,
                payments(repayment));
    }

    private static void list(List<Refund.Item> listed, String type, @Nullable BigDecimal amount) {
        if (amount != null && amount.signum() != 0) {
            listed.add(Shop.item(type, 1L, null, amount));
        }
    }

    private static List<Refund.Payment> payments(Repayment repayment) {
        BigDecimal byCard = repayment.total.subtract(repayment.toCredit).subtract(repayment.toCertificate);
        return List.of(
                new Refund.Payment(1, "braintree", byCard, false, repayment.isDeclined),
                new Refund.Payment(2, "storecredit", repayment.toCredit, true, false),
                new Refund.Payment(3, "giftcertificate", repayment.toCertificate, true, false));
    }

    // Small things

    private static BigDecimal units(Item item) {
        return BigDecimal.valueOf(item.quantity);
    }

    private BigDecimal amount(int most) {
        return coins(1 + random.nextInt(most));
    }

    private BigDecimal coins(int count) {
        return BigDecimal.valueOf(count, scale);
    }

    private BigDecimal share(BigDecimal of) {
        return of.signum() <= 0 ? BigDecimal.ZERO : rounded(of.multiply(BigDecimal.valueOf(random.nextInt(100), 2)));
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(scale, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void note(String what) {
        story.append(now).append(' ').append(what).append('\n');
    }

    @Override
    public String toString() {
        return "life " + seed + " (replay with -Dlife.seed=" + seed + ")\n" + story;
    }
}
