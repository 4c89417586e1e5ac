package io.ledgerbridge.console.audit;

import io.ledgerbridge.api.audit.AuditStepsApi;
import io.ledgerbridge.books.audit.FoundStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A link that was found by its step or its person, and what it says, by name. */
record StepRow(AuditStepsApi.Step step, Map<String, String> says) {

    static List<StepRow> of(AuditStepsApi.Page found) {
        return found.items().stream().map(StepRow::of).toList();
    }

    static StepRow of(FoundStep found) {
        return of(AuditStepsApi.Step.of(found));
    }

    private static StepRow of(AuditStepsApi.Step step) {
        return new StepRow(step, Detail.of(step.detail()));
    }

    /** Who did it; null where it was the program. */
    public @Nullable String by() {
        return says.get("by");
    }

    /** What it says beside that, but for hashes. */
    public Map<String, String> rest() {
        return Detail.rest(says);
    }
}
