package io.ledgerbridge.faults;

/** What follows from each kind of fault. A kind that is added doesn't compile before it is handled here. */
public interface FaultHandler {

    void passing(TransientFault fault);

    void uncertain(UncertainFault fault);

    void tooEarly(TooEarlyFault fault);

    void throttled(ThrottledFault fault);

    void refusedCredentials(CredentialsFault fault);

    void down(DownFault fault);

    void plannedAnew(PlannedAnewFault fault);

    void needsPerson(NeedsPersonFault fault);
}
