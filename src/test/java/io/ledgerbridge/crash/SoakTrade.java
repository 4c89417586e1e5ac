package io.ledgerbridge.crash;

import io.ledgerbridge.Bench;
import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Event;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Manner;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.Signature;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.http.Request;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import io.ledgerbridge.sandbox.sagex3.SageX3Sandbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Three stores whose orders go into one folder of Sage X3, by GraphQL, REST and SOAP, while time runs fast for both sides. */
final class SoakTrade implements AutoCloseable {

    static final Map<String, String> INTERFACES = Map.of("us", "graphql", "eu", "rest", "jp", "soap");

    private static final Duration TOKENS_LAST = Duration.ofSeconds(2);

    private final BigCommerceSandbox shop = new BigCommerceSandbox(0, Clock.systemUTC());
    private final SageX3Sandbox x3 = SageX3Sandbox.start(0);
    private final Map<String, Courier> couriers;
    private final AtomicLong sweeps = new AtomicLong();
    private final AtomicLong looks = new AtomicLong();
    private final AtomicInteger placed = new AtomicInteger();
    private final ReceiveTimes times = new ReceiveTimes();
    private final Predicate<Event> delivered;
    private final Supplier<String> meanwhile;

    /**
     * Nothing happens by itself.
     *
     * @param delivered which events have a webhook
     * @param meanwhile what the program does now
     */
    SoakTrade(Predicate<Event> delivered, Supplier<String> meanwhile) {
        this.delivered = delivered;
        this.meanwhile = meanwhile;
        x3.oauth2().accessTokensLast = TOKENS_LAST;
        for (String store : INTERFACES.keySet()) {
            store(store)
                    .grant(Bench.token(store))
                    .quota(Integer.MAX_VALUE, Duration.ofSeconds(30))
                    .signing(Signature.X_BC_SIGNATURE_BASE64)
                    .hooks()
                    .acceptPlainHttp();
        }
        couriers = INTERFACES.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), store -> new Courier(store(store))));
        shop.misbehave(this::emptyLists);
    }

    /** Each sweep has an address of its own, but finds nothing: the stand-in would print all orders to answer it. */
    private Optional<Misbehaviour> emptyLists(Request request) {
        boolean orders = request.path().endsWith("/v2/orders");
        (orders ? sweeps : looks).addAndGet(orders || isHooks(request) ? 1 : 0);
        return orders || request.path().endsWith("/v3/orders/payment_actions/refunds")
                ? Optional.of(Misbehaviour.nothing())
                : Optional.empty();
    }

    private static boolean isHooks(Request request) {
        return request.method().equals("GET") && request.path().endsWith("/v3/hooks");
    }

    /** Settings of the stores. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        INTERFACES.forEach((store, api) -> {
            String its = "ledger-bridge.stores." + store + ".";
            settings.putAll(Bench.storeSettings(store, shop.url(), x3.url()));
            settings.put(its + "bigcommerce.request-timeout", "30s");
            settings.put(its + "sage-x3.request-timeout", "30s");
            settings.put(its + "sage-x3.api", api);
            settings.put(its + "sage-x3.auth.type", "client-credentials");
            settings.put(its + "sage-x3.auth.token-url", x3.url() + "/v1/token");
            settings.put(its + "journal.time-zone", "UTC");
        });
        return settings;
    }

    /** Places and pays so many orders in each store, and delivers their webhooks to the program, one after the other. */
    void order(int each) {
        for (String store : INTERFACES.keySet()) {
            for (int order = 0; order < each; order++) {
                Cart cart = Cart.in("USD").with(Item.of("CAP", "Cap", "15.00"));
                store(store).pay(store(store).place(cart, 1).id());
                placed.incrementAndGet();
            }
            store(store).takeEvents().stream().filter(delivered).forEach(event -> deliver(store, event));
        }
        shop.forgetCalls();
    }

    /** Not all events have a webhook. */
    private void deliver(String store, Event event) {
        String then = meanwhile.get();
        Instant begun = Instant.now();
        boolean arrived = !Objects.requireNonNull(couriers.get(store))
                .deliver(List.of(event), Manner.plain().withTimeFactor(0.0001))
                .isEmpty();
        if (arrived) {
            times.add(then, Duration.between(begun, Instant.now()));
        }
    }

    /** How many orders there are, each of which makes an entry. */
    int placed() {
        return placed.get();
    }

    ReceiveTimes times() {
        return times;
    }

    /** What was asked so far: a page of a sweep's orders, a page of the webhooks, an access token. */
    Map<String, Long> asked() {
        Map<String, Long> asked = new LinkedHashMap<>();
        asked.put("sweeps", sweeps.get());
        asked.put("looks at webhooks", looks.get());
        asked.put("tokens", (long) x3.oauth2().accessTokensGiven());
        return asked;
    }

    List<PostedEntry> entries() {
        return x3.ledger().entries(Bench.FOLDER);
    }

    private Store store(String key) {
        return shop.store(Bench.hash(key));
    }

    @Override
    public void close() {
        shop.close();
        x3.close();
    }
}
