package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.crash.ClassArchive;
import io.ledgerbridge.sandbox.bigcommerce.Cart;
import io.ledgerbridge.sandbox.bigcommerce.Item;
import io.ledgerbridge.sandbox.bigcommerce.ShopOrder;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.OAuth2;
import io.ledgerbridge.sandbox.sagex3.PostedEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes on one PostgreSQL, and an X3 whose access tokens last for seconds and whose refresh tokens die by use.
 * {@code -Dtwo-processes.orders} says how many orders; 500 with {@code -Preliability}.
 */
@WholeProgram
@Tag(WholeProgram.TRIAL)
@Tag(WholeProgram.EVERY_TIME)
class TwoProcessesTest {

    private static final int ORDERS = Integer.getInteger("two-processes.orders", 200);

    /** Every so many calls, X3 forgets all access tokens. */
    private static final int CALLS_PER_FORGETTING = 25;

    @TempDir
    private Path folder;

    private static String database(Bench bench, String query) {
        return bench.bean(JdbcClient.class).sql(query).query(String.class).single();
    }

    @Test
    void loseAndDoubleNothingAndNeverShowADeadRefreshToken() throws Exception {
        try (Database database = Databases.postgresql();
                Bench bench = Bench.start(settings(database))) {
            assertThat(database(bench, "SHOW lock_timeout")).isEqualTo("75s");
            assertThat(database(bench, "SHOW idle_in_transaction_session_timeout"))
                    .isEqualTo("1min");
            OAuth2 oauth2 = bench.x3().oauth2();
            oauth2.accessTokensLast = Duration.ofSeconds(2);
            bench.x3().faults().decide(forgetful(oauth2));
            List<ShopOrder> orders = placed(bench);
            Process other = another(bench);
            try {
                Awaitility.await("the other process")
                        .atMost(Duration.ofMinutes(3))
                        .until(this::otherIsUp);
                assertThat(bench.pair().statusCode()).isEqualTo(200);
                Set<String> holders = ConcurrentHashMap.newKeySet();
                for (ShopOrder order : orders) {
                    assertThat(bench.deliver(event(order))).isEqualTo(200);
                    holders.addAll(holders(database.jdbc()));
                }
                Awaitility.await("all orders posted")
                        .atMost(Duration.ofMinutes(10))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> {
                            holders.addAll(holders(database.jdbc()));
                            return posted(database.jdbc()) == ORDERS;
                        });

                assertThat(holders).as("both processes worked").hasSize(2);
            } finally {
                other.destroy();
                other.onExit().join();
            }
            assertThat(bench.entries().stream().map(PostedEntry::reference))
                    .containsExactlyInAnyOrderElementsOf(
                            orders.stream().map(order -> "BC" + order.id()).toList());
            assertThat(oauth2.deadRefreshTokensUsed()).isZero();
            assertThat(oauth2.liveRefreshTokens()).isEqualTo(1);
            assertThat(bench.x3().statistics().requests(Call.Kind.TOKEN)).isGreaterThan(2);
            assertThat(database.jdbc()
                            .sql("SELECT max(attempts) FROM due_order")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private static Map<String, String> settings(Database database) {
        Map<String, String> settings = Bench.byOAuth2();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        return settings;
    }

    /** Answers 401 as the cloud does and as X3 on premises does, in turn. */
    private static Function<Call, Fault> forgetful(OAuth2 oauth2) {
        AtomicInteger calls = new AtomicInteger();
        return call -> {
            if (call.kind() != Call.Kind.TOKEN && calls.incrementAndGet() % CALLS_PER_FORGETTING == 0) {
                oauth2.plainText401 = calls.get() / CALLS_PER_FORGETTING % 2 == 0;
                oauth2.expireAccessTokens();
            }
            return Fault.none();
        };
    }

    private static List<ShopOrder> placed(Bench bench) {
        List<ShopOrder> orders = new ArrayList<>();
        for (int number = 0; number < ORDERS; number++) {
            orders.add(bench.store().place(Cart.in("USD").with(Item.of("CAP", "Cap", "15.00")), 1));
            bench.store().pay(orders.get(number).id());
        }
        return orders;
    }

    private static String event(ShopOrder order) {
        return "{\"scope\":\"store/order/created\",\"data\":{\"type\":\"order\",\"id\":%d}}".formatted(order.id());
    }

    private static List<String> holders(JdbcClient jdbc) {
        return jdbc.sql("SELECT DISTINCT lease_holder FROM due_order WHERE lease_holder IS NOT NULL")
                .query(String.class)
                .list();
    }

    private static long posted(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM journal WHERE state = 'posted'")
                .query(Long.class)
                .single();
    }

    private Process another(Bench bench) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Duser.timezone=UTC"));
        command.addAll(ClassArchive.arguments());
        command.add(LedgerBridge.class.getName());
        bench.settings().forEach((name, value) -> command.add("--" + name + "=" + value));
        command.add("--logging.level.io.ledgerbridge=info");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private boolean otherIsUp() {
        try {
            return Files.readString(log()).contains("Started LedgerBridge");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path log() {
        return folder.resolve("other.log");
    }
}
