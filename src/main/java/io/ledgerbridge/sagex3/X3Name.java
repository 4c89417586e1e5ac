package io.ledgerbridge.sagex3;

/** What a name in Sage X3's schemas and web services may be, as a constraint on settings. */
public final class X3Name {

    /** The names that X3 takes. */
    public static final String PATTERN = "[A-Za-z_][A-Za-z0-9_]{0,59}";
    /** In words. */
    public static final String ALLOWED = "a name of letters, digits and underscores";

    private X3Name() {}
}
