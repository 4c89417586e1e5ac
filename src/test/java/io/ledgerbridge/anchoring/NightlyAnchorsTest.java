package io.ledgerbridge.anchoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.books.AuditTrail;
import io.ledgerbridge.books.audit.AuditVerification;
import io.ledgerbridge.books.audit.anchors.Anchor;
import io.ledgerbridge.books.audit.anchors.AnchorRows;
import io.ledgerbridge.books.audit.anchors.AnchorTrouble;
import io.ledgerbridge.books.audit.anchors.Anchors;
import io.ledgerbridge.books.audit.anchors.LateAnchor;
import io.ledgerbridge.database.TimedLocks;
import io.ledgerbridge.posting.rules.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    private final AuditVerification verification = mock(AuditVerification.class);
    private final List<String> troubles = new ArrayList<>();
    private final NightlyAnchors nights;

    NightlyAnchorsTest(Database database) {
        this.database = database;
        this.beans = database.beans(clock, AuditTrail.class, Anchors.class, LateAnchor.class, TimedLocks.class);
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

    /** They are read some thousand at a time: PostgreSQL's driver would take all of them into memory. */
    @Test
    void digestsEachOfItsChainsHoweverManyThereAre() {
        for (long order = 1; order <= 5_001; order++) {
            append(order, 1);
        }
        assertThat(anchors.make(() -> {}).changed()).isEqualTo(5_001);
        List<Integer> positions = new ArrayList<>();
        new AnchorRows(database.jdbc()).each(1, row -> positions.add(row.position()));
        assertThat(positions)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 5_001).boxed().toList());
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

    @Test
    void hasTheTrailVerifiedAfterEachAnchor() {
        turnsUntil("2026-11-05T12:00:00Z");
        verify(verification, times(3)).begin();
    }

    @Test
    void makesTheNextThoughTheLastSaysThatItWasMadeInAYear() {
        append(250, 1);
        turnsUntil("2026-11-03T13:00:00Z");
        database.jdbc()
                .sql("UPDATE audit_anchor SET at = TIMESTAMP WITH TIME ZONE '2027-11-03 00:00:00Z'")
                .update();
        append(250, 1);
        turnsUntil("2026-11-04T12:00:00Z");
        assertThat(anchors.count()).isEqualTo(3);
        assertThat(troubles).singleElement().asString().contains("Anchor 1", "lies ahead");
    }

    /** The one whose step took so long that its lock ended goes on where nothing is left to do. */
    @Test
    void addsNothingToAnAnchorThatAnotherProcessHasMadeMeanwhile() {
        for (long order = 1; order <= 700; order++) {
            append(order, 1);
        }
        boolean[] stalled = {false};
        Anchor made = anchors.make(() -> {
            if (!stalled[0] && database.count("audit_anchored") > 0) {
                stalled[0] = true;
                anchors.make(() -> {});
                append(701, 1);
            }
        });
        assertThat(made.number()).isEqualTo(1);
        assertThat(made.changed()).isEqualTo(700);
        assertThat(database.count("audit_anchored")).isEqualTo(700);
    }

    @Test
    void tellsThatNoFirstAnchorIsMadeOfWhatMayBeForgedUntilAPersonHasSaidSo() {
        append(250, 2);
        clock.advance(Duration.ofDays(3));
        turnsUntil("2026-11-06T20:00:00Z");
        assertThat(anchors.count()).isZero();
        assertThat(troubles).hasSize(2).anyMatch(says -> says.contains("isn't made: links have keyed hashes since"));
        clock.set(Instant.parse("2026-12-24T12:00:00Z"));
        nights.turn();
        assertThat(anchors.count()).isEqualTo(1);
        assertThat(database.jdbc()
                        .sql("SELECT detail FROM audit WHERE store = '*' AND link = 1")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"by\":\"j.doe\"}");
    }

    @Test
    void tellsThatNoneIsMadeThoughLinksWereAdded() {
        append(250, 1);
        turnsUntil("2026-11-03T13:00:00Z");
        clock.set(Instant.parse("2026-11-06T12:00:00Z"));
        assertThat(beans.getBean(TimedLocks.class).take("anchor", Duration.ofDays(9)))
                .isTrue();
        nights.turn();
        assertThat(troubles).as("nothing was added").isEmpty();
        append(250, 1);
        nights.turn();
        nights.turn();
        assertThat(troubles).singleElement().asString().contains("no anchor was made since 2026-11-03T12:15:00Z");
    }

    private List<Instant> turnsUntil(String end) {
        while (clock.instant().isBefore(Instant.parse(end))) {
            nights.turn();
            clock.advance(Duration.ofMinutes(5));
        }
        return anchors.page(0, 100).stream().map(Anchor::at).sorted().toList();
    }

    private NightlyAnchors nights() {
        return new NightlyAnchors(
                anchors,
                beans.getBean(LateAnchor.class),
                verification,
                new AnchorTroubles(said -> troubles.add(((AnchorTrouble) said).says()), clock),
                beans.getBean(TimedLocks.class),
                new Rules(Map.of()),
                clock);
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
