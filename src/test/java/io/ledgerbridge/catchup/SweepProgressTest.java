package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbridge.bigcommerce.lists.ListPage;
import io.ledgerbridge.bigcommerce.lists.ListedOrder;
import io.ledgerbridge.bigcommerce.lists.UnreadableRow;
import io.ledgerbridge.faults.TransientFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepProgressTest {

    @ParameterizedTest
    @EnumSource
    void endsItsTurnInAListWithoutAnEndAndGoesOnThereInTheNext(SweptList list) {
        SweepProgress look = at(list);
        int pages = 0;
        while (look.goesOn()) {
            look = look.after(page(rows(pages++ * 250L, 250), 0));
        }

        assertThat(pages).isEqualTo(100);
        assertThat(look.incomplete()).isTrue();
        assertThat(look.inTurn().goesOn()).isTrue();
        assertThat(look.inTurn().lastRow()).isEqualTo(25_000);
    }

    /** Whatever couldn't be read in between, every refund is on one page that was. */
    @Test
    void losesNoRowBySmallerPages() {
        Random random = new Random(14);
        SweepProgress look = at(SweptList.REFUNDS);
        List<Long> read = new ArrayList<>();
        while (look.incomplete()) {
            if (random.nextInt(3) == 0) {
                look = look.smaller();
            }
            int from = (look.page().number() - 1) * look.page().limit();
            List<ListedOrder> page = rows(from, Math.max(0, Math.min(look.page().limit(), 1234 - from)));
            page.forEach(row -> read.add(row.row()));
            look = look.inTurn().after(page(page, 0));
        }

        assertThat(read)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1234).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void asksForLessAndLessAndThenForWholePagesAgain(SweptList list) {
        List<Integer> limits = new ArrayList<>();
        SweepProgress look = at(list);
        for (int failure = 0; failure < 6; failure++) {
            look = look.smaller();
            limits.add(look.page().limit());
        }

        assertThat(limits).containsExactly(50, 10, 2, 250, 50, 10);
        assertThat(look.page().number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnBehindAPageOfWhichSomethingCanBeRead(SweptList list) {
        SweepProgress look = at(list).after(page(rows(0, 1), 249));

        assertThat(look.goesOn()).isTrue();
        assertThat(look.lastRow()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void endsBehindRowsWithoutAnIdWhereNoMoreCanStand(SweptList list) {
        SweepProgress look = at(list).after(page(rows(0, 250), 0)).after(page(List.of(), 249));

        assertThat(look.incomplete()).isFalse();
        assertThat(look.lastRow()).isEqualTo(250);
    }

    @ParameterizedTest
    @EnumSource
    void failsWhereNothingOfAListOrOfAWholePageCanBeRead(SweptList list) {
        SweepProgress look = at(list);
        SweepProgress later = look.after(page(rows(0, 250), 0));

        assertThatThrownBy(() -> look.after(page(List.of(), 1))).isInstanceOf(TransientFault.class);
        assertThatThrownBy(() -> later.after(page(List.of(), 250))).isInstanceOf(TransientFault.class);
    }

    @ParameterizedTest
    @EnumSource
    void readsNoPageTwiceWhateverElseIsOnIt(SweptList list) {
        SweepProgress look = at(list).after(page(rows(0, 200), 50));

        assertThatThrownBy(() -> look.after(page(rows(0, 200), 50)))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("repeats");
    }

    /** Their orders are known; another page like that would be one without an end. */
    @Test
    void takesOneFirstPageOfRefundsWithoutIdsOfTheirOwn() {
        ListPage nameless = page(List.of(new ListedOrder(7, 0, null)), 0);
        SweepProgress look = at(SweptList.REFUNDS).after(nameless);

        assertThat(look.goesOn()).isTrue();
        assertThatThrownBy(() -> look.after(nameless)).hasMessageContaining("repeats");
    }

    private static SweepProgress at(SweptList list) {
        return SweepProgress.at("us", list, Instant.EPOCH, Instant.EPOCH);
    }

    private static ListPage page(List<ListedOrder> rows, int unreadable) {
        return new ListPage(rows, Collections.nCopies(unreadable, new UnreadableRow("a list", "a row of it")));
    }

    private static List<ListedOrder> rows(long before, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new ListedOrder(before + row, before + row, null))
                .toList();
    }
}
