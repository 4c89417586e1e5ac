package io.ledgerbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the program says to people: collected by where it was said, and looked through for what only programmers say. */
public final class PlainWords {

    /** A class, an exception, null, a fraction that no currency has, an object's identity, what formatting left over. */
    private static final Pattern PROGRAMMERS = Pattern.compile(
            "\\b[a-z]+(\\.[a-z0-9]+)+\\.[A-Z]\\w+|\\b\\w*[a-z](Exception|Error)\\b|\\bnull\\b|\\d\\.\\d{7,}|@[0-9a-f]{6,}|%[sd]"
                    + "|\\w\\[\\w+=|Optional\\[|PKIX|unsigned|deserialize");

    /** A field of an answer, for programs. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final Map<String, Set<String>> said = new TreeMap<>();

    /** Words that were said somewhere; none said is fine. */
    public synchronized void add(String where, @Nullable String words) {
        if (words != null && !INSTANT.matcher(words).matches()) {
            said.computeIfAbsent(where, each -> new TreeSet<>()).add(words);
        }
    }

    /** Every text in an answer. */
    public void addAll(String where, JsonNode answer) {
        if (answer.isTextual()) {
            add(where, answer.asText());
        }
        answer.forEach(part -> addAll(where, part));
    }

    /** How much was said. */
    public synchronized int size() {
        return said.values().stream().mapToInt(Set::size).sum();
    }

    /** All that was said, for who wants to read it. */
    public synchronized Map<String, Set<String>> all() {
        return Map.copyOf(said);
    }

    /** Each word that only programmers understand, with where and in what it was said. */
    public synchronized Set<String> programmers() {
        Set<String> found = new TreeSet<>();
        said.forEach((where, words) -> words.forEach(each -> {
            Matcher its = PROGRAMMERS.matcher(each);
            if (its.find()) {
                found.add("%s says '%s' in: %s".formatted(where, its.group(), each));
            }
        }));
        return found;
    }

    /** That there is no such word. */
    public static void arePlain(@Nullable String words) {
        PlainWords one = new PlainWords();
        one.add("it", words);
        assertThat(one.programmers()).isEmpty();
    }
}
