package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.bigcommerce.Hook;
import io.ledgerbridge.sandbox.hostile.Asked;
import io.ledgerbridge.sandbox.hostile.BadAnswer;
import io.ledgerbridge.sandbox.hostile.OutgoingCall;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The calls that no order asks for: sweeps, backfills, webhooks, pings, and tokens. Each time one is made it meets the
 * next kind of bad answer. With {@code -Dhostile=full} each meets each; otherwise some meet a quarter of them.
 */
@Timeout(600)
@SuppressWarnings("EnumOrdinal") // the kinds are dealt out in turn
@WholeProgram
@Tag(WholeProgram.RELIABILITY)
class HostileOwnCallsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BY_CREDENTIALS = "tok";
    private static final String BY_PAIRING = "oau";
    private static final String BY_REFRESH = "TOKEN by a refresh token";
    private static final long FIRST = 1000;
    private static final int BACKFILLS = 12;

    private static final List<OutgoingCall> OFTEN =
            List.of(OutgoingCall.SWEPT_ORDERS, OutgoingCall.SWEPT_REFUNDS, OutgoingCall.HOOKS);
    private static final List<OutgoingCall> OTHERS = List.of(
            OutgoingCall.BACKFILL,
            OutgoingCall.HOOK_ADDED,
            OutgoingCall.HOOK_MENDED,
            OutgoingCall.PING_ORDERS,
            OutgoingCall.PING_REFUNDS,
            OutgoingCall.PING_REACH,
            OutgoingCall.GRAPHQL_LOOK_UP,
            OutgoingCall.TOKEN);

    private final Map<String, Queue<BadAnswer>> left = new ConcurrentHashMap<>();
    private final List<String> wanted = new ArrayList<>();
    private final List<Long> backfills = new ArrayList<>();

    @Test
    void goOnOnceTheBadAnswersEnd() throws Exception {
        OFTEN.forEach(call -> left.put(call.name(), queue(call, 1)));
        OTHERS.forEach(call -> left.put(call.name(), queue(call, HostileSides.isFull() ? 1 : 4)));
        left.put(BY_REFRESH, queue(OutgoingCall.TOKEN, HostileSides.isFull() ? 1 : 4));
        // after it a person has to pair the store
        toMeet(BY_REFRESH).remove(BadAnswer.REFUSED);
        // a request for tokens may take 30 s
        toMeet(BY_REFRESH).removeIf(BadAnswer::isSlow);
        toMeet("TOKEN").removeIf(kind -> kind.isSlow() && !HostileSides.isFull());
        try (HostileSides sides = new HostileSides();
                Bench bench = Bench.start(
                        settings(sides), List.of(BY_CREDENTIALS, BY_PAIRING, HostileSides.WELL), sides::putBetween)) {
            sides.x3.passOn(asked -> !asked.body().contains("refresh_token"));
            pair(bench);
            bench.store().firstOrder(FIRST);
            wanted.add("BC" + HostileSides.paid(bench.store()).id());
            sides.answer((call, asked) ->
                    Optional.ofNullable(left.get(turn(call, asked))).map(Queue::poll));
            begin(bench);
            List<Long> well = new ArrayList<>();

            Awaitility.await("every call has met its kinds")
                    .atMost(HostileSides.isFull() ? Duration.ofMinutes(8) : Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        well.add(HostileSides.postsSoon(bench, key -> {}));
                        makeThemCall(bench);
                        return left.values().stream().allMatch(Queue::isEmpty);
                    });

            assertThat(well).allMatch(millis -> millis < 15_000);
            assertThat(sides.unnamed()).isEmpty();
            awaitRest(bench);
        }
    }

    /** One a call, but by what is granted for tokens; of X3's look-ups only the ping's. */
    private static String turn(OutgoingCall call, Asked asked) {
        boolean others =
                !asked.target().contains("/stores/abc123/") && asked.target().startsWith("/stores/");
        boolean anOrders = call == OutgoingCall.GRAPHQL_LOOK_UP && !asked.body().contains("BC0");
        if (others || anOrders) {
            return "";
        }
        return call == OutgoingCall.TOKEN && asked.body().contains("refresh_token") ? BY_REFRESH : call.name();
    }

    private Queue<BadAnswer> toMeet(String call) {
        return left.computeIfAbsent(call, none -> new ConcurrentLinkedQueue<>());
    }

    private static Queue<BadAnswer> queue(OutgoingCall call, int each) {
        return Stream.of(BadAnswer.values())
                .filter(kind -> (kind.ordinal() + call.ordinal()) % each == 0 || kind == BadAnswer.YESTERDAYS_AS_TODAYS)
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));
    }

    private static void pair(Bench bench) throws Exception {
        String token = bench.x3().oauth2().issueRefreshToken();
        String path = "/api/stores/" + BY_PAIRING + "/credentials/sage-x3.refresh-token";
        assertThat(bench.send("PUT", path, "{\"value\":\"" + token + "\"}").statusCode())
                .isEqualTo(204);
    }

    private void begin(Bench bench) throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int i = 0; i < BACKFILLS; i++) {
            // of other days: of the same there is one at a time
            String days = "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(today.minusDays(1L + i), today.plusDays(1));
            backfills.add(jsonOf(bench.post("/api/stores/us/backfill", days).body())
                    .path("id")
                    .asLong());
        }
    }

    private static JsonNode jsonOf(String text) throws Exception {
        return JSON.readTree(text);
    }

    /** Whatever still has kinds to meet. */
    private void makeThemCall(Bench bench) throws Exception {
        List<Hook> ours = bench.store().hooks().of(Bench.TOKEN).stream()
                .filter(hook -> hook.destination().toString().contains("bridge.invalid"))
                .toList();
        boolean adding = !toMeet("HOOK_ADDED").isEmpty();
        boolean mending = !toMeet("HOOK_MENDED").isEmpty();
        for (int i = 0; i < ours.size(); i++) {
            if (adding && (i % 2 == 0 || !mending)) {
                bench.store().hooks().remove(ours.get(i));
            } else if (mending) {
                bench.store().hooks().switchOff(ours.get(i).id());
            }
        }
        if (Stream.of("PING_ORDERS", "PING_REFUNDS", "PING_REACH", "GRAPHQL_LOOK_UP")
                .anyMatch(call -> !toMeet(call).isEmpty())) {
            ping(bench);
        }
        if (!toMeet("TOKEN").isEmpty() || !toMeet(BY_REFRESH).isEmpty()) {
            bench.x3().oauth2().expireAccessTokens();
            Stream.of(BY_CREDENTIALS, BY_PAIRING)
                    .forEach(key -> wanted.add(key.toUpperCase(Locale.ROOT)
                            + HostileSides.paid(bench.store(key)).id()));
        }
    }

    private static JsonNode ping(Bench bench) throws Exception {
        HttpResponse<String> answer = bench.post("/api/stores/us/ping", "{}");
        assertThat(answer.statusCode()).isEqualTo(200);
        return jsonOf(answer.body()).path("checks");
    }

    private void awaitRest(Bench bench) throws Exception {
        Awaitility.await("what only a list tells of, or what needs a token")
                .atMost(Duration.ofSeconds(90))
                .until(() -> HostileSides.references(bench).containsAll(wanted));
        assertThat(HostileSides.references(bench)).doesNotHaveDuplicates();
        Awaitility.await("the backfills").until(() -> areDone(bench));
        Awaitility.await("a ping that finds all well").until(() -> {
            JsonNode checks = ping(bench);
            return checks.findValues("ok").stream().allMatch(JsonNode::asBoolean);
        });
        assertNothingParked(bench);
    }

    private boolean areDone(Bench bench) throws Exception {
        boolean done = true;
        for (long id : backfills) {
            done &= bench.json("/api/backfills/" + id).path("state").asText().equals("done");
        }
        return done;
    }

    /** But an order that BigCommerce doesn't have, of which a list told. */
    private static void assertNothingParked(Bench bench) throws Exception {
        for (JsonNode item : bench.json("/api/parked?size=500").path("items")) {
            assertThat(item.path("reason").asText()).as(item.toString()).isEqualTo("order-not-found");
            assertThat(item.path("order").asLong()).as(item.toString()).isLessThan(FIRST);
        }
    }

    private static Map<String, String> settings(HostileSides sides) {
        Map<String, String> settings = Bench.impatient(Bench.STORE, BY_CREDENTIALS, BY_PAIRING, HostileSides.WELL);
        settings.put("ledger-bridge.public-url", "http://bridge.invalid");
        settings.put("ledger-bridge.sweep.interval", "200ms");
        settings.put("ledger-bridge.hooks.check-interval", "200ms");
        settings.put("ledger-bridge.retry.max-delay", "1s");
        String us = "ledger-bridge.stores.us.";
        settings.put(us + "bigcommerce.api-url", sides.shop.url());
        settings.put(us + "sage-x3.url", sides.x3.url());
        settings.put(us + "sage-x3.auth.audience", "{x3}/xtrem/api");
        Map.of(BY_CREDENTIALS, "client-credentials", BY_PAIRING, "oauth2").forEach((key, type) -> {
            String auth = "ledger-bridge.stores." + key + ".sage-x3.auth.";
            settings.put(auth + "type", type);
            settings.put(auth + "authorize-url", "{x3}/v1/token/authorise?scope=all");
            settings.put(auth + "token-url", sides.x3.url() + "/v1/token");
            settings.put(auth + "token-request", type.equals("oauth2") ? "form" : "json");
        });
        return settings;
    }
}
