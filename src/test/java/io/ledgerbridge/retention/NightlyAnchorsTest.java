package io.ledgerbridge.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.anchors.Anchor;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class NightlyAnchorsTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final Anchors anchors;
    private final NightlyAnchors nights;

    NightlyAnchorsTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, AuditTrail.class, Anchors.class, TimedLocks.class);
        this.anchors = beans.getBean(Anchors.class);
        this.nights = nights();
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
    void makesTheFirstAWhileAfterTheStartAndThenOneANight() {
        nights.turn();
        assertThat(anchors.count()).isZero();
        assertThat(turnsUntil("2026-11-06T12:00:00Z"))
                .containsExactly(
                        Instant.parse("2026-11-03T12:15:00Z"),
                        Instant.parse("2026-11-04T02:00:00Z"),
                        Instant.parse("2026-11-05T02:00:00Z"),
                        Instant.parse("2026-11-06T02:00:00Z"));
    }

    @Test
    void makesUpForANightThatWasMissed() {
        turnsUntil("2026-11-04T02:00:00Z");
        clock.set(Instant.parse("2026-11-09T14:00:00Z"));
        nights.turn();
        assertThat(anchors.newest()).map(Anchor::at).contains(clock.instant());
    }

    @Test
    void leavesItToTheProcessThatMakesIt() {
        clock.advance(Duration.ofHours(1));
        assertThat(beans.getBean(TimedLocks.class).take("anchor", Duration.ofMinutes(5)))
                .isTrue();
        nights.turn();
        assertThat(anchors.count()).isZero();
    }

    /** Each row is of a chain with new links; the program's own chain tells of each anchor, and so has new links each night. */
    @Test
    void holdsOnlyTheChainsThatHaveNewLinks() {
        append(250, 1200);
        append(251, 3);
        anchors.make(() -> {});
        append(251, 2);
        anchors.make(() -> {});
        List<Anchor> page = anchors.page(0, 10);
        assertThat(page).extracting(Anchor::number).containsExactly(2, 1);
        assertThat(page).extracting(Anchor::changed).containsExactly(2, 2);
        assertThat(page).extracting(Anchor::chains).containsExactly(3L, 2L);
        assertThat(page).extracting(Anchor::links).containsExactly(1206L, 1203L);
        assertThat(page.get(0).previousHash()).isEqualTo(page.get(1).hash());
        assertThat(anchors.page(1, 1)).extracting(Anchor::number).containsExactly(1);
    }

    @Test
    void goesOnWithOneWhoseProcessEndedInTheMiddle() {
        for (long order = 1; order <= 700; order++) {
            append(order, 1);
        }
        int[] steps = {0};
        try {
            anchors.make(() -> {
                if (++steps[0] == 2) {
                    throw new IllegalStateException("the process ends");
                }
            });
        } catch (IllegalStateException ended) {
            assertThat(database.count("audit_anchored")).isEqualTo(500);
        }
        anchors.make(() -> {});
        assertThat(anchors.newest()).map(Anchor::changed).contains(700);
        assertThat(anchors.count()).isEqualTo(1);
    }

    private List<Instant> turnsUntil(String end) {
        while (clock.instant().isBefore(Instant.parse(end))) {
            nights.turn();
            clock.advance(Duration.ofMinutes(5));
        }
        return anchors.page(0, 100).stream().map(Anchor::at).sorted().toList();
    }

    private NightlyAnchors nights() {
        return new NightlyAnchors(anchors, beans.getBean(TimedLocks.class), new Rules(Map.of()), clock);
    }

    private void append(long order, int links) {
        AuditTrail audit = beans.getBean(AuditTrail.class);
        beans.getBean(TransactionTemplate.class).executeWithoutResult(running -> {
            for (int link = 1; link <= links; link++) {
                audit.append("us", order, "step", null, Map.of("n", link));
            }
        });
    }
}
