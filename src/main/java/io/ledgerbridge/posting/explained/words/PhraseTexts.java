package io.ledgerbridge.posting.explained.words;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Says phrases in one language.
 *
 * @param texts by their phrases' keys
 * @param time how an instant is written
 * @param amounts how an amount is, with all of its decimals
 */
record PhraseTexts(Map<String, PhraseText> texts, DateTimeFormatter time, Function<BigDecimal, String> amounts) {

    /** The same, with amounts written otherwise. */
    PhraseTexts with(Function<BigDecimal, String> others) {
        return new PhraseTexts(texts, time, others);
    }

    String words(Phrase phrase) {
        StringBuilder words = new StringBuilder();
        tell(phrase, words);
        return words.toString();
    }

    private void tell(Object value, StringBuilder words) {
        if (value instanceof Phrase phrase) {
            tell(phrase, words);
        } else if (value instanceof List<?> each) {
            tellEach(each, words);
        } else {
            words.append(value instanceof Instant instant ? time.format(instant) : plain(value));
        }
    }

    private Object plain(Object value) {
        return value instanceof BigDecimal amount ? amounts.apply(amount) : value;
    }

    private void tell(Phrase phrase, StringBuilder words) {
        if (phrase.key().equals(Phrase.SENTENCES)) {
            phrase.values().forEach(sentence -> tellSentence(sentence, words));
            return;
        }
        PhraseText text = texts.get(phrase.key());
        if (text == null) {
            throw new IllegalStateException("no text says " + phrase.key());
        }
        text.tell(phrase, words, value -> tell(value, words));
    }

    private void tellSentence(Object sentence, StringBuilder words) {
        words.append(words.isEmpty() ? "" : " ");
        int first = words.length();
        tell(sentence, words);
        words.setCharAt(first, Character.toUpperCase(words.charAt(first)));
    }

    private void tellEach(List<?> each, StringBuilder words) {
        int last = each.size() - 1;
        if (last > 0) {
            StringBuilder before = new StringBuilder();
            each.subList(0, last).forEach(one -> tell(one, before.append(before.isEmpty() ? "" : ", ")));
            tell(Phrase.of("and", before.toString(), each.get(last)), words);
        } else {
            each.forEach(one -> tell(one, words));
        }
    }
}
