package io.ledgerbridge.routes;

import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import graphql.parser.InvalidSyntaxException;
import io.ledgerbridge.sagex3.templates.TemplateFunctions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether the templates of what X3 is sent can be read. */
final class TemplateChecks {

    static final Path FOLDER = RouteFile.FOLDER.resolve("sage-x3");

    private static final String NAME = "\\$\\{variable\\.folder(\\.[a-zA-Z]+)+}";

    private TemplateChecks() {}

    /** Every template's text, by file name. */
    static Map<String, String> all() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<String> of(String name, String text) {
        List<String> faults = new ArrayList<>();
        try {
            if (name.endsWith(".jslt")) {
                Parser.compileString(text, TemplateFunctions.ALL);
            } else if (name.endsWith(".graphql")) {
                graphql(text);
            } else {
                faults.add(name + ": is no template that a route knows");
            }
        } catch (JsltException | InvalidSyntaxException unreadable) {
            faults.add(name + ": " + unreadable.getMessage());
        }
        return faults;
    }

    /** The names that the settings give are filled in; anything else in braces is left, and can't be read. */
    private static void graphql(String text) {
        new graphql.parser.Parser().parseDocument(text.replaceAll(NAME, "someName"));
    }
}
