package io.ledgerbridge.posting.explained.words;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said, in no language yet.
 *
 * @param key of its text in {@code messages/why*.properties}, without {@code why.}
 * @param values of the text's places: words that stay as they are, amounts with the decimals that are to be seen, whole
 *     numbers, instants, other phrases, and lists of phrases, which each language joins by its own "a, b and c"
 */
public record Phrase(String key, List<Object> values) {

    /** Of one whose values are sentences, one after the other. */
    static final String SENTENCES = "sentences";

    public Phrase {
        values = List.copyOf(values);
    }

    public static Phrase of(String key, Object... values) {
        return new Phrase(key, List.of(values));
    }

    /** Names of fields, references and what else is the same in every language. */
    public static Phrase verbatim(String words) {
        return of("verbatim", words);
    }

    /** One after the other, each with a capital; one that is null is left out. */
    public static Phrase sentences(@Nullable Phrase... each) {
        return new Phrase(
                SENTENCES,
                Stream.of(each)
                        .filter(Objects::nonNull)
                        .flatMap(one -> one.key.equals(SENTENCES) ? one.values.stream() : Stream.of(one))
                        .toList());
    }

    /** The same with another phrase for one of its own, wherever that stands. */
    public Phrase replacing(Phrase one, Phrase other) {
        return equals(one)
                ? other
                : new Phrase(
                        key,
                        values.stream()
                                .map(value -> replaced(value, one, other))
                                .toList());
    }

    private static Object replaced(Object value, Phrase one, Phrase other) {
        if (value instanceof List<?> each) {
            return each.stream().map(part -> replaced(part, one, other)).toList();
        }
        return value instanceof Phrase phrase ? phrase.replacing(one, other) : value;
    }

    /** Whether it, or a phrase among its values, has a key. */
    public boolean mentions(String other) {
        return key.equals(other)
                || values.stream().anyMatch(value -> value instanceof Phrase phrase && phrase.mentions(other));
    }

    /**
     * In words, with amounts as the pages write them.
     *
     * @param language one that there are no texts of gets English
     */
    public String in(Locale language) {
        return PhraseFiles.texts(language).words(this);
    }

    /** In English, as the API says it: no thousands are set apart. */
    @Override
    public String toString() {
        return PhraseFiles.plain().words(this);
    }
}
