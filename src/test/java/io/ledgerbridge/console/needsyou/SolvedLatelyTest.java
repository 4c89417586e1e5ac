package io.ledgerbridge.console.needsyou;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditSteps;
import io.ledgerbridge.parked.OrderStates;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What people did lately, over all orders. */
@OnEachDatabase
class SolvedLatelyTest {

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final SolvedLately solved;

    SolvedLatelyTest(Database database) {
        this.database = database;
        this.beans = database.beans(
                new TestClock("2026-11-03T12:00:00Z"),
                AuditTrail.class,
                AuditSteps.class,
                OrderStates.class,
                SolvedLately.class);
        this.solved = beans.getBean(SolvedLately.class);
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
    void isNothingWhereThereIsNoTrail() {
        assertThat(solved.of(null)).isEmpty();
    }

    @Test
    void comesNewestFirstAndOfItsKindAlone() {
        link(1, "us", 250, "set-aside", "2026-11-03T11:00:00Z");
        link(2, "us", 250, "order-posted", "2026-11-03T11:00:01Z");
        link(3, "eu", 7, "order-replayed", "2026-11-03T11:00:02Z");
        link(4, "us", 251, "set-aside", "2026-11-03T11:00:02Z");

        assertThat(told(solved.of(null)))
                .containsExactly("us 251 set-aside anna", "eu 7 order-replayed anna", "us 250 set-aside anna");
        assertThat(told(solved.of("us"))).hasSize(2);
    }

    @Test
    void isNotLookedForFurtherBackThanThirtyDays() {
        link(1, "us", 250, "set-aside", "2026-10-04T11:59:59Z");
        link(2, "us", 251, "set-aside", "2026-10-04T12:00:00Z");

        assertThat(told(solved.of(null))).containsExactly("us 251 set-aside anna");
    }

    @Test
    void isFiftyAtTheMost() {
        for (int link = 1; link <= 60; link++) {
            link(link, "us", link, "set-aside", "2026-11-03T11:00:00Z");
        }

        assertThat(told(solved.of(null))).hasSize(50).startsWith("us 60 set-aside anna");
    }

    @Test
    void tellsWhyUnderWhichNumberAndWhereItStands() {
        AuditTrail trail = beans.getBean(AuditTrail.class);
        transactions(() -> {
            trail.append("us", 250, "order-posted", null, Map.of());
            trail.append(
                    "us",
                    250,
                    "set-aside",
                    null,
                    Map.of("by", "anna", "kind", "by-hand", "x3Number", "FR-1", "why", "the channel was new"));
            trail.append("us", 251, "order-replayed", null, Map.of("by", "bob"));
            trail.append("us", 0, "event-dismissed", null, Map.of("by", "bob", "event", 17, "why", "a test of ours"));
        });

        assertThat(solved.of("us"))
                .extracting(Solved::order, Solved::link, Solved::why, Solved::x3Number, Solved::event)
                .containsExactlyInAnyOrder(
                        tuple(250L, 2, "the channel was new", "FR-1", 0L),
                        tuple(251L, 1, "", "", 0L),
                        tuple(0L, 1, "a test of ours", "", 17L));
    }

    private void transactions(Runnable deed) {
        beans.getBean(TransactionTemplate.class).executeWithoutResult(running -> deed.run());
    }

    private static List<String> told(List<Solved> solved) {
        return solved.stream()
                .map(one -> "%s %d %s %s".formatted(one.store(), one.order(), one.step(), one.by()))
                .toList();
    }

    private void link(long id, String store, long order, String step, String at) {
        database.jdbc()
                .sql("""
                        INSERT INTO audit (id, store, order_id, link, at, step, detail, previous_hash, hash)
                        VALUES (:id, :store, :order, :id, :at, :step, '{"by":"anna"}', :hash, :hash)""")
                .params(Map.of(
                        "id", id,
                        "store", store,
                        "order", order,
                        "at", OffsetDateTime.parse(at),
                        "step", step,
                        "hash", "0".repeat(64)))
                .update();
    }
}
