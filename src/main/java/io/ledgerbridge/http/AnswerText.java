package io.ledgerbridge.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of an answer as it is quoted to people: a page by its title, JSON without null, no stack of another's program. */
public final class AnswerText {

    private static final int LOOKED_AT = 20_000;
    private static final int LONGEST_TITLE = 200;

    private static final Pattern PAGE =
            Pattern.compile("(?i)\\A\\s*(<\\?xml[^>]{0,200}>\\s*)?<(!doctype\\s+html|html)\\b");
    private static final Pattern TITLE = Pattern.compile("(?is)<(title|h1)\\b[^>]{0,500}>(.{0,500}?)</\\1>");

    /** As a value in JSON, and not within a text. */
    private static final Pattern NULL = Pattern.compile("(?<=[:\\[,])(\\s{0,9})null(?=\\s{0,9}[,}\\]]|\\z)");

    private static final Pattern STACK = Pattern.compile("(?s)\\s+at [\\w.$<>/]{3,300}\\([^)]{0,200}\\).*");
    private static final Pattern JAVA_CLASS =
            Pattern.compile("\\b[a-z]\\w{0,40}(\\.[a-z0-9_]{1,40}){1,9}\\.[A-Z][\\w$]{0,100}(: )?");

    private AnswerText() {}

    /** In one line; empty where there is nothing in it. */
    public static String quoted(String body) {
        String text = body.substring(0, Math.min(body.length(), LOOKED_AT)).strip();
        return PAGE.matcher(text).find() ? page(text) : plain(text);
    }

    private static String page(String text) {
        Matcher title = TITLE.matcher(text);
        String words = title.find() ? oneLine(title.group(2).replaceAll("<[^>]*>", " ")) : "";
        return words.isEmpty()
                ? "a page of HTML"
                : "a page of HTML, \"%s\"".formatted(words.substring(0, Math.min(words.length(), LONGEST_TITLE)));
    }

    private static String plain(String text) {
        String words = text.equals("null") ? "nothing" : NULL.matcher(text).replaceAll("$1nothing");
        return oneLine(JAVA_CLASS.matcher(STACK.matcher(words).replaceFirst("")).replaceAll(""));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
