package io.ledgerbridge.start.routes;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Language;

/** Whether Camel can read what stands in a file in its language Simple, in which routes ask for variables. */
final class RouteExpressions {

    private final Language simple;

    /** @param camel not started */
    RouteExpressions(CamelContext camel) {
        this.simple = camel.resolveLanguage("simple");
    }

    void check(RouteFile file, SetupFaults faults) {
        file.tree()
                .all()
                .filter(place -> place.key().equals("simple"))
                .map(place -> place.field("expression").orElse(place))
                .forEach(place -> place.text()
                        .filter(text -> !text.contains("{{"))
                        .flatMap(this::wrong)
                        .ifPresent(why -> faults.fault(place, why)));
    }

    /** Some are only good as a condition. */
    private Optional<String> wrong(String text) {
        try {
            simple.createExpression(text);
            return Optional.empty();
        } catch (RuntimeException noExpression) {
            return wrongCondition(text);
        }
    }

    private Optional<String> wrongCondition(String text) {
        try {
            simple.createPredicate(text);
            return Optional.empty();
        } catch (RuntimeException wrong) {
            return Optional.of(RouteSyntax.firstLine(wrong));
        }
    }
}
