package io.ledgerbridge.sagex3.templates;

import com.schibsted.spt.data.jslt.JsltException;
import io.ledgerbridge.books.Journal;
import io.ledgerbridge.sagex3.FolderSettings;
import io.ledgerbridge.sagex3.soap.SoapEntries;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether a store's templates can be read, and whether they make of samples what X3 can take. Checked before anything
 * starts, since a template that fails later parks every order.
 */
public final class Templates {

    private static final Set<String> DOCUMENTS = Set.of("graphql-create", "graphql-look-up");

    private final FolderSettings folder;
    private final TemplateFolder templates;
    private final List<Journal> samples;
    private final Map<String, RequestTemplateCheck> requests = new TreeMap<>();
    private final Set<String> faults = new LinkedHashSet<>();

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
        return new Templates(folder, templates, samples).check();
    }

    private Set<String> check() {
        faults.addAll(NeededTemplates.missing(folder, templates));
        faults.addAll(templates.faults());
        templates(false).forEach(template -> trying(template, () -> request(template)));
        Stream.of("rest", "soap").forEach(this::pair);
        List<DocumentTemplate> documents =
                templates.documents().stream().filter(this::isGood).toList();
        templates(true).forEach(template -> trying(template, () -> answer(template, documents)));
        return faults;
    }

    private void pair(String api) {
        RequestTemplateCheck create = requests.get(api + "-create");
        RequestTemplateCheck lookUp = requests.get(api + "-look-up");
        if (create != null && lookUp != null && !create.good().isEmpty()) {
            List<String> wrong = new ReferenceFields(create, lookUp).faults();
            faults.addAll(wrong);
            create.good().removeIf(made -> !wrong.isEmpty());
        }
    }

    private Stream<JsltTemplate> templates(boolean answers) {
        return templates.templates().stream().filter(template -> template.file().answers() == answers);
    }

    private void trying(JsltTemplate template, Runnable check) {
        try {
            check.run();
        } catch (JsltException failed) {
            faults.add(template.file().fault(failed.getLine(), failed.getMessageWithoutLocation()));
        }
    }

    private void request(JsltTemplate template) {
        RequestTemplateCheck check = new RequestTemplateCheck(template, folder);
        requests.put(template.file().stem(), check);
        samples.forEach(sample -> faults.addAll(check.faults(sample)));
    }

    private boolean isGood(DocumentTemplate document) {
        RequestTemplateCheck variables = requests.get(document.file().stem());
        List<String> wrong =
                new GraphqlDocument(document, folder).faults(variables == null ? Set.of() : variables.names());
        faults.addAll(wrong);
        return wrong.isEmpty();
    }

    /** What an object is made with it is read by, and a document says itself what it selects. */
    private void answer(JsltTemplate template, List<DocumentTemplate> documents) {
        AnswerTemplateCheck answer = new AnswerTemplateCheck(template, folder);
        faults.addAll(answer.ofNothing());
        if (answer.isOf("rest")) {
            good("rest-create")
                    .forEach(made -> faults.addAll(answer.of("rest-create.jslt", made.entry(), made.sample())));
        }
        if (answer.isOf("soap")) {
            good("soap-create")
                    .forEach(made -> faults.addAll(
                            answer.of("soap-create.jslt", SoapEntries.asAnswered(made.entry()), made.sample())));
        }
        if (answer.isOf("graphql")) {
            GraphqlAnswerCheck selected = new GraphqlAnswerCheck(template, folder);
            documents.stream()
                    .filter(document -> DOCUMENTS.contains(document.file().stem()))
                    .forEach(document -> faults.addAll(selected.of(document)));
        }
    }

    private List<RequestTemplateCheck.Yield> good(String stem) {
        RequestTemplateCheck check = requests.get(stem);
        return check == null ? List.of() : check.good();
    }
}
