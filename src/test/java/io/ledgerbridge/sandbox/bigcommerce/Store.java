package io.ledgerbridge.sandbox.bigcommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One store: its orders, and what shoppers and merchants do to them. Each deed changes the order and leaves the events
 * that BigCommerce would send; {@link #takeEvents()} hands them to a {@link Courier}.
 */
public final class Store {

    private final String hash;
    private final Clock clock;
    private final Events says;
    private final Hooks hooks;
    private final Map<Long, ShopOrder> orders = new TreeMap<>();
    private final Map<Long, Printed> elsewhere = new TreeMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Set<Long> misdated = new HashSet<>();
    private final Set<Long> withoutStatus = new HashSet<>();
    private final List<Event> outbox = new ArrayList<>();
    private volatile Quota quota = new Quota(150, Duration.ofSeconds(30));
    private volatile List<Signature> signatures = List.of(Signature.X_BC_SIGNATURE_BASE64);
    private boolean taxInclusive;
    private long lastOrder = 99;
    private long lastId = 400;

    Store(String hash, Clock clock) {
        this.hash = hash;
        this.clock = clock;
        this.says = new Events(hash, Integer.toString(1_000_000 + Math.floorMod(hash.hashCode(), 900_000)));
        this.hooks = new Hooks(hash, clock);
    }

    // How the store is set up

    /** Prices are entered with tax. */
    public synchronized Store taxInclusive() {
        taxInclusive = true;
        return this;
    }

    public Store grant(Token token) {
        tokens.put(token.value(), token);
        return this;
    }

    public void revoke(String token) {
        tokens.remove(token);
    }

    /** Calls allowed in each window, over all of the store's tokens. */
    public Store quota(int requests, Duration window) {
        quota = new Quota(requests, window);
        return this;
    }

    /** How deliveries are signed from now on, in all these ways at once. */
    public Store signing(Signature... ways) {
        signatures = List.of(ways);
        return this;
    }

    public synchronized Store firstOrder(long id) {
        lastOrder = id - 1;
        return this;
    }

    // What shoppers do

    /** A shopper reaches the payment page: BigCommerce has an incomplete order from now on. */
    public synchronized ShopOrder place(Cart cart, long channel) {
        ShopOrder order = new ShopOrder(++lastOrder, cart.copy(), channel, taxInclusive, now());
        order.cart.number(() -> ++lastId);
        orders.put(order.id(), order);
        tell(order, "created");
        return order;
    }

    /** Paid in the checkout: awaiting fulfilment. */
    public synchronized void pay(long id) {
        till(id).take("purchase");
        outbox.add(says.transaction("created", id, ++lastId, now()));
        become(id, Status.AWAITING_FULFILMENT);
    }

    /** Paid in the checkout by a card that is to be charged later. */
    public synchronized void authorize(long id) {
        till(id).authorize();
        become(id, Status.AWAITING_FULFILMENT);
    }

    /** The card is charged. */
    public synchronized void capture(long id) {
        till(id).take("capture");
        outbox.add(says.transaction("updated", id, ++lastId, now()));
        touch(order(id));
    }

    /** Ordered, to be paid by bank transfer or the like. */
    public void orderUnpaid(long id) {
        become(id, Status.AWAITING_PAYMENT);
    }

    public void orderPending(long id) {
        become(id, Status.PENDING);
    }

    /** A message between shopper and merchant; the order stays as it is. */
    public synchronized void write(long id) {
        outbox.add(says.messageCreated(id, ++lastId, now()));
    }

    // What merchants do

    /** The payment has come. */
    public synchronized void confirm(long id) {
        till(id).take("purchase");
        outbox.add(says.transaction("updated", id, ++lastId, now()));
        become(id, Status.AWAITING_FULFILMENT);
    }

    public synchronized void ship(long id) {
        order(id).shipped = now();
        become(id, Status.SHIPPED);
    }

    public void cancel(long id) {
        become(id, Status.CANCELLED);
    }

    public void decline(long id) {
        become(id, Status.DECLINED);
    }

    /** Any status, as staff can set it without money moving. */
    public synchronized void become(long id, Status status) {
        ShopOrder order = order(id);
        Status before = order.status;
        order.status = status;
        touch(order);
        outbox.add(says.statusUpdated(id, before, status, now()));
        outbox.add(says.channelOrder(order.channel(), "statusUpdated", id, now()));
    }

    public synchronized void edit(long id, Consumer<Cart> change) {
        ShopOrder order = order(id);
        Cart edited = order.cart.copy();
        change.accept(edited);
        edited.number(() -> ++lastId);
        order.cart = edited;
        touch(order);
    }

    public synchronized void moveToChannel(long id, long channel) {
        order(id).channel = channel;
        touch(order(id));
    }

    public synchronized void note(long id, String text) {
        order(id).staffNotes = text;
        touch(order(id));
    }

    /** Where the order came from; {@code M-MIG} is migrated history. */
    public synchronized void cameFrom(long id, String externalSource) {
        order(id).externalSource = externalSource;
    }

    /** Paid, as the order was placed to try the shop. */
    public synchronized void testGateway(long id) {
        order(id).cart.payBy("testgateway");
    }

    public synchronized void archive(long id) {
        order(id).archived = true;
        order(id).modified = now();
        outbox.add(says.order("archived", id, now()));
    }

    public synchronized Refund refund(long id, RefundRequest request) {
        ShopOrder order = order(id);
        Refund refund = new RefundDesk(order).refund(request, now(), () -> ++lastId);
        order.refunds.add(refund);
        outbox.add(says.refundCreated(id, refund.id(), now()));
        boolean whole = order.refunded().compareTo(order.total()) >= 0;
        become(id, whole ? Status.REFUNDED : Status.PARTIALLY_REFUNDED);
        return refund;
    }

    /** The gateway turns a refund's payment down, later: no event says so. */
    public synchronized void declineRefund(Refund refund) {
        order(refund.orderId()).refunds.replaceAll(made -> made.id() == refund.id() ? made.declined() : made);
    }

    /** Serves an order as it is printed somewhere, instead of one of the store's own. */
    public synchronized void serve(String orderJson, String productsJson, String refundsJson) {
        Printed order = Printed.Elsewhere.of(orderJson, productsJson, refundsJson);
        long id = order.order().path("id").asLong();
        elsewhere.put(id, order);
        outbox.add(says.order("created", id, now()));
        outbox.add(says.order("updated", id, now()));
    }

    /** From now on lists give the order a date of its last change that is none; by itself it is served as it is. */
    public synchronized void misdate(long id) {
        misdated.add(id);
    }

    /** The next answer about the order lacks its status_id. */
    public synchronized void omitStatus(long id) {
        withoutStatus.add(id);
    }

    /** Whether this answer does; the next one is whole. */
    synchronized boolean omitsStatus(long id) {
        return withoutStatus.remove(id);
    }

    synchronized boolean isMisdated(long id) {
        return misdated.contains(id);
    }

    /** Does this to the store without an event that tells of it. */
    public synchronized void unheard(Runnable deed) {
        int said = outbox.size();
        deed.run();
        outbox.subList(said, outbox.size()).clear();
    }

    // What is to be seen of it

    public String hash() {
        return hash;
    }

    public Hooks hooks() {
        return hooks;
    }

    public synchronized ShopOrder order(long id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("store %s has no order %d".formatted(hash, id)));
    }

    public synchronized Collection<ShopOrder> orders() {
        return List.copyOf(orders.values());
    }

    /** Every order as {@code /v2/orders} prints it, by id. */
    public synchronized List<ObjectNode> orderJson() {
        return ids().map(id -> print(id).orElseThrow().order()).toList();
    }

    /** One order as {@code /v2/orders/{id}} prints it, without fees. */
    public synchronized Optional<ObjectNode> orderJson(long id) {
        return print(id).map(Printed::order);
    }

    /** What {@code include=fees} adds; empty where there are none. */
    public synchronized List<JsonNode> feesJson(long id) {
        return print(id).map(Printed::fees).orElseThrow();
    }

    public synchronized List<JsonNode> productsJson(long id) {
        return print(id).map(Printed::products).orElseThrow();
    }

    public synchronized List<JsonNode> refundsJson(long id) {
        return print(id).map(Printed::refunds).orElseThrow();
    }

    /** What gateways did, refunds included. */
    public synchronized List<JsonNode> transactionsJson(long id) {
        return print(id).map(Printed::transactions).orElseThrow();
    }

    /** The taxes with their details. */
    public synchronized List<JsonNode> taxesJson(long id) {
        return print(id).map(Printed::taxes).orElseThrow();
    }

    public synchronized List<JsonNode> addressesJson(long id) {
        return print(id).map(Printed::addresses).orElseThrow();
    }

    /** All refunds of the store by ascending id. */
    public synchronized List<JsonNode> refundsJson() {
        return ids().flatMap(id -> refundsJson(id).stream())
                .sorted(Comparator.comparingLong(refund -> refund.path("id").asLong()))
                .toList();
    }

    private Stream<Long> ids() {
        return Stream.concat(orders.keySet().stream(), elsewhere.keySet().stream())
                .sorted();
    }

    private Optional<Printed> print(long id) {
        Optional<Printed> own = find(id).map(order -> new OrderJson(order, hash));
        return Optional.ofNullable(elsewhere.get(id)).or(() -> own);
    }

    /** What happened since the last call, in the order in which it happened. */
    public synchronized List<Event> takeEvents() {
        List<Event> events = List.copyOf(outbox);
        outbox.clear();
        return events;
    }

    Optional<Token> token(String value) {
        return Optional.ofNullable(tokens.get(value));
    }

    Collection<Token> tokens() {
        return tokens.values();
    }

    Quota quota() {
        return quota;
    }

    List<Signature> signatures() {
        return signatures;
    }

    synchronized void deliveryFailed(Hook hook, int code, String message) {
        outbox.add(says.deliveryException(hook.id(), code, message, now()));
    }

    private Till till(long id) {
        return new Till(order(id), now(), () -> ++lastId);
    }

    private Optional<ShopOrder> find(long id) {
        return Optional.ofNullable(orders.get(id));
    }

    private void touch(ShopOrder order) {
        order.modified = now();
        tell(order, "updated");
    }

    private void tell(ShopOrder order, String action) {
        outbox.add(says.order(action, order.id(), now()));
        outbox.add(says.channelOrder(order.channel(), action, order.id(), now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
