package io.ledgerbridge.sagex3;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import io.ledgerbridge.books.Journal;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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

    private final FolderSettings folder;
    private final List<Journal> samples;
    private final Map<String, Set<String>> yields = new HashMap<>();
    private final Map<String, List<Yield>> goodYields = new HashMap<>();
    private final Set<String> faults = new LinkedHashSet<>();

    private record Yield(Journal sample, JsonNode entry) {}

    private Templates(FolderSettings folder, List<Journal> samples) {
        this.folder = folder;
        this.samples = samples;
    }

    /**
     * What is wrong with a store's templates, a line each: file, line, and what.
     *
     * @param samples journals as the store's orders may make them, with texts as long as they come
     */
    public static Collection<String> faults(FolderSettings folder, List<Journal> samples) {
        return new Templates(folder, samples).looked();
    }

    private Set<String> looked() {
        List<TemplateFile> files = TemplateFile.in(folder.templates());
        List<String> names = files.stream().map(TemplateFile::name).toList();
        for (String needed : NEEDED.getOrDefault(folder.api(), List.of())) {
            if (!names.contains(needed)) {
                faults.add("%s/%s is missing, which api %s needs"
                        .formatted(
                                folder.templates(), needed, folder.api().name().toLowerCase(Locale.ROOT)));
            }
        }
        files.stream()
                .filter(TemplateFile::isJslt)
                .filter(file -> !file.answers())
                .forEach(file -> jslt(file, template -> samples.forEach(sample -> request(file, template, sample))));
        List<TemplateFile> documents = files.stream()
                .filter(file -> !file.isJslt())
                .filter(this::isDocument)
                .toList();
        files.stream()
                .filter(TemplateFile::answers)
                .forEach(file -> jslt(file, template -> answer(new AnsweredSample(file, template, folder), documents)));
        return faults;
    }

    private void jslt(TemplateFile file, Consumer<Expression> look) {
        try {
            look.accept(new Parser(new StringReader(file.text()))
                    .withFunctions(TemplateFunctions.ALL)
                    .compile());
        } catch (JsltException unreadable) {
            faults.add(file.fault(unreadable.getLine(), unreadable.getMessageWithoutLocation()));
        }
    }

    private void request(TemplateFile file, Expression template, Journal sample) {
        JsonNode input = JournalRequests.yielded(new JournalRequests().input(folder, sample));
        JsonNode yielded = template.apply(input);
        Set<String> names = yields.computeIfAbsent(file.stem(), absent -> new HashSet<>());
        yielded.fieldNames().forEachRemaining(names::add);
        List<String> wrong = new YieldedEntry(file, yielded, sample)
                .faults(new FieldLengths(folder.graphql().referenceProperty()));
        if (wrong.isEmpty()) {
            goodYields.computeIfAbsent(file.stem(), absent -> new ArrayList<>()).add(new Yield(sample, yielded));
        }
        faults.addAll(wrong);
    }

    private boolean isDocument(TemplateFile file) {
        List<String> wrong = new GraphqlDocument(file, folder).faults(yields.getOrDefault(file.stem(), Set.of()));
        faults.addAll(wrong);
        return wrong.isEmpty();
    }

    /** What an object is made with it is read by, and a document says itself what it selects. */
    private void answer(AnsweredSample answer, List<TemplateFile> documents) {
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
                    .filter(document ->
                            Set.of("graphql-create", "graphql-look-up").contains(document.stem()))
                    .forEach(document -> faults.addAll(answer.of(document)));
        }
    }
}
