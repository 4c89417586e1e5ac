package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** Which transactions an order writes from its claim to its end; decision 0018 says what each is needed for. */
@WholeProgram
class OrderWritesTest {

    /** Those that changed something, by thread and by who began them. */
    private static final class Writes implements TransactionExecutionListener {

        private final JdbcTemplate jdbc;
        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        Writes(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        /** H2 gives a transaction its id with its first change. */
        @Override
        public void beforeCommit(TransactionExecution transaction) {
            if (!transaction.isReadOnly() && jdbc.queryForObject("SELECT TRANSACTION_ID()", String.class) != null) {
                all.add(Thread.currentThread().getName() + " " + beginner());
            }
        }

        private static String beginner() {
            return StackWalker.getInstance()
                    .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("io.ledgerbridge.")
                                    && !frame.getClassName().startsWith(OrderWritesTest.class.getName()))
                            .findFirst())
                    .map(frame -> frame.getClassName().replaceAll(".*\\.|\\$.*", "") + "." + frame.getMethodName())
                    .orElse("?");
        }

        List<String> of(String threads) {
            return all.stream()
                    .filter(write -> write.startsWith(threads))
                    .map(write -> write.substring(write.indexOf(' ') + 1))
                    .toList();
        }
    }

    @Test
    void areFiveFromTheClaimToPosted() throws Exception {
        try (Bench bench = Bench.start(Map.of())) {
            ShopOrder first = placed(bench);
            replay(bench, first);
            Writes writes = new Writes(bench.bean(JdbcTemplate.class));
            bench.bean(AbstractPlatformTransactionManager.class).addListener(writes);

            replay(bench, placed(bench));
            Awaitility.await().until(() -> writes.of("post-order").contains("OrderWork.posted"));

            assertThat(writes.all).anyMatch(write -> write.endsWith(" Claims.claim"));
            assertThat(writes.of("post-order"))
                    .containsExactly("OrderJournals.kept", "Books.sending", "Books.posted", "OrderWork.posted");
        }
    }

    private static ShopOrder placed(Bench bench) {
        ShopOrder order = bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1);
        bench.store().pay(order.id());
        bench.store().takeEvents();
        return order;
    }

    /** Makes it due once, which two webhooks would not. */
    private static void replay(Bench bench, ShopOrder order) throws Exception {
        bench.post("/api/stores/us/orders/" + order.id() + "/replay", "{}");
        bench.await(order.id(), "posted");
    }
}
