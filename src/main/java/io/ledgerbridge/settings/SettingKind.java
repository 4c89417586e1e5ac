package io.ledgerbridge.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What a setting may be.
 *
 * @param allowed as the end of a sentence: is not, must be …
 * @param form how its value is to be treated
 * @param standIn for a value that is missing or wrong, until the start stops because of it
 * @param parse throws an IllegalArgumentException or a DateTimeException on what isn't allowed
 */
record SettingKind<T>(String allowed, Form form, T standIn, Function<String, T> parse) {

    enum Form {
        /** YAML's own reading of it does no harm. */
        PLAIN,
        /** What counts is how it is written: YAML must not have made a boolean or another number of it. */
        VERBATIM,
        /** Likewise, and never to be printed. */
        SECRET
    }

    static SettingKind<String> text(String pattern, String allowed) {
        return new SettingKind<>(allowed, Form.VERBATIM, "", matching(pattern));
    }

    /** A code of Sage X3's. Quotes, blanks and tildes would mean something in api1's URLs. */
    static SettingKind<String> code(int longest) {
        return text("[^\\s'\"~]{1,%d}".formatted(longest), "a code of 1 to %d characters".formatted(longest));
    }

    static SettingKind<String> secret() {
        return secret("a text", "", Function.identity());
    }

    static <T> SettingKind<T> secret(String allowed, T standIn, Function<String, T> parse) {
        return new SettingKind<>(allowed, Form.SECRET, standIn, parse);
    }

    static <T> SettingKind<T> plain(String allowed, T standIn, Function<String, T> parse) {
        return new SettingKind<>(allowed, Form.PLAIN, standIn, parse);
    }

    /** One of an enum's words, in which dashes and case don't matter. */
    static <E extends Enum<E>> SettingKind<E> word(Class<E> type) {
        E[] words = type.getEnumConstants();
        String allowed = Arrays.stream(words).map(SettingKind::spelled).collect(Collectors.joining(", "));
        return plain(
                "one of " + allowed,
                words[0],
                text -> Arrays.stream(words)
                        .filter(word -> spelled(word)
                                .equals(offAgain(text).toLowerCase(Locale.ROOT).replace('_', '-')))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    private static String spelled(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** YAML has made {@code false} of an unquoted {@code off}. */
    private static String offAgain(String text) {
        return text.equals("false") ? "off" : text;
    }

    static SettingKind<Boolean> flag() {
        return plain("true or false", false, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    static SettingKind<Integer> number(int least, int most) {
        String allowed = "a whole number from %d to %d".formatted(least, most);
        return plain(allowed, least, text -> require(Integer.valueOf(text), n -> n >= least && n <= most));
    }

    /** A number of bytes as Spring reads it, such as 4MB of 1024 kB. */
    static SettingKind<Integer> size(int least, int most) {
        return plain(
                "a size from %s to %s".formatted(inWords(least), inWords(most)),
                least,
                text -> (int) require(DataSize.parse(text).toBytes(), n -> n >= least && n <= most)
                        .longValue());
    }

    private static String inWords(int bytes) {
        DataSize size = DataSize.ofBytes(bytes);
        return size.toMegabytes() > 0 ? size.toMegabytes() + "MB" : size.toKilobytes() + "KB";
    }

    /** A duration as Spring Boot reads it: in milliseconds, where it names no unit. */
    static SettingKind<Duration> duration() {
        return plain(
                "a duration above zero, such as 30s, 5m or 48h",
                Duration.ZERO,
                text -> require(DurationStyle.detectAndParse(text), d -> !d.isNegative() && !d.isZero()));
    }

    /** An address, as which it loses the slash at its end. */
    static SettingKind<URI> url() {
        return plain(
                "an http or https URL without user, query or fragment",
                URI.create("http://missing.invalid"),
                text -> require(URI.create(text.replaceAll("/+$", "")), SettingKind::isBare));
    }

    /** The address of a page, which may have a query, such as the scope that is asked for. */
    static SettingKind<URI> page() {
        return plain(
                "an http or https URL without user or fragment",
                URI.create("http://missing.invalid"),
                text -> require(URI.create(text), SettingKind::isPage));
    }

    private static boolean isBare(URI url) {
        return isPage(url) && url.getRawQuery() == null;
    }

    private static boolean isPage(URI url) {
        return Objects.requireNonNullElse(url.getScheme(), "").matches("(?i)https?")
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null;
    }

    static SettingKind<Pattern> regularExpression() {
        return plain("a regular expression", Pattern.compile(""), Pattern::compile);
    }

    static Function<String, String> matching(String pattern) {
        return text -> require(text, each -> each.matches(pattern));
    }

    /** The value, where it holds good. */
    static <T> T require(T value, Predicate<T> good) {
        if (!good.test(value)) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
