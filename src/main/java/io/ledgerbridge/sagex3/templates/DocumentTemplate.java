package io.ledgerbridge.sagex3.templates;

import io.ledgerbridge.sagex3.FolderSettings;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A GraphQL document in which {@code ${variable.folder.graphql.node}} and its like stand for the settings' names. */
public record DocumentTemplate(TemplateFile file) {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
    private static final String SETTINGS = "variable.folder.";

    /**
     * With a folder's names in their places.
     *
     * @throws IllegalStateException if it names something else, which the check at the start refuses
     */
    public String filled(FolderSettings folder) {
        return filled(folder, fault -> {
                    throw new IllegalStateException(fault);
                })
                .trim();
    }

    /**
     * The document with the names of a folder's settings.
     *
     * @param unknown is told of each place that names something else, in which {@code name} then stands
     */
    public String filled(FolderSettings folder, Consumer<String> unknown) {
        Map<String, String> names = names(folder);
        return PLACE.matcher(file.text()).replaceAll(place -> Matcher.quoteReplacement(name(place, names, unknown)));
    }

    private String name(MatchResult place, Map<String, String> names, Consumer<String> unknown) {
        String expression = place.group(1);
        String name = expression.startsWith(SETTINGS) ? names.get(expression.substring(SETTINGS.length())) : null;
        if (name == null) {
            unknown.accept(file.fault(
                    file.lineAt(place.start()),
                    "${%s} is none of %s"
                            .formatted(
                                    expression, names.keySet().stream().sorted().toList())));
        }
        return name == null ? "name" : name;
    }

    private static Map<String, String> names(FolderSettings folder) {
        return Map.of(
                "endpoint", folder.endpoint(),
                "graphql.packageName", folder.graphql().packageName(),
                "graphql.node", folder.graphql().node(),
                "graphql.referenceProperty", folder.graphql().referenceProperty(),
                "graphql.statusProperty", folder.header().statusProperty(),
                "graphql.inputType", folder.graphql().inputType());
    }
}
