package io.ledgerbridge.parked;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditLink;
import io.ledgerbridge.books.stores.StoreTrail;
import io.ledgerbridge.parked.UnreadableEvents.PutAway;
import io.ledgerbridge.queue.EventRows;
import io.ledgerbridge.queue.QueueBeans;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What can't be read shows what was sent, and needs a person until one has seen it. */
@OnEachDatabase
class UnreadableEventsTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final UnreadableEvents events;

    UnreadableEventsTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                QueueBeans.class,
                EventRows.class,
                AuditTrail.class,
                StoreTrail.class,
                ObjectMapper.class,
                DeadLetters.class,
                OrderCounts.class,
                UnreadableEvents.class);
        this.events = beans.getBean(UnreadableEvents.class);
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
    void showTheBeginningOfWhatWasSent() {
        long small = event("unreadable", null, "{\"a\":\n\u0000<b>é");
        long large = event("unreadable", "store/x", "x".repeat(3000));
        long row = event("unreadable", "list of orders", "row 7");
        long empty = event("unreadable", null, null);

        Map<Long, UnreadableEvents.Body> bodies = events.bodies(List.of(small, large, row, empty));

        assertThat(bodies).containsOnlyKeys(small, large);
        assertThat(bodies.get(small)).isEqualTo(new UnreadableEvents.Body("{\"a\":\n\uFFFD<b>é", 12));
        assertThat(bodies.get(small)).extracting(UnreadableEvents.Body::isCut).isEqualTo(false);
        assertThat(bodies.get(large)).isEqualTo(new UnreadableEvents.Body("x".repeat(2000), 3000));
        assertThat(bodies.get(large)).extracting(UnreadableEvents.Body::isCut).isEqualTo(true);
        assertThat(events.bodies(List.of())).isEmpty();
    }

    @Test
    void needNobodyOnceAPersonHasSeenThem() {
        long seen = event("unreadable", null, "garbled");
        long other = event("unreadable", null, "garbled, too");

        assertThat(events.putAway(seen, "a test of the shop", "anna")).isEqualTo(PutAway.DONE);
        assertThat(events.putAway(seen, "a test of the shop", "bob")).isEqualTo(PutAway.ALREADY);

        assertThat(beans.getBean(DeadLetters.class)
                        .page("us", Parked.UNREADABLE, 0, 9)
                        .items())
                .extracting(Parked::event)
                .containsExactly(other);
        assertThat(beans.getBean(OrderCounts.class).parked()).isEqualTo(Map.of("us", Map.of(Parked.UNREADABLE, 1L)));
        assertThat(links())
                .singleElement()
                .satisfies(link -> assertThat(link.detail()).contains("\"by\":\"anna\"", "\"event\":" + seen));
    }

    @Test
    void areNoOtherEvents() {
        assertThat(events.putAway(event("ignored", "store/cart", "{}"), "a test of the shop", "anna"))
                .isEqualTo(PutAway.UNKNOWN);
        assertThat(events.putAway(4711, "a test of the shop", "anna")).isEqualTo(PutAway.UNKNOWN);
        assertThat(links()).isEmpty();
    }

    @Test
    void dontComeBackAsTheSameRowOfAList() {
        EventRows rows = beans.getBean(EventRows.class);
        Instant now = Instant.parse("2026-11-03T12:00:00Z");
        assertThat(rows.insertUnreadable("us", "list of orders", "row 7 has no id", now))
                .isTrue();
        long row = database.jdbc()
                .sql("SELECT max(id) FROM event")
                .query(Long.class)
                .single();

        events.putAway(row, "found it by its date", "anna");

        assertThat(rows.insertUnreadable("us", "list of orders", "row 7 has no id", now))
                .isFalse();
    }

    private List<AuditLink> links() {
        return beans.getBean(StoreTrail.class).newest("us", "event-dismissed", 9);
    }

    private long event(String disposition, @Nullable String scope, @Nullable String body) {
        database.jdbc()
                .sql("""
                        INSERT INTO event (store, disposition, scope, body_sha256, body, received_at)
                        VALUES ('us', :disposition, :scope, 'x', :body, CURRENT_TIMESTAMP)""")
                .param("disposition", disposition)
                .param("scope", scope)
                .param("body", body == null ? null : body.getBytes(StandardCharsets.UTF_8), Types.BINARY)
                .update();
        return database.jdbc()
                .sql("SELECT max(id) FROM event")
                .query(Long.class)
                .single();
    }
}
