package io.ledgerbridge.sagex3;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;
import java.util.regex.Pattern;

/** What can be kept as X3's number of an entry: 1 to 250 characters in one line, all of which can be seen. */
final class X3Number {

    private static final int LONGEST = 250;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private X3Number() {}

    static boolean isKeepable(String number) {
        return !number.isBlank()
                && number.length() <= LONGEST
                && !UNSEEN.matcher(number).find();
    }

    /** X3 has the entry, so nothing more is sent: a person has to see what its number is. */
    static Fault unusable(Journal journal, String number) {
        return Fault.needsPersonAfter(
                LookUpFaults.TRIES_TO_READ,
                new ParkReason(
                        ParkCode.X3_NUMBER,
                        "Sage X3 has %s, but under a number that can't be kept (%d characters): %s"
                                .formatted(journal.reference(), number.length(), number),
                        "The entry is in X3; nothing more is sent. Mend the number in X3, or what the store's answer template reads"
                                + " as the number, then work the order again: the entry is then found by its reference."));
    }
}
