package io.ledgerbridge.sagex3.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.soap.SoapEntries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a store's templates can be read, and whether they make of samples what X3 can take. Looked at before anything
 * starts, since a template that fails later parks every order.
 */
public final class Templates {

    private static final Map<FolderSettings.X3Api, List<String>> NEEDED = Map.of(
            FolderSettings.X3Api.GRAPHQL,
                    List.of(
                            "graphql-answer.jslt",
                            "graphql-create.graphql",
                            "graphql-create.jslt",
                            "graphql-look-up.graphql",
                            "graphql-look-up.jslt"),
            FolderSettings.X3Api.REST, List.of("rest-answer.jslt", "rest-create.jslt", "rest-look-up.jslt"),
            FolderSettings.X3Api.SOAP, List.of("soap-answer.jslt", "soap-create.jslt", "soap-look-up.jslt"));

    private static final String NO_SIDES =
            "what it yields lacks .sign of each of .lines, or whatever else tells debit from credit";

    private final FolderSettings folder;
    private final TemplateFolder templates;
    private final List<Journal> samples;
    private final Map<String, Set<String>> yields = new HashMap<>();
    private final Map<String, List<Yield>> goodYields = new HashMap<>();
    private final Set<String> faults = new LinkedHashSet<>();

    private record Yield(Journal sample, JsonNode entry) {}

    private Templates(FolderSettings folder, TemplateFolder templates, List<Journal> samples) {
        this.folder = folder;
        this.templates = templates;
        this.samples = samples;
    }

    /**
     * What is wrong with a store's templates, a line each: file, line, and what.
     *
     * @param templates those that will make its requests
     * @param samples journals as the store's orders may make them, with texts as long as they come
     */
    public static Collection<String> faults(FolderSettings folder, TemplateFolder templates, List<Journal> samples) {
        return new Templates(folder, templates, samples).looked();
    }

    private Set<String> looked() {
        missing();
        faults.addAll(templates.faults());
        requests().forEach(template -> tried(template, () -> samples.forEach(sample -> request(template, sample))));
        List<DocumentTemplate> documents =
                templates.documents().stream().filter(this::isDocument).toList();
        answers()
                .forEach(template ->
                        tried(template, () -> answer(new AnswerTemplateCheck(template, folder), documents)));
        return faults;
    }

    private void missing() {
        for (String needed : NEEDED.getOrDefault(folder.api(), List.of())) {
            if (!templates.has(needed)) {
                faults.add("%s/%s is missing, which api %s needs"
                        .formatted(folder.templates(), needed, folder.api().label()));
            }
        }
    }

    private List<JsltTemplate> requests() {
        return templates.templates().stream()
                .filter(template -> !template.file().answers())
                .toList();
    }

    private List<JsltTemplate> answers() {
        return templates.templates().stream()
                .filter(template -> template.file().answers())
                .toList();
    }

    private void tried(JsltTemplate template, Runnable look) {
        try {
            look.run();
        } catch (JsltException failed) {
            faults.add(template.file().fault(failed.getLine(), failed.getMessageWithoutLocation()));
        }
    }

    private void request(JsltTemplate template, Journal sample) {
        TemplateFile file = template.file();
        String input = JournalInput.of(folder, sample);
        JsonNode yielded = template.apply(input);
        Set<String> names = yields.computeIfAbsent(file.stem(), absent -> new HashSet<>());
        yielded.fieldNames().forEachRemaining(names::add);
        List<String> wrong = new RenderedEntry(file, yielded, sample)
                .faults(new FieldLengths(folder.graphql().referenceProperty()));
        if (wrong.isEmpty()
                && file.creates()
                && template.apply(JournalInput.withSidesSwapped(input)).equals(yielded)) {
            wrong = List.of(file.fault(0, NO_SIDES));
        }
        if (wrong.isEmpty()) {
            goodYields.computeIfAbsent(file.stem(), absent -> new ArrayList<>()).add(new Yield(sample, yielded));
        }
        faults.addAll(wrong);
    }

    private boolean isDocument(DocumentTemplate document) {
        List<String> wrong = new GraphqlDocument(document, folder)
                .faults(yields.getOrDefault(document.file().stem(), Set.of()));
        faults.addAll(wrong);
        return wrong.isEmpty();
    }

    /** What an object is made with it is read by, and a document says itself what it selects. */
    private void answer(AnswerTemplateCheck answer, List<DocumentTemplate> documents) {
        faults.addAll(answer.ofNothing());
        if (answer.isOf("rest")) {
            goodYields
                    .getOrDefault("rest-create", List.of())
                    .forEach(made -> faults.addAll(answer.of("rest-create.jslt", made.entry(), made.sample())));
        }
        if (answer.isOf("soap")) {
            goodYields
                    .getOrDefault("soap-create", List.of())
                    .forEach(made -> faults.addAll(
                            answer.of("soap-create.jslt", SoapEntries.asAnswered(made.entry()), made.sample())));
        }
        if (answer.isOf("graphql")) {
            documents.stream()
                    .filter(document -> Set.of("graphql-create", "graphql-look-up")
                            .contains(document.file().stem()))
                    .forEach(document -> faults.addAll(answer.of(document)));
        }
    }
}
