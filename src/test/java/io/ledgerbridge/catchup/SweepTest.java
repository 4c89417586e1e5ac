package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.ledgerbridge.TestClock;
import io.ledgerbridge.bigcommerce.ShopSettings;
import io.ledgerbridge.bigcommerce.ShopTroubles;
import io.ledgerbridge.bigcommerce.Shops;
import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.bigcommerce.lists.ListedOrder;
import io.ledgerbridge.bigcommerce.lists.OrderLists;
import io.ledgerbridge.bigcommerce.lists.UnreadableRow;
import io.ledgerbridge.queue.DueOrders;
import io.ledgerbridge.work.StoreBackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How large the pages are that a sweep asks for. */
class SweepTest {

    private final TestClock clock = new TestClock("2026-11-03T12:00:00Z");
    private final StoreBackOff connections = mock(StoreBackOff.class);
    private final OrderLists lists = mock(OrderLists.class);
    private final UnreadableRows unreadable = mock(UnreadableRows.class);
    private final DueOrders orders = mock(DueOrders.class);
    private final SweepCursors cursors = mock(SweepCursors.class);
    private final Sweep sweep = new Sweep(
            new Shops(Map.of("us", mock(ShopSettings.class))),
            cursors,
            orders,
            lists,
            unreadable,
            mock(ShopTroubles.class),
            new SweepSettings(Duration.ofMinutes(5), Duration.ofMinutes(10)),
            connections,
            clock::instant);

    @BeforeEach
    void open() {
        when(connections.mayCallShop("us")).thenReturn(true);
        when(unreadable.areTheSameAgain(any(), any(), any())).thenReturn(true);
        when(cursors.at(any(), any(), any())).thenReturn(Instant.parse("2026-11-03T11:50:00Z"));
    }

    @Test
    void keepsItsPagesWhileItsStoreOnlyWaits() {
        assertThat(look().page().limit()).isEqualTo(250);
        when(connections.mayCallShop("us")).thenReturn(false);
        for (int turn = 0; turn < 10; turn++) {
            assertThat(sweep.looks()).isEmpty();
        }
        when(connections.mayCallShop("us")).thenReturn(true);
        assertThat(look().page().limit())
                .as("the one turn that came to nothing")
                .isEqualTo(50);
    }

    @Test
    void beginsWithWholePagesAfterAStoreThatWaitedFromTheStart() {
        when(connections.mayCallShop("us")).thenReturn(false);
        for (int turn = 0; turn < 10; turn++) {
            assertThat(sweep.looks()).isEmpty();
        }
        when(connections.mayCallShop("us")).thenReturn(true);
        assertThat(look().page().limit()).isEqualTo(250);
    }

    @Test
    void asksForLessAfterATurnThatCameToNothingAndForAllAgainOnceItIsPast() {
        for (int turn = 0; turn < 3; turn++) {
            look();
        }
        SweepProgress look = look();
        assertThat(look.page().limit()).isEqualTo(2);
        int pages = 0;
        while (look.page().limit() < 250) {
            look = page(look);
            pages++;
        }
        assertThat(pages).as("pages until they are whole again").isLessThanOrEqualTo(15);
        assertThat(look().page().limit()).as("at the next turn, too").isEqualTo(250);
    }

    @Test
    void asksForAsMuchAfterATurnThatGotOn() {
        page(look());
        assertThat(look().page().limit()).isEqualTo(250);
    }

    @Test
    void readsAPageOnceMoreBeforeItPassesOverARow() {
        UnreadableRow row = new UnreadableRow("list of orders", "A row is empty.");
        when(lists.orders(any())).thenReturn(new ListPage(List.of(new ListedOrder(7, 7, null)), List.of(row)));
        when(unreadable.areTheSameAgain("us", "sweep of orders", List.of(row))).thenReturn(false, true);

        SweepProgress first = look();
        SweepProgress again = sweep.mark(first, "a page");
        verifyNoInteractions(orders);
        assertThat(again.resource()).isEqualTo(first.resource());
        assertThat(again.goesOn()).isTrue();

        assertThat(sweep.mark(again, "a page").lastRow()).isEqualTo(7);
        verify(orders).mark("us", 7);
    }

    private SweepProgress look() {
        return sweep.looks().stream()
                .filter(look -> look.list() == SweptList.ORDERS)
                .findFirst()
                .orElseThrow();
    }

    private SweepProgress page(SweepProgress look) {
        List<ListedOrder> rows = LongStream.rangeClosed(1, look.page().limit())
                .mapToObj(row -> new ListedOrder(look.lastRow() + row, look.lastRow() + row, null))
                .toList();
        when(lists.orders(any())).thenReturn(new ListPage(rows, List.of()));
        return sweep.marked(sweep.mark(look, "a page"));
    }
}
