package io.ledgerbridge.posting;

import io.ledgerbridge.bigcommerce.Order;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderFee;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.bigcommerce.details.OrderTax;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.bigcommerce.details.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An order in BigCommerce whose figures a test sets one by one; nothing is worked out from anything else. */
public final class Shop {

    public static final Instant CREATED = Instant.parse("2026-10-31T15:00:00Z");

    public long id = 250;
    public int status = 11;
    public Instant created = CREATED;

    @Nullable
    Instant modified = CREATED;

    String currency = "USD";

    @Nullable
    public Long channel = 1L;

    public BigDecimal subtotal = BigDecimal.ZERO;
    BigDecimal shipping = BigDecimal.ZERO;
    BigDecimal handling = BigDecimal.ZERO;
    BigDecimal wrapping = BigDecimal.ZERO;
    BigDecimal totalExTax = BigDecimal.ZERO;
    BigDecimal totalIncTax = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    BigDecimal discount = BigDecimal.ZERO;
    BigDecimal coupon = BigDecimal.ZERO;
    BigDecimal giftCertificate = BigDecimal.ZERO;
    BigDecimal storeCredit = BigDecimal.ZERO;
    boolean taxInclusive;
    public boolean deleted;

    @Nullable
    public String source;

    @Nullable
    String paymentStatus = "captured";

    @Nullable
    public String gateway = "braintree";

    BigDecimal shippingIncTax = BigDecimal.ZERO;
    String paymentMethod = "Credit card";
    String country = "US";

    @Nullable
    CustomerGroup group;

    List<OrderFee> fees = new ArrayList<>();
    List<Transaction> transactions = new ArrayList<>();
    List<OrderTax> taxes = new ArrayList<>();
    List<ShippingAddress> addresses = new ArrayList<>();
    List<OrderProduct> products = new ArrayList<>();
    List<Refund> refunds = new ArrayList<>();

    public OrderReading reading() {
        Order order = new Order(
                id,
                status,
                created,
                modified,
                currency,
                channel,
                77,
                subtotal,
                shipping,
                handling,
                wrapping,
                shippingIncTax,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                totalExTax,
                totalIncTax,
                tax,
                discount,
                coupon,
                giftCertificate,
                storeCredit,
                BigDecimal.valueOf(products.size()),
                taxInclusive,
                deleted,
                source,
                paymentStatus,
                gateway,
                paymentMethod,
                new Order.Billing(country),
                fees);
        return new OrderReading(order, products, refunds, transactions, taxes, addresses, group);
    }

    /** Sets {@code total_inc_tax} and {@code total_tax}, and {@code total_ex_tax} to agree with them. */
    public Shop totals(String incTax, String taxes) {
        totalIncTax = new BigDecimal(incTax);
        tax = new BigDecimal(taxes);
        totalExTax = totalIncTax.subtract(tax);
        return this;
    }

    public Shop product(long item, String quantity, String price, String cost) {
        return product("physical", item, quantity, price, cost);
    }

    public Shop product(String type, long item, String quantity, String price, String cost) {
        BigDecimal units = new BigDecimal(quantity);
        BigDecimal each = new BigDecimal(price);
        BigDecimal total = units.multiply(each);
        products.add(product(item, type, units, each, each, total, total, new BigDecimal(cost)));
        subtotal = subtotal.add(total);
        return this;
    }

    static OrderProduct product(
            long item,
            String type,
            BigDecimal units,
            BigDecimal each,
            BigDecimal eachWithTax,
            BigDecimal total,
            BigDecimal totalWithTax,
            BigDecimal cost) {
        return new OrderProduct(
                item,
                type,
                units,
                each,
                eachWithTax,
                total,
                totalWithTax,
                cost,
                null,
                null,
                BigDecimal.ZERO,
                List.of(),
                null);
    }

    /** What BigCommerce says that the latest product carries: a discount, and its wrapping. */
    Shop carrying(String discount, String wrapped) {
        OrderProduct product = products.remove(products.size() - 1);
        products.add(new OrderProduct(
                product.id(),
                product.type(),
                product.quantity(),
                product.priceExTax(),
                product.priceIncTax(),
                product.totalExTax(),
                product.totalIncTax(),
                product.costPriceExTax(),
                null,
                null,
                new BigDecimal(wrapped),
                List.of(new OrderProduct.AppliedDiscount(new BigDecimal(discount))),
                product.sku()));
        return this;
    }

    Shop withoutProducts() {
        products.clear();
        subtotal = BigDecimal.ZERO;
        return this;
    }

    public Shop refund(Refund refund) {
        refunds.add(refund);
        return this;
    }

    public static Refund refund(
            long id, String total, String tax, List<Refund.Item> items, Refund.Payment... payments) {
        Instant created = Instant.parse("2026-11-03T12:00:00Z").plusSeconds(id);
        return new Refund(
                id,
                250,
                created.atOffset(ZoneOffset.UTC),
                new BigDecimal(total),
                new BigDecimal(tax),
                items,
                List.of(payments));
    }

    static Refund.Item units(long item, int quantity) {
        return item("PRODUCT", item, BigDecimal.valueOf(quantity), null);
    }

    static Refund.Item amount(String type, long item, String amount) {
        return item(type, item, null, new BigDecimal(amount));
    }

    static Refund.Item item(
            String type, @Nullable Long item, @Nullable BigDecimal quantity, @Nullable BigDecimal requested) {
        return new Refund.Item(type, item, quantity, requested, List.of());
    }

    public static Refund.Payment card(String amount) {
        return payment("braintree", amount, false);
    }

    static Refund.Payment payment(String provider, String amount, boolean declined) {
        return new Refund.Payment(1, provider, new BigDecimal(amount), false, declined);
    }

    /** What a gateway took. */
    public Shop paid(String gateway, String amount) {
        long id = transactions.size() + 1L;
        return transaction(id, "purchase", "credit_card", gateway, amount, gateway + " " + id);
    }

    Shop transaction(long id, String event, String method, String gateway, String amount, String gatewayId) {
        transactions.add(new Transaction(
                id, "250", event, method, new BigDecimal(amount), currency, gateway, gatewayId, "ok", false, null));
        return this;
    }

    /** Where a product is shipped to. */
    Shop at(long item, long address) {
        return with(item, product -> address, OrderProduct::sku);
    }

    /** The shop's own number of a product. */
    public Shop sku(long item, String sku) {
        return with(item, OrderProduct::addressId, product -> sku);
    }

    private Shop with(
            long item, Function<OrderProduct, @Nullable Long> address, Function<OrderProduct, @Nullable String> sku) {
        products.replaceAll(product -> product.id() != item
                ? product
                : new OrderProduct(
                        product.id(),
                        product.type(),
                        product.quantity(),
                        product.priceExTax(),
                        product.priceIncTax(),
                        product.totalExTax(),
                        product.totalIncTax(),
                        product.costPriceExTax(),
                        product.orderId(),
                        address.apply(product),
                        product.wrappingExTax(),
                        product.appliedDiscounts(),
                        sku.apply(product)));
        return this;
    }

    /** A rate on a product. */
    Shop taxed(long item, String rate, String tax) {
        return taxed("item", item, null, rate, "VAT", tax);
    }

    Shop taxed(
            String type, @Nullable Long item, @Nullable Long address, String rate, @Nullable String name, String tax) {
        taxes.add(new OrderTax(
                taxes.size() + 1L, 250L, address, name, new BigDecimal(rate), 0, new BigDecimal(tax), type, item));
        return this;
    }

    static OrderEvent event(long id, String scope, String at) {
        return new OrderEvent(id, "store/order/" + scope, Instant.parse(at), null, null, null);
    }

    public static OrderEvent status(long id, String at, int before, int after) {
        return new OrderEvent(id, "store/order/statusUpdated", Instant.parse(at), before, after, null);
    }
}
