package io.ledgerbridge.sagex3;

import io.ledgerbridge.faults.Fault;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.faults.ParkReason;

/** What follows where Sage X3 answered a look-up, and not with what was asked. */
public final class LookUpFaults {

    /** At so many tries in a row, some minutes apart, what doesn't read as an answer is taken for a fault of the set-up. */
    static final int TRIES_TO_READ = 5;

    private LookUpFaults() {}

    /** X3 said no. */
    public static Fault refused(String words) {
        return Fault.needsPerson(reason(words));
    }

    /** X3 answered, but nothing that the store's templates read: it may be the answer, or the settings or templates. */
    public static Fault unread(String words) {
        return Fault.needsPersonAfter(TRIES_TO_READ, reason(words));
    }

    private static ParkReason reason(String words) {
        return new ParkReason(
                ParkCode.X3_LOOK_UP_REFUSED,
                words,
                "Check the names in the store's sage-x3 settings and its templates against the X3 folder, then work the order again.");
    }
}
