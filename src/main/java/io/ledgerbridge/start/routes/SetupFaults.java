package io.ledgerbridge.start.routes;

import java.util.ArrayList;
import java.util.List;

/** What was found in the routes: what stands in the way of a start, and what is only unwise. */
public final class SetupFaults {

    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void fault(YamlPlace place, String what) {
        fault(place.at(), what);
    }

    void fault(String where, String what) {
        faults.add(where + ": " + what);
    }

    void warn(YamlPlace place, String what) {
        warn(place.at(), what);
    }

    void warn(String where, String what) {
        warnings.add(where + ": " + what);
    }

    /** One line each. */
    public List<String> faults() {
        return faults.stream().distinct().toList();
    }

    /** One line each. */
    public List<String> warnings() {
        return warnings.stream().distinct().toList();
    }
}
