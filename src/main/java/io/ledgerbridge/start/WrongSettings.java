package io.ledgerbridge.start;

import java.util.List;

/** The program can't start as it is set up. */
final class WrongSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** With one line a fault: the setting's full name or the route file's line, what is wrong, what is allowed. */
    WrongSettings(List<String> faults) {
        super(faults.size() == 1 ? "1 thing is set up wrong" : faults.size() + " things are set up wrong");
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
