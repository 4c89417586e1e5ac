package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.Database;
import io.ledgerbridge.Databases;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.orders.overview.ManyOrders;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * However many orders there are, the pages come, and say how long they take. With {@code -Dlists.orders=1000000} these are the
 * figures of docs/limits.md, and with {@code -Dlists.parked=true} as well those of as many that need somebody.
 */
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class LargePagesTest {

    private static final int ORDERS = Integer.getInteger("lists.orders", 20_000);
    private static final int TIMES = Integer.getInteger("lists.times", 5);

    private static final List<String> PAGES = List.of(
            "/?month=all",
            "/?month=2026-06",
            "/?store=us&month=2026-06",
            "/orders?month=all",
            "/orders?month=2026-06",
            "/orders?month=all&state=posted&channel=3",
            "/orders?month=all&state=parked",
            "/orders?month=all&state=waiting",
            "/orders?month=all&reason=gave-up",
            "/orders?month=all&text=158.05",
            "/orders?month=all&text=VTE000001004",
            "/search?q=1004",
            "/needs-you?month=all",
            "/needs-you/gave-up?month=all",
            "/needs-you/gave-up?store=uk&month=all",
            "/backfill",
            "/backfill/shadow/1000001",
            "/mapping",
            "/connections",
            "/audit",
            "/banners");

    @Test
    void comeInTime() throws Exception {
        try (Database database = Databases.postgresql()) {
            new ManyOrders(database, ORDERS).write();
            try (Bench bench = Bench.start(
                    Map.of(
                            "spring.datasource.url", database.url(),
                            "spring.datasource.username", database.user(),
                            "spring.datasource.password", "",
                            "ledger-bridge.drain.interval", "1h",
                            "ledger-bridge.drain.lease", "60s",
                            "ledger-bridge.sweep.interval", "1h",
                            "ledger-bridge.hooks.register", "false"),
                    List.of("eu", "uk"))) {
                assertThat(page(bench, "/?month=all")).contains("%,d orders known".formatted(ORDERS));
                assertThat(page(bench, "/orders?month=all")).contains("%,d orders are like this".formatted(ORDERS));
                System.out.printf("%,d MB of heap in use before%n", heapInUse());
                for (String path : PAGES) {
                    measure(bench, path);
                }
                System.out.printf("%,d MB of heap in use after%n", heapInUse());
            }
        }
    }

    /** Of the program and of this test, once what nobody needs is gone. */
    private static long heapInUse() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int n = 0; n < 3; n++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed() >> 20;
    }

    /** After a few times, since the database plans the first ones anew. */
    private static void measure(Bench bench, String path) throws Exception {
        for (int n = 0; n < TIMES; n++) {
            page(bench, path);
        }
        long[] took = new long[4 * TIMES];
        for (int n = 0; n < took.length; n++) {
            long began = System.nanoTime();
            page(bench, path);
            took[n] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        System.out.printf(
                "%-45s median %7.1f ms, p95 %7.1f ms%n",
                path, took[took.length / 2] / 1e6, took[took.length * 95 / 100 - 1] / 1e6);
    }

    private static String page(Bench bench, String path) throws Exception {
        HttpResponse<String> answer = bench.get(path, "text/html");
        assertThat(answer.statusCode()).as(path).isIn(200, 302);
        return answer.body();
    }
}
