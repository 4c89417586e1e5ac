package io.ledgerbridge.http;

import io.ledgerbridge.faults.FailureWords;
import io.ledgerbridge.faults.InWords;
import java.io.IOException;

/** An answer that came and that nobody is given, such as one that is too large. The request was sent. */
public final class UnreadableAnswer extends IOException implements InWords {

    private static final long serialVersionUID = 1L;

    private UnreadableAnswer(String words, Throwable cause) {
        super(words, cause);
    }

    private UnreadableAnswer(String words) {
        super(words);
    }

    /** @param bytes the most it may have, compressed or not */
    static UnreadableAnswer tooLarge(String whose, int bytes) {
        return new UnreadableAnswer(
                "%s is larger than %d kB (ledger-bridge.limits.answer)".formatted(whose, bytes / 1024));
    }

    static UnreadableAnswer encoded(String whose, String encodings) {
        return new UnreadableAnswer("%s is encoded by %s, and only gzip was asked for"
                .formatted(whose, encodings.substring(0, Math.min(encodings.length(), 100))));
    }

    /** @param age the header's value, which may be anything */
    static UnreadableAnswer kept(String whose, String age) {
        return new UnreadableAnswer("%s was kept in a cache (Age: %s), and only a new one will do"
                .formatted(whose, age.substring(0, Math.min(age.length(), 20))));
    }

    static UnreadableAnswer broken(String whose, Throwable cause) {
        return new UnreadableAnswer("%s can't be read: %s".formatted(whose, FailureWords.of(cause)), cause);
    }

    /** @param charset the name that nobody knows, which may be anything */
    static UnreadableAnswer charset(String whose, String charset, Throwable cause) {
        return new UnreadableAnswer(
                "%s is in a charset that is not known here: %s"
                        .formatted(whose, charset.substring(0, Math.min(charset.length(), 100))),
                cause);
    }

    @Override
    public String words() {
        return String.valueOf(getMessage());
    }

    /** The words alone: a class's name means nothing to who reads them. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return words();
    }
}
