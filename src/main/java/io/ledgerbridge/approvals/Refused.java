package io.ledgerbridge.approvals;

/** Why an approval can't be asked for, or can't be decided so. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    Refused(Kind kind, String why) {
        super(why);
        this.kind = kind;
    }

    /** What is in the way. */
    public enum Kind {
        /** It can't be for this order. */
        INVALID,
        /** Nothing is known of it. */
        UNKNOWN,
        /** Who asked can't decide. */
        SAME_PERSON,
        /** It is so already, or something else is. */
        CONFLICT
    }

    public Kind kind() {
        return kind;
    }

    /** In a sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
