package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.audit.AuditStepsApi;
import java.util.List;
import java.util.Map;

/** A link that was found by its step, and what it says, by name. */
record StepRow(AuditStepsApi.Step step, Map<String, String> says) {

    static List<StepRow> of(AuditStepsApi.Page found) {
        return found.items().stream()
                .map(step -> new StepRow(step, Detail.of(step.detail())))
                .toList();
    }
}
