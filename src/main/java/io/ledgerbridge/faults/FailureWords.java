package io.ledgerbridge.faults;

import com.schibsted.spt.data.jslt.JsltException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an exception where people read it: an order's answer, a list, a ping, a line of the log. The class and the
 * stack of what nobody foresaw belong into an ERROR line, which {@link #isDefect} asks for.
 */
public final class FailureWords {

    private static final String DEFECT = "Ledger Bridge itself failed, and its log says where";

    /** A class, an exception's name, null, an object's identity, a name of the compiler's. */
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            "\\w+\\.[A-Z]\\w*|\\b\\w*(Exception|Error)\\b|\\bnull\\b|@[0-9a-f]{5,}|\\d\\.\\d{7,}|\\b[a-z]+[A-Z]\\w*\\(|[\\[{<]");

    private static final int LONGEST = 300;

    private FailureWords() {}

    /** Its own words where it has any; what a connection or the database did; or that the program itself failed. */
    public static String of(Throwable thrown) {
        return foreseen(thrown).orElseGet(() -> DEFECT + because(thrown));
    }

    /** Whether nobody foresaw it, so that its stack belongs into the log. */
    public static boolean isDefect(Throwable thrown) {
        return foreseen(thrown).isEmpty();
    }

    /** Camel, Spring and the JDK wrap what is thrown: what says most is the first within that is known. */
    private static Optional<String> foreseen(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Optional<String> words = known(cause);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof InWords said) {
            return Optional.of(said.words());
        }
        if (cause instanceof JsltException failed) {
            return Optional.of(template(failed));
        }
        return cause instanceof SQLException || DatabaseFailure.isOne(cause)
                ? DatabaseFailure.words(cause)
                : ConnectionFailure.words(cause);
    }

    /** The words of one of the store's templates, which a person mends. */
    private static String template(JsltException failed) {
        String words = Objects.toString(failed.getMessage(), "").replaceAll("\\bnull\\b", "nothing");
        return "One of the store's templates failed: " + words;
    }

    /** Many of the program's own are told in plain words. */
    private static String because(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof OutOfMemoryError
                ? ": its memory is full"
                : plain(root.getMessage()).map(words -> ": " + words).orElse("");
    }

    /** A message that people understand; nothing where it is none, or written for programmers. */
    static Optional<String> plain(@Nullable String message) {
        return Optional.ofNullable(message)
                .filter(words -> !words.isBlank() && words.length() <= LONGEST)
                .filter(words -> !FOR_PROGRAMMERS.matcher(words).find());
    }
}
