package io.ledgerbridge.console.needsyou.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.TestClock;
import io.ledgerbridge.console.entries.Balance;
import io.ledgerbridge.console.entries.WorkPreview;
import io.ledgerbridge.console.entries.WorkPreviews;
import io.ledgerbridge.console.needsyou.which.OrderKey;
import io.ledgerbridge.orders.SeededOrders;
import io.ledgerbridge.parked.ParkedCursor;
import io.ledgerbridge.parked.ParkedFilter;
import io.ledgerbridge.parked.ParkedOrders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Orders are previewed some at a time, and none of a selection is left out of what is said of it. */
@OnEachDatabase
class GroupPreviewsTest {

    private static final ParkedFilter ALL = new ParkedFilter(null, null, null);

    private final Database database;
    private final AnnotationConfigApplicationContext beans;
    private final WorkPreviews work = mock(WorkPreviews.class);
    private final GroupPreviews previews;

    GroupPreviewsTest(Database database) {
        this.database = database;
        this.beans = database.beans(new TestClock("2026-11-03T12:00:00Z"), ParkedOrders.class);
        this.previews = new GroupPreviews(work, beans.getBean(ParkedOrders.class));
        when(work.of(anyString(), anyLong()))
                .thenThrow(new ResponseStatusException(HttpStatus.BAD_GATEWAY, "BigCommerce can't be read"));
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
    void goesThroughAllHoweverManyThereAre() {
        park(1, 1_050);

        GroupPreview first = previews.of(ALL, null, 0);
        assertThat(numbers(first))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(first.total()).isEqualTo(1_050);

        database.jdbc()
                .sql("UPDATE due_order SET due_at = settled_at WHERE order_id <= 20")
                .update();
        GroupPreview second = previews.of(ALL, ParkedCursor.of(Objects.requireNonNull(first.next())), 20);
        assertThat(numbers(second)).startsWith(21L).hasSize(20);
        assertThat(second.from()).isEqualTo(20);
    }

    @Test
    void endsWithTheLast() {
        park(1, 20);

        assertThat(previews.of(ALL, null, 0).next()).isNull();
        GroupPreview ticked = previews.of(LongStream.rangeClosed(1, 30)
                .mapToObj(order -> new OrderKey("us", order))
                .toList());
        assertThat(numbers(ticked)).hasSize(20);
        assertThat(ticked.total()).isEqualTo(30);
        assertThat(ticked.next()).isNull();
    }

    private static List<Long> numbers(GroupPreview preview) {
        return preview.orders().stream().map(one -> one.key().order()).toList();
    }

    private void park(long first, int count) {
        LongStream.range(first, first + count)
                .forEach(order -> SeededOrders.posted(database.jdbc(), "us", order, "2026-11-05", "10")
                        .with("outcome", "'parked'")
                        .with("reason", "'gave-up'")
                        .with("in_ledger", 0)
                        .insert());
    }

    /** The stores may be in two folders of Sage X3. */
    @Test
    void keepsTheSameAccountOfTwoStoresApart() {
        WorkPreview of = mock(WorkPreview.class);
        when(of.accounts())
                .thenReturn(List.of(new Balance("USD", "707000", new BigDecimal("1.00"), new BigDecimal("2.00"))));
        reset(work);
        when(work.of(anyString(), anyLong())).thenReturn(of);

        GroupPreview both = previews.of(List.of(new OrderKey("us", 1), new OrderKey("eu", 2), new OrderKey("us", 3)));

        assertThat(both.hasSeveralStores()).isTrue();
        assertThat(both.accounts())
                .extracting(its -> its.store() + " " + its.balance().of() + " "
                        + its.balance().before() + " " + its.balance().change())
                .containsExactly("eu 707000 1.00 2.00", "us 707000 2.00 4.00");
        assertThat(previews.of(List.of(new OrderKey("us", 1))).hasSeveralStores())
                .isFalse();
    }
}
