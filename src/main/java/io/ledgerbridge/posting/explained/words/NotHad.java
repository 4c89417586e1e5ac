package io.ledgerbridge.posting.explained.words;

/** What is to be explained was made from something that can't be had any more. */
public class NotHad extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Phrase why;

    /** @param why its message, in English */
    public NotHad(Phrase why) {
        super(why.toString());
        this.why = why;
    }

    /** Why; of a failure of another kind as its message has it. */
    public static Phrase why(IllegalArgumentException gone) {
        return gone instanceof NotHad known ? known.why : Phrase.verbatim(String.valueOf(gone.getMessage()));
    }
}
