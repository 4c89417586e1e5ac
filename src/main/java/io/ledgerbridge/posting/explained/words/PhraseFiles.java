package io.ledgerbridge.posting.explained.words;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/** The texts of phrases in each language, read once from {@code messages/why*.properties}. */
final class PhraseFiles {

    private static final String PREFIX = "why.";

    private static final PhraseTexts PLAIN = read(Locale.ENGLISH).with(BigDecimal::toPlainString);
    private static final PhraseTexts ENGLISH = read(Locale.ENGLISH);
    private static final Map<String, PhraseTexts> OTHERS = Map.of("de", read(Locale.GERMAN), "fr", read(Locale.FRENCH));

    private PhraseFiles() {}

    /** @param language one that there are no texts of gets English */
    static PhraseTexts texts(Locale language) {
        return OTHERS.getOrDefault(language.getLanguage(), ENGLISH);
    }

    /** English with amounts as the API writes them. */
    static PhraseTexts plain() {
        return PLAIN;
    }

    /** The machine's own language is never fallen back on. */
    static PhraseTexts read(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "messages/why", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new PhraseTexts(
                bundle.keySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                key -> key.substring(PREFIX.length()),
                                key -> PhraseText.of(spelled(bundle.getString(key), language)))),
                DateTimeFormatter.ofPattern(bundle.getString(PREFIX + "time"), language)
                        .withZone(ZoneOffset.UTC),
                amount -> grouped(amount, language));
    }

    /** As the tables of the page beside it. */
    private static String grouped(BigDecimal amount, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(Math.max(0, amount.scale()));
        format.setMaximumFractionDigits(Math.max(0, amount.scale()));
        return format.format(amount);
    }

    /** The files have no straight apostrophe, which MessageFormat takes for a quote; the API's English has no other. */
    private static String spelled(String text, Locale language) {
        return language.equals(Locale.ENGLISH) ? text.replace('’', '\'') : text;
    }
}
