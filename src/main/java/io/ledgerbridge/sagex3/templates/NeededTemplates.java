package io.ledgerbridge.sagex3.templates;

import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.X3Api;
import java.util.List;
import java.util.Map;

/** The templates that each interface of Sage X3 needs. */
final class NeededTemplates {

    private static final Map<X3Api, List<String>> NEEDED = Map.of(
            X3Api.GRAPHQL,
                    List.of(
                            "graphql-answer.jslt",
                            "graphql-create.graphql",
                            "graphql-create.jslt",
                            "graphql-look-up.graphql",
                            "graphql-look-up.jslt"),
            X3Api.REST, List.of("rest-answer.jslt", "rest-create.jslt", "rest-look-up.jslt"),
            X3Api.SOAP, List.of("soap-answer.jslt", "soap-create.jslt", "soap-look-up.jslt"));

    private NeededTemplates() {}

    /** A fault for each that a folder lacks. */
    static List<String> missing(FolderSettings folder, TemplateFolder templates) {
        return NEEDED.getOrDefault(folder.api(), List.of()).stream()
                .filter(needed -> !templates.has(needed))
                .map(needed -> "%s/%s is missing, which api %s needs"
                        .formatted(folder.templates(), needed, folder.api().label()))
                .toList();
    }
}
