package io.ledgerbridge.console.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.console.entries.Balance;
import io.ledgerbridge.console.entries.WorkPreviews;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Discount;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.RefundRequest;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an order should hold is planned from the reading that is kept, and isn't what the books say of themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@WholeProgram
class StoryByRoleTest {

    private Bench bench;
    private StoryForms admin;
    private StoryForms viewer;
    private JdbcClient jdbc;

    @BeforeAll
    void start() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ledger-bridge.users[1].name", "viewer");
        settings.put("ledger-bridge.users[1].password", "{noop}viewer");
        settings.put("ledger-bridge.users[1].role", "viewer");
        bench = Bench.start(settings);
        admin = new StoryForms(bench, "admin");
        viewer = new StoryForms(bench, "viewer");
        jdbc = bench.bean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        bench.close();
    }

    @Test
    void differsInNothingOnceTheLastReadingIsPosted() {
        ShopOrder plain = order(cart());
        ShopOrder discounted = order(cart().with(Discount.promotionOf("10.00")).shipping("12.00"));
        ShopOrder edited = order(cart());
        bench.store().edit(edited.id(), cart -> cart.change("A", item -> item.times(1)));
        ShopOrder refunded = order(cart());
        bench.store().refund(refunded.id(), RefundRequest.of().units("B", 1));
        ShopOrder cancelled = order(cart());
        bench.store().cancel(cancelled.id());
        bench.deliver();
        settled(edited, 2);
        settled(refunded, 2);
        settled(cancelled, 2);

        for (ShopOrder one : new ShopOrder[] {plain, discounted, edited, refunded, cancelled}) {
            ShopByRole byRole = byRole(one);
            assertThat(byRole.cause()).as("order %d", one.id()).isNull();
            assertThat(byRole.readAt()).isNotNull();
            assertThat(byRole.balances())
                    .isNotEmpty()
                    .allSatisfy(balance -> assertThat(balance.change())
                            .as(String.valueOf(balance.of()))
                            .isZero());
        }
        assertThat(byRole(refunded).balances())
                .filteredOn(balance -> "revenue".equals(balance.role()))
                .extracting(Balance::after)
                .containsExactly(new BigDecimal("-100.00"));
    }

    /** As where an entry was lost: the books would say of themselves that nothing is missing. */
    @Test
    void findsWhatTheBooksLack() {
        ShopOrder refunded = order(cart());
        bench.store().refund(refunded.id(), RefundRequest.of().units("B", 1));
        bench.deliver();
        settled(refunded, 2);
        jdbc.sql("UPDATE journal SET state = 'withdrawn' WHERE order_id = ? AND kind = 'refund'")
                .param(refunded.id())
                .update();

        assertThat(byRole(refunded).balances())
                .filteredOn(balance -> "revenue".equals(balance.role()))
                .extracting(Balance::before, Balance::change)
                .containsExactly(tuple(new BigDecimal("-140.00"), new BigDecimal("40.00")));
    }

    @Test
    void differsByWhatThePreviewSaysWhereSageX3Refused() throws Exception {
        ShopOrder order = order(cart());
        bench.x3().ledger().folder(Bench.FOLDER).withoutAccounts("707000");
        try {
            bench.store().edit(order.id(), cart -> cart.change("A", item -> item.times(1)));
            bench.deliver();
            bench.await(order.id(), "parked");
            ShopByRole byRole = byRole(order);

            assertThat(byRole.cause()).isNull();
            assertThat(byRole.balances())
                    .isEqualTo(
                            bench.bean(WorkPreviews.class).of("us", order.id()).purposes())
                    .anySatisfy(balance -> assertThat(balance.change()).isNotZero());
            assertThat(viewer.text("/orders/us/" + order.id(), "en"))
                    .contains("BigCommerce, read ")
                    .doesNotContain("not planned");
        } finally {
            bench.x3().ledger().folder(Bench.FOLDER).accounts("707000");
        }
    }

    @Test
    void saysWhatIsSoOfAnOrderThatIsSetAside() throws Exception {
        ShopOrder order = order(cart());
        setAside(order);
        bench.await(order.id(), "set-aside");

        ShopByRole byRole = byRole(order);
        assertThat(byRole.cause()).isEqualTo("story.not-planned.set-aside");
        assertThat(byRole.balances())
                .filteredOn(balance -> "revenue".equals(balance.role()))
                .extracting(Balance::before)
                .containsExactly(new BigDecimal("-140.00"));
        assertThat(viewer.text("/orders/us/" + order.id(), "en"))
                .contains("Not planned: the order is set aside, so that nothing is posted for it.")
                .doesNotContain(" not read ");
        assertThat(viewer.text("/orders/us/" + order.id(), "fr"))
                .contains("Non planifié : la commande est mise de côté");

        bench.store().edit(order.id(), cart -> cart.change("A", item -> item.times(1)));
        bench.deliver();
        bench.await(order.id(), "parked");
        assertThat(byRole(order).cause()).isEqualTo("story.not-planned.changed");
        assertThat(viewer.text("/orders/us/" + order.id(), "en"))
                .contains("Not planned: BigCommerce has told other figures since the reading that is kept.");
    }

    @Test
    void saysThatAReadingIsKeptNoMore() throws Exception {
        ShopOrder order = order(cart());
        jdbc.sql("UPDATE reading SET body = NULL, whole = FALSE, emptied_at = CURRENT_TIMESTAMP WHERE order_id = ?")
                .param(order.id())
                .update();

        assertThat(byRole(order).cause()).isEqualTo("story.not-planned.gone");
        assertThat(viewer.text("/orders/us/" + order.id(), "de")).contains("Nicht geplant: ");
    }

    @Test
    void showsEventsAsTheyWereSentUntilTheyAreErased() throws Exception {
        ShopOrder order = order(cart());
        String path = "/orders/us/" + order.id();
        assertThat(viewer.text(path, "en"))
                .contains("\"scope\":\"store/order/created\"", "\"producer\":\"stores/")
                .doesNotContain("webhook-signature", "x-bc-");

        jdbc.sql("UPDATE event SET body = NULL, headers = NULL, whole = FALSE WHERE order_id = ?")
                .param(order.id())
                .update();

        assertThat(viewer.text(path, "en")).contains("(erased)").doesNotContain("\"producer\"");
    }

    private ShopByRole byRole(ShopOrder order) {
        return bench.bean(Stories.class).of("us", order.id()).byRole();
    }

    private void setAside(ShopOrder order) throws Exception {
        admin.send(order, "/set-aside", Map.of("kind", "no-entry", "why", "booked by the tax adviser"));
    }

    private static Cart cart() {
        return Cart.in("USD")
                .with(Item.of("A", "A", "50.00").times(2))
                .with(Item.of("B", "B", "40.00"))
                .taxRate("0.0825");
    }

    private ShopOrder order(Cart cart) {
        ShopOrder order = bench.store().place(cart, 1);
        bench.store().pay(order.id());
        bench.deliver();
        settled(order, 1);
        return order;
    }

    private void settled(ShopOrder order, int journals) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            var now = bench.order(order.id());
            return now.path("journals").size() == journals
                    && now.path("state").asText().equals("posted");
        });
    }
}
