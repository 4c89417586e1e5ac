package io.ledgerbridge.sagex3.templates;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How many characters X3 takes in the fields of a journal entry: the lengths of its tables GACCENTRY and GACCENTRYD, and
 * of the standard GraphQL node's properties for them. A folder's own fields are unknown.
 */
final class FieldLengths {

    private static final Map<String, Integer> STANDARD = Map.ofEntries(
            Map.entry("TYP", 5),
            Map.entry("JOU", 5),
            Map.entry("FCY", 5),
            Map.entry("FCYLIN", 5),
            Map.entry("CUR", 3),
            Map.entry("ACC", 15),
            Map.entry("ACC1", 15),
            Map.entry("BPR", 15),
            Map.entry("NUM", 20),
            Map.entry("BPRVCR", 20),
            Map.entry("REFINT", 20),
            Map.entry("REF", 30),
            Map.entry("DESVCR", 30),
            Map.entry("DES", 30),
            Map.entry("journalEntryType", 5),
            Map.entry("journal", 5),
            Map.entry("site", 5),
            Map.entry("transactionCurrency", 3),
            Map.entry("account", 15),
            Map.entry("businessPartner", 15),
            Map.entry("journalEntryNumber", 20),
            Map.entry("description", 30),
            Map.entry("lineDescription", 30));

    private final Map<String, Integer> lengths;

    /** @param referenceProperty the folder's own property for our reference */
    FieldLengths(String referenceProperty) {
        lengths = new HashMap<>(STANDARD);
        lengths.put(referenceProperty, 20);
    }

    OptionalInt of(String field) {
        Integer length = lengths.get(field);
        return length == null ? OptionalInt.empty() : OptionalInt.of(length);
    }
}
