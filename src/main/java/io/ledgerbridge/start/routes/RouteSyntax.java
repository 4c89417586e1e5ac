package io.ledgerbridge.start.routes;

import io.ledgerbridge.settings.binding.SpellingSuggestions;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Whether Camel knows the steps and the fields of a route file: read by Camel, with nothing started. */
final class RouteSyntax {

    private static final Pattern UNKNOWN = Pattern.compile("(?:Unsupported field|Unknown node id): (\\S+)");

    private final CamelContext camel;

    /**
     * @param camel not started
     */
    RouteSyntax(CamelContext camel) {
        this.camel = camel;
    }

    /** Whether Camel knows all of it; notes the first thing that it doesn't, since it looks no further. */
    boolean knows(RouteFile file, SetupFaults faults) {
        try {
            for (RoutesBuilder builder : PluginHelper.getRoutesLoader(camel)
                    .findRoutesBuilders(ResourceHelper.fromString(file.name(), file.text()))) {
                configure((RouteBuilder) builder);
            }
            return true;
        } catch (MarkedYamlEngineException wrong) {
            note(file, wrong, faults);
        } catch (Exception wrong) {
            faults.fault(file.name(), "Camel can't read it: " + firstLine(wrong));
        }
        return false;
    }

    private void configure(RouteBuilder routes) throws Exception {
        routes.setCamelContext(camel);
        routes.configure();
    }

    private static void note(RouteFile file, MarkedYamlEngineException wrong, SetupFaults faults) {
        int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
        Matcher unknown = UNKNOWN.matcher(firstLine(wrong));
        if (unknown.lookingAt()) {
            String name = unknown.group(1);
            faults.fault(
                    file.name() + ":" + lineOf(name, line, file),
                    "Camel knows no '%s' here%s"
                            .formatted(name, SpellingSuggestions.to(name, CamelSchema.names().stream())));
        } else {
            faults.fault(file.name() + ":" + line, firstLine(wrong));
        }
    }

    /** Camel's line is that of the step around it, or of the value. */
    private static int lineOf(String name, int line, RouteFile file) {
        return file.tree()
                .all()
                .filter(place -> place.key().equals(name))
                .mapToInt(YamlPlace::line)
                .filter(found -> found >= line - 1)
                .findFirst()
                .orElse(line);
    }

    /** Of what Camel says is wrong. */
    static String firstLine(Exception wrong) {
        return Objects.toString(wrong.getMessage(), wrong.toString())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
    }
}
