package io.ledgerbridge.sandbox.bigcommerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order as the shop holds it. Its {@link Store} changes it, and guards it. */
public final class ShopOrder {

    private final long id;
    private final boolean inclusive;
    private final Instant created;
    private final List<Refund> refunds = new ArrayList<>();
    private Cart cart;
    private long channel;
    private Status status = Status.INCOMPLETE;
    private Instant modified;
    private @Nullable Instant shipped;
    private boolean archived;
    private @Nullable String externalSource;
    private String staffNotes = "";

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

    public Status status() {
        return status;
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    public Cart cart() {
        return cart;
    }

    public List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    public Item item(String sku) {
        return cart.items().stream()
                .filter(item -> item.sku().equals(sku))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order %d has no %s".formatted(id, sku)));
    }

    Item item(long itemId) {
        return cart.items().stream()
                .filter(item -> item.id() == itemId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order %d has no line %d".formatted(id, itemId)));
    }

    Fee fee(String name) {
        return cart.fees().stream()
                .filter(fee -> fee.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order %d has no fee %s".formatted(id, name)));
    }

    Fee fee(long feeId) {
        return cart.fees().stream()
                .filter(fee -> fee.id() == feeId)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("order %d has no fee %d".formatted(id, feeId)));
    }

    /** What BigCommerce reports as {@code total_inc_tax}. */
    public BigDecimal total() {
        return figures().totalIncTax();
    }

    BigDecimal refunded() {
        return refunds.stream()
                .filter(Refund::counts)
                .map(Refund::totalAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Figures figures() {
        return Figures.of(cart, inclusive);
    }

    /** Of its one shipping address. */
    long addressId() {
        return id + 5000;
    }

    boolean inclusive() {
        return inclusive;
    }

    @Nullable
    Instant shipped() {
        return shipped;
    }

    boolean archived() {
        return archived;
    }

    @Nullable
    String externalSource() {
        return externalSource;
    }

    String staffNotes() {
        return staffNotes;
    }

    void touched(Instant when) {
        modified = when;
    }

    void become(Status newStatus) {
        status = newStatus;
    }

    void shippedAt(Instant when) {
        shipped = when;
    }

    void moveTo(long newChannel) {
        channel = newChannel;
    }

    void archive() {
        archived = true;
    }

    void cameFrom(String source) {
        externalSource = source;
    }

    void note(String text) {
        staffNotes = text;
    }

    void replaceCart(Cart newCart) {
        cart = newCart;
    }

    void add(Refund refund) {
        refunds.add(refund);
    }

    void replace(Refund refund) {
        refunds.replaceAll(old -> old.id() == refund.id() ? refund : old);
    }
}
