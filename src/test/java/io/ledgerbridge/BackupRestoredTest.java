package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Yesterday's backup is restored under {@code look-up: when-uncertain}, and X3 has what was posted since. */
@OnEachDatabase
@WholeProgram
@Tag(WholeProgram.TRIAL)
class BackupRestoredTest {

    private final Database database;
    private final Bench bench;

    BackupRestoredTest(Database database) {
        this.database = database;
        database.clear();
        this.bench = Bench.start(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "ledger-bridge.drain.lease", "60s",
                "ledger-bridge.sweep.interval", "1h",
                "ledger-bridge.stores.us.sage-x3.look-up", "when-uncertain"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Of the orders in the backup, 8 are edited once afterwards, 2 twice, 1 edited and cancelled, 1 edited thrice. */
    @Test
    void postsNothingTwice() throws Exception {
        List<ShopOrder> before = placed(16);
        awaitEntries(16);
        awaitQuiet();
        Database.Backup backup = database.backUp();
        List<ShopOrder> after = placed(24);
        awaitEntries(40);
        before.subList(0, 12).forEach(this::edit);
        after.subList(0, 4)
                .forEach(order ->
                        bench.store().refund(order.id(), RefundRequest.of().units("CAP", 1)));
        bench.deliver();
        awaitEntries(56);
        before.subList(8, 11).forEach(this::edit);
        bench.store().cancel(before.get(11).id());
        bench.deliver();
        awaitEntries(60);
        bench.stop();
        database.restore(backup);
        ShopOrder thrice = before.get(10);
        edit(thrice);

        bench.startAgain();
        awaitTheGapRead(after);
        ShopOrder later = placed(1).get(0);
        bench.await(later.id(), "posted");

        assertThat(doubled()).isEmpty();
        assertThat(bench.entries()).hasSize(61);
        for (ShopOrder order : before) {
            bench.await(order.id(), order.id() == thrice.id() ? "parked" : "posted");
        }
        assertThat(references(before.get(8))).containsExactlyInAnyOrder("", "-A1", "-A2");
        assertThat(references(before.get(11))).containsExactlyInAnyOrder("", "-A1", "-V1");
        explains(bench.await(thrice.id(), "parked"), thrice);
        saysSoUntilConfirmed();
    }

    private void edit(ShopOrder order) {
        bench.store().edit(order.id(), cart -> cart.with(mug()));
    }

    /** What of an order the books have in X3. */
    private List<String> references(ShopOrder order) {
        return database
                .jdbc()
                .sql("SELECT reference FROM journal WHERE order_id = :order AND state = 'posted'")
                .param("order", order.id())
                .query(String.class)
                .list()
                .stream()
                .map(reference -> reference.substring(("BC" + order.id()).length()))
                .toList();
    }

    private void explains(JsonNode parked, ShopOrder order) {
        assertThat(parked.path("reason").asText()).isEqualTo("books-behind");
        List.of("-A1", "-A2")
                .forEach(suffix -> assertThat(parked.path("detail").asText())
                        .contains("BC" + order.id() + suffix + " as entry "
                                + bench.x3().ledger().entries(Bench.FOLDER, "BC" + order.id() + suffix).stream()
                                        .map(PostedEntry::number)
                                        .collect(Collectors.joining())));
        assertThat(parked.path("detail").asText()).contains("they would post BC" + order.id() + "-A1");
        assertThat(parked.path("remedy").asText()).contains("older than Sage X3's ledger");
    }

    private void saysSoUntilConfirmed() throws Exception {
        JsonNode books = bench.json("/api/stores").path(0).path("books");
        assertThat(books.path("state").asText()).isEqualTo("behind");
        assertThat(books.path("detail").asText()).contains("which these books never sent");
        assertThat(books.path("entries").asInt()).isEqualTo(24 + 4 + 8 + 4 + 2);
        assertThat(bench.json("/actuator/health")
                        .path("components")
                        .path("books")
                        .toString())
                .contains("\"state\":\"behind\"");
        String why = "{\"why\":\"the sweep has been through\"}";
        assertThat(bench.post("/api/stores/us/books/confirm", why).statusCode()).isEqualTo(204);
        assertThat(bench.json("/api/stores").path(0).path("books").path("state").asText())
                .isEqualTo("ok");
        assertThat(bench.post("/api/stores/us/books/confirm", why).statusCode()).isEqualTo(409);
        assertThat(bench.json("/api/audit?store=us&order=" + shown()).toString())
                .contains("books-confirmed");
    }

    private long shown() {
        return database.jdbc()
                .sql("SELECT order_id FROM books_behind")
                .query(Long.class)
                .single();
    }

    /** The first sweep of a process begins where the books end. */
    private void awaitTheGapRead(List<ShopOrder> orders) {
        for (ShopOrder order : orders) {
            bench.await(order.id(), "posted");
        }
        awaitQuiet();
    }

    private void awaitQuiet() {
        Awaitility.await("the queue").until(() -> due() == 0);
    }

    private long due() {
        return database.jdbc()
                .sql("SELECT count(*) FROM due_order WHERE due_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private Map<String, Long> doubled() {
        Map<String, Long> times = new TreeMap<>(
                bench.entries().stream().collect(Collectors.groupingBy(PostedEntry::reference, Collectors.counting())));
        Map<String, Long> doubled = new HashMap<>(times);
        doubled.values().removeIf(count -> count == 1);
        return doubled;
    }

    private List<ShopOrder> placed(int count) {
        List<ShopOrder> orders = IntStream.range(0, count)
                .mapToObj(i -> bench.store().place(cart(), 1))
                .toList();
        orders.forEach(order -> bench.store().pay(order.id()));
        bench.deliver();
        return orders;
    }

    private void awaitEntries(int count) {
        Awaitility.await(count + " entries").until(() -> bench.entries().size() == count);
    }

    private static Cart cart() {
        return Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0.10");
    }

    private static Item mug() {
        return Item.of("MUG", "Mug", "5.00");
    }
}
