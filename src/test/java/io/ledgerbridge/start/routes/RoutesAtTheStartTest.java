package io.ledgerbridge.start.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ledgerbridge.WholeProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the start says of routes that were edited, before anything is started. */
@WholeProgram
@Tag(WholeProgram.TRIAL)
class RoutesAtTheStartTest {

    @TempDir
    Path folder;

    @Test
    void saysNothingOfTheRoutesAsTheyAreShipped() throws Exception {
        SetupFaults found = ChangedRoutes.in(folder).look();

        assertThat(found.faults()).isEmpty();
        assertThat(found.warnings()).isEmpty();
    }

    /** The file, what is changed in it and to what, and what is said; @ is the first line that has changed. */
    static Stream<Arguments> slips() {
        return Stream.of(
                // which thread it goes on with
                arguments(
                        "send-journal",
                        "                  asyncDelayed: false\n",
                        "",
                        "send-journal.camel.yaml:34: a delay hands the rest of the route to another thread: it needs asyncDelayed: false"),
                arguments(
                        "ping-store",
                        "mode: ConcurrentRequests",
                        "mode: ConcurrentRequests\n            asyncDelayed: true",
                        "ping-store.camel.yaml:197: asyncDelayed hands the rest of the route to another thread: leave it out"),
                arguments(
                        "post-order",
                        "      steps:\n",
                        "      steps:\n        - threads:\n            poolSize: 2\n",
                        "post-order.camel.yaml:@: threads hands the rest of the route to another thread: leave it out"),
                arguments(
                        "post-order",
                        "      steps:\n",
                        "      steps:\n        - split:\n            parallelProcessing: true\n            simple: ${body}\n            steps:\n              - log: a\n",
                        "post-order.camel.yaml:13: parallelProcessing hands an order to another thread, and its worker gives it back: leave it out"),
                arguments(
                        "read-order",
                        "      steps:\n",
                        "      steps:\n        - aggregate:\n            correlationExpression:\n              constant: one\n            completionTimeout: 100\n            aggregationStrategy: '#class:org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy'\n            steps:\n              - log: a\n",
                        "read-order.camel.yaml:11: aggregate hands an order to another thread, and its worker gives it back: leave it out"),
                arguments(
                        "send-journal",
                        "      steps:\n",
                        "      steps:\n        - circuitBreaker:\n            resilience4jConfiguration:\n              timeoutEnabled: true\n            steps:\n              - log: a\n",
                        "send-journal.camel.yaml:11: timeoutEnabled hands an order to another thread, and its worker gives it back: leave it out"),
                arguments(
                        "post-order",
                        "uri: direct:post-order-work",
                        "uri: seda:post-order-work",
                        "post-order.camel.yaml:@: seda:post-order-work hands an order to another thread, and its worker gives it back: leave it out"),
                // what a route is and how it fails
                arguments(
                        "post-order",
                        "routeConfigurationId: pass-on",
                        "routeConfigurationId: pas-on",
                        "post-order.camel.yaml:@: there is no routeConfiguration 'pas-on'; the nearest are pass-on"),
                arguments(
                        "post-order",
                        "    routeConfigurationId: on-failure\n",
                        "",
                        "post-order.camel.yaml:1: route 'post-order' has no routeConfigurationId"),
                arguments(
                        "post-order",
                        "routeConfigurationId: on-failure",
                        "routeConfigurationId: pass-on",
                        "post-order.camel.yaml:@: route 'post-order' must have the routeConfiguration on-failure, not pass-on"),
                arguments(
                        "receive-webhook",
                        "routeConfigurationId: answer-webhook",
                        "routeConfigurationId: next-turn",
                        "receive-webhook.camel.yaml:@: route 'receive-webhook' must have the routeConfiguration answer-webhook, not next-turn"),
                arguments(
                        "watch-pairings",
                        "routeConfigurationId: next-turn",
                        "routeConfigurationId: pass-on",
                        "watch-pairings.camel.yaml:@: route 'watch-pairings' must have the routeConfiguration next-turn, not pass-on"),
                arguments(
                        "post-order",
                        "routeConfigurationId: pass-on",
                        "routeConfigurationId: next-turn",
                        "post-order.camel.yaml:@: route 'post-order-work' is called for an order or a delivery, so its routeConfiguration must have noErrorHandler, as pass-on has, and next-turn has not"),
                arguments(
                        "on-failure",
                        "    id: pass-on\n",
                        "    id: pass-off\n",
                        "post-order.camel.yaml:60: there is no routeConfiguration 'pass-on'; the nearest are pass-off"),
                arguments(
                        "on-failure",
                        "    errorHandler:\n      noErrorHandler: {}\n",
                        "",
                        "post-order.camel.yaml:60: route 'post-order-work' is called for an order"),
                arguments(
                        "sweep-orders",
                        "id: sweep-orders-list",
                        "id: sweep-orders",
                        "there is another route 'sweep-orders', in "),
                arguments("sweep-orders", "    id: sweep-orders-list\n", "", ": this route has no id"),
                // what it takes from and sends to
                arguments(
                        "post-order",
                        "uri: direct:post-order-work",
                        "uri: direct:post-order-wrk",
                        "post-order.camel.yaml:@: no route takes from direct:post-order-wrk; the nearest are direct:post-order-work"),
                arguments(
                        "post-order",
                        "expression: direct:read-order",
                        "expression: direct:read-ordr",
                        "post-order.camel.yaml:@: no route takes from direct:read-ordr; the nearest are direct:read-order"),
                arguments(
                        "on-failure",
                        "deadLetterUri: direct:on-failure",
                        "deadLetterUri: direct:on-fail",
                        "on-failure.camel.yaml:@: no route takes from direct:on-fail"),
                arguments(
                        "drain-inbox",
                        "uri: direct:post-order\n                  dynamicUri",
                        "uri: direct:drain-work\n                  dynamicUri",
                        "drain-inbox.camel.yaml:@: no route takes from direct:drain-work"),
                arguments(
                        "read-order",
                        "uri: direct:read-order-resource\n      steps",
                        "uri: direct:read-order\n      steps",
                        "route 'read-order-resource' takes from direct:read-order, and so does 'read-order' in "),
                arguments(
                        "ping-store",
                        "    from:\n      uri: direct:ping-store\n",
                        "    from:\n      uri: direct:ping-stores\n",
                        "ping-store.camel.yaml:@: route 'ping-store' takes from no direct:ping-store, which the program sends to"),
                // beans, methods, classes, placeholders
                arguments(
                        "post-order",
                        "ref: orderJournals",
                        "ref: orderJournal",
                        "post-order.camel.yaml:@: there is no bean 'orderJournal'; the nearest are orderJournals"),
                arguments(
                        "post-order",
                        "method: posted(",
                        "method: postd(",
                        "post-order.camel.yaml:@: bean orderWork has no public method 'postd'; the nearest are posted"),
                arguments(
                        "post-order",
                        "held(${variable.claim}, ${variable.plan.why})",
                        "held(${variable.claim})",
                        "post-order.camel.yaml:@: method held of bean orderWork takes 2 arguments, not 1"),
                arguments(
                        "receive-webhook",
                        "ref: signatureCheck",
                        "ref: signatureChek",
                        "receive-webhook.camel.yaml:@: there is no bean 'signatureChek'; the nearest are signatureCheck"),
                arguments(
                        "receive-webhook",
                        "idempotentRepository: deliveryKeys",
                        "idempotentRepository: delivery",
                        "there is no bean 'delivery'; the nearest are deliveryKeys"),
                arguments(
                        "ping-store",
                        "\"#pingThreads\"",
                        "\"#pingThread\"",
                        "ping-store.camel.yaml:@: there is no bean 'pingThread'; the nearest are pingThreads"),
                arguments(
                        "ping-store",
                        "GroupedBodyAggregationStrategy",
                        "GroupedBodyStrategy",
                        "there is no class org.apache.camel.processor.aggregate.GroupedBodyStrategy"),
                arguments(
                        "ping-store",
                        "httpClient=#reach-",
                        "httpClient=#raech-",
                        "there is no bean 'raech-'; the nearest are reach-"),
                arguments(
                        "receive-webhook",
                        "DeliveryRefused$Forged",
                        "DeliveryRefused$Faked",
                        "receive-webhook.camel.yaml:@: there is no class io.ledgerbridge.bigcommerce.DeliveryRefused$Faked"),
                arguments(
                        "post-order",
                        "java.lang.IllegalStateException",
                        "java.lang.IllegalState",
                        "there is no class java.lang.IllegalState"),
                arguments(
                        "drain-inbox",
                        "{{bean:drainSettings.intervalMillis}}",
                        "{{bean:drainSettings.interval_millis}}",
                        "drain-inbox.camel.yaml:@: bean drainSettings has no public method 'interval_millis'; the nearest are intervalMillis"),
                arguments(
                        "drain-inbox",
                        "{{bean:drainSettings.renewalMillis}}",
                        "{{drain.renewal}}",
                        "there is no property 'drain.renewal' for {{drain.renewal}}"),
                // words that Camel doesn't know
                arguments(
                        "watch-pairings",
                        "- bean:",
                        "- baen:",
                        "watch-pairings.camel.yaml:@: Camel knows no 'baen' here; the nearest are bean"),
                arguments(
                        "sweep-orders",
                        "doWhile:",
                        "dowhile:",
                        "sweep-orders.camel.yaml:@: Camel knows no 'dowhile' here; the nearest are doWhile"),
                arguments(
                        "preview-order",
                        "- route:",
                        "- rotue:",
                        "preview-order.camel.yaml:@: Camel knows no 'rotue' here; the nearest are route"),
                arguments(
                        "watch-pairings",
                        "uri: timer:",
                        "uri: tmer:",
                        "watch-pairings.camel.yaml:@: there is no component 'tmer'; the nearest are timer"),
                arguments(
                        "watch-pairings",
                        "period: 12h",
                        "perod: 12h",
                        "watch-pairings.camel.yaml:@: component timer has no option 'perod'; the nearest are period"),
                arguments(
                        "read-order",
                        "expression: ${variable.claim.store}",
                        "expression: ${variabel.claim.store}",
                        "read-order.camel.yaml:@: Unknown function: variabel.claim.store"),
                // YAML
                arguments("post-order", "group: post", "group: \"post", "is not YAML: "),
                arguments(
                        "post-order",
                        "    group: post\n",
                        "    group: post\n    group: more\n",
                        "post-order.camel.yaml:@: 'group' stands there twice, first in line 3"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("slips")
    void saysWhereItIsWrongAndWhatIsNear(String stem, String good, String slip, String said) throws Exception {
        ChangedRoutes routes = ChangedRoutes.in(folder).changeFirst(stem, good, slip);
        String line = said.replace(":@:", ":" + routes.firstChangedLine(stem) + ":");

        assertThat(routes.faults())
                .anySatisfy(fault -> assertThat(fault).contains(line))
                .allSatisfy(fault -> assertThat(fault).matches("[\\w-]+\\.camel\\.yaml(:\\d+){0,2}: [^\\n]+"));
    }

    @ParameterizedTest
    @CsvSource({
        "drain-inbox, 'drain-inbox.camel.yaml: route ''drain-inbox'' is missing, and without it orders are not received or not posted'",
        "receive-webhook, 'receive-webhook.camel.yaml: route ''receive-webhook'' is missing'",
        "post-order, 'post-order.camel.yaml: route ''post-order'' is missing'",
        "read-order, 'read-order.camel.yaml: route ''read-order'' is missing'",
        "send-journal, 'send-journal.camel.yaml: route ''send-journal-once'' is missing'",
        "sweep-orders, 'sweep-orders.camel.yaml: route ''sweep-orders'' is missing'",
        "on-failure, 'on-failure.camel.yaml: route ''on-failure'' is missing'",
        "send-journal, 'send-journal.camel.yaml: route ''send-journal-create'' is missing, and without it orders are not received or not posted'",
        "call-x3-rest, 'call-x3-rest.camel.yaml: route ''call-x3-rest'' is missing, and a store posts by it'"
    })
    void refusesToStartWithoutWhatReceivesAndPosts(String stem, String said) throws Exception {
        assertThat(ChangedRoutes.in(folder).delete(stem).faults())
                .anySatisfy(fault -> assertThat(fault).contains(said));
    }

    @ParameterizedTest
    @CsvSource({
        "backfill-orders, no backfill goes on",
        "ping-store, no store can be pinged",
        "shadow-orders, no shadow backfill goes on",
        "erase-orders, no personal data of orders is erased",
        "watch-late-commits, nobody notices a second entry that a lost create leaves in Sage X3",
        "watch-pairings, nobody is told that a pairing with Sage X3 is about to end"
    })
    void startsWithoutWhatAnOperatorMayLeaveOutAndSaysSo(String stem, String said) throws Exception {
        ChangedRoutes routes = ChangedRoutes.in(folder).delete(stem);

        assertThat(routes.faults()).isEmpty();
        assertThat(routes.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("route '" + stem + "' is missing: " + said));
    }

    @Test
    void startsWithoutPreviewsWhereThereAreNoShadowRunsEither() throws Exception {
        ChangedRoutes routes = ChangedRoutes.in(folder).delete("preview-order");
        assertThat(routes.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault).contains("shadow-orders.camel.yaml", "direct:preview-order"));

        routes.delete("shadow-orders");

        assertThat(routes.faults()).isEmpty();
        assertThat(routes.warnings()).anySatisfy(warning -> assertThat(warning).contains("no replay can be previewed"));
    }

    /** The last step of the file, as a copy from before the step was added has none. */
    @Test
    void namesTheCallThatAnOlderCopyOfARouteLacks() throws Exception {
        ChangedRoutes routes = ChangedRoutes.in(folder)
                .changeFirst(
                        "prune-rows",
                        "        - bean:\n            ref: sparseChunks\n            method: rewrite\n",
                        "");

        assertThat(routes.faults()).isEmpty();
        assertThat(routes.warnings())
                .containsExactly(
                        "prune-rows.camel.yaml:1: nothing calls sparseChunks.rewrite, as prune-rows does as it is shipped with this version");
    }

    static Stream<Arguments> requiredCalls() {
        return RequiredCalls.BY_FILE.entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(call -> arguments(file.getKey(), call)));
    }

    /** Every one is there as shipped, and missed where it is gone. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("requiredCalls")
    void missesEachCallThatNoLaterStepNeeds(String stem, String call) throws Exception {
        String said = ".camel.yaml:[0-9]+: nothing calls %s, as %s does as it is shipped .*".formatted(call, stem);
        ChangedRoutes routes = ChangedRoutes.in(folder).withoutCall(call);

        assertThat(RequiredRoutes.isOptional(stem) ? routes.warnings() : routes.faults())
                .anySatisfy(line -> assertThat(line).matches(stem + said));
    }

    @Test
    void takesACallThatStandsInAnotherFile() throws Exception {
        ChangedRoutes routes = ChangedRoutes.in(folder)
                .changeFirst(
                        "watch-pairings",
                        "        - bean:\n            ref: pairings\n            method: warn\n",
                        "        - to:\n            uri: direct:warn-somebody\n")
                .write("warn-somebody.camel.yaml", """
                - route:
                    id: warn-somebody
                    group: watch
                    description: Warns.
                    routeConfigurationId: pass-on
                    from:
                      uri: direct:warn-somebody
                      steps:
                        - bean:
                            ref: pairings
                            method: warn
                """);

        assertThat(routes.look().warnings()).isEmpty();
        assertThat(routes.faults()).isEmpty();
    }

    @Test
    void knowsEveryCallThatAnswersNothing() throws Exception {
        assertThat(RequiredCalls.BY_FILE.values().stream().flatMap(List::stream))
                .containsAll(ChangedRoutes.in(folder).callsThatAnswerNothing());
    }

    @Test
    void startsWithoutTheWayIntoX3ThatNoStoreHas() throws Exception {
        ChangedRoutes routes = ChangedRoutes.in(folder).usedBy("graphql").delete("call-x3-soap");

        assertThat(routes.faults()).isEmpty();
        assertThat(routes.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("no route takes from direct:call-x3-soap")
                        .endsWith("(no store needs it)"));
    }

    @Test
    void warnsOfARouteThatNoRouteSendsTo() throws Exception {
        ChangedRoutes routes = ChangedRoutes.in(folder).write("send-more.camel.yaml", """
                - route:
                    id: send-more
                    group: send
                    description: Sends more.
                    routeConfigurationId: pass-on
                    from:
                      uri: direct:send-more
                      steps:
                        - log:
                            message: direct:nowhere is only a word here
                """);

        assertThat(routes.faults()).isEmpty();
        assertThat(routes.warnings()).containsExactly("send-more.camel.yaml:6: no route sends to direct:send-more");
    }

    @Test
    void takesAnEndInAnEditorsSpelling() throws Exception {
        assertThat(ChangedRoutes.in(folder)
                        .changeFirst(
                                "preview-order",
                                "uri: direct:read-order",
                                "uri: direct\n            parameters:\n              name: read-order")
                        .faults())
                .isEmpty();
    }

    @Test
    void takesABranchAsTheReadmeAddsOne() throws Exception {
        String rest = Files.readString(Path.of("routes/call-x3-rest.camel.yaml"));
        String way = rest.replace("call-x3-rest", "call-x3-marketplace");
        String branch = """
                            when:
                              - expression:
                                  simple:
                                    expression: ${variable.journal.channel} == '4'
                                steps:
                                  - to:
                                      uri: direct:call-x3-marketplace
                """;
        ChangedRoutes routes = ChangedRoutes.in(folder)
                .changeFirst("send-journal", "            when:\n", branch)
                .write("call-x3-marketplace.camel.yaml", way);

        assertThat(routes.faults()).isEmpty();
        assertThat(routes.warnings()).isEmpty();
    }

    @Test
    void takesTheBeansThatAFileDefines() throws Exception {
        assertThat(ChangedRoutes.in(folder)
                        .changeFirst("watch-pairings", "ref: pairings", "ref: mine")
                        .write("my-beans.camel.yaml", "- beans:\n    - name: mine\n      type: java.lang.Object\n")
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"drain-more.yaml", "drain-more.camel.yml", "drain-more.Camel.yaml", "drain-more.camel.yaml.orig"
            })
    void warnsOfAFileWhoseNameKeepsItFromBeingLoaded(String name) throws Exception {
        assertThat(ChangedRoutes.in(folder).write(name, "- route: {}\n").warnings())
                .containsExactly(name + ": is not loaded, as its name is not of the form *.camel.yaml");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        SetupFaults faults = new SetupFaults();
        RouteFiles.read("file:" + folder + "/nothing/*.camel.yaml", faults);

        assertThat(faults.faults()).singleElement().asString().startsWith(folder + "/nothing: is no folder");
    }

    @Test
    void saysThatTheFolderIsEmpty() {
        SetupFaults faults = new SetupFaults();
        RouteFiles.read("file:" + folder + "/*.camel.yaml", faults);

        assertThat(faults.faults()).containsExactly(folder + "/*.camel.yaml: there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "hello\n", "a: b\n", "- - -\n", "\u0000", "- route:\n", "- route: 5\n"})
    void saysOfAFileThatHoldsNoRouteThatItDoesNot(String text) throws Exception {
        assertThat(ChangedRoutes.in(folder).write("do-nothing.camel.yaml", text).faults())
                .anySatisfy(fault -> assertThat(fault).startsWith("do-nothing.camel.yaml"));
    }

    @Test
    void saysOfAFileThatCanNotBeReadThatItCanNot() throws Exception {
        ChangedRoutes routes = ChangedRoutes.in(folder);
        Files.createSymbolicLink(folder.resolve("do-that.camel.yaml"), folder.resolve("gone"));

        assertThat(routes.faults()).singleElement().asString().startsWith("do-that.camel.yaml: can't be read");
    }

    @Test
    void failsOnNothingThatAFileCanHold() throws Exception {
        String good = Files.readString(Path.of("routes/post-order.camel.yaml"));
        ChangedRoutes routes = ChangedRoutes.in(folder);
        for (int length = 0; length < good.length(); length += 500) {
            routes.write("post-order.camel.yaml", good.substring(0, length));
            assertThatCode(routes::look).doesNotThrowAnyException();
        }
    }

    @Test
    void knowsTheEndsThatClassesSendTo() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> classes = Files.walk(Path.of("src/main/java"))) {
            for (Path file : classes.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("RequiredRoutes.java"))
                    .toList()) {
                Pattern.compile("\\.to\\(\"((direct|seda):[\\w-]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .map((MatchResult end) -> end.group(1))
                        .forEach(named::add);
            }
        }
        assertThat(RequiredRoutes.CALLED_BY_THE_PROGRAM)
                .containsExactlyInAnyOrderElementsOf(named.stream().collect(Collectors.toSet()));
    }
}
