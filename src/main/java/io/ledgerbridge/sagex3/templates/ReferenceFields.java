package io.ledgerbridge.sagex3.templates;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the field by which a look-up asks for our reference is one in which the create sends it. If it isn't, the look-up
 * finds nothing, and each lost reply creates the entry again.
 */
record ReferenceFields(RequestTemplateCheck create, RequestTemplateCheck lookUp) {

    private static final String FIELD_OF_WHERE = "([A-Za-z0-9_.]+)\\s+eq\\s+'";

    /** Nothing where the look-up asks in a way of its own, by a field that can't be told. */
    List<String> faults() {
        return lookUp.good().stream()
                .filter(asked -> !names(asked).isEmpty())
                .filter(asked -> create.good().stream()
                        .anyMatch(made -> made.sample().equals(asked.sample()) && !sends(made, names(asked))))
                .map(asked -> create.file()
                        .fault(
                                0,
                                "what it yields lacks the whole of .reference in %s, by which %s asks for it"
                                        .formatted(
                                                String.join(", ", names(asked)),
                                                lookUp.file().name())))
                .distinct()
                .toList();
    }

    private static Set<String> names(RequestTemplateCheck.Yield asked) {
        String reference = asked.sample().reference();
        Stream<String> byName = RenderedField.in(asked.entry()).stream()
                .filter(field -> field.is(reference))
                .map(RenderedField::name);
        Stream<String> byWhere = Pattern.compile(FIELD_OF_WHERE + Pattern.quote(reference) + "'")
                .matcher(asked.entry().path("where").asText())
                .results()
                .map(match -> match.group(1));
        return Stream.concat(byName, byWhere).collect(Collectors.toSet());
    }

    private static boolean sends(RequestTemplateCheck.Yield made, Set<String> names) {
        return RenderedField.in(made.entry()).stream()
                .anyMatch(field ->
                        names.contains(field.name()) && field.is(made.sample().reference()));
    }
}
