package io.ledgerbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.Database;
import io.ledgerbridge.OnEachDatabase;
import io.ledgerbridge.WholeProgram;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a caller says, the answer tells which part of it can't be, and is never a failure of ours. */
@OnEachDatabase
@Tag(WholeProgram.TRIAL)
@WholeProgram
class ParametersTest {

    private static final List<String> URLS = List.of(
            "/api/audit?store={}&order=1",
            "/api/audit?store=us&order={}",
            "/api/audit?store=us&order=1&after={}",
            "/api/backfills/{}",
            "/api/journals?store={}",
            "/api/journals?channel={}",
            "/api/journals?order={}",
            "/api/journals?state={}",
            "/api/journals?from={}",
            "/api/journals?to={}",
            "/api/journals?page={}",
            "/api/journals?size={}",
            "/api/journals?{}=1",
            "/api/orders?store={}",
            "/api/orders?state={}",
            "/api/orders?channel={}",
            "/api/orders?currency={}",
            "/api/orders?from={}",
            "/api/orders?to={}",
            "/api/orders?text={}",
            "/api/orders?reason={}",
            "/api/orders?amount={}",
            "/api/orders?flag={}",
            "/api/orders?assignedTo={}",
            "/api/orders?backfill={}",
            "/api/orders?after={}",
            "/api/orders?size={}",
            "/api/orders?{}=1",
            "/api/overview?store={}",
            "/api/overview?from={}",
            "/api/overview?to={}",
            "/api/parked?store={}",
            "/api/parked?reason={}",
            "/api/parked?page={}",
            "/api/parked?size={}",
            "/api/stores/{}/orders/1",
            "/api/stores/us/orders/{}",
            "/oauth2/sage-x3/{}/authorize",
            "/oauth2/sage-x3/us/callback?code={}&state=x",
            "/oauth2/sage-x3/us/callback?code=x&state={}",
            "/oauth2/sage-x3/us/callback?code=x&state=x&endpoint={}");

    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "a%00b",
            "%0A",
            "%C3%28",
            "%ED%A0%80",
            "%E2%80%AE",
            "%F0%9F%98%80",
            "x".repeat(5000),
            "9".repeat(40),
            "99999999999",
            "2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "-1",
            "0x10",
            "1e9",
            "NaN",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "0000-01-01",
            "9999-12-31",
            "2026-02-30",
            "'%20OR%201=1%20--",
            "..%252f..",
            "null",
            "%25s%25n");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "7",
            "{",
            "{\"%s\": null}",
            "{\"%s\": 7}",
            "{\"%s\": 1e999999999}",
            "{\"%s\": " + "9".repeat(5000) + "}",
            "{\"%s\": []}",
            "{\"%s\": {\"a\": 1}}",
            "{\"%s\": \"\"}",
            "{\"%s\": \"\\u0000\"}",
            "{\"%s\": \"\\ud800\"}",
            "{\"%s\": \"\\u2028\"}",
            "{\"%s\": \"" + "x".repeat(9000) + "\"}",
            "{\"%s\": \"+999999999-12-31\"}",
            "{\"%s\": \"0000-01-01\"}",
            "{\"%s\": true, \"%s\": true}",
            "{\"unknown\": 1}",
            "[".repeat(20_000),
            "{\"a\":".repeat(5_000));

    private static final Map<String, List<String>> CALLS = Map.ofEntries(
            Map.entry("POST /api/parked/replay", List.of("store", "reason", "orders")),
            Map.entry("POST /api/stores/us/backfill", List.of("from", "to", "shadow")),
            Map.entry("POST /api/stores/us/orders/250/dismiss", List.of("why")),
            Map.entry("POST /api/stores/us/orders/250/replay", List.of("preview", "difference")),
            Map.entry("POST /api/stores/us/orders/250/set-aside", List.of("kind", "x3Number", "why", "refund")),
            Map.entry(
                    "POST /api/stores/us/orders/250/refunds",
                    List.of("amount", "tax", "tender", "date", "document", "why")),
            Map.entry("POST /api/approvals/1/refuse", List.of("why")),
            Map.entry("POST /api/approvals/1/confirm", List.of("why")),
            Map.entry("POST /api/mappings/preview", List.of("store", "month", "from", "channels", "after")),
            Map.entry("POST /api/privacy/erase", List.of("store", "orders")),
            Map.entry("PUT /api/stores/us/credentials/sage-x3.password", List.of("value")));

    @SuppressWarnings("NullAway.Init") // NullAway does not know what runs before a parameterized class
    private static Bench bench;

    ParametersTest(Database database) {
        assertThat(database).isNotNull();
    }

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        bench = Bench.start(Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "ledger-bridge.drain.lease", "60s"));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        bench.close();
    }

    @Test
    void neverMakeACallFail() throws Exception {
        Map<String, Integer> failed = new LinkedHashMap<>();
        List<String> untold = new ArrayList<>();
        for (String url : URLS) {
            for (String value : VALUES) {
                String path = url.replace("{}", value);
                HttpResponse<String> answer = bench.get(path, "application/json");
                note(path, answer, failed, untold);
            }
        }

        assertThat(failed).isEmpty();
        assertThat(untold).isEmpty();
    }

    @Test
    void neverMakeACallFailInItsBody() throws Exception {
        Map<String, Integer> failed = new LinkedHashMap<>();
        List<String> untold = new ArrayList<>();
        for (Map.Entry<String, List<String>> call : CALLS.entrySet()) {
            String[] where = call.getKey().split(" ", 2);
            for (String field : call.getValue()) {
                for (String body : BODIES) {
                    HttpResponse<String> answer = bench.send(where[0], where[1], body.replace("%s", field));
                    String what = call.getKey() + " " + body.replace("%s", field);
                    note(what, answer, failed, untold);
                }
            }
        }

        assertThat(failed).isEmpty();
        assertThat(untold).isEmpty();
    }

    /** A path that is no path, or that two readers could read differently, is refused before anything reads it. */
    private static boolean isNoPath(String what, HttpResponse<String> answer) {
        return answer.statusCode() == 400
                && !what.contains("?")
                && !answer.body().contains("Exception");
    }

    private static void note(
            String what, HttpResponse<String> answer, Map<String, Integer> failed, List<String> untold) {
        String shown = what.substring(0, Math.min(120, what.length()));
        boolean problem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        if (answer.statusCode() >= 500) {
            failed.put(shown, answer.statusCode());
        } else if (answer.statusCode() >= 400
                && !isNoPath(what, answer)
                && (!problem
                        || answer.body().length() > 1000 + what.length()
                        || answer.body().contains("Exception"))) {
            untold.add(shown + " -> " + answer.statusCode() + " "
                    + answer.headers().map() + answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/journals?order=abc               | order, \\\"abc\\\", is not a whole number of at most 18 digits",
                "/api/journals?order=-7                | order, -7, is not a number from 1 on",
                "/api/journals?from=%2B999999999-12-31 | from, \\\"+999999999-12-31\\\", is not a day such as 2026-11-01, from 1970-01-01 to 9999-12-31",
                "/api/journals?to=2026-02-30           | to, \\\"2026-02-30\\\", is not a day",
                "/api/journals?size=99999999999        | size, \\\"99999999999\\\", is not a whole number of at most 9 digits",
                "/api/journals?size=501                | size is 1 to 500: page 0, size 501",
                "/api/journals?state=lost              | state is one of planned",
                "/api/journals?store=a%00b             | store, \\\"a?b\\\", is not a text in one line of at most 200 characters",
                "/api/journals?store=us&store=eu       | store is given 2 times, and may be given once",
                "/api/audit?store=us&order=0x10        | order, \\\"0x10\\\", is not a whole number",
                "/api/audit?store=us                   | order",
                "/api/stores/us/orders/-1              | order, -1, is not a number from 1 on",
                "/api/parked?page=-1                   | page -1"
            })
    void areNamedWithWhatIsAllowed(String path, String told) throws Exception {
        HttpResponse<String> answer = bench.get(path, "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(told);
    }

    @Test
    void namesTheFieldOfABody() throws Exception {
        assertThat(bench.post("/api/stores/us/backfill", "{\"from\": \"0000-01-01\", \"to\": \"2026-11-30\"}")
                        .body())
                .contains("from, \\\"0000-01-01\\\", is not a day such as 2026-11-01");
        assertThat(bench.post("/api/stores/us/backfill", "{\"from\": \"2026-11-01\"}")
                        .body())
                .contains("to is missing");
        assertThat(bench.post("/api/stores/us/orders/250/replay", "{\"preview\": \"yes\"}")
                        .body())
                .contains("preview can't be yes");
        assertThat(bench.post("/api/stores/us/orders/250/replay", "{\"previw\": true}")
                        .body())
                .contains("previw");
    }

    @Test
    void takesNoLongBody() throws Exception {
        HttpResponse<String> answer = bench.post("/api/parked/replay", " ".repeat(70_000) + "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    }
}
