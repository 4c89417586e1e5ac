package io.ledgerbridge.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.RawRequests;
import io.ledgerbridge.WholeProgram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Addresses, heads and bodies that no HTTP client would send: none is answered with a failure of the program's. */
@ExtendWith(OutputCaptureExtension.class)
@WholeProgram
@Tag(WholeProgram.TRIAL)
class OddRequestsTest {

    private static final List<String> PLACES = List.of(
            "/",
            "/api/journals",
            "/api/stores/us/orders/250",
            "/webhooks/bigcommerce/us",
            "/oauth2/sage-x3/us/callback",
            "/oauth2/authorization/company",
            "/login",
            "/logout",
            "/error",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/jolokia",
            "/actuator/hawtio/",
            "/actuator/prometheus");

    private static final List<String> ENDS = List.of(
            "%00",
            "/%00",
            "..;",
            "/..;/jolokia",
            ";a=b",
            "/;",
            "//",
            "/.",
            "/..",
            "/../..",
            "%2f",
            "%2F..%2Fx",
            "%5c",
            "\\",
            "%252e%252e",
            "/%2e%2e/x",
            "%ff",
            "%c0%af",
            "%",
            "%zz",
            "%u002f",
            "?",
            "?%",
            "?a=%",
            "?a=%00",
            "?a=%ff&a",
            "?page=%c3%28",
            "?=&=&&",
            "?store[]=x",
            "?_csrf[a]=1",
            "#x",
            "?x#y",
            "/%0d%0aX-Injected:%20y",
            "|",
            "{}",
            "\"<>",
            "/\u00e4\u00f6",
            "/%e4%f6",
            "/.git/config",
            "/web.xml",
            "*",
            "/%7b%7d",
            "/%24%7bjndi%7d",
            "?${jndi:ldap://x}");

    private static Bench bench;
    private static RawRequests raw;

    @BeforeAll
    static void start() {
        bench = Bench.start(Map.of("ledger-bridge.drain.interval", "1h", "ledger-bridge.sweep.interval", "1h"));
        raw = new RawRequests(bench.uri("/"));
    }

    @AfterAll
    static void stop() throws Exception {
        raw.close();
        bench.close();
    }

    @Test
    void areAnsweredWithoutAFailure(CapturedOutput log) throws Exception {
        List<String> faults = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (String target : targets()) {
            for (String method : List.of("GET", "POST")) {
                for (String login : List.of("", "Authorization: Basic " + base64("admin:admin") + "\r\n")) {
                    String request = "%s %s HTTP/1.1\r\nHost: x\r\nAccept: */*\r\nConnection: close\r\n%s%s"
                            .formatted(method, target, login, method.equals("POST") ? form("a=b") : "\r\n");
                    String answer = raw.answer(request);
                    statuses.merge(status(answer), 1, Integer::sum);
                    if (isFault(answer)) {
                        faults.add(request + " -> " + answer);
                    }
                }
            }
        }

        assertThat(faults).isEmpty();
        assertThat(log.getAll()).doesNotContain("\tat ");
        assertThat(statuses).containsKeys(200, 400, 401);
    }

    /** What an admin is shown of metrics and MBeans names types. */
    private static boolean isFault(String answer) {
        Stream<String> telling = Stream.of("\tat ", "X-Injected: y");
        Stream<String> naming = Stream.of("Exception", "org.apache", "org.spring");
        int status = status(answer);
        return status >= 500 || (status == 200 ? telling : Stream.concat(telling, naming)).anyMatch(answer::contains);
    }

    /** Of an answer to what is no HTTP/1.1, 0. */
    private static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.split(" ", 3)[1]) : 0;
    }

    private static List<String> targets() {
        List<String> targets =
                new ArrayList<>(List.of("*", "x", "http://elsewhere.example/", "", "//", "/" + "a".repeat(7000)));
        targets.add("/?" + "a=b&".repeat(1700));
        for (int end = 0; end < ENDS.size(); end++) {
            for (int place = 0; place < PLACES.size(); place++) {
                if (PLACES.get(place).equals("/actuator/health") || (place + end) % 4 == 0) {
                    targets.add(PLACES.get(place) + ENDS.get(end));
                }
            }
        }
        return targets;
    }

    private static String form(String form) {
        return "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(form.length(), form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /login HTTP/1.0\r\n\r\n",
                "GET /login HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /login\r\n\r\n",
                "\r\n\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "FOO /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "TRACE /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "CONNECT x:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: -1\r\n\r\n",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 9999999999\r\n\r\n",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n2;ext=a\r\n{}\r\n0\r\nX-BC-Signature: x\r\n\r\n",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: 200-maybe\r\nContent-Length: 2\r\n\r\n{}",
                "POST /webhooks/bigcommerce/us HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
                "GET /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: LEDGER-BRIDGE-RETURN=%%%; JSESSIONID=../x; LEDGER-BRIDGE-FORM=\u00ff; LEDGER-BRIDGE-OPENID=AAAA\r\n\r\n",
                "GET /api/journals HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic %%%\r\n\r\n",
                "GET /api/journals HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic\r\n\r\n",
                "GET /api/journals HTTP/1.1\r\nHost: x y:z\r\nConnection: close\r\n\r\n",
                "GET /api/journals HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /api/journals HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-Host: a b\r\nX-Forwarded-Proto: ftp\r\nX-Forwarded-For: ,,\r\n\r\n",
                "GET /api/journals HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: x/y/z;q=9\r\nContent-Type: /\r\n\r\n"
            })
    void ofAnyShapeAreAnsweredWithoutAFailure(String request, CapturedOutput log) throws Exception {
        String answer = raw.answer(request);

        if (!answer.isEmpty() && answer.startsWith("HTTP/")) {
            assertThat(Integer.parseInt(answer.split(" ", 3)[1]))
                    .satisfiesAnyOf(
                            status -> assertThat(status).isLessThan(500),
                            status -> assertThat(status).isIn(501, 505));
        }
        assertThat(answer).doesNotContain("\tat ", "Exception", "org.apache", "org.spring");
        assertThat(log.getOut()).doesNotContain("\tat ");
    }

    @Test
    void withALongHeadAreRefused() throws Exception {
        String head = "GET /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n";

        assertThat(raw.status(head.formatted("X-A: " + "a".repeat(20_000) + "\r\n")))
                .isIn(0, 400, 431);
        assertThat(raw.status(head.formatted("X-A: a\r\n".repeat(500)))).isIn(0, 400, 431);
        assertThat(raw.status(head.formatted("X-A: a\r\n".repeat(50)))).isEqualTo(200);
    }

    /** All at once, since each connection stays open for some seconds after the answer. */
    @Test
    void withALongBodyAreRefusedAtOnceWhereverTheyGo() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Callable<Integer>> requests = PLACES.stream()
                .flatMap(OddRequestsTest::withALongBody)
                .<Callable<Integer>>map(request -> () -> raw.status(request))
                .toList();
        List<Future<Integer>> statuses = threads.invokeAll(requests);
        for (int request = 0; request < statuses.size(); request++) {
            assertThat(statuses.get(request).get()).as(PLACES.get(request / 2)).isEqualTo(413);
        }
        threads.shutdown();
    }

    private static Stream<String> withALongBody(String place) {
        int longest = place.endsWith("/jolokia") ? BodyGate.LONGEST_FOR_JOLOKIA : BodyGate.LONGEST;
        String announced = "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n".formatted(place, longest + 1);
        String chunked = "POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n10001\r\n%s\r\n0\r\n\r\n"
                .formatted(place, "a".repeat(65537));
        return Stream.of(announced, chunked);
    }

    private static String base64(String login) {
        return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }
}
