package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.FolderSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a request template yields for samples, and what is wrong with that. */
final class RequestTemplateCheck {

    private static final String NO_SIDES =
            "what it yields lacks .sign of each of .lines, or whatever else tells debit from credit";

    private final JsltTemplate template;
    private final FolderSettings folder;
    private final Set<String> names = new HashSet<>();
    private final List<Yield> good = new ArrayList<>();

    /** What was yielded for a sample. */
    record Yield(Journal sample, JsonNode entry) {}

    RequestTemplateCheck(JsltTemplate template, FolderSettings folder) {
        this.template = template;
        this.folder = folder;
    }

    /**
     * Tries a sample.
     *
     * @throws com.schibsted.spt.data.jslt.JsltException if the template fails
     */
    List<String> faults(Journal sample) {
        String input = JournalInput.of(folder, sample);
        JsonNode yielded = template.apply(input);
        yielded.fieldNames().forEachRemaining(names::add);
        List<String> wrong = new RenderedEntry(template.file(), yielded, sample)
                .faults(new FieldLengths(folder.graphql().referenceProperty()));
        if (wrong.isEmpty()
                && template.file().creates()
                && template.apply(JournalInput.withSidesSwapped(input)).equals(yielded)) {
            wrong = List.of(template.file().fault(0, NO_SIDES));
        }
        if (wrong.isEmpty()) {
            good.add(new Yield(sample, yielded));
        }
        return wrong;
    }

    /** The names of the fields that it yielded, as the variables of a GraphQL document. */
    Set<String> names() {
        return names;
    }

    TemplateFile file() {
        return template.file();
    }

    /** Those that are as they should be. */
    List<Yield> good() {
        return good;
    }
}
