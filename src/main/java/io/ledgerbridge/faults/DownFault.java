package io.ledgerbridge.faults;

/** The other side failed so often that it is left alone for a while: no order of the store can go on. */
public final class DownFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final Side side;

    DownFault(Side side, String words) {
        super(words, null);
        this.side = side;
    }

    public Side side() {
        return side;
    }

    @Override
    public void handledBy(FaultHandler handler) {
        handler.down(this);
    }
}
