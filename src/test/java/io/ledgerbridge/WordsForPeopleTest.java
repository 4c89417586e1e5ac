package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.OutgoingCall;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/**
 * Whatever BigCommerce and Sage X3 answer, and while neither can be reached, people read words of their own: in an order's
 * answer, in the lists, in a store's state, in a ping, in the log's warnings.
 */
@Timeout(300)
@WholeProgram
@Tag(WholeProgram.TRIAL)
@SuppressWarnings("EnumOrdinal") // the kinds are dealt out in turn
class WordsForPeopleTest {

    private static final Set<BadAnswer> THE_STORE_WAITS =
            Set.of(BadAnswer.UNAUTHORISED, BadAnswer.FORBIDDEN_IN_HTML, BadAnswer.THROTTLED);

    private final PlainWords words = new PlainWords();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final HostileSides sides = new HostileSides();
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            if (line.getLevel().isGreaterOrEqual(Level.WARN)
                    && line.getLoggerName().startsWith("io.ledgerbridge")) {
                words.add("the log", line.getFormattedMessage());
            }
            if (line.getLevel().isGreaterOrEqual(Level.ERROR)) {
                errors.add(line.getFormattedMessage());
            }
        }
    };

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void close() {
        root().detachAppender(log);
        sides.close();
    }

    private static ch.qos.logback.classic.Logger root() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void nameNoClassNoExceptionAndNoNull() throws Exception {
        HostileOrders orders = new HostileOrders(sides, true);
        try (Bench bench =
                orders.start(Map.of("ledger-bridge.retry.give-up-after", "2s", "ledger-bridge.sweep.interval", "1s"))) {
            orders.begin(bench, ofEachKind());
            Awaitility.await("each of " + orders.cells.size() + " has failed")
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        lists(bench);
                        return eachOrder(bench, orders) == orders.cells.size();
                    });
            preview(bench, orders);
            sides.close();
            unreached(bench);
        }
        assertThat(words.programmers()).isEmpty();
        assertThat(errors).as("bugs").isEmpty();
        assertThat(words.size()).isGreaterThan(100);
    }

    private static Stream<HostileCell> ofEachKind() {
        return Stream.of(BadAnswer.values())
                .filter(kind -> !THE_STORE_WAITS.contains(kind))
                .map(kind -> new HostileCell(inTurn(kind.ordinal()), kind));
    }

    /** Of either side in turn. */
    private static OutgoingCall inTurn(int turn) {
        List<OutgoingCall> calls = turn % 2 == 0 ? HostileCell.AT_SHOP : HostileCell.AT_X3;
        return calls.get(turn / 2 % calls.size());
    }

    /** How many have failed, or are posted in spite of it. */
    private long eachOrder(Bench bench, HostileOrders orders) throws IOException, InterruptedException {
        long done = 0;
        for (String reference : orders.cells.keySet()) {
            JsonNode order = bench.json(path(reference));
            words.add("an order", order.path("detail").asText(""));
            words.add("an order", order.path("remedy").asText(""));
            boolean over = !order.path("detail").asText("").isEmpty()
                    || order.path("state").asText().equals("posted");
            done += over ? 1 : 0;
        }
        return done;
    }

    private static String path(String reference) {
        String store = HostileOrders.PREFIXES.entrySet().stream()
                .filter(each -> reference.matches(each.getValue() + "\\d+"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        return "/api/stores/" + store + "/orders/" + reference.replaceAll("\\D", "");
    }

    private void lists(Bench bench) throws IOException, InterruptedException {
        words.addAll("parked", bench.json("/api/parked?size=500"));
        words.addAll("stores", bench.json("/api/stores"));
        words.addAll("journals", bench.json("/api/journals?size=500"));
        words.addAll("health", bench.json("/actuator/health"));
    }

    private void preview(Bench bench, HostileOrders orders) throws IOException, InterruptedException {
        for (String reference : orders.cells.keySet()) {
            if (HostileCell.AT_SHOP.contains(orders.cells.get(reference).call())) {
                words.addAll(
                        "preview",
                        read(bench.post(path(reference) + "/replay", "{\"preview\":true}")
                                .body()));
            }
        }
        ping(bench);
    }

    private void unreached(Bench bench) throws IOException, InterruptedException {
        ping(bench);
        for (String store : HostileOrders.PREFIXES.keySet()) {
            bench.post("/api/stores/%s/orders/1000/replay".formatted(store), "{}");
            words.addAll(
                    "preview",
                    read(bench.post("/api/stores/%s/orders/1000/replay".formatted(store), "{\"preview\":true}")
                            .body()));
        }
        Awaitility.await("failing sweeps")
                .until(() ->
                        bench.json("/api/stores").findValues("tasks").stream().anyMatch(tasks -> !tasks.isEmpty()));
        lists(bench);
        for (String store : HostileOrders.PREFIXES.keySet()) {
            words.addAll("an order", bench.json("/api/stores/%s/orders/1000".formatted(store)));
        }
    }

    private void ping(Bench bench) throws IOException, InterruptedException {
        for (String store : HostileOrders.PREFIXES.keySet()) {
            words.addAll(
                    "ping",
                    read(bench.post("/api/stores/%s/ping".formatted(store), "{}")
                            .body()));
        }
    }

    private static JsonNode read(String body) throws IOException {
        return new ObjectMapper().readTree(body);
    }
}
