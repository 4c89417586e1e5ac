package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Courier;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.Manner;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Examples 14 to 16 of the accounting rules, as Sage X3 holds them: by GraphQL (us), REST (eu) and SOAP (jp). Prices are
 * without tax in the first, which comes first, and hold it from then on.
 */
@WholeProgram
@TestMethodOrder(MethodOrderer.MethodName.class)
class ExamplesInSageX3Test {

    private static final ThreeWays WAYS = start();

    private static ThreeWays start() {
        Map<String, String> settings = new LinkedHashMap<>();
        ThreeWays.STORES.forEach(store -> settings.putAll(channels("ledger-bridge.stores." + store + ".channels.")));
        return ThreeWays.start(settings);
    }

    private static Map<String, String> channels(String channels) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(channels + "1.accounts.handling", "708600");
        settings.put(channels + "1.accounts.wrapping", "708700");
        settings.put(channels + "1.tenders[0].gateway", "stripe, authorizenet");
        settings.put(channels + "1.tenders[0].account", "511200");
        settings.put(channels + "1.tenders[0].name", "Card");
        settings.put(channels + "1.tenders[1].gateway", "custom");
        settings.put(channels + "1.tenders[1].account", "511900");
        settings.put(channels + "1.tenders[1].name", "Other refunds");
        Map.of("receivable", "511000", "revenue", "707000", "shipping", "708500", "discounts", "709000")
                .forEach((role, account) -> settings.put(channels + "2.accounts." + role, account));
        settings.put(channels + "2.name", "France");
        settings.put(channels + "2.accounts.sales-tax", "445710");
        settings.put(channels + "2.tax[0].country", "FR");
        settings.put(channels + "2.tax[0].rate", "20");
        settings.put(channels + "2.tax[0].code", "FR20");
        settings.put(channels + "2.tax[0].account", "445711");
        settings.put(channels + "2.tax[1].country", "FR");
        settings.put(channels + "2.tax[1].rate", "5.5");
        settings.put(channels + "2.tax[1].code", "FR055");
        settings.put(channels + "2.tax[1].account", "445712");
        return settings;
    }

    @BeforeAll
    static void openTheAccounts() {
        WAYS.bench()
                .x3()
                .ledger()
                .folder(Bench.FOLDER)
                .accounts("511000", "511200", "511900", "445711", "445712", "708600", "708700")
                .taxCodes("FR20", "FR055");
        ThreeWays.STORES.forEach(store -> WAYS.shop(store).firstOrder(1201));
    }

    @AfterAll
    static void close() {
        WAYS.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void example14KeepsWhatTheGatewayOwesOnTheCardsAccount(String store) {
        Store shop = WAYS.shop(store);
        Cart everything = Cart.in("USD")
                .taxRate("0.0825")
                .with(Item.of("A", "Linen shirt", "50.00").times(2))
                .with(Item.of("B", "Wool scarf", "40.00").wrapped("5.00"))
                .with(Discount.coupon("TEN", "10"))
                .shipping("12.00")
                .handling("3.00")
                .payByGiftCertificate("25.00")
                .payByStoreCredit("10.00")
                .payBy("stripe");
        long order = shop.place(everything, 1).id();
        shop.pay(order);
        assertThat(lines(store, order, ""))
                .containsExactlyInAnyOrder(
                        "511200 123.05",
                        "419100 25.00",
                        "419200 10.00",
                        "709000 14.00",
                        "707000 -140.00",
                        "708500 -12.00",
                        "708600 -3.00",
                        "708700 -5.00",
                        "445710 -12.05");

        long refund = shop.refund(
                        order, RefundRequest.of().units("A", 1).shipping("4.00").by("custom"))
                .id();
        assertThat(lines(store, order, "-R" + refund))
                .containsExactlyInAnyOrder(
                        "511900 -53.04", "709000 -5.00", "707000 50.00", "708500 4.00", "445710 4.04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void example15SplitsAFrenchOrderByRate(String store) {
        assertThat(lines(store, ordered(store, french()), ""))
                .containsExactlyInAnyOrder(
                        "511000 147.10",
                        "707000 FR20 -100.00",
                        "707000 FR055 -20.00",
                        "708500 FR20 -5.00",
                        "445711 FR20 -21.00",
                        "445712 FR055 -1.10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu", "jp"})
    void example16SplitsItsDiscountToo(String store) {
        assertThat(lines(store, ordered(store, french().with(Discount.coupon("DIX", "10"))), ""))
                .containsExactlyInAnyOrder(
                        "511000 132.99",
                        "709000 FR20 10.00",
                        "709000 FR055 2.00",
                        "707000 FR20 -100.00",
                        "707000 FR055 -20.00",
                        "708500 FR20 -5.00",
                        "445711 FR20 -19.00",
                        "445712 FR055 -0.99");
    }

    private static Cart french() {
        return Cart.in("EUR")
                .taxRate("0.20")
                .with(Item.of("CHE-01", "Chemise", "120.00"))
                .with(Item.of("LIV-01", "Livre", "21.10").taxedAt("0.055"))
                .shipping("6.00")
                .to("FR");
    }

    private static long ordered(String store, Cart cart) {
        Store shop = WAYS.shop(store).taxInclusive();
        long order = shop.place(cart, 2).id();
        shop.pay(order);
        return order;
    }

    /** Delivers what has happened, and waits for an entry: each line's account, tax code and amount, debits positive. */
    private static List<String> lines(String store, long order, String more) {
        new Courier(WAYS.shop(store)).deliver(Manner.plain().withTimeFactor(0));
        String prefix = store.equals(Bench.STORE) ? "BC" : store.toUpperCase(Locale.ROOT);
        PostedEntry entry = Awaitility.await("%s order %d%s".formatted(store, order, more))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> WAYS.bench().entries().stream()
                                .filter(each -> each.reference().equals(prefix + order + more))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
        return entry.lines().stream()
                .map(line -> "%s %s %s"
                        .formatted(line.account(), line.taxCode(), line.signed())
                        .replace("  ", " "))
                .toList();
    }
}
