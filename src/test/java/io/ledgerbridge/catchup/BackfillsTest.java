package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.approvals.ReplayLimits;
import io.ledgerbridge.bigcommerce.FailingTask;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.lists.OrderLists;
import io.ledgerbridge.catchup.Backfills.Changed;
import io.ledgerbridge.catchup.Backfills.Held;
import io.ledgerbridge.faults.TransientFault;
import io.ledgerbridge.logging.KnownSecrets;
import io.ledgerbridge.logging.Words;
import io.ledgerbridge.posting.rules.Rules;
import io.ledgerbridge.queue.DueOrders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a backfill goes on, and until when it counts as failing. */
class BackfillsTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final Database database = Databases.h2();
    private final RunRows rows = new RunRows(database.jdbc(), "backfill");
    private final DueOrders orders = mock(DueOrders.class);
    private final ReplayLimits limits = mock(ReplayLimits.class);
    private final UnreadableRows unreadable = mock(UnreadableRows.class);
    private final ShopTroubles troubles =
            new ShopTroubles(new Words(new KnownSecrets()), failures -> Duration.ofMinutes(1), clock);
    private final Backfills backfills = new Backfills(
            database.jdbc(),
            orders,
            new OrderLists(),
            unreadable,
            troubles,
            new Shops(Map.of("us", mock(ShopSettings.class))),
            mock(Rules.class),
            limits,
            clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void endsWithRowsThatNameNoOrder() {
        BackfillPage page = asked();
        when(unreadable.areTheSameAgain(any(), any(), any())).thenReturn(false, true);
        backfills.mark(page, "[{\"id\": 7}, {}]");
        assertThat(backfills.pages()).as("to be read once more").containsExactly(page);
        backfills.mark(page, "[{\"id\": 7}, {}]");
        assertThat(backfills.progress(page.id()).orElseThrow().state()).isEqualTo("listing");
        BackfillPage next = backfills.pages().get(0);
        assertThat(next.lastOrder()).isEqualTo(7);

        backfills.mark(next, "[{}]");

        assertThat(backfills.pages()).isEmpty();
        verify(orders).ask("us", 7, false);
    }

    @Test
    void failsWhereNothingOfItsListOrOfAWholePageCanBeRead() {
        BackfillPage page = asked();
        when(unreadable.areTheSameAgain(any(), any(), any())).thenReturn(true);
        assertThatThrownBy(() -> backfills.mark(page, "[{}]")).isInstanceOf(TransientFault.class);
        backfills.mark(page, "[{\"id\": 7}]");
        BackfillPage next = backfills.pages().get(0);
        String whole = Collections.nCopies(250, "{}").toString();

        assertThatThrownBy(() -> backfills.mark(next, whole)).isInstanceOf(TransientFault.class);

        assertThat(backfills.pages()).containsExactly(next);
    }

    @Test
    void failsNoMoreOnceAnotherProcessHasListedItToItsEnd() {
        BackfillPage page = asked();
        BackfillPage other = asked();
        troubles.failed("us", page.task(), new IllegalStateException("slow"));
        troubles.failed("us", other.task(), new IllegalStateException("slow"));
        troubles.failed("us", "sweep of orders", new IllegalStateException("slow"));
        rows.moveOn(page, 0, true);

        assertThat(backfills.pages()).isEmpty();

        assertThat(troubles.failing("us"))
                .extracting(FailingTask::task)
                .containsExactly(other.task(), "sweep of orders");
    }

    @Test
    void listsNothingMoreWhilePausedAndGoesOnWhereItWas() {
        BackfillPage page = asked();
        when(unreadable.areTheSameAgain(any(), any(), any())).thenReturn(true);
        backfills.mark(page, full(1));
        BackfillPage underWay = backfills.pages().get(0);

        assertThat(backfills.hold(page.id(), Held.PAUSED)).isEqualTo(Changed.NOW);
        assertThat(backfills.hold(page.id(), Held.PAUSED)).isEqualTo(Changed.SO_BEFORE);

        assertThat(backfills.pages()).isEmpty();
        assertThat(state(page)).isEqualTo("paused");
        backfills.mark(underWay, full(300));
        verify(orders, never()).ask("us", 300, false);

        assertThat(backfills.hold(page.id(), Held.RESUMED)).isEqualTo(Changed.NOW);
        assertThat(backfills.hold(page.id(), Held.RESUMED)).isEqualTo(Changed.SO_BEFORE);
        assertThat(backfills.pages()).containsExactly(underWay);
        assertThat(state(page)).isEqualTo("listing");
    }

    @Test
    void stopsForGood() {
        BackfillPage page = asked();
        assertThat(backfills.hold(page.id(), Held.PAUSED)).isEqualTo(Changed.NOW);
        assertThat(backfills.hold(page.id(), Held.STOPPED)).isEqualTo(Changed.NOW);
        assertThat(backfills.hold(page.id(), Held.STOPPED)).isEqualTo(Changed.SO_BEFORE);
        assertThat(backfills.hold(page.id(), Held.RESUMED)).isEqualTo(Changed.TOO_LATE);
        assertThat(backfills.hold(page.id(), Held.PAUSED)).isEqualTo(Changed.TOO_LATE);
        assertThat(backfills.pages()).isEmpty();
        assertThat(state(page)).isEqualTo("stopped");
    }

    @Test
    void holdsNoneThatIsListedToItsEnd() {
        BackfillPage page = asked();
        rows.moveOn(page, 0, true);
        for (Held held : Held.values()) {
            assertThat(backfills.hold(page.id(), held)).isEqualTo(Changed.TOO_LATE);
        }
        assertThat(state(page)).isEqualTo("done");
    }

    /** It knows of no pauses. */
    @Test
    void isDoneWhereAProcessOfTheVersionBeforeHasListedItToItsEnd() {
        BackfillPage page = asked();
        backfills.hold(page.id(), Held.PAUSED);
        database.jdbc().sql("UPDATE backfill SET listed = TRUE").update();
        assertThat(state(page)).isEqualTo("done");
        assertThat(backfills.hold(page.id(), Held.RESUMED)).isEqualTo(Changed.TOO_LATE);
        assertThat(backfills.hold(page.id(), Held.PAUSED)).isEqualTo(Changed.TOO_LATE);
    }

    private String state(BackfillPage page) {
        return backfills.progress(page.id()).orElseThrow().state();
    }

    /** A page of 250 orders from this one on. */
    private static String full(long first) {
        return LongStream.range(first, first + 250)
                .mapToObj("{\"id\": %d}"::formatted)
                .toList()
                .toString();
    }

    private BackfillPage asked() {
        BackfillDays days = new BackfillDays(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));
        long id = rows.insert("us", days, ZoneOffset.UTC, Instant.EPOCH);
        return rows.unlisted().stream()
                .filter(page -> page.id() == id)
                .findFirst()
                .orElseThrow();
    }
}
