package io.ledgerbridge.faults;

import java.time.Instant;

/** Something was sent, and what became of it can't be known before an instant: then, and later and later, ask. */
public final class UncertainFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final Instant notBefore;

    UncertainFault(String words, Instant notBefore) {
        super(words, null);
        this.notBefore = notBefore;
    }

    /** When it can be known at the earliest. */
    public Instant notBefore() {
        return notBefore;
    }

    @Override
    public void handledBy(FaultHandler handler) {
        handler.uncertain(this);
    }
}
