package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.bigcommerce.OrderProduct;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.bigcommerce.Refund;
import io.ledgerbridge.bigcommerce.ShopReplies;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.details.CustomerGroup;
import io.ledgerbridge.bigcommerce.details.ShippingAddress;
import io.ledgerbridge.bigcommerce.details.Transaction;
import io.ledgerbridge.bigcommerce.reading.MoreParts;
import io.ledgerbridge.bigcommerce.reading.OrderReader;
import io.ledgerbridge.bigcommerce.reading.ReadPart;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.CredentialsFault;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.NeedsPersonFault;
import io.ledgerbridge.faults.ThrottledFault;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.http.AnswerLimits;
import io.ledgerbridge.http.OneRequestClient;
import io.ledgerbridge.sandbox.bigcommerce.BigCommerceSandbox;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Fee;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Misbehaviour;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.bigcommerce.Token;
import io.ledgerbridge.sandbox.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code read-order.camel.yaml}. */
@WholeProgram
class ReadOrderRouteTest {

    private final BigCommerceSandbox shop = new BigCommerceSandbox(0, Clock.systemUTC());
    private final Store store =
            shop.store("abc123").grant(Token.full("token", "app", Given.SECRET)).firstOrder(Given.ORDER);
    private Duration patience = Duration.ofSeconds(20);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void readsTheOrderItsProductsAndItsRefunds() throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00").times(2)).with(Fee.onTop("Engraving", "4.00")));
        store.pay(Given.ORDER);
        long refund =
                store.refund(Given.ORDER, RefundRequest.of().units("TEE", 1)).id();

        OrderReading reading = reading(read());

        assertThat(reading.order().id()).isEqualTo(Given.ORDER);
        assertThat(reading.order().totalIncTax()).isEqualByComparingTo("44.00");
        assertThat(reading.order().fees()).hasSize(1);
        assertThat(reading.products())
                .extracting(OrderProduct::quantity)
                .singleElement()
                .satisfies(quantity -> assertThat(quantity).isEqualByComparingTo("2"));
        assertThat(reading.refunds()).extracting(Refund::id).containsExactly(refund);
    }

    @Test
    void asksForNothingButWhatItReads() throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")));

        read();

        assertThat(shop.calls())
                .extracting(
                        call -> call.request().method() + " " + call.request().path())
                .containsExactly(
                        "GET /stores/abc123/v2/orders/250",
                        "GET /stores/abc123/v2/orders/250/products",
                        "GET /stores/abc123/v3/orders/250/payment_actions/refunds");
    }

    @Test
    void readsWhatElseTheChannelAsksFor() throws Exception {
        more = EnumSet.of(ReadPart.TRANSACTIONS, ReadPart.TAXES, ReadPart.ADDRESSES, ReadPart.CUSTOMER);
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")).taxRate("0.0825"));
        store.pay(Given.ORDER);

        OrderReading reading = reading(read());

        assertThat(reading.transactions()).anyMatch(Transaction::isPayment);
        assertThat(reading.taxes())
                .singleElement()
                .satisfies(row -> assertThat(row.rate()).isEqualByComparingTo("8.25"));
        assertThat(reading.addresses()).extracting(ShippingAddress::country).containsExactly("US");
        assertThat(reading.group()).isEqualTo(new CustomerGroup(3, "Wholesale"));
        assertThat(shop.calls())
                .extracting(call -> call.request().path())
                .containsExactly(
                        "/stores/abc123/v2/orders/250",
                        "/stores/abc123/v2/orders/250/products",
                        "/stores/abc123/v3/orders/250/payment_actions/refunds",
                        "/stores/abc123/v3/orders/250/transactions",
                        "/stores/abc123/v2/orders/250/taxes",
                        "/stores/abc123/v2/orders/250/shipping_addresses",
                        "/stores/abc123/v3/customers",
                        "/stores/abc123/v2/customer_groups/3");
    }

    @Test
    void sendsTheStoresTokenAndNothingThatCameIn() throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")));

        read();

        assertThat(shop.calls()).hasSize(3).allSatisfy(call -> {
            assertThat(call.request().headers())
                    .containsEntry("x-auth-token", "token")
                    .containsEntry("accept", "application/json")
                    .doesNotContainKeys("x-leak", "cookie")
                    .allSatisfy((name, value) -> assertThat(name + value)
                            .doesNotContainIgnoringCase("camel")
                            .doesNotContain("inbound"));
            assertThat(call.request().query()).doesNotContainKey("inbound");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2/orders/250", "v2/orders/250?include=fees&limit=1"})
    void readsAResourceWithAQueryAndWithout(String resource) throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")));

        try (RouteRun run = run()) {
            run.send("read-order-resource", exchange -> {
                exchange.setVariable("store", Given.STORE);
                exchange.setVariable("resource", resource);
            });
        }

        assertThat(shop.calls()).singleElement().satisfies(call -> {
            assertThat(call.status()).isEqualTo(200);
            assertThat(call.request().path()).isEqualTo("/stores/abc123/v2/orders/250");
            assertThat(call.request().query().keySet()).isSubsetOf("include", "limit");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 49, 50, 51, 101})
    void readsEveryPageOfTheProducts(int lines) throws Exception {
        Cart cart = Cart.in("USD");
        for (int line = 0; line < lines; line++) {
            cart.with(Item.of("S" + line, "Socks", "3.00"));
        }
        place(cart);

        OrderReading reading = reading(read());

        assertThat(reading.products())
                .extracting(OrderProduct::id)
                .doesNotHaveDuplicates()
                .hasSize(lines);
        assertThat(shop.calls("GET", ".*/products")).isEqualTo(lines / 50 + 1);
    }

    /** An order of 500 refunds, of which a page shows 250. */
    @ParameterizedTest
    @ValueSource(ints = {0, 249, 250, 251, 500})
    void readsEveryPageOfTheRefunds(int refunds) throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00").times(1000)));
        store.pay(Given.ORDER);
        for (int refund = 0; refund < refunds; refund++) {
            store.refund(Given.ORDER, RefundRequest.of().units("TEE", 1));
        }

        assertThat(reading(read()).refunds())
                .extracting(Refund::id)
                .doesNotHaveDuplicates()
                .hasSize(refunds);
        assertThat(shop.calls("GET", ".*/refunds")).isEqualTo(refunds / 250 + 1);
    }

    @Test
    void takesNoProductsForNone() throws Exception {
        place(Cart.in("USD").with(Fee.onTop("Engraving", "4.00")));

        assertThat(reading(read()).products()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Misbehaviour.error(401), CredentialsFault.class),
                Arguments.of(Misbehaviour.error(403), CredentialsFault.class),
                Arguments.of(Misbehaviour.error(400), NeedsPersonFault.class),
                Arguments.of(Misbehaviour.error(404), NeedsPersonFault.class),
                Arguments.of(Misbehaviour.overloaded(), TransientFault.class),
                Arguments.of(Misbehaviour.throttled(Duration.ofMinutes(2)), ThrottledFault.class),
                Arguments.of(Misbehaviour.error(500), TransientFault.class),
                Arguments.of(Misbehaviour.error(503), TransientFault.class),
                Arguments.of(Misbehaviour.html(502), TransientFault.class),
                Arguments.of(Misbehaviour.html(200), TransientFault.class));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhatIsToBeDoneAboutAnAnswerThatIsNone(Misbehaviour how, Class<? extends Fault> kind) throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")));
        shop.misbehave(request -> Optional.of(how));

        Fault fault = SendJournalCases.cause(read(), Fault.class);

        assertThat(fault).isInstanceOf(kind);
        assertThat(shop.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".*/v2/orders/250", ".*/products", ".*/refunds"})
    void takesAnEmptyAnswerForNoList(String path) throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")));
        shop.misbehave(request -> request.path().matches(path) ? Optional.of(Misbehaviour.empty()) : Optional.empty());

        assertThat(SendJournalCases.cause(read(), Fault.class)).isInstanceOf(TransientFault.class);
    }

    /** As where a proxy leaves the query out. */
    @Test
    void endsAListThatRepeatsItsFirstPage() throws Exception {
        Cart cart = Cart.in("USD");
        for (int line = 0; line < 50; line++) {
            cart.with(Item.of("S" + line, "Socks", "3.00"));
        }
        place(cart);
        String page = store.productsJson(Given.ORDER).toString();
        shop.misbehave(request -> request.path().endsWith("/products")
                ? Optional.of(Misbehaviour.instead(Reply.of(200, "application/json", page)))
                : Optional.empty());

        assertThat(SendJournalCases.cause(read(), Fault.class).words()).contains("repeats");
    }

    @ParameterizedTest
    @ValueSource(strings = {".*/v2/orders/250", ".*/products", ".*/refunds"})
    void failsWhereAnyPartCanNotBeRead(String path) throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")));
        shop.misbehave(
                request -> request.path().matches(path) ? Optional.of(Misbehaviour.error(500)) : Optional.empty());

        assertThat(SendJournalCases.cause(read(), Fault.class)).isInstanceOf(TransientFault.class);
    }

    @Test
    void waitsAsLongAsTheShopSays() throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")));
        shop.misbehave(request -> Optional.of(Misbehaviour.throttled(Duration.ofMinutes(2))));

        Fault fault = SendJournalCases.cause(read(), Fault.class);

        assertThat(((ThrottledFault) fault).notBefore())
                .isBetween(Instant.now().plusSeconds(100), Instant.now().plusSeconds(121));
    }

    static Stream<Misbehaviour> brokenOff() {
        return Stream.of(Misbehaviour.hungUp(), Misbehaviour.halfABody(), Misbehaviour.late(Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @MethodSource("brokenOff")
    void failsWithoutASecondCallWhereTheConnectionBreaks(Misbehaviour how) throws Exception {
        place(Cart.in("USD").with(Item.of("TEE", "T-shirt", "20.00")));
        patience = !how.late().isZero() ? Duration.ofMillis(500) : patience;
        shop.misbehave(request -> Optional.of(how));

        assertThat(read().getException()).isNotNull();
        assertThat(shop.calls().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void failsWhereTheShopCanNotBeReached() throws Exception {
        shop.close();

        assertThat(read().getException()).isNotNull();
    }

    private void place(Cart cart) {
        assertThat(store.place(cart, 1).id()).isEqualTo(Given.ORDER);
    }

    private static OrderReading reading(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(OrderReading.class);
    }

    private RouteRun run() throws Exception {
        return RouteRun.of("read-order")
                .bean("shops", new Shops(Map.of(Given.STORE, Given.shop(shop.url()))))
                .bean("clock", Clock.systemUTC())
                .bean("databaseClock", (DatabaseClock) Clock.systemUTC()::instant)
                .bean("moreParts", (MoreParts) (store, channel) -> more)
                .beans(ShopReplies.class, OrderReader.class)
                .bean(
                        "bigcommerce-" + Given.STORE,
                        OneRequestClient.with("BigCommerce", patience, AnswerLimits.DEFAULT))
                .start();
    }

    private Set<ReadPart> more = Set.of();

    private Exchange read() throws Exception {
        try (RouteRun run = run()) {
            return run.send("read-order", exchange -> {
                Given.inboundHeaders(exchange);
                exchange.setVariable("claim", Given.claim());
            });
        }
    }
}
