package io.ledgerbridge.books;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a new plan makes of an order's journals that Sage X3 certainly lacks.
 *
 * @param byReference those of which it still says the same
 * @param withdrawn the others
 */
record KeptJournals(Map<String, Journal> byReference, List<Journal> withdrawn) {

    static KeptJournals of(List<Journal> journals, String folder, List<JournalDraft> drafts) {
        Map<String, Journal> kept = new HashMap<>();
        List<Journal> withdrawn = new ArrayList<>();
        for (Journal journal : journals) {
            if (journal.state() != JournalState.PLANNED) {
                continue;
            }
            boolean same = journal.folder().equals(folder) && drafts.stream().anyMatch(draft -> isSame(journal, draft));
            if (same) {
                kept.put(journal.reference(), journal);
            } else {
                withdrawn.add(journal);
            }
        }
        return new KeptJournals(kept, withdrawn);
    }

    private static boolean isSame(Journal journal, JournalDraft draft) {
        return draft.entry().reference().equals(journal.reference())
                && journal.draft().saysTheSameAs(draft);
    }
}
