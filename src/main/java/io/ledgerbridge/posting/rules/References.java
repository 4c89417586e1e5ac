package io.ledgerbridge.posting.rules;

import io.ledgerbridge.ledger.JournalEntry;
import io.ledgerbridge.ledger.RefundId;
import io.ledgerbridge.posting.CannotPost;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references of one order's entries: {@code BC250}, {@code BC250-A1}, {@code BC250-V1}, {@code BC250-R7},
 * {@code BC250-M1}.
 */
public record References(String prefix, long order) {

    private static final Pattern NUMBERED = Pattern.compile(".*-([AV])([0-9]{1,9})");

    /**
     * The reference of the order's first entry.
     *
     * @throws CannotPost where it is longer than Sage X3 takes; so do the others
     */
    public String first() {
        return checked(prefix + order);
    }

    /** {@code BC250-M1} of one that was recorded here. */
    public String refund(long refund) {
        String name = RefundId.name(refund);
        return checked(prefix + order + "-" + (RefundId.isRecorded(refund) ? name : "R" + name));
    }

    /**
     * The reference of the next adjustment.
     *
     * @param used every reference that the order has used so far
     */
    public String adjustment(Collection<String> used) {
        return next("A", used);
    }

    public String reversal(Collection<String> used) {
        return next("V", used);
    }

    private String next(String letter, Collection<String> used) {
        int highest = used.stream()
                .map(NUMBERED::matcher)
                .filter(reference -> reference.matches() && reference.group(1).equals(letter))
                .mapToInt(References::number)
                .max()
                .orElse(0);
        return checked(prefix + order + "-" + letter + (highest + 1));
    }

    private static int number(Matcher reference) {
        return Integer.parseInt(reference.group(2));
    }

    private static String checked(String reference) {
        if (reference.length() > JournalEntry.LONGEST_REFERENCE) {
            throw CannotPost.referenceTooLong(reference);
        }
        return reference;
    }
}
