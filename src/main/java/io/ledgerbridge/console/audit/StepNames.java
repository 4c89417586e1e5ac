package io.ledgerbridge.console.audit;

import java.util.List;

/** What can be looked for in the trail: each step that the program writes, as a link names it. */
final class StepNames {

    /** Those that people look for stand first. */
    static final List<String> ALL = List.of(
            "set-aside",
            "set-aside-undone",
            "order-replayed",
            "replay-asked",
            "replay-confirmed",
            "replay-refused",
            "replay-done",
            "record-refund-asked",
            "record-refund-confirmed",
            "record-refund-refused",
            "remove-refund-asked",
            "remove-refund-confirmed",
            "remove-refund-refused",
            "note-written",
            "assigned",
            "tagged",
            "untagged",
            "books-confirmed",
            "store-paused",
            "store-resumed",
            "event-dismissed",
            "backfill-asked",
            "backfill-paused",
            "backfill-resumed",
            "backfill-stopped",
            "shadow-asked",
            "shadow-paused",
            "shadow-resumed",
            "shadow-stopped",
            "credential-stored",
            "credential-removed",
            "x3-paired",
            "mappings-begun",
            "mapping-recorded",
            "evidence-taken",
            "personal-data-erased",
            "order-read",
            "planned",
            "journal-written",
            "journal-sending",
            "journal-posted",
            "journal-unknown",
            "journal-refused",
            "journal-planned",
            "journal-withdrawn",
            "journal-looked-up-again",
            "journal-doubled",
            "journal-differs",
            "entries-adopted",
            "set-aside-kept",
            "order-posted",
            "order-parked",
            "order-held",
            "order-ignored",
            "order-set-aside",
            "order-retried",
            "order-postponed");

    private StepNames() {}
}
