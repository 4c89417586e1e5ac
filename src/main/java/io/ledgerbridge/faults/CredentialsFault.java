package io.ledgerbridge.faults;

/** The other side doesn't take our credentials: no order of the store can go on. */
public final class CredentialsFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final Side side;

    CredentialsFault(Side side, String words) {
        super(words, null);
        this.side = side;
    }

    public Side side() {
        return side;
    }

    @Override
    public void handledBy(FaultHandler handler) {
        handler.refusedCredentials(this);
    }
}
