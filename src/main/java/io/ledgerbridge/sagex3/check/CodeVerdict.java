package io.ledgerbridge.sagex3.check;

/**
 * What Sage X3 says of one code.
 *
 * @param words for people
 */
public record CodeVerdict(CodeKind kind, String code, Says says, String words) {

    /** What that comes to. */
    public enum Says {
        HAS,
        /** A journal with it would be refused. */
        WOULD_REFUSE,
        /** Its answer says nothing of the code. */
        UNTOLD
    }

    /** Whether a journal with it would be refused; false where that can't be told. */
    public boolean wouldRefuse() {
        return says == Says.WOULD_REFUSE;
    }

    /** Whether X3's answer says nothing of it. */
    public boolean isUntold() {
        return says == Says.UNTOLD;
    }

    static CodeVerdict has(CodeKind kind, String code) {
        return new CodeVerdict(kind, code, Says.HAS, "Sage X3 has it");
    }

    static CodeVerdict refused(CodeKind kind, String code, String words) {
        return new CodeVerdict(kind, code, Says.WOULD_REFUSE, words);
    }

    static CodeVerdict untold(CodeKind kind, String code, String words) {
        return new CodeVerdict(kind, code, Says.UNTOLD, "can't tell: " + words);
    }
}
