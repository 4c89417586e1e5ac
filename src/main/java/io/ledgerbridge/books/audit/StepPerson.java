package io.ledgerbridge.books.audit;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Who did something, as a link's detail says it.
 *
 * @param name as whoever did it logs in
 */
record StepPerson(String name) {

    /** So much of a name stands in the indexes of V27, on PostgreSQL. */
    private static final int INDEXED = 100;

    /** What PostgreSQL finds in these indexes it has to be asked for by their own expressions. */
    private static final String NAME = """
            left(substring(detail FROM position('"by":"' IN detail) + 6
                FOR greatest(position('"' IN substring(detail FROM position('"by":"' IN detail) + 6)) - 1, 0)), 100)""";

    /** On H2 it stands in a column, since V40. */
    private static final String COLUMN = "person";

    /** The indexes know the beginning of the name; the last condition knows all of it. */
    private static final String CONDITION =
            " AND detail LIKE '%\"by\":\"%' AND " + NAME + " = :person AND detail LIKE :by ESCAPE '!'";

    /** @param isColumn whether the database has the name in a column */
    static String condition(boolean isColumn) {
        return isColumn ? " AND " + COLUMN + " = :person AND detail LIKE :by ESCAPE '!'" : CONDITION;
    }

    /** As the detail has it, whatever the name holds. */
    Map<String, Object> values() {
        String said = TextNode.valueOf(name).toString();
        String toQuote = said.substring(1, said.indexOf('"', 1));
        int length = Math.min(INDEXED, toQuote.codePointCount(0, toQuote.length()));
        return Map.of(
                "person",
                toQuote.substring(0, toQuote.offsetByCodePoints(0, length)),
                "by",
                "%\"by\":" + said.replaceAll("[!%_]", "!$0") + "%");
    }
}
