package io.ledgerbridge.faults;

import java.time.Instant;

/** The other side says how long to wait: no order of the store can go on before. */
public final class ThrottledFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final Side side;
    private final Instant notBefore;

    ThrottledFault(Side side, String words, Instant notBefore) {
        super(words, null);
        this.side = side;
        this.notBefore = notBefore;
    }

    public Side side() {
        return side;
    }

    /** Until when it says to wait. */
    public Instant notBefore() {
        return notBefore;
    }

    @Override
    public void handledBy(FaultHandler handler) {
        handler.throttled(this);
    }
}
