package io.ledgerbridge.console.needsyou.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.ledgerbridge.parked.ParkedGroup;
import io.ledgerbridge.parked.ParkedOrders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

        GroupPreview first = previews.of(ALL, null, SoFar.NOTHING);
        assertThat(numbers(first))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(first.total()).isEqualTo(1_050);

        database.jdbc()
                .sql("UPDATE due_order SET due_at = settled_at WHERE order_id <= 20")
                .update();
        GroupPreview second = previews.of(ALL, ParkedCursor.of(Objects.requireNonNull(first.next())), carried(first));
        assertThat(numbers(second)).startsWith(21L).hasSize(20);
        assertThat(second.from()).isEqualTo(20);
    }

    @Test
    void endsWithTheLast() {
        park(1, 20);

        assertThat(previews.of(ALL, null, SoFar.NOTHING).next()).isNull();
        GroupPreview ticked = previews.of(
                LongStream.rangeClosed(1, 30)
                        .mapToObj(order -> new OrderKey("us", order))
                        .toList(),
                SoFar.NOTHING);
        assertThat(numbers(ticked)).hasSize(20);
        assertThat(ticked.total()).isEqualTo(30);
        GroupPreview rest = previews.of(ticked.rest(), carried(ticked));
        assertThat(numbers(rest)).startsWith(21L).hasSize(10);
        assertThat(rest.total()).isEqualTo(30);
        assertThat(rest.from()).isEqualTo(20);
        assertThat(rest.hasNext()).isFalse();
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

        GroupPreview both = previews.of(
                List.of(new OrderKey("us", 1), new OrderKey("eu", 2), new OrderKey("us", 3)), SoFar.NOTHING);

        assertThat(both.sums().hasSeveralStores()).isTrue();
        assertThat(both.sums().accounts())
                .extracting(its -> its.store() + " " + its.balance().of() + " "
                        + its.balance().before() + " " + its.balance().change())
                .containsExactly("eu 707000 1.00 2.00", "us 707000 2.00 4.00");
        assertThat(previews.of(List.of(new OrderKey("us", 1)), SoFar.NOTHING)
                        .sums()
                        .hasSeveralStores())
                .isFalse();
    }

    @Test
    void endsWithTheSumOfAll() {
        park(1, 45);
        WorkPreview of = mock(WorkPreview.class);
        when(of.accounts())
                .thenReturn(List.of(new Balance("USD", "707000", new BigDecimal("1.10"), new BigDecimal("-2.00"))));
        reset(work);
        when(work.of(anyString(), anyLong())).thenReturn(of);
        ParkedGroup group = new ParkedGroup("us", "gave-up", null, Instant.parse("2026-11-06T00:00:00Z"));

        GroupPreview one = previews.of(group, 0, SoFar.NOTHING);
        GroupPreview two = previews.of(group, Long.parseLong(Objects.requireNonNull(one.next())), carried(one));
        GroupPreview last = previews.of(group, Long.parseLong(Objects.requireNonNull(two.next())), carried(two));

        assertThat(numbers(last)).containsExactly(41L, 42L, 43L, 44L, 45L);
        assertThat(last.hasNext()).isFalse();
        assertThat(last.sums().orders()).isEqualTo(45);
        assertThat(last.sums().accounts()).singleElement().satisfies(its -> {
            assertThat(its.balance().before()).isEqualByComparingTo("49.50");
            assertThat(its.balance().change()).isEqualByComparingTo("-90.00");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "{}",
                "{\"orders\":-1,\"accounts\":[]}",
                "{\"orders\":1,\"accounts\":[[\"us\"]]}",
                "{\"orders\":1,\"accounts\":[[\"us\",\"707000\",\"USD\",\"1E999999\",\"0\"]]}"
            })
    void takeNoSumsThatNoPreviewWrote(String sums) {
        assertThatThrownBy(() -> SoFar.of(sums)).isInstanceOf(ResponseStatusException.class);
    }

    private static SoFar carried(GroupPreview page) {
        return SoFar.of(page.sums().text());
    }
}
