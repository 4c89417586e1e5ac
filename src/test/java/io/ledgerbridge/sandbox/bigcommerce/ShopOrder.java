package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One order as the shop holds it. Its {@link Store} changes it, and guards it. */
public final class ShopOrder {

    final boolean inclusive;
    final Instant created;
    final List<Refund> refunds = new ArrayList<>();
    Cart cart;
    long channel;
    Status status = Status.INCOMPLETE;
    Instant modified;

    @Nullable
    Instant shipped;

    boolean archived;

    @Nullable
    String externalSource;

    String staffNotes = "";

    /** BigCommerce's {@code payment_status}. */
    String paymentStatus = "";

    final List<Transaction> transactions = new ArrayList<>();
    private final long id;

    ShopOrder(long id, Cart cart, long channel, boolean inclusive, Instant created) {
        this.id = id;
        this.cart = cart;
        this.channel = channel;
        this.inclusive = inclusive;
        this.created = created;
        this.modified = created;
    }

    public long id() {
        return id;
    }

    public long channel() {
        return channel;
    }

    public List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    /** What BigCommerce reports as {@code total_inc_tax}. */
    public BigDecimal total() {
        return figures().totalIncTax();
    }

    Item item(String sku) {
        return only(cart.items, item -> item.sku().equals(sku), sku);
    }

    Item item(long itemId) {
        return only(cart.items, item -> item.id() == itemId, itemId);
    }

    Fee fee(String name) {
        return only(cart.fees, fee -> fee.name().equals(name), name);
    }

    Fee fee(long feeId) {
        return only(cart.fees, fee -> fee.id() == feeId, feeId);
    }

    private <T> T only(List<T> all, Predicate<T> wanted, Object name) {
        return all.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order %d has no %s".formatted(id, name)));
    }

    /** Refunds that were not declined. */
    List<Refund> counting() {
        return refunds.stream().filter(Refund::counts).toList();
    }

    BigDecimal refunded() {
        return counting().stream().map(Refund::totalAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Figures figures() {
        return new Figures(cart, inclusive);
    }

    /** Of its one shipping address. */
    long addressId() {
        return id + 5000;
    }
}
