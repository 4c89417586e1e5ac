package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link in the README or in docs/ leads to a file that is there, and to a heading of it. */
class DocumentLinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    @ParameterizedTest
    @MethodSource("pages")
    void leadsSomewhere(Path page) throws IOException {
        for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).as(link.group()).exists();
            if (link.group(2) != null) {
                assertThat(anchors(target)).as(link.group()).contains(link.group(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void isLinkedFromTheReadme(Path guide) throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("](docs/" + guide.getFileName() + ")");
    }

    /** As GitHub makes them of headings. */
    private static List<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> decisions = Files.list(Path.of("docs/decisions"))) {
            return Stream.of(Stream.of(Path.of("README.md"), Path.of("routes/README.md")), guides().stream(), decisions)
                    .flatMap(pages -> pages)
                    .toList();
        }
    }

    static List<Path> guides() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return docs.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }
}
