package io.ledgerbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbridge.Bench;
import io.ledgerbridge.WholeProgram;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every URL of the running program, and the status that nobody, a viewer, an operator and an admin get. A mapping that
 * has no row fails {@link #hasARowForEveryMapping}: its line in the table is {@code METHOD mapping | path asked for |
 * the four statuses}, where a star stands for any method.
 */
@WholeProgram
class EveryUrlTest {

    private static final String TABLE = """
            GET /api/audit                                   | /api/audit?store=us&order=250        | 401 200 200 200
            GET /api/audit/verify                            | /api/audit/verify                    | 401 200 200 200
            GET /api/audit/anchors                           | /api/audit/anchors                   | 401 200 200 200
            POST /api/audit/verify                           | /api/audit/verify                    | 401 403 202 202
            GET /api/audit/verify                            | /api/audit/verify?recompute=true     | 401 200 200 200
            POST /api/audit/verify                           | /api/audit/verify?recompute=true     | 401 403 202 202
            GET /api/mappings                                | /api/mappings?store=us               | 401 200 200 200
            POST /api/mappings/preview                       | /api/mappings/preview                | 401 403 400 400
            GET /api/lines                                   | /api/lines?account=707000            | 401 200 200 200
            GET /api/stores/{store}/orders/{order}/explain   | /api/stores/us/orders/250/explain    | 401 404 404 404
            GET /api/backfills/{id}                          | /api/backfills/1                     | 401 404 404 404
            POST /api/backfills/{id}/pause                   | /api/backfills/1/pause               | 401 403 404 404
            POST /api/backfills/{id}/resume                  | /api/backfills/1/resume              | 401 403 404 404
            POST /api/backfills/{id}/stop                    | /api/backfills/1/stop                | 401 403 404 404
            GET /api/journals                                | /api/journals                        | 401 200 200 200
            GET /api/overview                                | /api/overview                        | 401 200 200 200
            GET /api/orders                                  | /api/orders                          | 401 200 200 200
            GET /api/evidence                                | /api/evidence?store=us               | 401 403 400 400
            GET /api/privacy/erase                           | /api/privacy/erase?store=us          | 401 403 403 200
            POST /api/privacy/erase                          | /api/privacy/erase                   | 401 403 403 400
            GET /api/parked                                  | /api/parked                          | 401 200 200 200
            GET /api/stores                                  | /api/stores                          | 401 200 200 200
            GET /api/stores/{store}/orders/{order}           | /api/stores/us/orders/250            | 401 404 404 404
            POST /api/parked/replay                          | /api/parked/replay                   | 401 403 400 400
            POST /api/stores/{store}/backfill                | /api/stores/us/backfill              | 401 403 400 400
            POST /api/stores/{store}/books/confirm           | /api/stores/us/books/confirm         | 401 403 400 400
            POST /api/parked/events/{event}/dismiss          | /api/parked/events/999/dismiss       | 401 403 400 400
            POST /api/stores/{store}/orders/{order}/dismiss  | /api/stores/us/orders/250/dismiss    | 401 403 400 400
            POST /api/stores/{store}/orders/{order}/set-aside | /api/stores/us/orders/250/set-aside  | 401 403 400 400
            DELETE /api/stores/{store}/orders/{order}/set-aside | /api/stores/us/orders/250/set-aside  | 401 403 404 404
            POST /api/stores/{store}/orders/{order}/notes    | /api/stores/us/orders/250/notes      | 401 403 400 400
            PUT /api/stores/{store}/orders/{order}/assignment | /api/stores/us/orders/250/assignment | 401 403 400 400
            PUT /api/stores/{store}/orders/{order}/tags/{tag} | /api/stores/us/orders/250/tags/month-end | 401 403 404 404
            DELETE /api/stores/{store}/orders/{order}/tags/{tag} | /api/stores/us/orders/250/tags/month-end | 401 403 404 404
            POST /api/stores/{store}/orders/{order}/refunds  | /api/stores/us/orders/250/refunds    | 401 403 400 400
            DELETE /api/stores/{store}/orders/{order}/refunds/M{number} | /api/stores/us/orders/250/refunds/M1 | 401 403 400 400
            GET /api/approvals                               | /api/approvals                       | 401 200 200 200
            POST /api/approvals/{id}/confirm                 | /api/approvals/1/confirm             | 401 403 404 404
            POST /api/approvals/{id}/refuse                  | /api/approvals/1/refuse              | 401 403 400 400
            POST /api/stores/{store}/orders/{order}/replay   | /api/stores/us/orders/250/replay     | 401 403 202 202
            POST /api/stores/{store}/pause                   | /api/stores/us/pause                 | 401 403 400 400
            POST /api/stores/{store}/resume                  | /api/stores/us/resume                | 401 403 202 202
            POST /api/stores/{store}/ping                    | /api/stores/us/ping                  | 401 403 200 200
            GET /api/stores/{store}/credentials              | /api/stores/us/credentials           | 401 403 403 200
            DELETE /api/stores/{store}/credentials/{name}    | /api/stores/us/credentials/no-such   | 401 403 403 404
            PUT /api/stores/{store}/credentials/{name}       | /api/stores/us/credentials/no-such   | 401 403 403 404
            PUT /api/stores/{store}/credentials/{name}       | /api/stores/us/credentials/sage-x3.password | 401 403 403 400

            POST /webhooks/bigcommerce/{store}               | /webhooks/bigcommerce/us             | 401 401 401 401
            POST /webhooks/bigcommerce/{store}               | /webhooks/bigcommerce/nowhere        | 404 404 404 404
            GET /oauth2/sage-x3/{store}/authorize            | /oauth2/sage-x3/us/authorize         | 401 403 403 409
            GET /oauth2/sage-x3/{store}/callback             | /oauth2/sage-x3/us/callback          | 400 400 400 400
            POST /oauth2/sage-x3/{store}/callback            | /oauth2/sage-x3/us/callback          | 400 400 400 400

            GET /needs-you                                   | /needs-you                           | 401 200 200 200
            GET /needs-you/{reason}                          | /needs-you/closed-period             | 401 200 200 200
            GET /needs-you/export.csv                        | /needs-you/export.csv                | 401 200 200 200
            GET /needs-you/export.xlsx                       | /needs-you/export.xlsx               | 401 200 200 200
            GET /needs-you/preview                           | /needs-you/preview                   | 401 302 302 302
            GET /needs-you/preview-all                       | /needs-you/preview-all               | 401 302 302 302
            POST /needs-you/preview                          | /needs-you/preview                   | 401 403 200 200
            POST /needs-you/preview-all                      | /needs-you/preview-all               | 401 403 400 400
            POST /needs-you/work-again                       | /needs-you/work-again                | 401 403 302 302
            POST /needs-you/work-all-again                   | /needs-you/work-all-again            | 401 403 400 400
            POST /needs-you/set-aside                        | /needs-you/set-aside                 | 401 403 302 302
            POST /needs-you/set-aside/undo                   | /needs-you/set-aside/undo            | 401 403 400 400
            POST /needs-you/assignment                       | /needs-you/assignment                | 401 403 302 302
            POST /needs-you/tags                             | /needs-you/tags                      | 401 403 302 302
            POST /needs-you/notes                            | /needs-you/notes                     | 401 403 302 302
            GET /needs-you/approvals/{id}                    | /needs-you/approvals/1               | 401 302 302 302
            GET /needs-you/approvals/{id}/preview            | /needs-you/approvals/1/preview       | 401 302 302 302
            POST /needs-you/approvals/{id}/preview           | /needs-you/approvals/1/preview       | 401 403 404 404
            POST /needs-you/put-away                         | /needs-you/put-away                  | 401 403 302 302
            POST /needs-you/approvals/{id}/confirm           | /needs-you/approvals/1/confirm       | 401 403 302 302
            POST /needs-you/approvals/{id}/refuse            | /needs-you/approvals/1/refuse        | 401 403 302 302

            GET /actuator                                    | /actuator                            | 401 200 200 200
            GET /actuator/health                             | /actuator/health                     | 200 200 200 200
            GET /actuator/health/**                          | /actuator/health/liveness            | 200 200 200 200
            GET /actuator/health/**                          | /actuator/health/readiness           | 200 200 200 200
            GET /actuator/prometheus                         | /actuator/prometheus                 | 401 200 200 200
            GET /actuator/env                                | /actuator/env                        | 401 404 404 404
            GET /actuator/heapdump                           | /actuator/heapdump                   | 401 404 404 404
            * /actuator/jolokia/*                            | /actuator/jolokia                    | 401 403 403 200
            * /actuator/jolokia/*                            | /actuator/jolokia/version            | 401 403 403 200
            POST /actuator/jolokia/*                         | /actuator/jolokia                    | 401 403 403 200
            POST /actuator/hawtio/jolokia/**                 | /actuator/hawtio/jolokia             | 401 403 403 200
            * /actuator/hawtio                               | /actuator/hawtio                     | 401 403 403 302
            * /actuator/hawtio/                              | /actuator/hawtio/                    | 401 403 403 200
            * /actuator/hawtio/**                            | /actuator/hawtio/index.html          | 401 403 403 200
            * /actuator/hawtio/auth/config/*                 | /actuator/hawtio/auth/config/login   | 401 403 403 404
            * /actuator/hawtio/auth/login                    | /actuator/hawtio/auth/login          | 401 403 403 302
            * /actuator/hawtio/auth/logout                   | /actuator/hawtio/auth/logout         | 401 403 403 302
            * /actuator/hawtio/img/**                        | /actuator/hawtio/img/none.svg        | 401 403 403 404
            * /actuator/hawtio/jolokia/**                    | /actuator/hawtio/jolokia             | 401 403 403 200
            * /actuator/hawtio/keycloak/*                    | /actuator/hawtio/keycloak/enabled    | 401 403 403 200
            * /actuator/hawtio/plugin                        | /actuator/hawtio/plugin              | 401 403 403 200
            * /actuator/hawtio/proxy/*                       | /actuator/hawtio/proxy/localhost/80/ | 401 403 403 403
            * /actuator/hawtio/static/**                     | /actuator/hawtio/static/none.js      | 401 403 403 404
            * /actuator/hawtio/user/*                        | /actuator/hawtio/user/               | 401 403 403 200
            * /actuator/hawtio/{page}                        | /actuator/hawtio/camel               | 401 403 403 200

            GET /                                            | /                                    | 401 200 200 200
            * /                                              | /                                    | 401 200 200 200
            GET /orders                                      | /orders                              | 401 200 200 200
            GET /orders/export.csv                           | /orders/export.csv?month=all         | 401 200 200 200
            GET /orders/export.xlsx                          | /orders/export.xlsx?month=all        | 401 200 200 200
            GET /orders/{store}/{order:[1-9][0-9]{0,17}}     | /orders/us/251                       | 401 404 404 404
            GET /orders/{store}/{order:[1-9][0-9]{0,17}}     | /orders/nowhere/251                  | 401 404 404 404
            GET /orders/{store}/{order:[1-9][0-9]{0,17}}/standing | /orders/us/251/standing              | 401 200 200 200
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/work | /orders/us/252/work                  | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/difference | /orders/us/251/difference            | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/difference/preview | /orders/us/251/difference/preview    | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/preview | /orders/us/251/preview               | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/set-aside | /orders/us/251/set-aside             | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/set-aside/undo | /orders/us/251/set-aside/undo        | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/set-aside/undo/preview | /orders/us/251/set-aside/undo/preview | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/refunds | /orders/us/251/refunds               | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/refunds/preview | /orders/us/251/refunds/preview       | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/refunds/{number:[1-9][0-9]{0,8}}/remove | /orders/us/251/refunds/1/remove      | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/refunds/{number:[1-9][0-9]{0,8}}/remove/preview | /orders/us/251/refunds/1/remove/preview | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/approvals/{id:[1-9][0-9]{0,17}}/confirm | /orders/us/251/approvals/1/confirm   | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/approvals/{id:[1-9][0-9]{0,17}}/preview | /orders/us/251/approvals/1/preview   | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/approvals/{id:[1-9][0-9]{0,17}}/refuse | /orders/us/251/approvals/1/refuse    | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/notes | /orders/us/251/notes                 | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/tags | /orders/us/251/tags                  | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/tags/remove | /orders/us/251/tags/remove           | 401 403 302 302
            POST /orders/{store}/{order:[1-9][0-9]{0,17}}/assignment | /orders/us/251/assignment            | 401 403 302 302
            GET /search                                      | /search?q=1                          | 401 302 302 302
            GET /reconciliation                              | /reconciliation                      | 401 200 200 200
            GET /close                                       | /close                               | 401 200 200 200
            GET /language                                    | /language?to=eo                      | 400 400 400 400
            GET /language                                    | /language?to=de&back=//example.com   | 302 302 302 302
            GET /banners                                     | /banners                             | 401 200 200 200
            * /**                                            | /console/console.css                 | 200 200 200 200
            * /**                                            | /console/console.js                  | 401 200 200 200
            * /**                                            | /application.yaml                    | 401 404 404 404
            * /webjars/**                                    | /webjars/none.js                     | 401 404 404 404
            * /error                                         | /error                               | 401 404 404 404
            GET /login                                       | /login                               | 200 200 200 200
            * /**                                            | /logout                              | 401 404 404 404
            POST /login                                      | /login                               | 401 302 302 302
            POST /logout                                     | /logout                              | 401 204 204 204
            GET /api/audit/steps                             | /api/audit/steps?step=note-written&from=2026-11-01&to=2026-11-30 | 401 200 200 200
            GET /api/audit/steps                             | /api/audit/steps?by=keller           | 401 200 200 200
            GET /api/audit/steps                             | /api/audit/steps?step=note-written   | 401 400 400 400
            GET /connections                                 | /connections                         | 401 200 200 200
            POST /connections/{key}/ping                     | /connections/us/ping                 | 401 403 302 302
            POST /connections/{key}/pause                    | /connections/us/pause                | 401 403 302 302
            POST /connections/{key}/resume                   | /connections/us/resume               | 401 403 302 302
            POST /connections/{key}/books                    | /connections/us/books                | 401 403 302 302
            POST /connections/{key}/credentials/remove       | /connections/us/credentials/remove   | 401 403 403 302
            POST /connections/{key}/credentials              | /connections/us/credentials          | 401 403 403 302
            GET /backfill                                    | /backfill                            | 401 200 200 200
            GET /backfill/shadow/{id:[1-9][0-9]{0,17}}       | /backfill/shadow/1                   | 401 404 404 404
            GET /backfill                                    | /backfill?store=us&count=true        | 401 403 200 200
            POST /backfill                                   | /backfill?store=us                   | 401 403 302 302
            POST /backfill/{id}/pause                        | /backfill/1/pause                    | 401 403 302 302
            POST /backfill/{id}/resume                       | /backfill/1/resume                   | 401 403 302 302
            POST /backfill/{id}/stop                         | /backfill/1/stop                     | 401 403 302 302
            GET /mapping                                     | /mapping                             | 401 200 200 200
            POST /mapping/{key}/check                        | /mapping/us/check                    | 401 403 302 302
            POST /mapping/{key}/preview                      | /mapping/us/preview                  | 401 403 302 302
            GET /audit                                       | /audit                               | 401 200 200 200
            GET /audit/steps                                 | /audit/steps                         | 401 200 200 200
            GET /audit/steps/export.csv                      | /audit/steps/export.csv?by=admin     | 401 200 200 200
            GET /audit/steps/export.csv                      | /audit/steps/export.csv              | 401 400 400 400
            GET /audit/steps/export.xlsx                     | /audit/steps/export.xlsx?by=admin    | 401 200 200 200
            POST /audit/verify                               | /audit/verify                        | 401 403 302 302
            GET /audit/erase                                 | /audit/erase?store=us&orders=250     | 401 403 403 200
            POST /audit/erase                                | /audit/erase                         | 401 403 403 302
            POST /audit/recompute                            | /audit/recompute                     | 401 403 302 302
            GET /audit/evidence                              | /audit/evidence?store=us&orders=250  | 401 403 302 302
            """;

    /** Hawtio's way of sending every address of its pages to the one page it has. */
    private static final String HAWTIO_PAGES = "* /actuator/hawtio/{path:";

    private static final List<String> ROLES = List.of("viewer", "operator", "admin");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, HttpClient> SESSIONS = new HashMap<>();

    private static Bench bench;

    @BeforeAll
    static void start() {
        Map<String, String> users = new LinkedHashMap<>();
        for (String role : ROLES) {
            String user = "ledger-bridge.users[%d].".formatted(ROLES.indexOf(role));
            users.put(user + "name", role);
            users.put(user + "password", "{noop}" + role);
            users.put(user + "role", role);
        }
        bench = Bench.start(users);
    }

    @AfterAll
    static void stop() {
        SESSIONS.clear();
        bench.close();
    }

    /** One line of the table. */
    record Row(String method, String mapping, String path, List<Integer> statuses) {

        static Row of(String line) {
            String[] cells = line.strip().split("\\s*\\|\\s*", 3);
            String[] mapping = cells[0].split(" ", 2);
            return new Row(
                    mapping[0],
                    mapping[1],
                    cells[1],
                    Arrays.stream(cells[2].split(" ", 4)).map(Integer::valueOf).toList());
        }

        String name() {
            return method + " " + mapping;
        }
    }

    static List<Row> rows() {
        return TABLE.lines().filter(Predicate.not(String::isBlank)).map(Row::of).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersEachRoleAsTheTableSays(Row row) throws Exception {
        assertThat(List.of(status(row, null), status(row, "viewer"), status(row, "operator"), status(row, "admin")))
                .isEqualTo(row.statuses());
    }

    /** Whoever has logged in at the page may read what Basic may; to change anything it takes the page's token as well. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersTheSessionOfEachRoleLikewise(Row row) throws Exception {
        boolean changes =
                !Set.of("GET", "*").contains(row.method()) && row.path().matches("/(?!webhooks/|oauth2/).*");
        List<Integer> statuses = new ArrayList<>();
        for (String role : ROLES) {
            statuses.add(browser(role, row)
                    .send(request(row).build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode());
        }

        assertThat(statuses)
                .isEqualTo(changes ? List.of(403, 403, 403) : row.statuses().subList(1, 4));
    }

    /** One session a role, but for what ends it. */
    private static HttpClient browser(String role, Row row) throws IOException, InterruptedException {
        if (row.path().contains("log")) {
            return loggedIn(role);
        }
        HttpClient known = SESSIONS.get(role);
        if (known == null) {
            known = loggedIn(role);
            SESSIONS.put(role, known);
        }
        return known;
    }

    private static HttpClient loggedIn(String user) throws IOException, InterruptedException {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpRequest.Builder login = HttpRequest.newBuilder(bench.uri("/login"));
        String token = LoginPage.token(browser.send(login.build(), HttpResponse.BodyHandlers.ofString()));
        String form = "username=%s&password=%s&_csrf=%s".formatted(user, user, token);
        HttpResponse<String> answer = browser.send(
                login.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("error"));
        return browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"//example.com", "https://example.com", "/\\\\example.com", "orders"})
    void leadsNowhereElseFromTheLanguage(String back) throws Exception {
        HttpResponse<Void> answer = HTTP.send(
                HttpRequest.newBuilder(
                                bench.uri("/language?to=de&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        place -> assertThat(URI.create(place).getPath()).isEqualTo("/"))
                .hasValueSatisfying(place -> assertThat(place).doesNotContain("example"));
    }

    @Test
    void hasARowForEveryMapping() {
        Set<String> rows = rows().stream().map(Row::name).collect(Collectors.toSet());
        Set<String> without = Mappings.of(bench.bridge()).stream()
                .map(mapping -> mapping.startsWith(HAWTIO_PAGES) ? "* /actuator/hawtio/{page}" : mapping)
                .filter(mapping -> !rows.contains(mapping))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without).as("mappings without a row").isEmpty();
    }

    private static HttpRequest.Builder request(Row row) {
        String method = row.method().equals("*") ? "GET" : row.method();
        return HttpRequest.newBuilder(bench.uri(row.path()))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
    }

    private static int status(Row row, @Nullable String user) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(row);
        if (user != null) {
            String login = user + ":" + user;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** Every URL that the running program answers, as {@code POST /api/parked/replay}; a star stands for any method. */
    private static final class Mappings {

        private Mappings() {}

        static Set<String> of(ConfigurableApplicationContext program) {
            Set<String> mappings = new TreeSet<>();
            program.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(Mappings::each)
                    .forEach(mappings::add);
            program.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                    .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                    .map(pattern -> "* " + pattern)
                    .forEach(mappings::add);
            program.getBean(ServletContext.class).getServletRegistrations().values().stream()
                    .flatMap(servlet -> servlet.getMappings().stream())
                    .map(pattern -> "* " + pattern)
                    .forEach(mappings::add);
            return mappings;
        }

        private static Stream<String> each(RequestMappingInfo mapping) {
            Set<String> methods = mapping.getMethodsCondition().getMethods().isEmpty()
                    ? Set.of("*")
                    : new TreeSet<>(mapping.getMethodsCondition().getMethods().stream()
                            .map(Enum::name)
                            .toList());
            return mapping.getPatternValues().stream()
                    .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern));
        }
    }
}
