package io.ledgerbridge.operations;

import java.util.List;

/** The program can't start as it is set up. */
final class WrongSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** With one line a fault: the setting's full name, its value, what is allowed. */
    WrongSettings(List<String> faults) {
        super(faults.size() == 1 ? "1 setting is wrong" : faults.size() + " settings are wrong");
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
