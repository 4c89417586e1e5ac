package io.ledgerbridge.posting.explained.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a phrase in one language, as MessageFormat writes it, with places alone. MessageFormat itself groups numbers, and
 * can't be shared between threads.
 *
 * @param parts words as strings, places as integers
 */
record PhraseText(List<Object> parts) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

    static PhraseText of(String text) {
        List<Object> parts = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int from = 0;
        while (places.find()) {
            parts.add(text.substring(from, places.start()));
            parts.add(Integer.valueOf(places.group(1)));
            from = places.end();
        }
        parts.add(text.substring(from));
        return new PhraseText(List.copyOf(parts));
    }

    /** @param values told to the value of each place, between the words */
    void tell(Phrase phrase, StringBuilder words, Consumer<Object> values) {
        for (Object part : parts) {
            if (part instanceof Integer place) {
                values.accept(phrase.values().get(place));
            } else {
                words.append(part);
            }
        }
    }
}
