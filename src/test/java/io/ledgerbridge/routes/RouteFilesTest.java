package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerbridge.sagex3.LookUpPolicy;
import io.ledgerbridge.sagex3.X3Api;
import io.ledgerbridge.sagex3.templates.JournalInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of routes/ keep to the rules that the start does not check; and each rule is seen to refuse what breaks it. */
class RouteFilesTest {

    private static final String GOOD = """
            - routeConfiguration:
                id: pass-on
            - route:
                id: do-this
                group: this
                description: Does this.
                routeConfigurationId: pass-on
                from:
                  uri: timer:do-this
                  steps:
                    - to:
                        uri: direct:do-this-well
            - route:
                id: do-this-well
                group: this
                description: Does this well.
                routeConfigurationId: pass-on
                from:
                  uri: direct:do-this-well
                  steps:
                    - setBody:
                        expression:
                          method:
                            ref: orderScheduler
                            method: claims
                    - log:
                        message: done
            """;

    static List<RouteFile> files() {
        return RouteFile.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void fitsCamelsSchema(RouteFile file) {
        assertThat(RouteChecks.againstSchema(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNamedForWhatItDoes(RouteFile file) {
        assertThat(RouteChecks.ofNames(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasTheFormThatEditorsWrite(RouteFile file) {
        assertThat(RouteChecks.ofForm(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsNoProgramsPlacesOrSecrets(RouteFile file) {
        assertThat(ForbiddenThings.in(file)).isEmpty();
    }

    @Test
    void everyRouteSaysWhatItIs() {
        assertThat(RouteChecks.ofRoutes(files())).isEmpty();
    }

    @Test
    void everyRouteIsNamedForTheEndpointThatItConsumes() {
        assertThat(RouteChecks.ofEndpoints(files())).isEmpty();
    }

    @Test
    void theOnceOnlyProtocolStandsOnce() {
        assertThat(files()).extracting(RouteFile::stem).contains("send-journal", "call-x3-rest");
        assertThat(RouteChecks.ofTheProtocol(files())).isEmpty();
    }

    @Test
    void everyTemplateCanBeRead() {
        assertThat(TemplateChecks.all())
                .isNotEmpty()
                .allSatisfy((name, text) ->
                        assertThat(TemplateChecks.of(name, text)).isEmpty());
    }

    @Test
    void theFolderIsFlat() throws IOException {
        try (Stream<Path> inside = Files.list(RouteFile.FOLDER)) {
            assertThat(inside.filter(Files::isDirectory)).containsExactly(TemplateChecks.FOLDER);
        }
    }

    @Test
    void theReadmeNamesEveryBeanAndVariable() throws IOException {
        List<String> named = new ArrayList<>();
        for (RouteFile file : files()) {
            for (RouteFile.Place place : file.places()) {
                addText(named, place.value().path("ref"));
                addText(named, place.value().path("variableReceive"));
                if (place.key().equals("setVariable")) {
                    addText(named, place.value().path("name"));
                }
            }
        }
        assertThat(named).contains("faults", "reading", "folder");
        assertThat(readme())
                .contains(named.stream().map(name -> "`" + name + "`").toList());
    }

    @Test
    void thePictureInTheProjectsReadmeNamesEveryFile() throws IOException {
        String picture = Files.readString(Path.of("README.md")).split("```", 3)[1];
        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(picture).containsPattern("\\b" + file.stem() + "\\b"));
    }

    /** Of each route that another file calls. */
    @Test
    void theReadmeSaysWhatARouteNeeds() throws IOException {
        Map<String, Set<String>> said = new TreeMap<>();
        readme().lines().filter(line -> line.matches("\\| `.*\\|.*\\|.*\\|")).forEach(row -> {
            String[] cells = row.split("\\|", -1);
            quoted(cells[1]).forEach(id -> said.putIfAbsent(id, quoted(cells[2])));
        });
        Set<String> called = RouteNeeds.called(files());
        assertThat(called).contains("read-order-resource", "send-journal-look-up", "call-x3-soap");
        assertThat(called).allSatisfy(id -> assertThat(said).containsEntry(id, RouteNeeds.of(id, files())));
    }

    private static Set<String> quoted(String cell) {
        return Pattern.compile("`([^`]+)`")
                .matcher(cell)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theReadmeNamesEveryFieldThatATemplateIsGiven() throws IOException {
        String input =
                JournalInput.of(Given.folder(X3Api.GRAPHQL, "http://x3.invalid", LookUpPolicy.ALWAYS), Given.journal());
        JsonNode journal = new ObjectMapper().readTree(input);
        List<String> fields = new ArrayList<>();
        journal.fieldNames().forEachRemaining(fields::add);
        journal.path("lines").path(0).fieldNames().forEachRemaining(fields::add);
        assertThat(fields).contains("reference", "businessPartner");
        assertThat(readme())
                .contains(fields.stream().map(name -> "`" + name + "`").toList());
    }

    private static void addText(List<String> texts, JsonNode node) {
        if (node.isTextual()) {
            texts.add(node.asText());
        }
    }

    private static String readme() throws IOException {
        return Files.readString(RouteFile.FOLDER.resolve("README.md"));
    }

    // That the checks can fail

    @Test
    void aGoodFileHasNoFaults() {
        RouteFile good = RouteFile.of("do-this.camel.yaml", GOOD);
        assertThat(RouteChecks.againstSchema(good)).isEmpty();
        assertThat(RouteChecks.ofNames(good)).isEmpty();
        assertThat(RouteChecks.ofForm(good)).isEmpty();
        assertThat(RouteChecks.ofRoutes(List.of(good))).isEmpty();
        assertThat(RouteChecks.ofEndpoints(List.of(good))).isEmpty();
        assertThat(ForbiddenThings.in(good)).isEmpty();
    }

    @Test
    void aStepThatCamelDoesNotKnowIsRefused() {
        assertThat(RouteChecks.againstSchema(changed("- log:", "- logg:"))).isNotEmpty();
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> changed("    group: this\n", "    group: this\n    group: that\n"))
                .hasMessageContaining("do-this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doThis.camel.yaml", "dothis.camel.yaml", "do-this.yaml", "do-that.camel.yaml"})
    void aFileWithTheWrongNameIsRefused(String name) {
        assertThat(RouteChecks.ofNames(RouteFile.of(name, GOOD))).isNotEmpty();
    }

    @Test
    void anIdThatDoesNotExtendTheFilesStemIsRefused() {
        assertThat(RouteChecks.ofNames(changed("id: do-this-well", "id: route-4bac")))
                .singleElement()
                .asString()
                .contains("route-4bac");
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "description"})
    void aRouteThatLeavesOutWhatItIsIsRefused(String field) {
        RouteFile without = RouteFile.of("do-this.camel.yaml", GOOD.replaceFirst("    " + field + ": .*\n", ""));
        assertThat(RouteChecks.ofRoutes(List.of(without))).hasSize(1);
    }

    @Test
    void formsThatEditorsDoNotWriteAreRefused() {
        assertThat(RouteChecks.ofForm(changed("    - log:", "    # why\n        - log:")))
                .hasSize(1);
        assertThat(RouteChecks.ofForm(changed(
                        "method:\n                ref: orderScheduler\n                method: claims",
                        "simple: ${body}")))
                .hasSize(1);
        assertThat(RouteChecks.ofForm(RouteFile.of("do-this.camel.yaml", "- from:\n    uri: timer:a\n")))
                .hasSize(1);
    }

    @Test
    void anEndpointThatItsRouteIsNotNamedForIsRefused() {
        assertThat(RouteChecks.ofEndpoints(List.of(changed("direct:do-this-well", "direct:well"))))
                .containsExactly("do-this-well: consumes direct:well");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- script:\n            groovy: 1",
                "- setBody:\n            expression:\n              groovy:\n                expression: 1 + 1",
                "- to:\n            uri: language:groovy:1",
                "- to:\n            uri: sql:anything",
                "- to:\n            uri: mock:a?query=select 1 from journal",
                "- to:\n            uri: https://x3.example.com",
                "- to:\n            uri: mock:localhost",
                "- to:\n            uri: netty:tcp://${variable.host}:8124",
                "- to:\n            uri: mock:10.0.0.1",
                "- to:\n            uri: graphql:${variable.url}?accessToken=abc",
                "- to:\n            uri: mock:a\n            parameters:\n              password: abc",
                "- toD:\n            uri: direct:${header.next}",
                "- toD:\n            uri: file:${body}",
                "- toD:\n            uri: ${variable.shop.apiUrl}/${variable.resource}",
                "- toD:\n            uri: ${variable.folder.url}/${variable.claim.order}",
                "- toD:\n            uri: jslt:file:${variable.journal.reference}.jslt",
                "- toD:\n            uri: jslt:file:${variable.folder.templates}/rest-create.jslt",
                "- toD:\n            uri: language:simple:file:${variable.folder.templates}/graphql-create.graphql",
                "- toD:\n            uri: mock:${exchangeId}",
                "- enrich:\n            expression:\n              simple:\n                expression: mock:${variable.page.next}",
                "- recipientList:\n            expression:\n              simple:\n                expression: direct:${body}",
                "- setBody:\n            expression:\n              constant:\n                expression: '411000'",
                "- setBody:\n            expression:\n              constant:\n                expression: '12.50'",
                "- setBody:\n            expression:\n              simple:\n                expression: '{\"a\": 1}'",
                "- setBody:\n            expression:\n              simple:\n                expression: ${body} * 100",
                "- setHeader:\n            name: Authorization\n            expression:\n              constant:\n                expression: Bearer abcdefgh"
            })
    void thingsThatHaveNoPlaceInARouteAreRefused(String step) {
        assertThat(ForbiddenThings.in(changed("- log:\n            message: done", step)))
                .isNotEmpty();
    }

    @Test
    void templatesThatCanNotBeReadAreRefused() {
        assertThat(TemplateChecks.of("a.jslt", "{\"a\": }")).hasSize(1);
        assertThat(TemplateChecks.of("a.graphql", "query { a ")).hasSize(1);
        assertThat(TemplateChecks.of("a.graphql", "query { ${body} { a } }")).hasSize(1);
        assertThat(TemplateChecks.of("a.xml", "<a/>")).hasSize(1);
        assertThat(TemplateChecks.of("a.graphql", "query { ${variable.folder.graphql.node} { a } }"))
                .isEmpty();
    }

    @Test
    void aCopyOfTheOnceOnlyProtocolIsRefused() {
        assertThat(RouteChecks.ofTheProtocol(List.of(changed("ref: orderScheduler", "ref: journalDispatch"))))
                .containsExactly("do-this.camel.yaml: the once-only protocol is send-journal's");
        assertThat(RouteChecks.ofTheProtocol(List.of(RouteFile.of("call-x3-more.camel.yaml", GOOD + "\n".repeat(100)))))
                .containsExactly("call-x3-more.camel.yaml: has more than 100 lines");
    }

    private static RouteFile changed(String good, String broken) {
        assertThat(GOOD).contains(good);
        return RouteFile.of("do-this.camel.yaml", GOOD.replace(good, broken));
    }
}
