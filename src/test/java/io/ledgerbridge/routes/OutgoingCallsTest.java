package io.ledgerbridge.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.ledgerbridge.sandbox.hostile.OutgoingCall;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a hostile BigCommerce and a hostile X3 answer badly is every call that the program makes. */
class OutgoingCallsTest {

    private static final String DIRECT = "direct:";

    /** It asks for the very list that a backfill does. */
    private static final String LIKE_A_BACKFILL = "shadow-orders-page";

    /** The steps by which an exchange leaves the program. */
    private static final Set<String> SENDING = Set.of("to", "toD", "enrich", "pollEnrich", "wireTap", "recipientList");

    @Test
    void nameEveryRouteThatMakesOne() {
        Map<String, Set<String>> ends = ends();
        Set<String> callers = routesWith(ends, OutgoingCallsTest::isOutside);
        Set<String> makers = callers.stream()
                .flatMap(caller -> {
                    Set<String> users = routesWith(ends, end -> end.equals(DIRECT + caller));
                    return users.isEmpty() || isNamed(caller) ? Stream.of(caller) : users.stream();
                })
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(callers).isNotEmpty();
        assertThat(makers.remove(LIKE_A_BACKFILL)).isTrue();
        assertThat(makers).isEqualTo(named());
    }

    /** The identity provider's, for people who log in, are Spring Security's own. Of an alert's answer nothing but its status is read. */
    @Test
    void nameTheOneClassThatMakesOne() {
        JavaClasses classes = ArchConfiguration.withThreadLocalScope(reading -> {
            reading.setResolveMissingDependenciesFromClassPath(false); // the names of what is called are enough
            return new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.ledgerbridge");
        });

        assertThat(classes.stream()
                        .flatMap(each -> each.getMethodCallsFromSelf().stream())
                        .filter(OutgoingCallsTest::sends)
                        .map(call -> call.getOriginOwner().getSimpleName()))
                .containsOnly("TokenEndpoint", "NonClosingClient", "WebhookAlerts");
    }

    private static boolean sends(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return (owner.startsWith("org.apache.hc.client5.http") && call.getName().matches("(do)?[eE]xecute(Open)?"))
                || owner.startsWith("java.net.http")
                || owner.startsWith("org.springframework.web.client")
                || (owner.startsWith("java.net.") && call.getName().startsWith("openConnection"))
                || owner.equals("java.net.Socket");
    }

    private static Set<String> named() {
        return Stream.of(OutgoingCall.values())
                .map(OutgoingCall::route)
                .filter(route -> !route.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNamed(String route) {
        return named().contains(route);
    }

    /** What leaves the process: all else that the routes send to is Camel's own and within it. */
    private static boolean isOutside(String end) {
        return !end.matches("(direct|seda|log|mock|bean|timer|sql):.*");
    }

    private static Set<String> routesWith(Map<String, Set<String>> ends, Predicate<String> which) {
        return ends.entrySet().stream()
                .filter(route -> route.getValue().stream().anyMatch(which))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By route, what it sends to. */
    private static Map<String, Set<String>> ends() {
        Map<String, Set<String>> ends = new TreeMap<>();
        for (RouteFile file : RouteFile.all()) {
            for (JsonNode route : file.routes()) {
                ends.put(
                        route.path("id").asText(),
                        RouteFile.places(route).stream()
                                .filter(place -> SENDING.contains(place.key()))
                                .map(place -> end(place.value()))
                                .filter(end -> !end.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return ends;
    }

    /** An address, or the expression that gives it. */
    private static String end(JsonNode step) {
        return step.path("uri")
                .asText(step.findPath("expression").findPath("expression").asText(""));
    }
}
