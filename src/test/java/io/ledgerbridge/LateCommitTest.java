package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.parked.OrderStates;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import io.ledgerbridge.work.LateCommitLookUps;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * X3 commits creates later than anybody waited for them, when the journals are long posted by a second create: every
 * double is named.
 */
@OnEachDatabase
@WholeProgram
@Tag(WholeProgram.TRIAL)
@Tag(WholeProgram.EVERY_TIME)
class LateCommitTest {

    private final Database database;
    private final Bench bench;
    private final CompletableFuture<Void> commit = new CompletableFuture<>();
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    LateCommitTest(Database database) {
        this.database = database;
        database.clear();
        this.bench = Bench.start(Map.of(
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.user(),
                // X3 keeps creates longer than that, and nothing else
                "ledger-bridge.stores.us.sage-x3.request-timeout",
                "2s",
                "ledger-bridge.sweep.interval",
                "1h"));
        // its turns are the test's own: a second one at the same time has an order read once more
        bench.suspend("watch-late-commits");
    }

    @AfterEach
    void close() {
        commit.complete(null);
        bench.close();
    }

    @Test
    void namesEachEntryThatX3CommittedAfterTheWait() throws Exception {
        bench.x3().faults().decide(this::firstCreatesAreCommittedLate);
        List<ShopOrder> orders = IntStream.range(0, 5).mapToObj(i -> placed()).toList();
        bench.deliver();
        Awaitility.await("the second creates")
                .until(() -> orders.stream().allMatch(order -> steps(order, "order-posted") > 0));
        orders.forEach(order -> bench.await(order.id(), "posted"));
        ShopOrder edited = orders.get(0);
        bench.store().edit(edited.id(), cart -> cart.with(Item.of("MUG", "Mug", "5.00")));
        bench.deliver();
        awaitEntry("BC" + edited.id() + "-A1");
        assertThat(bench.entries()).as("each once, and an adjustment").hasSize(6);
        commit.complete(null);
        Awaitility.await("the late commits").until(() -> bench.entries().size() == 11);

        pass(Duration.ofMinutes(1));

        for (ShopOrder order : orders) {
            JsonNode parked = bench.await(order.id(), "parked");
            assertThat(parked.path("reason").asText()).isEqualTo("duplicate-in-x3");
            assertThat(numbersUnder(order))
                    .hasSize(2)
                    .allSatisfy(
                            number -> assertThat(parked.path("detail").asText()).contains(number));
            assertThat(parked.path("detail").asText()).contains("the books hold " + ours(order));
        }
        ShopOrder other = placed();
        bench.deliver();
        bench.await(other.id(), "posted");
        assertThat(database.count("late_commit"))
                .as("what was answered at once is watched by nobody")
                .isEqualTo(5);

        goesOnWhenTheDoubleIsGone(orders.get(1));
        staysParkedWhileItIsThere(orders.get(2));
    }

    private void goesOnWhenTheDoubleIsGone(ShopOrder order) throws Exception {
        numbersUnder(order).stream()
                .filter(number -> !number.equals(ours(order)))
                .forEach(number -> bench.x3().ledger().clearReference(Bench.FOLDER, number));
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), "posted");
        assertThat(numbersUnder(order)).hasSize(1);
    }

    private void staysParkedWhileItIsThere(ShopOrder order) throws Exception {
        long tried = tries(order);
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        Awaitility.await().until(() -> tries(order) > tried);
        assertThat(bench.await(order.id(), "parked").path("reason").asText()).isEqualTo("duplicate-in-x3");
        assertThat(numbersUnder(order)).hasSize(2);
    }

    /** The look after a minute and the one after ten find nothing; what comes after them is found after an hour. */
    @Test
    void looksThreeTimesAndReadsTheOrderNoMore() throws Exception {
        bench.x3().faults().decide(this::firstCreatesAreCommittedLate);
        ShopOrder order = placed();
        bench.deliver();
        bench.await(order.id(), "posted");
        Awaitility.await("what else was delivered of it is worked")
                .until(() -> bench.bean(OrderStates.class).underWay() == 0);
        long reads = bench.shop().calls("GET", "/stores/abc123/v2/orders/" + order.id());

        pass(Duration.ofMinutes(1));
        awaitLooks(order, 1);
        pass(Duration.ofMinutes(9));
        awaitLooks(order, 2);
        bench.await(order.id(), "posted");
        assertThat(bench.shop().calls("GET", "/stores/abc123/v2/orders/" + order.id()))
                .isEqualTo(reads);
        commit.complete(null);
        Awaitility.await("the late commit").until(() -> numbersUnder(order).size() == 2);
        pass(Duration.ofMinutes(50));

        assertThat(bench.await(order.id(), "parked").path("reason").asText()).isEqualTo("duplicate-in-x3");
    }

    @Test
    void findsTheSecondOfWhatWasFoundAfterALostReply() throws Exception {
        bench.x3().faults().decide(this::firstRepliesAreLost);
        ShopOrder order = placed();
        bench.deliver();
        bench.await(order.id(), "posted");
        PostedEntry sentAgainOnTheWay = bench.entries().get(0);
        bench.x3().ledger().repeat(sentAgainOnTheWay);

        pass(Duration.ofMinutes(1));

        assertThat(bench.await(order.id(), "parked").path("reason").asText()).isEqualTo("duplicate-in-x3");
    }

    @Test
    void leavesADismissedOrderDismissedAndAParkedOneItsReason() throws Exception {
        bench.x3().faults().decide(this::firstRepliesAreLost);
        ShopOrder dismissed = placed();
        ShopOrder parked = placed();
        bench.deliver();
        for (ShopOrder order : List.of(dismissed, parked)) {
            bench.await(order.id(), "posted");
            bench.store().moveToChannel(order.id(), 7);
        }
        bench.deliver();
        bench.await(parked.id(), "parked");
        bench.await(dismissed.id(), "parked");
        bench.post("/api/stores/us/orders/" + dismissed.id() + "/dismiss", "{\"why\":\"by hand\"}");
        JsonNode before = bench.await(dismissed.id(), "set-aside");
        JsonNode reason = bench.order(parked.id());

        pass(Duration.ofMinutes(1));
        awaitLooks(dismissed, 1);
        awaitLooks(parked, 1);

        assertThat(bench.await(dismissed.id(), "set-aside").path("detail")).isEqualTo(before.path("detail"));
        JsonNode after = bench.await(parked.id(), "parked");
        assertThat(after.path("reason")).isEqualTo(reason.path("reason"));
        assertThat(after.path("detail")).isEqualTo(reason.path("detail"));
    }

    private Fault firstCreatesAreCommittedLate(Call call) {
        return isFirstCreate(call) ? Fault.none().after(commit) : Fault.none();
    }

    private Fault firstRepliesAreLost(Call call) {
        return isFirstCreate(call) ? Fault.of(Fault.Way.DONE_THEN_CLOSED) : Fault.none();
    }

    private boolean isFirstCreate(Call call) {
        return call.kind() == Call.Kind.CREATE
                && !call.reference().contains("-")
                && met.add(call.reference())
                && met.size() <= 5;
    }

    /** So much time goes by: what was posted was posted so much earlier, and the timer has its turn. */
    private void pass(Duration duration) {
        JdbcClient jdbc = bench.bean(JdbcClient.class);
        bench.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
            for (Posted posted : posted(jdbc)) {
                jdbc.sql("UPDATE journal SET posted_at = :at WHERE id = :id")
                        .param("at", posted.at().minus(duration).atOffset(ZoneOffset.UTC))
                        .param("id", posted.journal())
                        .update();
            }
            jdbc.sql("UPDATE late_commit SET look_at = :now WHERE look_at IS NOT NULL")
                    .param("now", now.minusSeconds(1))
                    .update();
        });
        bench.bean(LateCommitLookUps.class).mark();
    }

    private record Posted(long journal, Instant at) {}

    private static List<Posted> posted(JdbcClient jdbc) {
        return jdbc.sql("SELECT id, posted_at FROM journal WHERE posted_at IS NOT NULL")
                .query((row, index) -> new Posted(
                        row.getLong("id"), row.getTimestamp("posted_at").toInstant()))
                .list();
    }

    private void awaitEntry(String reference) {
        Awaitility.await(reference)
                .until(() -> bench.entries().stream()
                        .anyMatch(entry -> entry.reference().equals(reference)));
    }

    private void awaitLooks(ShopOrder order, int looks) {
        Awaitility.await(looks + " looks at " + order.id())
                .until(() -> steps(order, "journal-looked-up-again") == looks);
    }

    private long tries(ShopOrder order) {
        return steps(order, "order-parked");
    }

    private long steps(ShopOrder order, String step) {
        return bench.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM audit WHERE order_id = :order AND step = :step")
                .param("order", order.id())
                .param("step", step)
                .query(Long.class)
                .single();
    }

    private List<String> numbersUnder(ShopOrder order) {
        return bench.x3().ledger().entries(Bench.FOLDER, "BC" + order.id()).stream()
                .map(PostedEntry::number)
                .toList();
    }

    private String ours(ShopOrder order) {
        return bench.bean(JdbcClient.class)
                .sql("SELECT x3_number FROM journal WHERE reference = :reference")
                .param("reference", "BC" + order.id())
                .query(String.class)
                .single();
    }

    private ShopOrder placed() {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0.10"), 1);
        bench.store().pay(order.id());
        return order;
    }
}
