package io.ledgerbridge.posting;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.bigcommerce.OrderEvent;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.database.Sha256;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A change after which the same orders make other journals needs another {@link JournalPlanner#RULES}: else what was posted
 * before would look as if somebody had changed it.
 */
class RulesVersionTest {

    private static final int ORDERS = 300;

    /** For each version, what is planned for the same orders. */
    private static final Map<Integer, String> PLANNED =
            Map.of(1, "8df552e753fc7e3ff00339ed09d83701d9b40e87dba4274d64163eaa7757ca55");

    @Test
    void growsWithEachChangeOfWhatIsPlanned() {
        String planned = LongStream.range(0, ORDERS)
                .mapToObj(seed -> lives(new Life(seed)) + "\n" + lives(new PaidOrder(seed, seed % 2 == 0)))
                .collect(Collectors.joining("\n"));
        assertThat(Sha256.of(planned))
                .as(
                        "what is planned for the same orders: where a change of it is meant, raise JournalPlanner.RULES and add its row here")
                .isEqualTo(PLANNED.get(JournalPlanner.RULES));
    }

    private static String lives(Life life) {
        Bookkeeping books = new Bookkeeping(life.settings);
        for (Life.Moment moment : life.moments) {
            moment.delivered().forEach(books::told);
            if (moment.isWorked()) {
                books.work(moment.reading());
            }
        }
        return drafts(books);
    }

    private static String lives(PaidOrder order) {
        Bookkeeping books = new Bookkeeping(order.settings);
        for (int step = 0; step < 6; step++) {
            OrderEvent event = order.live();
            if (event != null) {
                books.told(event);
            }
            books.recorded.clear();
            books.recorded.addAll(order.recorded);
            books.work(order.shop);
        }
        return drafts(books);
    }

    private static String drafts(Bookkeeping books) {
        List<JournalDraft> drafts = books.planned.stream()
                .flatMap(planned -> planned.journals().stream())
                .map(journal -> journal.draft())
                .toList();
        return drafts.toString();
    }
}
