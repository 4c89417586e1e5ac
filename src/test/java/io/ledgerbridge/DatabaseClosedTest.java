package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ExitCodeEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H2 closes itself where its disk is full, under every connection of the pool. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class DatabaseClosedTest {

    @TempDir
    private Path folder;

    @Test
    void endsTheProgramAndGoesOnInANewOne() throws Exception {
        String url = "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        .formatted(folder.resolve("ledger-bridge"))
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        List<Integer> exitCodes = new CopyOnWriteArrayList<>();
        ApplicationListener<ExitCodeEvent> ending = end -> exitCodes.add(end.getExitCode());
        try (Bench bench = Bench.listenedTo(Map.of("spring.datasource.url", url), ending)) {
            ShopOrder before = order(bench);
            bench.deliver();
            bench.await(before.id(), "posted");

            bench.bean(JdbcClient.class).sql("SHUTDOWN IMMEDIATELY").update();

            ShopOrder after = order(bench);
            Awaitility.await("the program's end").until(() -> !bench.bridge().isRunning());

            assertThat(exitCodes).as("a code that has it started anew").containsExactly(1);
            bench.restart(Map.of());

            assertThat(bench.deliver(event(after))).isEqualTo(200);
            bench.await(after.id(), "posted");
            assertThat(bench.entries()).hasSize(2);
        }
    }

    private static ShopOrder order(Bench bench) {
        ShopOrder order = bench.store()
                .place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")).taxRate("0"), 1);
        bench.store().pay(order.id());
        return order;
    }

    private static String event(ShopOrder order) {
        return "{\"scope\":\"store/order/created\",\"data\":{\"type\":\"order\",\"id\":%d}}".formatted(order.id());
    }
}
