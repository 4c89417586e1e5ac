package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.Store;
import io.ledgerbridge.sandbox.hostile.Asked;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.OutgoingCall;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import io.ledgerbridge.work.LateCommitLookUps;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A cache on the way answers what it was asked before as it was answered then, whether it says so or not. */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class YesterdaysAnswersTest {

    private static final BigDecimal PLACED = new BigDecimal("33.00");
    private static final BigDecimal EDITED = new BigDecimal("38.50");
    private static final BigDecimal REFUNDED = new BigDecimal("16.50");

    private final HostileSides sides = new HostileSides();
    private final Map<String, BadAnswer> once = new ConcurrentHashMap<>();
    private final Map<String, BadAnswer> afterwards = new ConcurrentHashMap<>();
    private final Bench bench = Bench.start(settings(), List.of("rest"), sides::putBetween);

    @BeforeAll
    void start() {
        bench.store(Bench.STORE).firstOrder(1000);
        bench.store("rest").firstOrder(2000);
        sides.answer((call, asked) -> Optional.ofNullable(bad(call, asked)));
    }

    @AfterAll
    void close() {
        bench.close();
        sides.close();
    }

    /** By call and order or reference. */
    private @Nullable BadAnswer bad(OutgoingCall call, Asked asked) {
        for (String key : List.copyOf(once.keySet())) {
            String[] parts = key.split(" ", 2);
            if (call.name().equals(parts[0]) && asked.text().contains(parts[1])) {
                BadAnswer lookedUp = afterwards.remove(key);
                if (lookedUp != null) {
                    once.put(key.replace("CREATE", "LOOK_UP"), lookedUp);
                }
                return once.remove(key);
            }
        }
        return null;
    }

    /** Whatever of an order is yesterday's: an edit in the order or its products, a refund. */
    @Test
    void ofBigCommerceLeaveTheLedgerAsTheNewestReadingHasIt() throws Exception {
        Map<Long, BigDecimal> wanted = new LinkedHashMap<>();
        Store store = bench.store();
        for (BadAnswer kind : List.of(BadAnswer.YESTERDAYS, BadAnswer.YESTERDAYS_AS_TODAYS)) {
            for (OutgoingCall call : List.of(OutgoingCall.ORDER, OutgoingCall.PRODUCTS, OutgoingCall.REFUNDS)) {
                long order = HostileSides.paid(store).id();
                bench.deliver();
                bench.await(order, "posted");
                assertThat(receivable(order)).isEqualByComparingTo(PLACED);
                once.put(call + " /orders/" + order, kind);
                if (call == OutgoingCall.REFUNDS) {
                    store.refund(order, RefundRequest.of().units("CAP", 1));
                    wanted.put(order, REFUNDED);
                } else {
                    store.edit(order, cart -> cart.with(Item.of("MUG", "Mug", "5.00")));
                    wanted.put(order, EDITED);
                }
                bench.deliver();
            }
        }

        Awaitility.await("the newest reading of each")
                .untilAsserted(() -> wanted.forEach((order, total) ->
                        assertThat(receivable(order)).as("order " + order).isEqualByComparingTo(total)));
        assertThat(once).isEmpty();
        for (long order : wanted.keySet()) {
            assertThat(referencesOf("BC" + order)).doesNotHaveDuplicates();
            awaitPosted("us", order);
        }
        assertThat(sides.unnamed()).isEmpty();
    }

    /** X3 has the entry, and a look-up from before it had it says that it doesn't. */
    @Test
    void ofAnX3ThatSaysHowOldTheyArePostNothingTwice() throws Exception {
        long graphql = HostileSides.paid(bench.store()).id();
        long rest = HostileSides.paid(bench.store("rest")).id();
        lose("GRAPHQL", "BC" + graphql, BadAnswer.YESTERDAYS);
        lose("REST", "REST" + rest, BadAnswer.YESTERDAYS);
        deliverAll();

        awaitPosted("us", graphql);
        awaitPosted("rest", rest);

        assertThat(once).isEmpty();
        assertThat(afterwards).as("look-ups that met it").isEmpty();
        assertThat(referencesOf("BC" + graphql)).hasSize(1);
        assertThat(referencesOf("REST" + rest)).hasSize(1);
    }

    /** Nothing tells such an answer from one of an X3 that commits later than anybody waits: the double is named. */
    @Test
    void ofAnX3ThatSaysNothingPostNothingTwiceUnnamed() throws Exception {
        long order = HostileSides.paid(bench.store()).id();
        lose("GRAPHQL", "BC" + order, BadAnswer.YESTERDAYS_AS_TODAYS);
        deliverAll();
        awaitPosted("us", order);
        assertThat(once).isEmpty();
        assertThat(referencesOf("BC" + order)).hasSize(2);

        passAMinute();

        JsonNode parked = bench.await(order, "parked");
        assertThat(parked.path("reason").asText()).isEqualTo("duplicate-in-x3");
        assertThat(bench.entries())
                .filteredOn(entry -> entry.reference().equals("BC" + order))
                .extracting(PostedEntry::number)
                .hasSize(2)
                .allSatisfy(number -> assertThat(parked.path("detail").asText()).contains(number));
    }

    /** A create's answer is lost, and the look-up after it is answered so. */
    private void lose(String by, String reference, BadAnswer lookedUp) {
        once.put(by + "_CREATE " + reference, BadAnswer.HUNG_UP);
        afterwards.put(by + "_CREATE " + reference, lookedUp);
    }

    private void deliverAll() {
        HostileSides.deliver(bench, Bench.STORE);
        HostileSides.deliver(bench, "rest");
    }

    private void awaitPosted(String store, long order) {
        Awaitility.await(store + " " + order)
                .until(() -> bench.json("/api/stores/%s/orders/%d".formatted(store, order))
                        .path("state")
                        .asText()
                        .equals("posted"));
    }

    private List<String> referencesOf(String order) {
        return HostileSides.references(bench).stream()
                .filter(reference -> reference.matches(order + "(-.*)?"))
                .toList();
    }

    /** What the customer owes by X3's ledger. */
    private BigDecimal receivable(long order) {
        return bench.entries().stream()
                .filter(entry -> entry.reference().matches("BC" + order + "(-.*)?"))
                .map(entry -> entry.sums().getOrDefault("411000", BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void passAMinute() {
        bench.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            JdbcClient jdbc = bench.bean(JdbcClient.class);
            Instant before = Instant.now().minusSeconds(120);
            jdbc.sql("UPDATE journal SET posted_at = :at")
                    .param("at", before.atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("UPDATE late_commit SET look_at = :at WHERE look_at IS NOT NULL")
                    .param("at", before.atOffset(ZoneOffset.UTC))
                    .update();
        });
        bench.bean(LateCommitLookUps.class).mark();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ledger-bridge.sweep.interval", "1s");
        settings.put("ledger-bridge.retry.max-delay", "1s");
        for (String key : List.of(Bench.STORE, "rest")) {
            String its = "ledger-bridge.stores." + key + ".";
            settings.put(its + "bigcommerce.api-url", sides.shop.url());
            settings.put(its + "sage-x3.url", sides.x3.url());
            settings.put(its + "sage-x3.auth.audience", "{x3}/xtrem/api");
        }
        settings.put("ledger-bridge.stores.rest.sage-x3.api", "rest");
        settings.put("ledger-bridge.stores.rest.sage-x3.auth.type", "basic");
        settings.put("ledger-bridge.stores.rest.sage-x3.auth.password", Access.PASSWORD);
        return settings;
    }
}
