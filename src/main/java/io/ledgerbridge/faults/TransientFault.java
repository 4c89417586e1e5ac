package io.ledgerbridge.faults;

import org.jspecify.annotations.Nullable;

/** Nothing was changed by it: try again, later and later. */
public final class TransientFault extends Fault {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable ParkReason whenTimeIsUp;

    TransientFault(String words, @Nullable ParkReason whenTimeIsUp, @Nullable Throwable cause) {
        super(words, cause);
        this.whenTimeIsUp = whenTimeIsUp;
    }

    /** Why the order parks when its time is up; null where that is known by its words alone. */
    public @Nullable ParkReason whenTimeIsUp() {
        return whenTimeIsUp;
    }

    @Override
    public void handledBy(FaultHandler handler) {
        handler.passing(this);
    }
}
