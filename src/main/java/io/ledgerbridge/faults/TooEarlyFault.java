package io.ledgerbridge.faults;

import java.time.Instant;

/** What became of an earlier sending can't be known before an instant: nothing was tried. */
public final class TooEarlyFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final Instant notBefore;

    TooEarlyFault(String words, Instant notBefore) {
        super(words, null);
        this.notBefore = notBefore;
    }

    /** When it can be known at the earliest. */
    public Instant notBefore() {
        return notBefore;
    }

    @Override
    public void handledBy(FaultHandler handler) {
        handler.tooEarly(this);
    }
}
