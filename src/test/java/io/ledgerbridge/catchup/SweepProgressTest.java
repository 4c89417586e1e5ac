package io.ledgerbridge.catchup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.ListedOrder;
import java.time.Instant;
import java.util.ArrayList;
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
            look = look.after(rows(pages++ * 250L, 250));
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
            int from = (look.page() - 1) * look.limit();
            List<ListedOrder> page = rows(from, Math.max(0, Math.min(look.limit(), 1234 - from)));
            page.forEach(row -> read.add(row.row()));
            look = look.inTurn().after(page);
        }

        assertThat(read)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1234).boxed().toList());
    }

    @Test
    void asksForAtLeastTwoRows() {
        SweepProgress look = at(SweptList.ORDERS);
        for (int failure = 0; failure < 9; failure++) {
            look = look.smaller();
        }

        assertThat(look.resource()).endsWith("limit=2");
    }

    private static SweepProgress at(SweptList list) {
        return SweepProgress.at("us", list, Instant.EPOCH, Instant.EPOCH);
    }

    private static List<ListedOrder> rows(long before, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new ListedOrder(before + row, before + row, null))
                .toList();
    }
}
