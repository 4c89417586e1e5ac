package io.ledgerbridge.sagex3.templates;

import com.schibsted.spt.data.jslt.JsltException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The templates of a folder, read and compiled once: those that are checked at the start are those that make requests,
 * whatever becomes of the files.
 */
public final class TemplateFolder {

    /** Of a folder that can't be read. */
    public static final TemplateFolder NONE = new TemplateFolder(List.of());

    private final List<TemplateFile> files;
    private final Map<String, JsltTemplate> templates = new TreeMap<>();
    private final Map<String, DocumentTemplate> documents = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private TemplateFolder(List<TemplateFile> files) {
        this.files = files;
        files.forEach(this::read);
    }

    /**
     * Reads and compiles all of a folder's.
     *
     * @param folder one that can be read
     */
    public static TemplateFolder in(String folder) {
        return new TemplateFolder(TemplateFile.in(folder));
    }

    private void read(TemplateFile file) {
        if (file.isJslt()) {
            compile(file);
        } else {
            documents.put(file.stem(), new DocumentTemplate(file));
        }
    }

    private void compile(TemplateFile file) {
        try {
            templates.put(file.stem(), JsltTemplate.of(file));
        } catch (JsltException unreadable) {
            faults.add(file.fault(unreadable.getLine(), unreadable.getMessageWithoutLocation()));
        }
    }

    /** Whether there is such a file, compiled or not. */
    boolean has(String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }

    /** What is wrong with the templates in JSLT that can't be compiled. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** The templates in JSLT that could be compiled, in the order of their names. */
    List<JsltTemplate> templates() {
        return List.copyOf(templates.values());
    }

    /** The documents of GraphQL, in the order of their names. */
    List<DocumentTemplate> documents() {
        return List.copyOf(documents.values());
    }

    /**
     * The template of a stem, such as {@code rest-create}.
     *
     * @throws IllegalStateException if there is none, which the check at the start refuses
     */
    public JsltTemplate template(String stem) {
        JsltTemplate template = templates.get(stem);
        if (template == null) {
            throw new IllegalStateException("there is no template %s.jslt".formatted(stem));
        }
        return template;
    }

    /**
     * The GraphQL document of a stem, such as {@code graphql-create}.
     *
     * @throws IllegalStateException if there is none, which the check at the start refuses
     */
    public DocumentTemplate document(String stem) {
        DocumentTemplate document = documents.get(stem);
        if (document == null) {
            throw new IllegalStateException("there is no document %s.graphql".formatted(stem));
        }
        return document;
    }
}
