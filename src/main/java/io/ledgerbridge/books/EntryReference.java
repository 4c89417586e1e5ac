package io.ledgerbridge.books;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an entry's reference, as of {@code BC250-A2}.
 *
 * @param order what stands before the suffix, the same for all entries of an order
 * @param kind A, V, R or M; empty where there is no suffix
 * @param number 0 where there is no suffix
 */
record EntryReference(String order, String kind, long number) {

    private static final Pattern PARTS = Pattern.compile("^(.*?)(?:-([AVRM])([0-9]{1,12}))?$");

    static EntryReference of(String reference) {
        Matcher parts = PARTS.matcher(reference);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no reference: " + reference);
        }
        return parts.group(2) == null
                ? new EntryReference(parts.group(1), "", 0)
                : new EntryReference(parts.group(1), parts.group(2), Long.parseLong(parts.group(3)));
    }

    boolean isOf(String other) {
        return kind.equals(other);
    }
}
