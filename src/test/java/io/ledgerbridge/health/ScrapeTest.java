package io.ledgerbridge.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import io.ledgerbridge.faults.ParkCode;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What Prometheus gets of five stores, from its first question on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@WholeProgram
class ScrapeTest {

    private static final List<String> STORES = List.of("us", "eu", "ca", "uk", "jp");
    private static final int LARGEST = 100_000;

    private static Bench bench;
    private static String first;

    @BeforeAll
    static void start() throws Exception {
        bench = Bench.start(Map.of(), STORES.subList(1, STORES.size()));
        first = scrape();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    static Stream<String> series(String store) {
        return Stream.of(
                        Stream.of("waiting", "posting", "posted", "held", "parked", "set-aside", "ignored")
                                .map("ledger_bridge_orders{state=\"%s\",store=\"{}\"} 0.0"::formatted),
                        Stream.of(ParkCode.values())
                                .map(ParkCode::label)
                                .map("ledger_bridge_parked{reason=\"%s\",store=\"{}\"} 0.0"::formatted),
                        Stream.of("look-up", "details", "create", "token")
                                .map(
                                        "ledger_bridge_x3_calls_seconds_count{kind=\"%s\",outcome=\"ok\",store=\"{}\"} 0"
                                                ::formatted),
                        Stream.of("order", "products", "refunds", "list", "hooks")
                                .map(
                                        "ledger_bridge_bigcommerce_calls_seconds_count{kind=\"%s\",outcome=\"ok\",store=\"{}\"} "
                                                ::formatted),
                        Stream.of("sweep", "webhook", "backfill", "shadow")
                                .map("ledger_bridge_failing_tasks{store=\"{}\",task=\"%s\"} 0.0"::formatted),
                        Stream.of("bigcommerce", "sage-x3")
                                .map("ledger_bridge_connection_failures{side=\"%s\",store=\"{}\"} 0.0"::formatted),
                        Stream.of("order", "ignored", "unreadable")
                                .map(
                                        "ledger_bridge_webhooks_total{kind=\"%s\",seen=\"repeated\",store=\"{}\"} 0.0"
                                                ::formatted),
                        Stream.of(
                                "ledger_bridge_oldest_due_seconds{store=\"{}\"} 0.0",
                                "ledger_bridge_retrying{store=\"{}\"} 0.0",
                                "ledger_bridge_paused{store=\"{}\"} 0.0",
                                "ledger_bridge_webhooks_forged_total{signature=\"missing\",store=\"{}\"} 0.0",
                                "ledger_bridge_webhooks_forged_total{signature=\"wrong\",store=\"{}\"} 0.0"))
                .flatMap(each -> each)
                .map(line -> line.replace("{}", store));
    }

    @Test
    @Order(1)
    void hasEveryGaugeAndTimerOfTheContractBeforeTheFirstOrder() {
        assertThat(STORES.stream().flatMap(ScrapeTest::series))
                .allSatisfy(line -> assertThat(first).contains(line));
        assertThat(first).contains("ledger_bridge_routes{state=\"failed\"} 0.0", "ledger_bridge_counted_seconds ");
        assertThat(size(first)).isLessThan(LARGEST);
    }

    /** A counter whose tags differ from those it was announced with is left out of every scrape. */
    @Test
    @Order(2)
    void countsAForgedDelivery() throws Exception {
        HttpRequest forged = HttpRequest.newBuilder(bench.uri("/webhooks/bigcommerce/eu"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(forged, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(401);

        assertThat(scrape()).contains("ledger_bridge_webhooks_forged_total{signature=\"missing\",store=\"eu\"} 1.0");
    }

    /** As in a bad year: every kind of call has had every outcome at every store. */
    @Test
    @Order(3)
    void isNoLargerThanItMayBeWhateverHappens() throws Exception {
        MeterRegistry meters = bench.bean(MeterRegistry.class);
        List<String> outcomes = List.of("ok", "refused", "throttled", "failed", "no-answer", "not-sent");
        for (Meter meter : List.copyOf(meters.getMeters())) {
            if (meter instanceof FunctionTimer
                    && meter.getId().getName().endsWith(".calls")
                    && meter.getId().getName().startsWith("ledger.bridge")) {
                outcomes.forEach(outcome -> FunctionTimer.builder(
                                meter.getId().getName(), meter, one -> 1, one -> 1e9, TimeUnit.NANOSECONDS)
                        .tags(meter.getId().getTags())
                        .tag("outcome", outcome)
                        .register(meters));
            }
        }
        String scrape = scrape();

        assertThat(scrape)
                .contains("ledger_bridge_x3_calls_seconds_count{kind=\"create\",outcome=\"not-sent\",store=\"jp\"} 1");
        assertThat(size(scrape)).isLessThan(LARGEST);
    }

    /** The last thing here: the program has no database from now on. */
    @Test
    @Order(4)
    void answersAtOnceWithTheLastCountWhileTheDatabaseIsAway() throws Exception {
        ((HikariDataSource) bench.bean(DataSource.class)).close();

        String scrape = scrape();

        assertThat(STORES.stream().flatMap(ScrapeTest::series).filter(line -> line.startsWith("ledger_bridge_orders")))
                .allSatisfy(line -> assertThat(scrape).contains(line));
    }

    private static int size(String scrape) {
        return scrape.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String scrape() throws Exception {
        return bench.get("/actuator/prometheus", "text/plain").body();
    }
}
