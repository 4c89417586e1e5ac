package io.ledgerbridge.books;

import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;

/** Why an order parks whose reference Sage X3 has, but with something else under it. */
public final class TakenReference {

    private static final String SEVERAL = "each sum is ";

    private TakenReference() {}

    /** The difference of an entry that is ours, of which the folder shows the rows of several ledgers. */
    public static String times(int times) {
        return SEVERAL + "%d times ours: the folder seems to show the rows of %d ledgers".formatted(times, times);
    }

    /**
     * The reason.
     *
     * @param number X3's of the entry
     * @param difference in words
     */
    public static ParkReason reason(String reference, String number, String difference) {
        return new ParkReason(
                ParkCode.REFERENCE_TAKEN,
                "Sage X3 has %s as entry %s, but %s".formatted(reference, number, difference),
                remedy(difference));
    }

    private static String remedy(String difference) {
        return difference.startsWith(SEVERAL)
                ? "The entry is there: enter and renumber nothing. Have the store's answer template yield each line's"
                        + " ledger, and set sage-x3.ledger to the one that counts, then work the order again."
                : "See whose entry that is. Correct or renumber it in X3, or change the store's prefix, then work the order again.";
    }
}
