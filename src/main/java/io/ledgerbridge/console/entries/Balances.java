package io.ledgerbridge.console.entries;

import io.ledgerbridge.books.Journal;
import io.ledgerbridge.books.JournalDraft;
import io.ledgerbridge.books.JournalState;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the books say the ledger holds of an order, and what is on its way there. */
public final class Balances {

    private static final Set<JournalState> ON_THE_WAY =
            EnumSet.of(JournalState.PLANNED, JournalState.SENDING, JournalState.UNKNOWN, JournalState.REFUSED);

    /** States in which the last reading is in the books whole: what is posted and what is planned is what it comes to. */
    private static final Set<String> PLANNED = Set.of("posted", "held", "ignored");

    private Balances() {}

    public static List<JournalDraft> posted(List<Journal> journals) {
        return drafts(journals, EnumSet.of(JournalState.POSTED));
    }

    public static List<JournalDraft> onTheWay(List<Journal> journals) {
        return drafts(journals, ON_THE_WAY);
    }

    /** Whether the books know what BigCommerce's order comes to, as it was last read. */
    public static boolean tellTheShop(String state, List<Journal> journals) {
        return PLANNED.contains(state) || !onTheWay(journals).isEmpty();
    }

    private static List<JournalDraft> drafts(List<Journal> journals, Set<JournalState> states) {
        return journals.stream()
                .filter(journal -> states.contains(journal.state()))
                .map(Journal::draft)
                .toList();
    }
}
