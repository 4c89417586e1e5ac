package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.needsyou.which.Told;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.notes.Note;
import io.ledgerbridge.parked.ParkedOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parked order, or a delivery that can't be read, as the page of its cause shows it.
 *
 * @param told why it is parked
 * @param note the last that was written about it
 * @param tags by the alphabet
 */
record OrderLine(ParkedOrder parked, Told told, @Nullable Note note, List<String> tags) {

    static OrderLine of(ParkedOrder parked, @Nullable Note note, List<String> tags) {
        ParkCode code = ParkCode.ofLabel(parked.order().reason()).orElse(ParkCode.OTHER);
        return new OrderLine(parked, Told.of(code, parked.order().detail()), note, tags);
    }

    public String store() {
        return parked.order().store();
    }

    /** The order's number; null of a delivery. */
    public @Nullable Long number() {
        return parked.order().order();
    }

    /** As forms name it. */
    public String key() {
        return store() + ":" + number();
    }
}
