package io.ledgerbridge.readings;

/**
 * What comes out where a journal is planned again.
 *
 * @param words in what it differs, or why it can't be planned again; empty where it is the same
 */
public record Recomputed(Outcome outcome, String words) {

    /** How it compares with the books. */
    public enum Outcome {
        SAME,
        DIFFERENT,
        /** It can't be planned again: what it was planned from isn't kept, or isn't any more. */
        UNKNOWN
    }

    static final Recomputed SAME = new Recomputed(Outcome.SAME, "");

    static Recomputed different(String words) {
        return new Recomputed(Outcome.DIFFERENT, words);
    }

    static Recomputed unknown(String words) {
        return new Recomputed(Outcome.UNKNOWN, words);
    }
}
