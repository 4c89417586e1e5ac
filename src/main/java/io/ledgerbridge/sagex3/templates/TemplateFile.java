package io.ledgerbridge.sagex3.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A template as it lies in a store's folder.
 *
 * @param name of the file, without its folder
 */
public record TemplateFile(Path path, String name, String text) {

    /** Every template of a folder, in the order of their names. */
    public static List<TemplateFile> in(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file ->
                            file.toString().endsWith(".jslt") || file.toString().endsWith(".graphql"))
                    .sorted()
                    .map(TemplateFile::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static TemplateFile read(Path file) {
        try {
            return new TemplateFile(file, file.getFileName().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isJslt() {
        return name.endsWith(".jslt");
    }

    /** The name without what it ends in. */
    String stem() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Whether it is one that makes an entry, by its name. */
    boolean creates() {
        return stem().endsWith("-create");
    }

    /** Whether it is one that finds an entry, by its name. */
    boolean looksUp() {
        return stem().endsWith("-look-up");
    }

    /** Whether it is one that reads answers, by its name. */
    boolean answers() {
        return isJslt() && stem().endsWith("-answer");
    }

    /** A fault at a line, from 1; none: of the whole. Parsers go on, line after line, about what they had expected. */
    String fault(int line, String words) {
        return path + (line > 0 ? ", line " + line : "") + ": "
                + words.lines().findFirst().orElse("can't be read");
    }

    /** The first line that names a field; 0 where none does. */
    int lineOf(String field) {
        List<String> lines = text.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).contains('"' + field + '"')) {
                return line + 1;
            }
        }
        return 0;
    }

    /** The line of a place in the text, from 1. */
    int lineAt(int place) {
        return 1
                + (int) text.substring(0, place)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }
}
