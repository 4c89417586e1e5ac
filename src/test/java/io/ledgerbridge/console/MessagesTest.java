package io.ledgerbridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of the pages: each in three languages, with the same values in each. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern VALUE = Pattern.compile("\\{([0-9]+)");

    /** In a page: {@code #{orders.total}}, without those that are put together of parts. */
    private static final Pattern USED = Pattern.compile("#\\{([a-z0-9.-]+)[}(]");

    static List<String> bases() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void standInAllLanguagesWithTheSameValues(String base) throws IOException {
        Map<String, Set<String>> english = values(read(base, ""));

        assertThat(english).isNotEmpty();
        assertThat(values(read(base, "_de"))).isEqualTo(english);
        assertThat(values(read(base, "_fr"))).isEqualTo(english);
    }

    /** MessageFormat takes a straight apostrophe for a quote, and leaves it and what follows out. */
    @ParameterizedTest
    @MethodSource("bases")
    void haveNoStraightApostrophe(String base) throws IOException {
        for (String language : List.of("", "_de", "_fr")) {
            assertThat(read(base, language).values())
                    .as(base + language)
                    .noneMatch(text -> text.toString().contains("'"))
                    .allSatisfy(text -> assertThat(new MessageFormat(text.toString(), Locale.ENGLISH))
                            .isNotNull());
        }
    }

    @ParameterizedTest
    @MethodSource("bases")
    void areReadByTheProgram(String base) throws IOException {
        assertThat(Files.readString(Path.of("application.yaml"))).contains("messages/" + base);
    }

    @Test
    void standForEveryKeyThatAPageNames() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String base : bases()) {
            known.addAll(read(base, "").stringPropertyNames());
        }
        Set<String> used = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(TEMPLATES)) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                Matcher names = USED.matcher(Files.readString(page));
                while (names.find()) {
                    used.add(names.group(1));
                }
            }
        }

        assertThat(used).hasSizeGreaterThan(20);
        assertThat(known).containsAll(used);
    }

    private static Map<String, Set<String>> values(Properties texts) {
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> valuesOf(texts.getProperty(key)), (one, other) -> one, TreeMap::new));
    }

    private static Set<String> valuesOf(String text) {
        return VALUE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String base, String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(MESSAGES.resolve(base + language + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
