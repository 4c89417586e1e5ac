package io.ledgerbridge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.Envelopes;
import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@OnEachDatabase
class EventRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final EventRows rows;

    EventRowsTest(Database database) {
        this.database = database;
        this.beans = database.beans(new TestClock(NOW.toString()), EventRows.class);
        this.rows = beans.getBean(EventRows.class);
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    @AfterEach
    void close() {
        beans.close();
    }

    @Test
    void keepsEachByteOfABody() {
        byte[] body = new byte[256];
        for (int value = 0; value < body.length; value++) {
            body[value] = (byte) value;
        }
        rows.insert(Envelopes.delivery("us", body, new WebhookEvent.Unreadable("not JSON")), NOW);
        assertThat(database.jdbc()
                        .sql("SELECT body FROM event")
                        .query((row, index) -> row.getBytes(1))
                        .single())
                .isEqualTo(body);
    }

    @Test
    void tellsWhatCameForAnOrder() {
        Instant happened = Instant.parse("2026-11-03T11:59:58Z");
        WebhookEvent.OnOrder event =
                new WebhookEvent.OnOrder(250, "store/order/statusUpdated", happened, 7, 11, 4_000_000_000L);
        rows.insert(Envelopes.delivery("us", new byte[] {1}, event), NOW);
        rows.insert(Envelopes.delivery("eu", new byte[] {1}, event), NOW);
        List<KeptEvent> kept = rows.last("us", 250, 500);
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0))
                .returns("us", KeptEvent::store)
                .returns(250L, KeptEvent::order)
                .returns(KeptEvent.Disposition.ORDER, KeptEvent::disposition)
                .returns("store/order/statusUpdated", KeptEvent::scope)
                .returns(happened, KeptEvent::createdAt)
                .returns(7, KeptEvent::previousStatus)
                .returns(11, KeptEvent::newStatus)
                .returns(4_000_000_000L, KeptEvent::refund)
                .returns(NOW, KeptEvent::receivedAt);
    }

    @Test
    void givesTheFirstBytesOfBodiesUntilTheyAreEmptied() {
        Instant happened = Instant.parse("2026-11-03T11:59:58Z");
        WebhookEvent.OnOrder event = new WebhookEvent.OnOrder(250, "store/order/statusUpdated", happened, 7, 11, null);
        rows.insert(Envelopes.delivery("us", "{\"scope\":\"é\"}".getBytes(StandardCharsets.UTF_8), event), NOW);
        rows.insert(Envelopes.delivery("us", new byte[] {'{'}, event), NOW);
        List<Long> ids = rows.last("us", 250, 500).stream().map(KeptEvent::id).toList();
        database.jdbc()
                .sql("UPDATE event SET body = NULL, headers = NULL, whole = FALSE WHERE id = ?")
                .param(ids.get(1))
                .update();

        assertThat(rows.bodies("us", 250, ids, 100)).containsExactly(Map.entry(ids.get(0), "{\"scope\":\"é\"}"));
        assertThat(rows.bodies("us", 250, ids, 8)).containsExactly(Map.entry(ids.get(0), "{\"scope\""));
        assertThat(rows.bodies("us", 251, ids, 100)).isEmpty();
        assertThat(rows.bodies("us", 250, List.of(), 100)).isEmpty();
    }

    @Test
    void takesTheMomentOfReceiptWhereAnEventHasNone() {
        insert(1, null);
        assertThat(rows.last("us", 250, 500)).extracting(KeptEvent::createdAt).containsExactly(NOW);
    }

    @Test
    void tellsAnOrdersHistoryByWhenItHappened() {
        insert(1, NOW.minusSeconds(10));
        insert(2, NOW.minusSeconds(30));
        insert(3, NOW.minusSeconds(20));
        assertThat(rows.history("us", 250))
                .extracting(OrderEvent::createdAt)
                .containsExactly(NOW.minusSeconds(30), NOW.minusSeconds(20), NOW.minusSeconds(10));
    }

    @Test
    void countsWhatConcernsNoOrderToNone() {
        rows.insert(
                Envelopes.delivery(
                        "us", new byte[] {1}, new WebhookEvent.Other("store/product/updated", "not an order's")),
                NOW);
        assertThat(rows.last("us", 250, 500)).isEmpty();
        assertThat(database.jdbc()
                        .sql("SELECT disposition FROM event WHERE order_id IS NULL")
                        .query(String.class)
                        .single())
                .isEqualTo("ignored");
    }

    private void insert(int body, @Nullable Instant happened) {
        WebhookEvent event = new WebhookEvent.OnOrder(250, "store/order/updated", happened, null, null, null);
        rows.insert(Envelopes.delivery("us", new byte[] {(byte) body}, event), NOW);
    }
}
