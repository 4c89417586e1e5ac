package io.ledgerbridge.books;

/** What another system said, in a form that every row takes: PostgreSQL has no place for a NUL in a text. */
public final class Words {

    private static final int LONGEST = 4000;

    private Words() {}

    /** At most 4000 characters, with a replacement character for each NUL. */
    public static String kept(String words) {
        String text = words.replace('\0', '\ufffd');
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
