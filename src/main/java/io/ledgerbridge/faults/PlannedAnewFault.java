package io.ledgerbridge.faults;

/** What was refused is to be planned anew: work the order again at once. */
public final class PlannedAnewFault extends Fault {

    private static final long serialVersionUID = 1L;

    PlannedAnewFault(String words) {
        super(words, null);
    }

    @Override
    public void handledBy(FaultHandler handler) {
        handler.plannedAnew(this);
    }
}
