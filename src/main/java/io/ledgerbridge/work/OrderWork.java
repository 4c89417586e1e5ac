package io.ledgerbridge.work;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.OrderFacts;
import io.ledgerbridge.posting.OrderHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the work on a claimed order goes on and ends. Whatever ends it gives the claim back. */
@Component
public class OrderWork {

    /** What an order parked with stays, where it is only looked up again in Sage X3. */
    private static final String DETAIL = ", detail = CASE WHEN looking THEN detail ELSE :words END";

    /** The work is not at its end, but it did not end its process either: it counts as if it had not been begun. */
    private static final String NOT_BEGUN = "unfinished = CASE WHEN unfinished > 0 THEN unfinished - 1 ELSE 0 END, ";

    private final JdbcClient jdbc;
    private final EventRows events;
    private final AuditTrail audit;
    private final Words words;
    private final ApplicationEventPublisher listeners;
    private final DatabaseClock clock;

    OrderWork(
            JdbcClient jdbc,
            EventRows events,
            AuditTrail audit,
            Words words,
            ApplicationEventPublisher listeners,
            DatabaseClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.audit = audit;
        this.words = words;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Keeps what a reading shows of an order for good, and tells what was known of it before.
     *
     * @return everything but the journals
     */
    @Transactional
    public OrderHistory noteReading(Claim claim, OrderReading reading) {
        claim.hold();
        OrderHistory known = known(claim.store(), claim.order(), reading);
        OrderFacts facts = known.facts();
        jdbc.sql("""
                        UPDATE due_order SET channel = :channel, pending_seen = :pending, confirmed_at = :confirmed,
                            read_up_to = :event
                        WHERE store = :store AND order_id = :order""")
                .param("channel", reading.order().channel())
                .param("pending", facts.pendingSeen())
                .param("confirmed", utc(facts.confirmedAt()))
                .param("event", latest(known.events()))
                .param("store", claim.store())
                .param("order", claim.order())
                .update();
        audit.append(claim, "order-read", null, describe(reading, known));
        return known;
    }

    /** What is known of an order with this reading, but for its journals; nothing is written. */
    public OrderHistory known(String store, long order, OrderReading reading) {
        List<OrderEvent> history = events.history(store, order);
        OrderHistory before = jdbc.sql("""
                        SELECT pending_seen, confirmed_at, settled_up_to, asked FROM due_order
                        WHERE store = :store AND order_id = :order""")
                .param("store", store)
                .param("order", order)
                .query((row, index) -> new OrderHistory(
                        List.of(), history, row.getLong("settled_up_to"), facts(row), row.getBoolean("asked")))
                .optional()
                .orElseGet(() -> new OrderHistory(List.of(), history, 0, OrderFacts.NONE, false));
        OrderFacts facts = OrderFacts.after(before.facts(), reading.order(), history);
        return new OrderHistory(List.of(), history, before.settledUpTo(), facts, before.asked());
    }

    /** The ledger holds what it should. */
    @Transactional
    public void posted(Claim claim) {
        settle(claim, "posted", null);
        audit.append(claim, "order-posted", null, Map.of());
    }

    /** The order waits for its payment. */
    @Transactional
    public void held(Claim claim, String why) {
        settle(claim, "held", new ParkReason("held", why, ""));
        audit.append(claim, "order-held", null, Map.of("why", why));
    }

    /** The order makes no entry. */
    @Transactional
    public void ignored(Claim claim, String why) {
        settle(claim, "ignored", new ParkReason("ignored", why, ""));
        audit.append(claim, "order-ignored", null, Map.of("why", why));
    }

    /** The order can't go on without a person. */
    @Transactional
    public void park(Claim claim, ParkReason reason) {
        end(claim, "", "parked", reason);
        audit.append(
                claim,
                "order-parked",
                null,
                Map.of("reason", reason.code(), "detail", reason.detail(), "remedy", reason.remedy()));
    }

    /**
     * A process ended in the middle of the order's work so often that nobody works it again, not even after an event,
     * until a person replays it.
     *
     * @param times how often
     */
    @Transactional
    public void parkPoison(Claim claim, ParkReason reason, int times) {
        park(claim, reason);
        jdbc.sql("UPDATE due_order SET unfinished = :times WHERE store = :store AND order_id = :order")
                .param("times", times)
                .param("store", claim.store())
                .param("order", claim.order())
                .update();
    }

    /** The work failed and is to be tried again, unless it has been marked since: then at once. */
    @Transactional
    public void retry(Claim claim, Instant at, String said) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("marks", claim.marks());
        values.put("at", at.atOffset(ZoneOffset.UTC));
        values.put("now", clock.now().atOffset(ZoneOffset.UTC));
        values.put("words", words.kept(said));
        giveBack(claim, NOT_BEGUN + """
                due_at = CASE WHEN marks = :marks THEN :at ELSE :now END, attempts = attempts + 1,
                failing_since = coalesce(failing_since, :now)""" + DETAIL, values);
        audit.append(claim, "order-retried", null, Map.of("at", at.toString(), "detail", said));
        later(claim, at, said);
    }

    /** The work was not tried, since a side is down: the order loses no attempt, but it has been failing since then. */
    @Transactional
    public void wait(Claim claim, Instant until, String said) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("until", until.atOffset(ZoneOffset.UTC));
        values.put("now", clock.now().atOffset(ZoneOffset.UTC));
        values.put("words", words.kept(said));
        giveBack(claim, NOT_BEGUN + "due_at = :until, failing_since = coalesce(failing_since, :now)" + DETAIL, values);
        audit.append(claim, "order-postponed", null, Map.of("at", until.toString(), "detail", said));
        later(claim, until, said);
    }

    /** The work has to wait for a person to renew what its whole store lacks: it loses no attempt, and no time. */
    @Transactional
    public void awaitPerson(Claim claim, String said) {
        postpone(claim, clock.now(), said, ", failing_since = NULL");
    }

    /** The work has to wait for something that is no fault of the order's: it loses no attempt. */
    @Transactional
    public void postpone(Claim claim, Instant at, String said) {
        postpone(claim, at, said, "");
    }

    private void postpone(Claim claim, Instant at, String said, String changes) {
        giveBack(
                claim,
                NOT_BEGUN + "due_at = :at" + DETAIL + changes,
                Map.of("at", at.atOffset(ZoneOffset.UTC), "words", words.kept(said)));
        audit.append(claim, "order-postponed", null, Map.of("at", at.toString(), "detail", said));
        later(claim, at, said);
    }

    /** The events that were read have had their effect. */
    private void settle(Claim claim, String outcome, @Nullable ParkReason reason) {
        end(claim, "settled_up_to = read_up_to,", outcome, reason);
    }

    private void end(Claim claim, String changes, String outcome, @Nullable ParkReason reason) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("marks", claim.marks());
        values.put("now", clock.now().atOffset(ZoneOffset.UTC));
        values.put("outcome", outcome);
        values.put("reason", reason == null ? null : reason.code());
        values.put("detail", reason == null ? null : words.kept(reason.detail()));
        values.put("remedy", reason == null ? null : words.kept(reason.remedy()));
        giveBack(claim, changes + """
                 due_at = CASE WHEN marks = :marks THEN NULL ELSE :now END, attempts = 0, failing_since = NULL,
                unfinished = 0, unfinished_since = NULL,
                outcome = :outcome, reason = :reason, detail = :detail, remedy = :remedy, settled_at = :now""", values);
        String why = reason == null ? "" : reason.detail();
        String code = reason == null ? null : reason.code();
        listeners.publishEvent(new OrderOutcome(claim.store(), claim.order(), outcome, code, why, null));
    }

    private void later(Claim claim, Instant until, String said) {
        listeners.publishEvent(new OrderOutcome(claim.store(), claim.order(), "waiting", null, said, until));
    }

    private void giveBack(Claim claim, String changes, Map<String, ?> values) {
        int given = jdbc.sql("UPDATE due_order SET lease_holder = NULL, " + changes
                        + " WHERE store = :store AND order_id = :order AND fence = :fence AND lease_holder IS NOT NULL"
                        + " AND due_at > :held")
                .params(values)
                .param("held", clock.now().atOffset(ZoneOffset.UTC))
                .param("store", claim.store())
                .param("order", claim.order())
                .param("fence", claim.number())
                .update();
        if (given == 0) {
            throw LeaseLost.of(claim);
        }
        claim.givenBack();
    }

    private static long latest(List<OrderEvent> events) {
        return events.stream().mapToLong(OrderEvent::id).max().orElse(0);
    }

    /** Of the events, those that no work had before it: all of them each time would be a trail that grows by its square. */
    private static Map<String, Object> describe(OrderReading reading, OrderHistory known) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("status", reading.order().statusId());
        detail.put("channel", reading.order().channel());
        detail.put("currency", reading.order().currencyCode());
        detail.put("totalIncTax", reading.order().totalIncTax().toPlainString());
        detail.put("products", reading.products().size());
        detail.put(
                "refunds", reading.refunds().stream().map(refund -> refund.id()).toList());
        detail.put(
                "events",
                known.events().stream()
                        .map(OrderEvent::id)
                        .filter(event -> event > known.settledUpTo())
                        .toList());
        return detail;
    }

    private static OrderFacts facts(ResultSet row) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new OrderFacts(row.getBoolean("pending_seen"), confirmed == null ? null : confirmed.toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
