package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sandbox.sagex3.Access;
import io.ledgerbridge.sandbox.sagex3.Call;
import io.ledgerbridge.sandbox.sagex3.Fault;
import io.ledgerbridge.sandbox.sagex3.Folder;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.FluentProducerTemplate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A ping that asks Sage X3 for the codes of the mapping: stores us by GraphQL, eu by REST, jp by SOAP are set up rightly;
 * bad by GraphQL and ill by REST name an account, a journal and a site that X3 lacks, odd a node that X3 lacks, own a
 * package of its own, in which there is no node for codes; poor by REST no class.
 */
@WholeProgram
class MappingCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STORES = List.of("eu", "jp", "bad", "ill", "odd", "own", "poor");

    private static Bench bench;

    /** The day at which the test under way began. */
    private LocalDate began = today();

    @BeforeAll
    static void start() {
        Map<String, String> settings = new HashMap<>();
        for (String store : List.of("eu", "jp", "ill", "poor")) {
            String x3 = "ledger-bridge.stores." + store + ".sage-x3.";
            settings.put(x3 + "api", store.equals("jp") ? "soap" : "rest");
            settings.put(x3 + "auth.type", "basic");
            settings.put(x3 + "auth.password", Access.PASSWORD);
        }
        for (String store : List.of("eu", "ill")) {
            String classes = "ledger-bridge.stores." + store + ".sage-x3.rest.classes.";
            settings.put(classes + "account", "GACCOUNT");
            settings.put(classes + "journal", "GJOURNAL.JOU");
            settings.put(classes + "entry-type", "GTYPACCENT");
            settings.put(classes + "site", "FACILITY");
            settings.put(classes + "period", "PERIOD.PERSTR.PEREND.PERSTA");
        }
        // a session that isn't given back is missed by the next test
        settings.put("ledger-bridge.stores.eu.sage-x3.concurrency", "1");
        for (String store : List.of("bad", "ill")) {
            String own = "ledger-bridge.stores." + store + ".";
            settings.put(own + "channels.1.accounts.revenue", "707999");
            settings.put(own + "channels.1.accounts.shipping", "707999");
            settings.put(own + "channels.1.site", "FR099");
            settings.put(own + "journal.code", "NONE");
        }
        settings.put("ledger-bridge.stores.odd.sage-x3.graphql.nodes.account", "x3Finance.ledgerAccount");
        settings.put("ledger-bridge.stores.odd.sage-x3.graphql.nodes.business-partner", "x3MasterData.businessPartner");
        settings.put("ledger-bridge.stores.odd.channels.1.business-partner", "NOBODY");
        settings.put("ledger-bridge.stores.own.sage-x3.graphql.package", "x3Own");
        bench = Bench.start(settings, STORES);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void well() {
        bench.x3().faults().clear();
        bench.x3().statistics().clear();
        began = today();
        folder().open(months());
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "eu"})
    void saysThatX3HasEachCode(String store) throws Exception {
        Map<String, JsonNode> checks = mapping(store);

        assertThat(wrong(checks)).isEmpty();
        assertThat(detail(checks, "sage-x3-account:411000"))
                .isEqualTo("account 411000 of channels.\"1\".accounts.receivable: Sage X3 has it");
        assertThat(detail(checks, "sage-x3-journal:SAL")).contains("journal.code: Sage X3 has it");
        assertThat(detail(checks, "sage-x3-entry-type:ODGEN")).contains("Sage X3 has it");
        assertThat(detail(checks, "sage-x3-site:FR011")).contains("Sage X3 has it");
        assertThat(detail(checks, period(checks))).contains("it is open");
        assertThat(bench.x3().statistics().requests(Call.Kind.CREATE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad", "ill"})
    void saysWhatX3WouldRefuseLineByLine(String store) throws Exception {
        folder().close(months());

        Map<String, JsonNode> checks = mapping(store);

        assertThat(wrong(checks))
                .containsExactlyInAnyOrder(
                        "sage-x3-account:707999", "sage-x3-journal:NONE", "sage-x3-site:FR099", period(checks));
        assertThat(detail(checks, "sage-x3-account:707999"))
                .isEqualTo("account 707999 of channels.\"1\".accounts.revenue, channels.\"1\".accounts.shipping:"
                        + " Sage X3 has no such account");
        assertThat(detail(checks, "sage-x3-journal:NONE"))
                .isEqualTo("journal NONE of journal.code: Sage X3 has no such journal");
        assertThat(detail(checks, period(checks))).contains("it is not open in Sage X3");
        assertThat(detail(checks, "sage-x3-account:411000")).contains("Sage X3 has it");
    }

    @Test
    void asksFewQuestionsInOneSession() throws Exception {
        mapping("us");

        // account, journal, entry type, site, period, and the ping's own look-up
        assertThat(bench.x3().statistics().requests(Call.Kind.LOOK_UP)).isEqualTo(6);
        assertThat(bench.x3().statistics().mostUnderWay()).isLessThanOrEqualTo(2);
    }

    @Test
    void asksNoSecondTimeWhileAnEarlierCheckStillAsks() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        bench.x3().faults().decide(call -> Fault.of(Fault.Way.CLOSED).after(ended));
        FluentProducerTemplate routes = bench.bean(FluentProducerTemplate.class);
        List<Future<Object>> both = List.of(checking(routes), checking(routes));

        Awaitility.await()
                .during(Duration.ofMillis(500))
                .until(() -> bench.x3().statistics().underWay() == 1);

        ended.complete(null);
        for (Future<Object> each : both) {
            each.get(30, TimeUnit.SECONDS);
        }
    }

    private static Future<Object> checking(FluentProducerTemplate routes) {
        return routes.withBody("us").to("direct:ping-store-mapping").asyncRequest();
    }

    @Test
    void saysThatItCantAskBySoap() throws Exception {
        Map<String, JsonNode> checks = mapping("jp");

        assertThat(check(checks, "sage-x3-account").path("ok").asBoolean()).isTrue();
        assertThat(detail(checks, "sage-x3-account")).matches("Sage X3 can't be asked by SOAP; \\d+ not checked");
        assertThat(checks).containsKeys("sage-x3-journal", "sage-x3-entry-type", "sage-x3-site", "sage-x3-period");
    }

    @Test
    void saysWhichSettingIsNeededToAsk() throws Exception {
        assertThat(detail(mapping("poor"), "sage-x3-account"))
                .startsWith("Sage X3 can't be asked: sage-x3.rest.classes has no account; ");
    }

    @Test
    void takesANodeThatX3DoesntKnowForNoVerdict() throws Exception {
        Map<String, JsonNode> checks = mapping("odd");

        assertThat(wrong(checks)).containsExactly("sage-x3-business-partner:NOBODY");
        assertThat(detail(checks, "sage-x3-account:411000"))
                .contains("can't tell: node x3Finance.ledgerAccount: ", "ledgerAccount");
        assertThat(detail(checks, "sage-x3-journal:SAL")).contains("Sage X3 has it");
    }

    @Test
    void asksSagesOwnPackageWhereTheJournalsHasNoSuchNode() throws Exception {
        Map<String, JsonNode> checks = mapping("own");

        assertThat(wrong(checks)).isEmpty();
        for (String name : List.of("account:411000", "journal:SAL", "entry-type:ODGEN", "site:FR011")) {
            assertThat(detail(checks, "sage-x3-" + name)).endsWith(": Sage X3 has it");
        }
        assertThat(detail(checks, period(checks))).endsWith("it is open");
    }

    @ParameterizedTest
    @CsvSource({"us, UNAVAILABLE, HTTP 503", "eu, CLOSED, no answer", "us, UNAUTHORISED, refused the credentials"})
    void saysOnceThatX3IsAway(String store, Fault.Way way, String words) throws Exception {
        bench.x3().faults().decide(call -> call.kind() == Call.Kind.LOOK_UP ? Fault.of(way) : Fault.none());

        Map<String, JsonNode> checks = mapping(store);

        assertThat(checks.keySet()).filteredOn(name -> name.contains(":")).isEmpty();
        assertThat(check(checks, "sage-x3-mapping").path("ok").asBoolean()).isFalse();
        assertThat(detail(checks, "sage-x3-mapping")).contains(words).matches("\\d+ codes were not checked: .*");
    }

    @Test
    void asksForNoCodeUnlessItIsToldTo() throws Exception {
        JsonNode plain = JSON.readTree(bench.post("/api/stores/us/ping", "{}").body());

        assertThat(plain.path("checks").findValuesAsText("name")).hasSize(6);
        assertThat(bench.x3().statistics().requests(Call.Kind.LOOK_UP)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"maping\":true}", "{\"mapping\":\"yes\"}", "[]", "{"})
    void refusesAnotherBody(String body) throws Exception {
        HttpResponse<String> answer = bench.post("/api/stores/us/ping", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("detail").asText())
                .startsWith("The body has to be {} or {\"mapping\":true}");
    }

    private static Map<String, JsonNode> mapping(String store) throws IOException, InterruptedException {
        HttpResponse<String> answer = bench.post("/api/stores/" + store + "/ping", "{\"mapping\":true}");
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, JsonNode> checks = new LinkedHashMap<>();
        JSON.readTree(answer.body())
                .path("checks")
                .forEach(check -> assertThat(checks.put(check.path("name").asText(), check))
                        .isNull());
        return checks;
    }

    /** Those of the mapping that aren't ok. */
    private static List<String> wrong(Map<String, JsonNode> checks) {
        return checks.values().stream()
                .filter(check -> !check.path("ok").asBoolean())
                .map(check -> check.path("name").asText())
                .filter(name -> name.contains(":") || name.equals("sage-x3-mapping"))
                .toList();
    }

    private static String detail(Map<String, JsonNode> checks, String name) {
        return check(checks, name).path("detail").asText();
    }

    private static JsonNode check(Map<String, JsonNode> checks, String name) {
        assertThat(checks).containsKey(name);
        return Objects.requireNonNull(checks.get(name));
    }

    private static Folder folder() {
        return bench.x3().ledger().folder(Bench.FOLDER);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/Chicago"));
    }

    /** Midnight may be near. */
    private static YearMonth[] months() {
        return new YearMonth[] {YearMonth.from(today()), YearMonth.from(today().plusDays(1))};
    }

    /** The check of the period that is under way, which has its day in its name. */
    private String period(Map<String, JsonNode> checks) {
        String beginning = "sage-x3-period:";
        List<String> names = checks.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .toList();
        assertThat(names).hasSize(1);
        assertThat(LocalDate.parse(names.get(0).substring(beginning.length()))).isBetween(began, today());
        return names.get(0);
    }
}
