package io.ledgerbridge.sagex3.check;

/**
 * What Sage X3 says of one code.
 *
 * @param wouldRefuse whether a journal with it would be refused; false where that can't be told
 */
public record CodeVerdict(CodeKind kind, String code, boolean wouldRefuse, String words) {

    private static final String UNTOLD = "can't tell: ";

    /** Whether X3's answer says nothing of it. */
    public boolean isUntold() {
        return words.startsWith(UNTOLD);
    }

    static CodeVerdict has(CodeKind kind, String code) {
        return new CodeVerdict(kind, code, false, "Sage X3 has it");
    }

    static CodeVerdict refused(CodeKind kind, String code, String words) {
        return new CodeVerdict(kind, code, true, words);
    }

    static CodeVerdict untold(CodeKind kind, String code, String words) {
        return new CodeVerdict(kind, code, false, UNTOLD + words);
    }
}
