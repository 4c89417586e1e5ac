package io.ledgerbridge.faults;

/** A person is needed. */
public final class NeedsPersonFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient ParkReason reason;
    private final int tries;

    NeedsPersonFault(int tries, ParkReason reason) {
        super(reason.code() + ": " + reason.detail(), null);
        this.reason = reason;
        this.tries = tries;
    }

    public ParkReason reason() {
        return reason;
    }

    /** At which try in a row that fails the order parks; from 1. */
    public int tries() {
        return tries;
    }

    @Override
    public void handledBy(FaultHandler handler) {
        handler.needsPerson(this);
    }
}
