package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.parked.ParkedCause;

/**
 * A cause as the page shows it.
 *
 * @param code {@link ParkCode#OTHER} where the reason is of another version
 */
record CauseRow(ParkedCause cause, ParkCode code) {

    static CauseRow of(ParkedCause cause) {
        return new CauseRow(cause, ParkCode.ofLabel(cause.reason()).orElse(ParkCode.OTHER));
    }

    public Place place() {
        return Place.of(code);
    }
}
