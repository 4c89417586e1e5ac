package io.ledgerbridge.queue;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.bigcommerce.OrderReading;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.covered.CoveredEvent;
import io.ledgerbridge.database.DatabaseClock;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.LeaseLost;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.Decision;
import io.ledgerbridge.posting.OrderFacts;
import io.ledgerbridge.posting.OrderHistory;
import io.ledgerbridge.posting.Plan;
import io.ledgerbridge.posting.SetAside;
import io.ledgerbridge.queue.DueOrderRows.PutOff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the work on a claimed order goes on and ends. Whatever ends it gives the claim back. */
@Component
public class OrderWork {

    /** Nothing was read of an order that parks for one of these. */
    private static final Set<ParkCode> UNREAD =
            EnumSet.of(ParkCode.ORDER_NOT_FOUND, ParkCode.UNREADABLE, ParkCode.REFUSED_BY_BIGCOMMERCE);

    private final DueOrderRows rows;
    private final JdbcClient jdbc;
    private final EventRows events;
    private final SetAsides setAsides;
    private final KeptSetAsides kept;
    private final RefundRecords refunds;
    private final AuditTrail audit;
    private final Words words;
    private final ApplicationEventPublisher listeners;
    private final DatabaseClock clock;

    OrderWork(
            DueOrderRows rows,
            JdbcClient jdbc,
            EventRows events,
            SetAsides setAsides,
            RefundRecords refunds,
            AuditTrail audit,
            Words words,
            ApplicationEventPublisher listeners,
            DatabaseClock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.events = events;
        this.setAsides = setAsides;
        this.kept = new KeptSetAsides(setAsides, audit);
        this.refunds = refunds;
        this.audit = audit;
        this.words = words;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Keeps what a reading shows of an order for good.
     *
     * @param known of the order, with this reading
     * @param zone the store's
     */
    @Transactional
    public void noteReading(Claim claim, OrderReading reading, OrderHistory known, ZoneId zone) {
        claim.hold();
        rows.read(claim, ReadingNotes.facts(reading, known, zone));
        List<CoveredEvent> covered = events.covered(claim.store(), claim.order(), known.events());
        audit.append(claim, "order-read", null, ReadingNotes.trail(reading, known, covered));
    }

    /**
     * Keeps what a plan says of an order beside its journals, in the transaction that writes these.
     *
     * @throws Fault where a person has set something aside since the plan was begun
     */
    @Transactional
    public void notePlan(Claim claim, OrderReading reading, OrderHistory known, Plan plan) {
        if (!setAsides.of(claim.store(), claim.order()).equals(known.setAside())) {
            throw Fault.plannedAnew("a person has set something aside meanwhile");
        }
        rows.flag(claim, OrderFlags.text(plan.flags()));
        if (plan.decision() == Decision.PARK && plan.isHeldByTheLedger()) {
            rows.settle(claim);
        }
        if (plan.kept() != null) {
            kept.keep(claim, SetAside.ORDER, plan.kept());
        }
        known.setAside().stream()
                .filter(one -> one.refund() != SetAside.ORDER)
                .forEach(one -> kept.keep(
                        claim,
                        one.refund(),
                        one.kept() == null ? SetAside.ofRefund(reading, one.refund()) : one.kept()));
    }

    /** What is known of an order with this reading, but for its journals; nothing is written. */
    public OrderHistory known(String store, long order, OrderReading reading) {
        List<OrderEvent> history = events.history(store, order);
        OrderHistory before = jdbc.sql("""
                        SELECT pending_seen, confirmed_at, void_at, settled_up_to, asked FROM due_order
                        WHERE store = :store AND order_id = :order""")
                .param("store", store)
                .param("order", order)
                .query((row, index) -> new OrderHistory(
                        List.of(), history, row.getLong("settled_up_to"), facts(row), row.getBoolean("asked")))
                .optional()
                .orElseGet(() -> new OrderHistory(List.of(), history, 0, OrderFacts.NONE, false));
        OrderFacts facts = before.facts().with(reading.order());
        return new OrderHistory(
                List.of(),
                history,
                before.settledUpTo(),
                facts,
                before.asked(),
                setAsides.of(store, order),
                refunds.of(store, order));
    }

    /** The ledger holds what it should. */
    @Transactional
    public void posted(Claim claim) {
        end(claim, new Outcome.Posted());
        audit.append(claim, "order-posted", null, Map.of());
    }

    /** The order waits for its payment. */
    @Transactional
    public void held(Claim claim, String why) {
        end(claim, new Outcome.Held(why));
        audit.append(claim, "order-held", null, Map.of("why", why));
    }

    /** A person has set the order aside. */
    @Transactional
    public void setAside(Claim claim, String why) {
        claim.hold();
        setAsides.forgetDifference(claim);
        end(claim, new Outcome.SetAside(why));
        audit.append(claim, "order-set-aside", null, Map.of("why", why));
    }

    /** The order makes no entry. */
    @Transactional
    public void ignored(Claim claim, String why) {
        end(claim, new Outcome.Ignored(why));
        audit.append(claim, "order-ignored", null, Map.of("why", why));
    }

    /** The order can't go on without a person; one that is set aside, and can't be read any more, is with a person. */
    @Transactional
    public void park(Claim claim, ParkReason reason) {
        if (UNREAD.contains(reason.parks()) && setAsides.isSetAside(claim.store(), claim.order())) {
            setAside(claim, reason.detail());
            return;
        }
        claim.hold();
        setAsides.forgetDifference(claim);
        end(claim, new Outcome.Parked(reason));
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
        rows.countEnds(claim, times);
    }

    /** The work failed and is to be tried again, unless it has been marked since: then at once. */
    @Transactional
    public void retry(Claim claim, Instant at, String said) {
        putOff(claim, PutOff.AFTER_A_FAILURE, at, said, "order-retried");
    }

    /** The work was not tried, since a side is down: the order loses no attempt, but it has been failing since then. */
    @Transactional
    public void wait(Claim claim, Instant until, String said) {
        putOff(claim, PutOff.UNTRIED, until, said, "order-postponed");
    }

    /** The work has to wait for a person to renew what its whole store lacks: it loses no attempt, and no time. */
    @Transactional
    public void awaitPerson(Claim claim, String said) {
        putOff(claim, PutOff.AWAITING_A_PERSON, clock.now(), said, "order-postponed");
    }

    /** The work has to wait for something that is no fault of the order's: it loses no attempt. */
    @Transactional
    public void postpone(Claim claim, Instant at, String said) {
        putOff(claim, PutOff.NOTHING, at, said, "order-postponed");
    }

    /**
     * Gives back the claim of an order that was due for look-ups alone.
     *
     * @return false where it is to be worked
     */
    @Transactional
    public boolean endLookUps(Claim claim) {
        boolean ended = rows.endLookUps(claim) > 0;
        if (ended) {
            claim.givenBack();
        }
        return ended;
    }

    private void putOff(Claim claim, PutOff off, Instant at, String said, String step) {
        givenBack(claim, rows.putOff(claim, off, at, words.kept(said)), new Outcome.Waiting(at, said));
        audit.append(claim, step, null, Map.of("at", at.toString(), "detail", said));
    }

    private void end(Claim claim, Outcome outcome) {
        String why = outcome.words();
        Map<String, Object> values = new HashMap<>();
        values.put("outcome", outcome.label());
        values.put("reason", outcome.code());
        values.put("detail", why.isEmpty() ? null : words.kept(why));
        values.put("remedy", outcome.remedy() == null ? null : words.kept(outcome.remedy()));
        givenBack(claim, rows.end(claim, values), outcome);
    }

    private void givenBack(Claim claim, int rows, Outcome outcome) {
        if (rows == 0) {
            throw LeaseLost.of(claim);
        }
        claim.givenBack();
        listeners.publishEvent(new OrderOutcome(claim.store(), claim.order(), outcome));
    }

    private static OrderFacts facts(ResultSet row) throws SQLException {
        return new OrderFacts(row.getBoolean("pending_seen"), instant(row, "confirmed_at"), instant(row, "void_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
