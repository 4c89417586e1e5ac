package io.ledgerbridge.console.needsyou;

import io.ledgerbridge.console.needsyou.which.Told;
import io.ledgerbridge.faults.ParkCode;
import io.ledgerbridge.notes.Note;
import io.ledgerbridge.parked.Parked;
import io.ledgerbridge.parked.ParkedOrder;
import io.ledgerbridge.parked.UnreadableEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parked order, or a delivery that can't be read, as the page of its cause shows it.
 *
 * @param told why it is parked
 * @param note the last that was written about it
 * @param tags by the alphabet
 * @param body what a delivery says; null of an order, of a row of a list, and where it is kept no more
 */
record OrderLine(
        ParkedOrder parked, Told told, @Nullable Note note, List<String> tags, UnreadableEvents.@Nullable Body body) {

    static OrderLine of(ParkedOrder parked, @Nullable Note note, List<String> tags) {
        ParkCode code = ParkCode.ofLabel(parked.order().reason()).orElse(ParkCode.OTHER);
        return new OrderLine(parked, Told.of(code, parked.order().detail()), note, tags, null);
    }

    /** Of a delivery that can't be read. */
    static OrderLine of(Parked event, UnreadableEvents.@Nullable Body body) {
        return new OrderLine(
                new ParkedOrder(event, null, null, event.parkedAt(), 0),
                Told.of(ParkCode.UNREADABLE_EVENT, event.detail()),
                null,
                List.of(),
                body);
    }

    public String store() {
        return parked.order().store();
    }

    /** Why it is parked, as the messages' keys end. */
    public String cause() {
        return ParkCode.ofLabel(parked.order().reason()).orElse(ParkCode.OTHER).label();
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
