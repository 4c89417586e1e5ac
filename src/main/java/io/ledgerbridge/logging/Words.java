package io.ledgerbridge.logging;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What another system said, before it goes into a row, a log line or an answer: short, in one line that no terminal and no
 * row stumbles over, without our secrets and without what looks like one. References, numbers and amounts stay.
 */
@Component
public class Words {

    /** What stands where a secret stood. */
    public static final String HIDDEN = KnownSecrets.HIDDEN;

    private static final int LONGEST = 4000;

    /** More is not even looked at. */
    private static final int LONGEST_READ = 5 * LONGEST;

    /** Escape sequences of terminals (ECMA-48). */
    private static final Pattern ESCAPES =
            Pattern.compile("\\x1B(\\[[0-?]*[ -/]*[@-~]|[@-Z\\\\^_])|\\x9B[0-?]*[ -/]*[@-~]");

    /** What is not to be seen, as the marks that turn a line's direction. */
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b(?:(bearer\\s+)[\\w.~+/=-]{8,}|(basic\\s+)[\\w+/=-]{12,})");
    private static final Pattern SIGNED = Pattern.compile("eyJ[\\w-]{5}[\\w.-]*");

    private static final String NAMES =
            "\\b(?:x-auth-\\w+|\\w*[_-]?token|\\w*[_-]?secret|authori[sz]ation(?:[_-]?code)?|pass(?:word|wd|phrase)|pwd|api[_-]?key"
                    + "|assertion|(?:set-)?cookie|credentials?)";

    /** {@code name: value}, {@code name=value}, {@code "name":"value"}; a signature's scheme stays before it. */
    private static final Pattern NAMED = Pattern.compile("(?i)(" + NAMES
            + "(?:\\\\?[\"'])?\\s?[:=]\\s?(?:\\\\?[\"'])?\\[?(?:bearer |basic )?)([^\\s\"'\\\\,;&<>\\]}]+)");

    private static final Pattern ELEMENT = Pattern.compile("(?i)(<(?:\\w+:)?" + NAMES + "(?:\\s[^>]*)?>)([^<]+)");

    /** A long run of letters and digits soon behind such a word. */
    private static final Pattern RUN = Pattern.compile(
            "(?i)(" + NAMES + "\\b[^\\w]{1,3}(?:\\w{1,12}\\W{1,2}){0,2}?)(?=[\\w+/=-]*\\d)([\\w+/=-]{16,})");

    private final KnownSecrets secrets;

    public Words(KnownSecrets secrets) {
        this.secrets = secrets;
    }

    /** At most 4000 characters of it. */
    public String kept(String words) {
        return cut(line(cut(words, LONGEST_READ)), LONGEST);
    }

    /** Likewise; null where there is none. */
    public @Nullable String keptOrNull(@Nullable String words) {
        return words == null ? null : kept(words);
    }

    private String line(String words) {
        String text = ESCAPES.matcher(words.replace('\0', '\ufffd')).replaceAll("");
        text = UNSEEN.matcher(text).replaceAll("");
        text = LONE_SURROGATE.matcher(text).replaceAll("\ufffd");
        text = secrets.hiddenIn(BLANKS.matcher(text).replaceAll(" "));
        return withoutWhatLooksLikeOne(text);
    }

    private static String withoutWhatLooksLikeOne(String text) {
        String without = SIGNED.matcher(text).replaceAll(KnownSecrets.HIDDEN);
        without = BEARER.matcher(without).replaceAll("$1$2" + KnownSecrets.HIDDEN);
        without = ELEMENT.matcher(without).replaceAll("$1" + KnownSecrets.HIDDEN);
        without = NAMED.matcher(without).replaceAll("$1" + KnownSecrets.HIDDEN);
        return RUN.matcher(without).replaceAll("$1" + KnownSecrets.HIDDEN);
    }

    /** Never between the halves of a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
