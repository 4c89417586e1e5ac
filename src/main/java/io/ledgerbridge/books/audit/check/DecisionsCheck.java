package io.ledgerbridge.books.audit.check;

import io.ledgerbridge.books.audit.covered.CoveredDecision;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares what was decided about an order, or recorded for a store, with what its chain tells of it. */
final class DecisionsCheck {

    private final String store;
    private final long order;
    private final Findings findings;
    private final Map<String, Map<String, String>> open;
    private final boolean isOfBefore;

    DecisionsCheck(String store, long order, ToldDecisions told, Findings findings) {
        this.store = store;
        this.order = order;
        this.findings = findings;
        this.open = new LinkedHashMap<>(told.told());
        this.isOfBefore = order == 0 && told.told().isEmpty();
        told.faults().forEach((link, says) -> findings.add(Finding.ofLink(store, order, link, says)));
    }

    /** Looks at the next of its rows. */
    void look(CoveredDecision row) {
        Map<String, String> told = open.remove(row.what());
        if (told != null) {
            compare(row, told);
        } else if (!isOfBefore) {
            find("%s was added: the chain doesn't tell of it".formatted(row.what()));
        }
    }

    /** There is no further one. */
    void end() {
        open.keySet().forEach(what -> find("%s is missing: the chain tells of it".formatted(what)));
    }

    /** The first that differs is told: the others follow from it. */
    private void compare(CoveredDecision row, Map<String, String> told) {
        told.entrySet().stream()
                .filter(value -> !value.getValue().equals(row.values().get(value.getKey())))
                .findFirst()
                .ifPresent(value -> find("%s isn't as the chain tells it: %s is \"%s\", and the chain says \"%s\""
                        .formatted(row.what(), value.getKey(), row.values().get(value.getKey()), value.getValue())));
    }

    private void find(String says) {
        findings.add(Finding.ofDecision(store, order, says));
    }
}
