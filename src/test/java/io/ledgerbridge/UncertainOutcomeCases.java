package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Fault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever X3 does with a create, the ledger ends with the journal in it, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UncertainOutcomeCases {

    /** An answer that comes later is none. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Map<String, String> settings;
    private Bench bench;

    UncertainOutcomeCases(Map<String, String> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put("ledger-bridge.stores.us.sage-x3.request-timeout", LONGEST.toSeconds() + "s");
    }

    @BeforeAll
    void start() {
        bench = Bench.start(settings);
    }

    @AfterEach
    void behave() {
        bench.x3().faults().clear();
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    static Stream<Arguments> done() {
        return Stream.of(
                arguments("closes the connection", Fault.of(Fault.Way.DONE_THEN_CLOSED)),
                arguments("answers 500", Fault.of(Fault.Way.DONE_THEN_SERVER_ERROR)),
                arguments("answers HTML", Fault.of(Fault.Way.DONE_THEN_HTML)),
                arguments("breaks off in the answer", Fault.of(Fault.Way.DONE_THEN_HALF_A_BODY)),
                arguments("answers without the number", Fault.of(Fault.Way.DONE_WITHOUT_NUMBER)),
                arguments(
                        "answers with number and error", Fault.of(Fault.Way.DONE_WITH_ERROR, "Something else failed")),
                arguments("answers with a warning", Fault.of(Fault.Way.DONE_WITH_WARNING, "Beware")),
                arguments("answers after the time-out", Fault.answerLate(LONGEST.plusSeconds(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("done")
    void findsWhatX3CommittedAndSendsItNoSecondTime(String how, Fault fault) {
        ShopOrder order = placedWhileX3Meets(fault);

        bench.await(order.id(), "posted");

        assertThat(bench.x3().ledger().entries(Bench.FOLDER, "BC" + order.id())).hasSize(1);
        assertThat(bench.x3().statistics().creates("BC" + order.id())).hasSize(1);
    }

    static Stream<Arguments> notDone() {
        return Stream.of(
                arguments("closes the connection", Fault.of(Fault.Way.CLOSED)),
                arguments("answers 500", Fault.of(Fault.Way.SERVER_ERROR)),
                arguments("answers 503", Fault.of(Fault.Way.UNAVAILABLE)),
                arguments("answers 429", Fault.of(Fault.Way.TOO_MANY_REQUESTS)),
                arguments("answers HTML", Fault.of(Fault.Way.HTML)),
                arguments("answers 401 as in the cloud", Fault.of(Fault.Way.UNAUTHORISED)),
                arguments("answers 401 as on premises", Fault.of(Fault.Way.INVALID_TOKEN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notDone")
    void sendsAgainWhatX3CertainlyLacks(String how, Fault fault) {
        ShopOrder order = placedWhileX3Meets(fault);

        bench.await(order.id(), "posted");

        assertThat(bench.x3().ledger().entries(Bench.FOLDER, "BC" + order.id())).hasSize(1);
        assertThat(bench.x3().statistics().creates("BC" + order.id())).hasSize(2);
    }

    @Test
    void parksWhatSomebodyElseHasWrittenUnderTheReference() throws Exception {
        ShopOrder order = bench.store().place(cart(), 1);
        bench.store().pay(order.id());
        bench.writeIntoX3("BC" + order.id(), "1.00");
        bench.deliver();

        JsonNode parked = bench.await(order.id(), "parked");

        assertThat(parked.path("reason").asText()).isEqualTo("reference-taken");
        assertThat(parked.path("detail").asText()).contains("BC" + order.id()).contains("411000 differs by");
    }

    /** As where the answer template shows the rows of every ledger: it is ours, and is to stay as it is. */
    @Test
    void hasNothingRenumberedWhereEachSumIsTwiceOurs() throws Exception {
        ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
        bench.store().pay(order.id());
        bench.writeIntoX3("BC" + order.id(), "30.00");
        bench.deliver();

        JsonNode parked = bench.await(order.id(), "parked");

        assertThat(parked.path("reason").asText()).isEqualTo("reference-taken");
        assertThat(parked.path("detail").asText()).contains("each sum is 2 times ours");
        assertThat(parked.path("remedy").asText())
                .startsWith("The entry is there: enter and renumber nothing.")
                .contains("set sage-x3.ledger");
    }

    @Test
    void parksWhatX3HasTwice() throws Exception {
        ShopOrder order = bench.store().place(cart(), 1);
        bench.store().pay(order.id());
        bench.writeIntoX3("BC" + order.id(), "1.00");
        bench.writeIntoX3("BC" + order.id(), "1.00");
        bench.deliver();

        assertThat(bench.await(order.id(), "parked").path("reason").asText()).isEqualTo("duplicate-in-x3");
    }

    private ShopOrder placedWhileX3Meets(Fault fault) {
        ShopOrder order = bench.store().place(cart(), 1);
        bench.store().pay(order.id());
        bench.x3().faults().nextCreates(fault);
        bench.deliver();
        return order;
    }

    private static Cart cart() {
        return Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0.10");
    }
}
